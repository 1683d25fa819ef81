package org.ponens.grammar.cnf;

import java.util.Arrays;
import java.util.BitSet;

/** A bound on how many of its literals are true; a literal written twice counts twice. */
public final class Cardinality implements Constraint {

  /** How the number of true literals compares with the bound. */
  public enum Relation {
    AT_MOST,
    AT_LEAST,
    EXACTLY
  }

  private final Relation relation;
  private final int bound;
  private final int[] literals;

  private Cardinality(Relation relation, int bound, int[] literals) {
    this.relation = relation;
    this.bound = bound;
    this.literals = literals;
  }

  /**
   * A bound on these literals.
   *
   * @param bound not negative
   * @throws IllegalArgumentException if a literal is 0 or the bound negative
   */
  public static Cardinality of(Relation relation, int bound, int... literals) {
    if (bound < 0) {
      throw new IllegalArgumentException("a bound is not negative: " + bound);
    }
    return new Cardinality(relation, bound, Literals.checked(literals));
  }

  public Relation relation() {
    return relation;
  }

  public int bound() {
    return bound;
  }

  @Override
  public int[] literals() {
    return literals.clone();
  }

  @Override
  public int size() {
    return literals.length;
  }

  @Override
  public int literal(int position) {
    return literals[position];
  }

  @Override
  public boolean holds(BitSet trueVariables) {
    int count = 0;
    for (int literal : literals) {
      if (Constraint.isTrue(literal, trueVariables)) {
        count++;
      }
    }
    return switch (relation) {
      case AT_MOST -> count <= bound;
      case AT_LEAST -> count >= bound;
      case EXACTLY -> count == bound;
    };
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Cardinality that
        && relation == that.relation
        && bound == that.bound
        && Arrays.equals(literals, that.literals);
  }

  @Override
  public int hashCode() {
    return 31 * (31 * relation.name().hashCode() + bound) + Arrays.hashCode(literals);
  }

  @Override
  public String toString() {
    return relation + " " + bound + " of " + Arrays.toString(literals);
  }
}
