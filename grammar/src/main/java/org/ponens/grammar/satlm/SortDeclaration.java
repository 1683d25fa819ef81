package org.ponens.grammar.satlm;

import java.util.List;
import java.util.Objects;

/** The declaration of a finite sort. */
public sealed interface SortDeclaration {

  String name();

  /**
   * Named members in the order of declaration, which is also their order in comparisons. A sort
   * whose members belong to another sort is a part of it (see {@link Signature}).
   *
   * @param members not empty, without repetition
   * @param numbered whether its members may be compared with integers ({@code IntSort([Monday,
   *     Tuesday])})
   */
  record Enumeration(String name, List<String> members, boolean numbered)
      implements SortDeclaration {
    public Enumeration {
      Objects.requireNonNull(name);
      members = List.copyOf(members);
      if (members.isEmpty()) {
        throw new IllegalArgumentException("a sort has members: " + name);
      }
    }
  }

  /**
   * A finite set of integers; its elements are ordinary integers in arithmetic and comparisons.
   *
   * @param values not empty, without repetition
   */
  record Integers(String name, List<Integer> values) implements SortDeclaration {
    public Integers {
      Objects.requireNonNull(name);
      values = List.copyOf(values);
      if (values.isEmpty()) {
        throw new IllegalArgumentException("a sort has values: " + name);
      }
    }
  }
}
