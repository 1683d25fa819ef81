package org.ponens.solvers.planning.equivalence;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A formula, fact or expression in normal form; objects and variables are its leaves. */
sealed interface Tree {

  /** An object or a constant. */
  record Thing(String name) implements Tree {}

  /** A bound variable, under a number of its own in its formula. */
  record Bound(int number) implements Tree {}

  /** A number or a word. */
  record Leaf(String label) implements Tree {}

  /** Something said of its children, in their order or whatever their order. */
  record Node(String label, boolean ordered, List<Tree> children) implements Tree {
    public Node {
      children = List.copyOf(children);
    }
  }

  /** A quantifier; its variables have no order. */
  record Quantified(String quantifier, List<Variable> variables, Tree body) implements Tree {
    public Quantified {
      variables = List.copyOf(variables);
    }
  }

  /** A variable where it is bound. */
  record Variable(int number, String type) {}

  /** The conjunction of nothing, or the disjunction. */
  static Tree truth(boolean value) {
    return new Node(value ? "and" : "or", false, List.of());
  }

  static Tree atom(String predicate, List<? extends Tree> arguments) {
    return new Node(predicate, true, List.copyOf(arguments));
  }

  static Tree not(Tree operand) {
    return new Node("not", true, List.of(operand));
  }

  /** All of some; flat, without repetition, and the operand itself where it is one. */
  static Tree and(List<Tree> operands) {
    return join(true, operands);
  }

  /** One of some; flat, without repetition, and the operand itself where it is one. */
  static Tree or(List<Tree> operands) {
    return join(false, operands);
  }

  private static Tree join(boolean all, List<Tree> operands) {
    String label = all ? "and" : "or";
    Set<Tree> flat = new LinkedHashSet<>();
    for (Tree operand : operands) {
      if (operand.equals(truth(!all))) {
        return operand;
      }
      if (operand instanceof Node node && !node.ordered() && node.label().equals(label)) {
        flat.addAll(node.children());
      } else {
        flat.add(operand);
      }
    }
    return switch (flat.size()) {
      case 0 -> truth(all);
      case 1 -> flat.iterator().next();
      default -> new Node(label, false, List.copyOf(flat));
    };
  }

  /** The operands of a conjunction, or the formula itself. */
  default Set<Tree> conjuncts() {
    return this instanceof Node node && !node.ordered() && node.label().equals("and")
        ? new LinkedHashSet<>(node.children())
        : new LinkedHashSet<>(Set.of(this));
  }

  /** As PDDL writes it, operands without order in alphabetical one. */
  default String text() {
    return text(Map.of());
  }

  /** As PDDL writes it, with other names for those objects that have them. */
  default String text(Map<String, String> renaming) {
    return switch (this) {
      case Thing it -> renaming.getOrDefault(it.name(), it.name());
      case Bound it -> "?v" + it.number();
      case Leaf it -> it.label();
      case Node it -> {
        List<String> parts = new ArrayList<>();
        it.children().forEach(c -> parts.add(c.text(renaming)));
        if (!it.ordered()) {
          parts.sort(null);
        }
        parts.addFirst(it.label());
        yield parts.stream().collect(Collectors.joining(" ", "(", ")"));
      }
      case Quantified it ->
          it.variables().stream()
              .map(v -> "?v" + v.number() + " - " + v.type())
              .collect(
                  Collectors.joining(
                      " ", "(" + it.quantifier() + " (", ") " + it.body().text(renaming) + ")"));
    };
  }
}
