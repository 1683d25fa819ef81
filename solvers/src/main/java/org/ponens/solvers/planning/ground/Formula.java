package org.ponens.solvers.planning.ground;

import java.util.List;

/**
 * A condition in negation normal form over numbered predicates and objects. A term that is not
 * negative is a slot of the environment; a negative one is the complement of an object's number.
 */
@SuppressWarnings("ArrayRecordComponent") // never compared, never changed
sealed interface Formula {

  /** An atom or its negation. */
  record Literal(int predicate, int[] terms, boolean positive) implements Formula {

    /** The terms' objects in an environment. */
    int[] objects(int[] environment) {
      int[] objects = new int[terms.length];
      for (int i = 0; i < terms.length; i++) {
        objects[i] = object(terms[i], environment);
      }
      return objects;
    }
  }

  /** That two terms are the same object, or are not. */
  record Same(int left, int right, boolean positive) implements Formula {}

  /** All of several; of none: true. */
  record All(List<Formula> operands) implements Formula {}

  /** One of several; of none: false. */
  record Any(List<Formula> operands) implements Formula {}

  /** The body for every object, or for some object, in the slot. */
  record Quantified(boolean universal, int slot, int[] objects, Formula body) implements Formula {}

  Formula TRUE = new All(List.of());
  Formula FALSE = new Any(List.of());

  static int object(int term, int[] environment) {
    return term >= 0 ? environment[term] : ~term;
  }

  /** The conjunction, flat, of two. */
  static Formula all(List<Formula> operands) {
    return operands.size() == 1 ? operands.get(0) : new All(List.copyOf(operands));
  }
}
