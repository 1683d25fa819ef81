package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.ponens.grammar.diagnostic.Source;

/** Random formulas and problems, closed, with names that are hard to spell. */
final class FolGenerators {

  private static final List<String> NAMES =
      List.of(
          "a",
          "rina",
          "Rina",
          "x",
          "y",
          "z1",
          "l-2021",
          "42",
          "42.3billion",
          "27Colleges",
          "and",
          "All",
          "exists",
          "no",
          "captain america",
          "Walden \"by\" T.",
          "O'Hara",
          "it’s",
          "Świątek",
          "under_score",
          "_",
          "-5",
          "true",
          "Uncertain",
          "list",
          "a\\b",
          "c++",
          "50%",
          "$205",
          "∀",
          "P(x)",
          "→",
          ":::",
          "Premises:",
          "(",
          "",
          " ",
          "文",
          "x-",
          "-x",
          "a--b",
          "not",
          "<",
          "∈",
          "`",
          "**",
          "A.B",
          "such",
          "that",
          "there",
          "for",
          "If",
          "then",
          "'",
          "\"",
          "{a}",
          "🦊",
          "#1",
          "%",
          "U",
          "u9",
          "v",
          "$T");

  private static final List<String> PREDICATES =
      List.of(
          "P",
          "Student",
          "is a student",
          "p",
          "Risk-averse",
          "and",
          "Or",
          "Not",
          "Exists",
          "=",
          "<",
          "≤",
          "∈",
          "27Colleges",
          "x",
          "true",
          "False",
          "Unknown",
          "GrowthCompanies’Stocks",
          "Implies",
          "P()",
          "Iff",
          "y1",
          "⊆",
          "¬");

  private static final List<String> VARIABLES =
      List.of("x", "y", "z", "x1", "person", "X", "Rina", "rina", "a", "文", "u9");

  private final Random random;
  private final Notation notation;
  private int fuel;

  private FolGenerators(long seed, int size, Notation notation) {
    this.random = new Random(seed);
    this.notation = notation;
    this.fuel = size;
  }

  /** Formulas that a notation can print so that they read back as equal. */
  static Arbitrary<Formula> formulas(Notation notation) {
    return Arbitraries.longs()
        .flatMap(
            seed ->
                Arbitraries.integers()
                    .between(1, 25)
                    .map(size -> new FolGenerators(seed, size, notation).formula(new HashSet<>())));
  }

  static Arbitrary<FolProblem> problems() {
    return Arbitraries.longs().map(seed -> new FolGenerators(seed, 60, Notation.UNICODE).problem());
  }

  private FolProblem problem() {
    List<Statement> premises = new ArrayList<>();
    int count = random.nextInt(4);
    for (int i = 1; i <= count; i++) {
      fuel = random.nextInt(15);
      premises.add(statement(random.nextInt(5) == 0 ? pick(NAMES) + "!" : "premise " + i));
    }
    fuel = random.nextInt(15);
    Optional<Statement> conclusion =
        random.nextInt(6) == 0 ? Optional.empty() : Optional.of(statement("conclusion"));
    return new FolProblem(premises, conclusion);
  }

  private Statement statement(String label) {
    Optional<String> gloss =
        random.nextBoolean()
            ? Optional.empty()
            : Optional.of("a ::: gloss, ∀ " + pick(NAMES) + " end");
    return new Statement(label, formula(new HashSet<>()), gloss, Source.of("").span(0, 0));
  }

  private String pick(List<String> names) {
    return names.get(random.nextInt(names.size()));
  }

  private Formula formula(Set<String> bound) {
    fuel--;
    if (fuel <= 0) {
      return atom(bound);
    }
    return switch (random.nextInt(11)) {
      case 0 -> new Formula.Not(formula(bound));
      case 1 -> new Formula.And(several(bound));
      case 2 -> new Formula.Or(several(bound));
      case 3 ->
          notation == Notation.PROVER9
              ? new Formula.Not(formula(bound))
              : new Formula.Xor(formula(bound), formula(bound));
      case 4 -> new Formula.Implies(formula(bound), formula(bound));
      case 5 -> new Formula.Iff(formula(bound), formula(bound));
      case 6, 7 -> quantified(bound, true);
      case 8 -> quantified(bound, false);
      default -> atom(bound);
    };
  }

  private List<Formula> several(Set<String> bound) {
    List<Formula> operands = new ArrayList<>();
    int count = 2 + random.nextInt(3);
    for (int i = 0; i < count; i++) {
      operands.add(formula(bound));
    }
    return operands;
  }

  private Formula quantified(Set<String> bound, boolean universal) {
    String name =
        switch (notation) {
          case TPTP -> "V" + random.nextInt(4);
          case PROVER9 -> List.of("x", "y", "z1", "X").get(random.nextInt(4));
          default -> pick(VARIABLES);
        };
    Set<String> inner = new HashSet<>(bound);
    inner.add(name);
    Formula body = formula(inner);
    Term.Variable variable = Term.variable(name);
    return universal ? new Formula.ForAll(variable, body) : new Formula.Exists(variable, body);
  }

  private Formula atom(Set<String> bound) {
    return switch (random.nextInt(8)) {
      case 0 -> new Formula.Equality(term(bound, 2), term(bound, 2));
      case 1 -> new Formula.Truth(random.nextBoolean());
      case 2 -> new Formula.Atom(pick(PREDICATES), List.of());
      default -> {
        List<Term> arguments = new ArrayList<>();
        int count = 1 + random.nextInt(3);
        for (int i = 0; i < count; i++) {
          arguments.add(term(bound, 2));
        }
        yield new Formula.Atom(pick(PREDICATES), arguments);
      }
    };
  }

  private Term term(Set<String> bound, int depth) {
    if (!bound.isEmpty() && random.nextBoolean()) {
      List<String> names = bound.stream().sorted().toList();
      return Term.variable(names.get(random.nextInt(names.size())));
    }
    if (depth > 0 && random.nextInt(4) == 0) {
      return Term.apply(pick(NAMES), term(bound, depth - 1), term(bound, depth - 1));
    }
    return Term.constant(pick(NAMES));
  }
}
