package org.ponens.app.induction;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.app.toy.Run;

/** The command judge, on the examples. */
class JudgeCommandTest {

  private static final Path EXAMPLES = Path.of("..", "examples", "induction");
  private static final String TRAINS = EXAMPLES.resolve("trains.pl").toString();

  @TempDir private Path folder = Path.of("");

  private String file(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Test
  void aWrongRule_isWrongAboutTheseExamples() {
    Run run =
        Run.of("judge", "--program", TRAINS, "--rule", EXAMPLES.resolve("rule.pl").toString());

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            The rule is right about 4 of 6 examples.
              train3 is westbound, and the rule says it is eastbound
              train5 is westbound, and the rule says it is eastbound
            """);
  }

  @Test
  void aRightRule_isRight_inEveryGuise() throws IOException {
    for (String rule :
        new String[] {
          Files.readString(EXAMPLES.resolve("right.pl")),
          "```prolog\neastbound(T) :- has_car(T, C), car_len(C, short), car_color(C, red)\n```",
          ":- use_module(library(lists)).\neastbound(X) :- has_car(X, Y), red_short(Y).\n"
              + "red_short(C) :- car_color(C, red), not(car_len(C, long))."
        }) {
      Run run = Run.of("judge", "-p", TRAINS, "-r", file("rule.pl", rule));
      assertThat(run.exitCode()).as(run.out()).isZero();
      assertThat(run.out()).endsWith("The rule is right about 6 of 6 examples.\n");
    }
  }

  @Test
  void aRuleThatCantBeRead_isExplained() throws IOException {
    Run run = Run.of("judge", "-p", TRAINS, "-r", file("rule.pl", "eastbound(T) :- has_car(T, C"));
    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).contains("rule.pl:1:24: error: '(' is not closed with ')'");
  }

  @Test
  void aRuleThatCheats_getsNoPoints() throws IOException {
    for (String cheat :
        new String[] {
          "eastbound(train0). eastbound(train1).", "eastbound(T) :- \\+ westbound(T)."
        }) {
      Run run = Run.of("judge", "-p", TRAINS, "-r", file("rule.pl", cheat), "--json");
      assertThat(run.exitCode()).isEqualTo(1);
      assertThat(run.out())
          .startsWith("{\"accuracy\":0.0,\"partial_score\":0.0,\"syntax_score\":1.0");
    }
  }

  @Test
  void otherLabels_areNamed() throws IOException {
    String program =
        file("molecules.pl", "active(m1). inactive(m2). has_atom(m1, a1). element(a1, oxygen).");
    String rule = file("rule.pl", "active(M) :- has_atom(M, A), element(A, oxygen).");
    Run run =
        Run.of("judge", "-p", program, "-r", rule, "--target", "active", "--opposite", "inactive");
    assertThat(run.exitCode()).as(run.out() + run.err()).isZero();
    assertThat(Run.of("judge", "-p", program, "-r", rule).err())
        .contains("there are no examples: neither eastbound/1 nor westbound/1 has facts");
  }

  @Test
  void rowsOfSlrBench_areScoredByLevel() throws IOException {
    String program = Files.readString(EXAMPLES.resolve("trains.pl")).replace("\n", "\\n");
    String rows =
        file(
            "rows.jsonl",
            "{\"id\": 7, \"prompt\": \"Find it.\", \"ground-truth rule\": \"eastbound(T) :- has_car(T,"
                + " C), car_color(C, red), car_len(C, short).\", \"validation program\": \""
                + program
                + "\", \"curriculum level\": 3}\n{\"id\": 8}\n");
    String rule = "[RULE]eastbound(T) :- has_car(T, C), car_color(C, red).[/RULE]";
    String responses =
        file("responses.jsonl", "{\"id\": 7, \"response\": \"" + rule + "\"}\nwhat\n");
    Run run = Run.of("judge", "--rows", rows, "--responses", responses);
    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("| 3     |    1 |    0.0 % |  66.7 % | 100.0 % |");
    assertThat(run.err())
        .contains("responses.jsonl:2: no response")
        .contains("rows.jsonl:2: no row of SLR-Bench");
  }

  @Test
  void wrongArguments_areSaid() {
    assertThat(Run.of("judge").exitCode()).isEqualTo(2);
    assertThat(Run.of("judge", "-p", TRAINS).err()).contains("either --program and --rule");
    assertThat(Run.of("judge", "-p", "nowhere.pl", "-r", TRAINS).exitCode()).isEqualTo(3);
  }
}
