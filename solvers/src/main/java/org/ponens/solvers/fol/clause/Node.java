package org.ponens.solvers.fol.clause;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.ponens.grammar.fol.Term;

/**
 * A formula in negation normal form, every bound variable with a name of its own. The factories
 * simplify the truth values away and keep each quantifier as far inside as it goes (miniscoping,
 * Nonnengart and Weidenbach 2001), so that Skolem functions have few arguments.
 */
sealed interface Node {

  Node TRUE = new Conjunction(List.of(), Set.of());
  Node FALSE = new Disjunction(List.of(), Set.of());

  /** The names of the free variables, in the order of their first occurrence. Not to be changed. */
  Set<String> free();

  record Leaf(Literal literal, Set<String> free) implements Node {}

  /** A conjunction; true where there are no parts. */
  record Conjunction(List<Node> parts, Set<String> free) implements Node {}

  /** A disjunction; false where there are no parts. */
  record Disjunction(List<Node> parts, Set<String> free) implements Node {}

  record Universal(String variable, Node body, Set<String> free) implements Node {}

  record Existential(String variable, Node body, Set<String> free) implements Node {}

  static Node leaf(Literal literal) {
    Set<String> free = new LinkedHashSet<>();
    for (Term argument : literal.arguments()) {
      collectVariables(argument, free);
    }
    return new Leaf(literal, free.isEmpty() ? Set.of() : free);
  }

  static Node and(List<Node> parts) {
    List<Node> kept = new ArrayList<>(parts.size());
    for (Node part : parts) {
      if (part instanceof Conjunction(var inner, var free)) {
        kept.addAll(inner);
      } else if (part instanceof Disjunction(var inner, var free) && inner.isEmpty()) {
        return FALSE;
      } else {
        kept.add(part);
      }
    }
    return kept.size() == 1 ? kept.getFirst() : new Conjunction(kept, union(kept));
  }

  static Node or(List<Node> parts) {
    List<Node> kept = new ArrayList<>(parts.size());
    for (Node part : parts) {
      if (part instanceof Disjunction(var inner, var free)) {
        kept.addAll(inner);
      } else if (part instanceof Conjunction(var inner, var free) && inner.isEmpty()) {
        return TRUE;
      } else {
        kept.add(part);
      }
    }
    return kept.size() == 1 ? kept.getFirst() : new Disjunction(kept, union(kept));
  }

  /**
   * {@code ∀x (A ∧ B)} is {@code ∀x A ∧ ∀x B}; {@code ∀x (A ∨ B)} is {@code A ∨ ∀x B} without x in
   * A.
   */
  static Node forAll(String variable, Node body) {
    if (!body.free().contains(variable)) {
      return body;
    }
    return switch (body) {
      case Conjunction(var parts, var free) ->
          and(parts.stream().map(part -> forAll(variable, part)).toList());
      case Disjunction(var parts, var free) -> {
        List<Node> with = having(variable, parts, true);
        if (with.size() == parts.size()) {
          yield new Universal(variable, body, without(variable, free));
        }
        List<Node> all = having(variable, parts, false);
        all.add(forAll(variable, or(with)));
        yield or(all);
      }
      case Universal(var inner, var innerBody, var free) -> {
        Node pushed = forAll(variable, innerBody);
        yield pushed instanceof Universal u && u.variable().equals(variable)
            ? new Universal(variable, body, without(variable, free))
            : forAll(inner, pushed);
      }
      case Leaf leaf -> new Universal(variable, body, without(variable, leaf.free()));
      case Existential e -> new Universal(variable, body, without(variable, e.free()));
    };
  }

  /** {@code ∃x (A ∧ B)} is {@code A ∧ ∃x B} without x in A, and likewise for disjunctions. */
  static Node exists(String variable, Node body) {
    if (!body.free().contains(variable)) {
      return body;
    }
    return switch (body) {
      case Conjunction(var parts, var free) -> {
        List<Node> with = having(variable, parts, true);
        if (with.size() == parts.size()) {
          yield new Existential(variable, body, without(variable, free));
        }
        List<Node> all = having(variable, parts, false);
        all.add(exists(variable, and(with)));
        yield and(all);
      }
      case Disjunction(var parts, var free) -> {
        // Not split further: one witness for all disjuncts means fewer Skolem functions.
        List<Node> with = having(variable, parts, true);
        if (with.size() == parts.size()) {
          yield new Existential(variable, body, without(variable, free));
        }
        List<Node> all = having(variable, parts, false);
        all.add(exists(variable, or(with)));
        yield or(all);
      }
      case Existential(var inner, var innerBody, var free) -> {
        Node pushed = exists(variable, innerBody);
        yield pushed instanceof Existential e && e.variable().equals(variable)
            ? new Existential(variable, body, without(variable, free))
            : exists(inner, pushed);
      }
      case Leaf leaf -> new Existential(variable, body, without(variable, leaf.free()));
      case Universal u -> new Existential(variable, body, without(variable, u.free()));
    };
  }

  private static List<Node> having(String variable, List<Node> parts, boolean having) {
    List<Node> found = new ArrayList<>(parts.size());
    for (Node part : parts) {
      if (part.free().contains(variable) == having) {
        found.add(part);
      }
    }
    return found;
  }

  private static Set<String> without(String variable, Set<String> free) {
    if (free.size() == 1) {
      return Set.of();
    }
    Set<String> rest = new LinkedHashSet<>(free);
    rest.remove(variable);
    return rest;
  }

  private static Set<String> union(List<Node> parts) {
    Set<String> free = Set.of();
    for (Node part : parts) {
      if (free.isEmpty()) {
        free = part.free();
      } else if (!free.containsAll(part.free())) {
        Set<String> both = new LinkedHashSet<>(free);
        both.addAll(part.free());
        free = both;
      }
    }
    return free;
  }

  static void collectVariables(Term term, Set<String> variables) {
    switch (term) {
      case Term.Variable(var name) -> variables.add(name);
      case Term.Application(var function, var arguments) ->
          arguments.forEach(argument -> collectVariables(argument, variables));
    }
  }
}
