package org.ponens.solvers.planning.ground;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * A condition without variables. A literal is twice the number of its atom, and one more where it
 * is negative.
 */
sealed interface Node {

  record Lit(int literal) implements Node {}

  record Both(List<Node> operands) implements Node {}

  record Either(List<Node> operands) implements Node {}

  Node TRUE = new Both(List.of());
  Node FALSE = new Either(List.of());

  /** A conjunction, flat and without what is true. */
  static Node and(List<Node> operands) {
    Set<Node> parts = new LinkedHashSet<>();
    for (Node operand : operands) {
      switch (operand) {
        case Both it -> parts.addAll(it.operands());
        case Either it when it.operands().isEmpty() -> {
          return FALSE;
        }
        default -> parts.add(operand);
      }
    }
    return parts.size() == 1 ? parts.iterator().next() : new Both(new ArrayList<>(parts));
  }

  /** A disjunction, flat and without what is false. */
  static Node or(List<Node> operands) {
    Set<Node> parts = new LinkedHashSet<>();
    for (Node operand : operands) {
      switch (operand) {
        case Either it -> parts.addAll(it.operands());
        case Both it when it.operands().isEmpty() -> {
          return TRUE;
        }
        default -> parts.add(operand);
      }
    }
    return parts.size() == 1 ? parts.iterator().next() : new Either(new ArrayList<>(parts));
  }
}
