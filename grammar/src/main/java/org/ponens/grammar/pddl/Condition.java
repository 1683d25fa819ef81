package org.ponens.grammar.pddl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Place;

/** What may hold in a state: a precondition, a goal, the condition of an effect. */
public sealed interface Condition {

  Place place();

  /** That a predicate is true of some terms. */
  record Atom(String predicate, List<Term> arguments, Place place) implements Condition {
    public Atom {
      Objects.requireNonNull(predicate);
      arguments = List.copyOf(arguments);
    }

    /** As PDDL writes it. */
    @Override
    public String toString() {
      return PddlPrinter.print(this);
    }
  }

  /** That two terms are the same object. */
  record Equality(Term left, Term right, Place place) implements Condition {}

  record Not(Condition operand, Place place) implements Condition {}

  /** All of several, or of none: true. */
  record And(List<Condition> operands, Place place) implements Condition {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** One of several, or of none: false. */
  record Or(List<Condition> operands, Place place) implements Condition {
    public Or {
      operands = List.copyOf(operands);
    }
  }

  record Imply(Condition antecedent, Condition consequent, Place place) implements Condition {}

  record Exists(List<TypedName> variables, Condition body, Place place) implements Condition {
    public Exists {
      variables = List.copyOf(variables);
    }
  }

  record Forall(List<TypedName> variables, Condition body, Place place) implements Condition {
    public Forall {
      variables = List.copyOf(variables);
    }
  }

  /** How two numbers compare. */
  record Comparison(Comparator comparator, Expression left, Expression right, Place place)
      implements Condition {
    public Comparison {
      Objects.requireNonNull(comparator);
    }
  }

  /** A soft condition, which a metric may count (PDDL 3.0). */
  record Preference(Optional<String> name, Condition body, Place place) implements Condition {}

  /** A condition of a durative action, at a time of it (PDDL 2.1); in constraints, of a plan. */
  record Timed(TimeSpecifier time, Condition body, Place place) implements Condition {}

  /**
   * A constraint on the states that a plan passes (PDDL 3.0).
   *
   * @param bounds its numbers: one of {@code within}, two of {@code hold-during}
   * @param operands one condition or two
   */
  record Trajectory(
      Modality modality, List<BigDecimal> bounds, List<Condition> operands, Place place)
      implements Condition {
    public Trajectory {
      bounds = bounds.stream().map(Numbers::normal).toList();
      operands = List.copyOf(operands);
    }
  }

  /** Comparisons of numbers. */
  enum Comparator {
    LESS("<"),
    LESS_OR_EQUAL("<="),
    EQUAL("="),
    GREATER_OR_EQUAL(">="),
    GREATER(">");

    private final String symbol;

    Comparator(String symbol) {
      this.symbol = symbol;
    }

    /** As PDDL writes it. */
    public String symbol() {
      return symbol;
    }
  }

  /** When during a durative action. */
  enum TimeSpecifier {
    AT_START("at start"),
    AT_END("at end"),
    OVER_ALL("over all");

    private final String words;

    TimeSpecifier(String words) {
      this.words = words;
    }

    /** As PDDL writes it. */
    public String words() {
      return words;
    }
  }

  /** What a trajectory constraint says of its conditions, with how many bounds and operands. */
  enum Modality {
    ALWAYS("always", 0, 1),
    SOMETIME("sometime", 0, 1),
    WITHIN("within", 1, 1),
    AT_MOST_ONCE("at-most-once", 0, 1),
    SOMETIME_AFTER("sometime-after", 0, 2),
    SOMETIME_BEFORE("sometime-before", 0, 2),
    ALWAYS_WITHIN("always-within", 1, 2),
    HOLD_DURING("hold-during", 2, 1),
    HOLD_AFTER("hold-after", 1, 1);

    private final String word;
    private final int bounds;
    private final int operands;

    Modality(String word, int bounds, int operands) {
      this.word = word;
      this.bounds = bounds;
      this.operands = operands;
    }

    /** As PDDL writes it. */
    public String word() {
      return word;
    }

    /** How many numbers it has. */
    public int bounds() {
      return bounds;
    }

    /** How many conditions it has. */
    public int operands() {
      return operands;
    }
  }

  /** The condition that always holds. */
  static Condition always() {
    return new And(List.of(), Place.NOWHERE);
  }
}
