package org.ponens.solvers.planning.validation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/** Atoms that are found by their predicate and an argument. */
final class FactIndex {

  private final Universe.Signature predicates;
  private final Codes[] byPredicate;
  private final Map<Place, Codes> byArgument = new HashMap<>();

  private record Place(int predicate, int position, int object) {}

  FactIndex(Universe.Signature predicates) {
    this.predicates = predicates;
    this.byPredicate = new Codes[predicates.size()];
    Arrays.setAll(byPredicate, i -> new Codes());
  }

  void add(long code) {
    int predicate = predicates.symbol(code);
    byPredicate[predicate].add(code);
    int[] arguments = predicates.arguments(code);
    for (int i = 0; i < arguments.length; i++) {
      byArgument.computeIfAbsent(new Place(predicate, i, arguments[i]), p -> new Codes()).add(code);
    }
  }

  /**
   * The fewest atoms at hand among which are all that a literal may mean, where slots without an
   * object have -1 in the environment.
   */
  Codes candidates(Formula.Literal literal, int[] environment) {
    Codes best = byPredicate[literal.predicate()];
    for (int i = 0; i < literal.terms().length && best.size > 1; i++) {
      int object = Formula.object(literal.terms()[i], environment);
      if (object >= 0) {
        Codes some = byArgument.getOrDefault(new Place(literal.predicate(), i, object), Codes.NONE);
        if (some.size < best.size) {
          best = some;
        }
      }
    }
    return best;
  }

  /** A growing list of codes. */
  static final class Codes {
    private static final Codes NONE = new Codes();
    private long[] values = new long[2];
    private int size;

    private void add(long code) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = code;
    }

    int size() {
      return size;
    }

    long get(int i) {
      return values[i];
    }
  }
}
