package org.ponens.grammar.pddl;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.pddl.Form.Group;
import org.ponens.grammar.pddl.Form.Word;
import org.ponens.grammar.pddl.antlr.PddlTokens;

/**
 * An atom that has taken what follows it for its arguments, as its closing parenthesis is missing:
 * {@code (and (at ?p ?l (at ?t ?l))}.
 *
 * @param outer the list that the atom stands in
 * @param inner the atom
 * @param from which of its items were not meant to be in it
 */
record Swallowing(Group outer, Group inner, int from) {

  private static final Set<String> TAKE_LISTS =
      Set.of(
          "and",
          "or",
          "not",
          "imply",
          "exists",
          "forall",
          "when",
          "=",
          "<",
          ">",
          "<=",
          ">=",
          "+",
          "-",
          "*",
          "/",
          "assign",
          "increase",
          "decrease",
          "scale-up",
          "scale-down",
          "over",
          "preference",
          "always",
          "sometime",
          "within",
          "at-most-once",
          "sometime-after",
          "sometime-before",
          "always-within",
          "hold-during",
          "hold-after",
          "define",
          "minimize",
          "maximize");

  /** The one such atom below a list; empty where there is none, or several. */
  static Optional<Swallowing> in(Group root) {
    List<Swallowing> found = new ArrayList<>();
    Deque<Group> left = new ArrayDeque<>(List.of(root));
    while (!left.isEmpty() && found.size() < 2) {
      Group outer = left.pop();
      for (Form item : outer.items()) {
        if (item instanceof Group inner) {
          left.push(inner);
          at(outer, inner).ifPresent(found::add);
        }
      }
    }
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }

  private static Optional<Swallowing> at(Group outer, Group inner) {
    List<Form> items = inner.items();
    if (inner.head().isEmpty()
        || inner.head().startsWith(":")
        || TAKE_LISTS.contains(inner.head())) {
      return Optional.empty();
    }
    boolean timed =
        inner.head().equals("at")
            && items.size() > 1
            && items.get(1) instanceof Word time
            && (time.text().equals("start")
                || time.text().equals("end")
                || time.type() == PddlTokens.NUMBER);
    for (int i = 1; i < items.size() && !timed; i++) {
      if (items.get(i) instanceof Group) {
        return Optional.of(new Swallowing(outer, inner, i));
      }
    }
    return Optional.empty();
  }

  /** Moves what was not meant to be in the atom behind it. */
  void release() {
    List<Form> taken = inner.items().subList(from, inner.items().size());
    List<Form> moved = List.copyOf(taken);
    taken.clear();
    inner.endAt(inner.items().get(from - 1).end());
    outer.items().addAll(outer.items().indexOf(inner) + 1, moved);
  }
}
