package org.ponens.solvers.fol.saturation;

import java.util.List;

/** A clause of the search, with where it comes from. */
final class SharedClause {

  /** The goal distance of what does not descend from the goal. */
  static final int FAR = 1000;

  final SharedLiteral[] literals;

  /** One more than the greatest variable; 0 for a ground clause. */
  final int variables;

  final Derivation derivation;

  /** Its number by age. */
  final int number;

  /** The clauses it was inferred from; where one is no longer needed, neither is this. */
  List<SharedClause> generators = List.of();

  /** How many inferences it is away from the goal; {@link #FAR} or more without descent from it. */
  int goalDistance = FAR;

  /** Whether it is given, but for equality resolution. */
  boolean given;

  /** Its place in the passive set. */
  int priority;

  /** Whether it waits in the passive set. */
  boolean waiting;

  /** Whether it takes part in inferences. */
  boolean active;

  /** Whether a simpler clause made it superfluous. */
  boolean redundant;

  /** Which literals inferences work on, once it is active. */
  boolean[] eligible = {};

  /** Whether a negative literal is selected. */
  boolean selected;

  SharedClause(SharedLiteral[] literals, Derivation derivation, int number) {
    this.literals = literals;
    this.derivation = derivation;
    this.number = number;
    int bound = 0;
    for (SharedLiteral literal : literals) {
      bound = Math.max(bound, literal.variables());
    }
    this.variables = bound;
  }

  boolean isEmpty() {
    return literals.length == 0;
  }

  boolean isUnit() {
    return literals.length == 1;
  }

  int weight() {
    int sum = 0;
    for (SharedLiteral literal : literals) {
      sum += literal.weight();
    }
    return sum;
  }

  int size() {
    int sum = 0;
    for (SharedLiteral literal : literals) {
      sum += literal.size();
    }
    return sum;
  }

  int depth() {
    int deepest = 0;
    for (SharedLiteral literal : literals) {
      deepest = Math.max(deepest, literal.depth());
    }
    return deepest;
  }
}
