package org.ponens.grammar.satlm;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** The variables bound around a place; for one statement at a time. */
final class Scope {

  private static final class Variable {
    final Sort sort;
    boolean used;

    Variable(Sort sort) {
      this.sort = sort;
    }
  }

  private final Map<String, Deque<Variable>> variables = new HashMap<>();

  void bind(Binding binding) {
    variables
        .computeIfAbsent(binding.variable(), name -> new ArrayDeque<>())
        .push(new Variable(binding.sort()));
  }

  /** Ends the innermost binding of a name; whether the variable was used. */
  boolean release(String name) {
    Deque<Variable> bound = variables.get(name);
    return bound != null && bound.pop().used;
  }

  /** The sort of a variable, which counts as used from now on. */
  Optional<Sort> use(String name) {
    Deque<Variable> bound = variables.get(name);
    if (bound == null || bound.isEmpty()) {
      return Optional.empty();
    }
    bound.element().used = true;
    return Optional.of(bound.element().sort);
  }

  boolean binds(String name) {
    Deque<Variable> bound = variables.get(name);
    return bound != null && !bound.isEmpty();
  }

  void clear() {
    variables.clear();
  }
}
