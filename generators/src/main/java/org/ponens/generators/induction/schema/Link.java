package org.ponens.generators.induction.schema;

import java.util.List;
import java.util.Objects;

/**
 * A relation between the parts of an example. The parts of each example are connected by it.
 *
 * @param predicate of two parts and, where there are kinds, a kind
 * @param kinds may be none
 * @param isSymmetric whether facts say it in both directions
 */
public record Link(String predicate, List<String> kinds, boolean isSymmetric) {
  public Link {
    Objects.requireNonNull(predicate);
    kinds = List.copyOf(kinds);
  }
}
