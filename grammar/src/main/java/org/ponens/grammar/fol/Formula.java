package org.ponens.grammar.fol;

import java.util.List;
import java.util.Objects;

/**
 * A formula of first-order logic with equality.
 *
 * <p>Order comparisons and membership are atoms with the predicates {@code <}, {@code ≤}, {@code
 * >}, {@code ≥}, {@code ∈} and two arguments; {@code a ≠ b} is {@code Not(Equality(a, b))}. A chain
 * {@code a ∧ b ∧ c} is one {@link And} of three; parentheses that group a chain within a chain are
 * kept. Implication associates to the right, {@code ⊕} and {@code ↔} to the left.
 */
public sealed interface Formula {

  /**
   * A predicate symbol (its name and number of arguments) applied to terms; a proposition where
   * there are none.
   */
  record Atom(String predicate, List<Term> arguments) implements Formula {
    public Atom {
      Objects.requireNonNull(predicate);
      arguments = List.copyOf(arguments);
    }
  }

  /** {@code left = right}. */
  record Equality(Term left, Term right) implements Formula {}

  /** {@code ⊤} or {@code ⊥}. */
  record Truth(boolean value) implements Formula {}

  record Not(Formula operand) implements Formula {}

  /** A conjunction of two or more. */
  record And(List<Formula> operands) implements Formula {
    public And {
      operands = atLeastTwo(operands);
    }
  }

  /** A disjunction of two or more. */
  record Or(List<Formula> operands) implements Formula {
    public Or {
      operands = atLeastTwo(operands);
    }
  }

  /** Exclusive disjunction: one and not the other. */
  record Xor(Formula left, Formula right) implements Formula {}

  record Implies(Formula antecedent, Formula consequent) implements Formula {}

  record Iff(Formula left, Formula right) implements Formula {}

  record ForAll(Term.Variable variable, Formula body) implements Formula {}

  record Exists(Term.Variable variable, Formula body) implements Formula {}

  static Atom atom(String predicate, Term... arguments) {
    return new Atom(predicate, List.of(arguments));
  }

  static Formula and(Formula... operands) {
    return new And(List.of(operands));
  }

  static Formula or(Formula... operands) {
    return new Or(List.of(operands));
  }

  private static List<Formula> atLeastTwo(List<Formula> operands) {
    if (operands.size() < 2) {
      throw new IllegalArgumentException("a conjunction or disjunction has two operands or more");
    }
    return List.copyOf(operands);
  }
}
