package org.ponens.generators.induction.example;

import java.util.List;
import org.ponens.generators.induction.schema.Constraint;
import org.ponens.generators.induction.schema.Constraint.Allowed;
import org.ponens.generators.induction.schema.Schema;

/** A constraint by numbers: attributes, and sets of values as bits. */
final class Implication {

  private final int[] whenAttributes;
  private final long[] when;
  private final int[] thenAttributes;
  private final long[] then;

  Implication(Constraint constraint, Schema schema) {
    whenAttributes = indexes(constraint.when(), schema);
    when = masks(constraint.when(), schema);
    thenAttributes = indexes(constraint.then(), schema);
    then = masks(constraint.then(), schema);
  }

  private static int[] indexes(List<Allowed> allowed, Schema schema) {
    return allowed.stream().mapToInt(one -> indexOf(one, schema)).toArray();
  }

  private static int indexOf(Allowed allowed, Schema schema) {
    for (int i = 0; i < schema.attributes().size(); i++) {
      if (schema.attributes().get(i).predicate().equals(allowed.predicate())) {
        return i;
      }
    }
    throw new IllegalArgumentException("no attribute " + allowed.predicate());
  }

  private static long[] masks(List<Allowed> allowed, Schema schema) {
    return allowed.stream()
        .mapToLong(
            one -> {
              List<String> values = schema.attributes().get(indexOf(one, schema)).values();
              return one.values().stream().mapToLong(v -> 1L << values.indexOf(v)).sum();
            })
        .toArray();
  }

  /** The last attribute that it speaks of. */
  int last() {
    int last = 0;
    for (int attribute : whenAttributes) {
      last = Math.max(last, attribute);
    }
    for (int attribute : thenAttributes) {
      last = Math.max(last, attribute);
    }
    return last;
  }

  /** Whether the values of a part, from the offset on, are as it says. */
  boolean isKept(int[] values, int offset) {
    return !all(whenAttributes, when, values, offset) || all(thenAttributes, then, values, offset);
  }

  private static boolean all(int[] attributes, long[] masks, int[] values, int offset) {
    for (int i = 0; i < attributes.length; i++) {
      if ((masks[i] >> values[offset + attributes[i]] & 1) == 0) {
        return false;
      }
    }
    return true;
  }
}
