package org.ponens.grammar.prolog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;

class PrologPrintLawTest {

  private static final Place HERE = Place.of(Source.of(" "), 0, 1);
  private static final List<String> NAMES =
      List.of("a", "b", "red", "is", "mod", "not", "It's", "[]", "X", "+", "\\", "a b", "élan", "");
  private static final List<String> FUNCTIONS = List.of("+", "-", "*", "//", "mod", "**", "^");
  private static final List<String> COMPARISONS =
      List.of("=", "\\=", "==", "\\==", "is", "=:=", "=\\=", "<", "=<", ">", ">=");

  /** Programs as a reader gives them: no conjunction of one, no list of goals within another. */
  private static final class Programs {
    private final Random random;

    Programs(long seed) {
      random = new Random(seed);
    }

    private <T> T pick(List<T> list) {
      return list.get(random.nextInt(list.size()));
    }

    PrologProgram program() {
      List<Clause> clauses = new ArrayList<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        List<Term> arguments = terms(random.nextInt(3), 3);
        clauses.add(
            new Clause(
                pick(List.of("p", "eastbound", "It's")),
                arguments,
                random.nextInt(4) == 0 ? new Goal.Conjunction(List.of(), HERE) : goal(4),
                HERE));
      }
      return new PrologProgram(clauses);
    }

    private List<Goal> goals(int depth) {
      List<Goal> goals = new ArrayList<>();
      for (int i = 0; i < 2 + random.nextInt(2); i++) {
        goals.add(goal(depth));
      }
      return goals;
    }

    Goal goal(int depth) {
      return switch (depth == 0 ? 9 + random.nextInt(4) : random.nextInt(13)) {
        case 0, 1 -> new Goal.Conjunction(goals(depth - 1), HERE);
        case 2 -> disjunction(depth - 1);
        case 3 ->
            new Goal.IfThenElse(
                goal(depth - 1), goal(depth - 1), Optional.of(goal(depth - 1)), HERE);
        case 4 -> new Goal.IfThenElse(goal(depth - 1), goal(depth - 1), Optional.empty(), HERE);
        case 5 -> new Goal.Negation(goal(depth - 1), HERE);
        case 6 -> new Goal.ForAll(goal(depth - 1), goal(depth - 1), HERE);
        case 7 -> new Goal.FindAll(term(2), goal(depth - 1), term(2), HERE);
        case 8 -> {
          Goal.Aggregate aggregate = pick(List.of(Goal.Aggregate.values()));
          Optional<Term> template =
              aggregate == Goal.Aggregate.COUNT ? Optional.empty() : Optional.of(term(2));
          yield new Goal.AggregateAll(aggregate, template, goal(depth - 1), term(2), HERE);
        }
        case 9 -> new Goal.Cut(HERE);
        case 10 -> new Goal.Call(pick(COMPARISONS), terms(2, 3), HERE);
        default ->
            new Goal.Call(pick(List.of("has_car", "r", "A b")), terms(random.nextInt(3), 3), HERE);
      };
    }

    /** A conditional in it, but for the last, would be an if-then-else. */
    private Goal disjunction(int depth) {
      List<Goal> goals = goals(depth);
      for (int i = 0; i + 1 < goals.size(); i++) {
        if (goals.get(i) instanceof Goal.IfThenElse) {
          goals.set(i, new Goal.Cut(HERE));
        }
      }
      return new Goal.Disjunction(goals, HERE);
    }

    private List<Term> terms(int count, int depth) {
      List<Term> terms = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        terms.add(term(depth));
      }
      return terms;
    }

    private Term term(int depth) {
      return switch (depth == 0 ? random.nextInt(5) : random.nextInt(10)) {
        case 0 -> new Term.Variable(pick(List.of("X", "_", "Y1", "_Z")), HERE);
        case 1, 2 -> new Term.Atom(pick(NAMES), HERE);
        case 3 -> new Term.Int(BigInteger.valueOf(random.nextInt(7) - 3L), HERE);
        case 4 -> new Term.Real((random.nextInt(9) - 4) / 4.0 + 0.1, HERE);
        case 5 -> new Term.Compound(pick(FUNCTIONS), terms(2, depth - 1), HERE);
        case 6 -> new Term.Compound(pick(List.of("-", "f", "It's")), terms(1, depth - 1), HERE);
        case 7 -> new Term.Compound(Term.CONS, terms(2, depth - 1), HERE);
        case 8 -> new Term.Compound(pick(List.of("=", ",", ";", "->")), terms(2, depth - 1), HERE);
        default -> new Term.Compound("g", terms(3, depth - 1), HERE);
      };
    }
  }

  @Property(tries = 3_000, seed = "1")
  void whatIsPrinted_isReadBack(@ForAll long seed) {
    PrologProgram program = new Programs(seed).program();
    Parsed<PrologProgram> read = Prolog.parseClauses(Source.of(program.print()));
    assertThat(read.diagnostics()).as(program.print()).isEmpty();
    assertThat(read.orElseThrow().print()).isEqualTo(program.print());
    assertThat(read.orElseThrow().equals(program)).as(program.print()).isTrue();
  }

  /** Whatever is done to a program, it is read, and what is said of it is said of a place in it. */
  @Property(tries = 2_000, seed = "1")
  void aDamagedProgram_isReadWithRemarksInIt(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(new Programs(seed).program().print());
    for (int i = 1 + random.nextInt(3); i > 0 && !text.isEmpty(); i--) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(4)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, "()[]|,.'\"%-:\\ X3".charAt(random.nextInt(16)));
        case 2 -> text.setLength(at);
        default -> text.insert(at, text.substring(at));
      }
    }
    for (Parsed<PrologProgram> read :
        List.of(
            Prolog.parseClauses(Source.of(text.toString())),
            Prolog.parse(text.toString(), Words.TRAINS))) {
      for (Diagnostic diagnostic : read.diagnostics()) {
        assertThat(diagnostic.span().start()).isBetween(0, text.length());
        assertThat(diagnostic.span().end()).isBetween(diagnostic.span().start(), text.length());
      }
      boolean errors = read.diagnostics().stream().anyMatch(d -> d.severity() == Severity.ERROR);
      assertThat(errors || read.value().isPresent()).isTrue();
    }
  }
}
