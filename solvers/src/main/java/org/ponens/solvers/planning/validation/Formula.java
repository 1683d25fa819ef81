package org.ponens.solvers.planning.validation;

import java.util.ArrayList;
import java.util.List;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Expression;

/**
 * A condition in negation normal form. A term that is not negative is a slot of the environment; a
 * negative one is the complement of an object's number. {@code slots} are those that the formula
 * takes from outside.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
sealed interface Formula {

  int[] slots();

  /** The formula's negation. */
  Formula negated();

  /** An atom or its negation. */
  record Literal(int predicate, int[] terms, boolean positive, int[] slots) implements Formula {
    @Override
    public Formula negated() {
      return new Literal(predicate, terms, !positive, slots);
    }
  }

  /** That two terms are the same object, or are not. */
  record Same(int left, int right, boolean positive, int[] slots) implements Formula {
    @Override
    public Formula negated() {
      return new Same(left, right, !positive, slots);
    }
  }

  /** How two numbers compare, or that they do not; false where one of them has no value. */
  record Compare(
      Condition.Comparator comparator, Value left, Value right, boolean positive, int[] slots)
      implements Formula {
    @Override
    public Formula negated() {
      return new Compare(comparator, left, right, !positive, slots);
    }
  }

  /** All of several; of none: true. */
  record All(List<Formula> operands, int[] slots) implements Formula {
    @Override
    public Formula negated() {
      return new Any(operands.stream().map(Formula::negated).toList(), slots);
    }
  }

  /** One of several; of none: false. */
  record Any(List<Formula> operands, int[] slots) implements Formula {
    @Override
    public Formula negated() {
      return new All(operands.stream().map(Formula::negated).toList(), slots);
    }
  }

  /** The body for every object, or for some object, in the slot. */
  record Quantified(boolean universal, int slot, Formula body, int[] slots) implements Formula {
    @Override
    public Formula negated() {
      return new Quantified(!universal, slot, body.negated(), slots);
    }
  }

  /** What stands for a number. */
  sealed interface Value {

    record Constant(Rational number) implements Value {}

    record Fluent(int function, int[] terms) implements Value {}

    record Operation(Expression.Operator operator, List<Value> operands) implements Value {}

    /** A number beyond the bounds of {@link Rational}. */
    record None() implements Value {}
  }

  static int object(int term, int[] environment) {
    return term >= 0 ? environment[term] : ~term;
  }

  /**
   * Whether numbers are compared: where one has no value, neither the comparison nor its negation
   * holds.
   */
  static boolean hasNumbers(Formula formula) {
    return switch (formula) {
      case Literal it -> false;
      case Same it -> false;
      case Compare it -> true;
      case All it -> it.operands().stream().anyMatch(Formula::hasNumbers);
      case Any it -> it.operands().stream().anyMatch(Formula::hasNumbers);
      case Quantified it -> hasNumbers(it.body());
    };
  }

  /** The parts of a conjunction, as far down as it is one. */
  static List<Formula> conjuncts(Formula formula) {
    if (!(formula instanceof All all)) {
      return List.of(formula);
    }
    List<Formula> parts = new ArrayList<>();
    all.operands().forEach(o -> parts.addAll(conjuncts(o)));
    return parts;
  }
}
