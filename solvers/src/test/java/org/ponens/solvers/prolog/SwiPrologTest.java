package org.ponens.solvers.prolog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.prolog.Prolog;
import org.ponens.grammar.prolog.PrologCode;
import org.ponens.grammar.prolog.PrologProgram;

/** Where SWI-Prolog comes to a verdict, ours is the same. Skipped where swipl is not installed. */
class SwiPrologTest {

  private static final int PROGRAMS = 3_000;
  private static final Trains TRAINS = Trains.random(12, 3);

  /** Prints for each program: bits, or error, syntax or limit. */
  private static final String DRIVER =
      """
      :- use_module(library(lists)).
      :- use_module(library(aggregate)).
      :- use_module(library(prolog_stack)).
      :- dynamic clause_of/2.
      run(Dir, I, Trains) :-
        format(atom(File), '~w/~d.pl', [Dir, I]),
        ( catch(clauses(File, Clauses), _, fail)
        -> add(Clauses), verdict(Trains, V), remove(Clauses)
        ;  V = syntax ),
        format('~d ~w~n', [I, V]).
      clauses(File, Clauses) :-
        setup_call_cleanup(open(File, read, S), terms(S, Clauses), close(S)).
      terms(S, Clauses) :-
        read_term(S, T, []),
        ( T == end_of_file -> Clauses = [] ; Clauses = [T|R], terms(S, R) ).
      add(Clauses) :- forall(member(C, Clauses), catch(assertz(C), _, true)).
      remove(Clauses) :-
        forall(member(C, Clauses),
               ( ( C = (H :- _) -> true ; H = C ),
                 catch((functor(H, N, A), abolish(N/A)), _, true) )).
      verdict(Trains, V) :-
        catch(call_with_inference_limit(bits(Trains, Bits), 1000000, R), E, failure(E, R)),
        ( R == error -> V = error
        ; R == inference_limit_exceeded -> V = limit
        ; atomic_list_concat(Bits, V) ).
      failure(error(resource_error(_), _), inference_limit_exceeded) :- !.
      failure(_, error).
      bits([], []).
      bits([T|Ts], [B|Bs]) :- ( eastbound(T) -> B = 1 ; B = 0 ), bits(Ts, Bs).
      main(Dir, N, Trains) :- forall(between(1, N, I), run(Dir, I, Trains)).
      """;

  @Test
  void verdictsAreThoseOfSwiProlog(@TempDir Path folder) throws Exception {
    assumeTrue(isInstalled(), "swipl is not installed");
    for (int i = 1; i <= PROGRAMS; i++) {
      Files.writeString(folder.resolve(i + ".pl"), RandomRules.program(i));
    }
    Path world = folder.resolve("world.pl");
    Files.writeString(
        world,
        ":- discontiguous has_car/2, car_num/2, car_color/2, car_len/2, has_payload/2, load_num/2,"
            + " behind/2.\n:- style_check(-discontiguous).\n:- set_prolog_flag(stack_limit,"
            + " 20000000).\n"
            + TRAINS.facts()
            + DRIVER);
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                "swipl",
                "-g",
                "main('" + folder + "', " + PROGRAMS + ", " + TRAINS.names() + ")",
                "-t",
                "halt",
                world.toString())
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    Judge judge = TRAINS.judge();
    Map<String, Integer> kinds = new TreeMap<>();
    List<String> differences = new ArrayList<>();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).hasSize(PROGRAMS);
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      String text = Files.readString(folder.resolve(words[0] + ".pl"));
      String ours = ours(judge, text);
      kinds.merge(words[1].matches("[01]+") ? "bits" : words[1], 1, Integer::sum);
      if (words[1].matches("[01]+") && ours.startsWith("unread")) {
        kinds.merge("of these not read here", 1, Integer::sum);
      }
      if (!agree(words[1], ours)) {
        differences.add(words[1] + " / " + ours + "\n" + text);
      }
    }
    System.out.println("SWI-Prolog's verdicts: " + kinds);
    assertThat(differences.stream().limit(10)).isEmpty();
  }

  private static boolean agree(String theirs, String ours) {
    return switch (theirs) {
      case "limit" -> true;
      // What we can't read SWI may read, or find wrong only where it gets there.
      case "error", "syntax" -> !ours.matches("[01]+");
      default -> theirs.equals(ours) || ours.startsWith("unread");
    };
  }

  private static String ours(Judge judge, String text) {
    Parsed<PrologProgram> parsed = Prolog.parse(text, TRAINS.vocabulary());
    if (parsed.value().isEmpty()) {
      return "unread " + parsed.diagnostics();
    }
    boolean inProse =
        parsed.diagnostics().stream().anyMatch(d -> d.code() == PrologCode.SURROUNDED);
    if (inProse || !parsed.appliedFixes().isEmpty()) {
      return "repaired " + parsed.diagnostics();
    }
    return switch (judge.judge(parsed.value().get(), 1, 1_000_000)) {
      case Judgement.Decided decided -> {
        StringBuilder bits = new StringBuilder();
        for (int i = 0; i < judge.size(); i++) {
          bits.append(decided.covered().get(i) ? '1' : '0');
        }
        yield bits.toString();
      }
      case Judgement.Erroneous erroneous -> "error " + erroneous.why();
      case Judgement.Exhausted exhausted -> "exhausted " + exhausted.why();
    };
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("swipl", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
