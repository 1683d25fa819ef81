package org.ponens.grammar.pddl;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The order in which derived predicates are evaluated: each after those that it wants to be false
 * (Thiébaux, Hoffmann and Nebel, In Defense of PDDL Axioms, 2005).
 */
public final class Strata {

  private Strata() {}

  /**
   * The stratum, from 0, of each derived predicate.
   *
   * @throws IllegalArgumentException if a predicate depends on its own negation, which the reader
   *     reports as an error
   */
  public static Map<String, Integer> of(Domain domain) {
    Map<String, Integer> strata = compute(domain);
    if (strata.values().stream().anyMatch(s -> s > strata.size())) {
      throw new IllegalArgumentException("the derived predicates are not stratified");
    }
    return strata;
  }

  /** An axiom of a predicate that depends on its own negation. */
  static Optional<Domain.Axiom> unstratified(Domain domain) {
    Map<String, Integer> strata = compute(domain);
    return domain.derived().stream()
        .filter(a -> strata.getOrDefault(a.head().name(), 0) > strata.size())
        .findFirst();
  }

  // Strata rise until nothing changes, or beyond the number of predicates on a negative cycle.
  private static Map<String, Integer> compute(Domain domain) {
    Map<String, Integer> strata = new LinkedHashMap<>();
    domain.derived().forEach(a -> strata.put(a.head().name(), 0));
    Map<Domain.Axiom, Map<String, Boolean>> bodies = new HashMap<>();
    boolean changed = true;
    for (int round = 0; changed && round <= (strata.size() + 1) * (strata.size() + 1); round++) {
      changed = false;
      for (Domain.Axiom axiom : domain.derived()) {
        Map<String, Boolean> body =
            bodies.computeIfAbsent(
                axiom,
                a -> {
                  Map<String, Boolean> uses = new HashMap<>();
                  collect(a.body(), false, uses);
                  return uses;
                });
        int stratum = strata.getOrDefault(axiom.head().name(), 0);
        int least = stratum;
        for (Map.Entry<String, Boolean> use : body.entrySet()) {
          Integer below = strata.get(use.getKey());
          if (below != null) {
            least = Math.max(least, below + (use.getValue() ? 1 : 0));
          }
        }
        if (least > stratum && stratum <= strata.size()) {
          strata.put(axiom.head().name(), least);
          changed = true;
        }
      }
    }
    return strata;
  }

  // The predicates of a condition, and whether some use of each is negative.
  private static void collect(Condition condition, boolean negative, Map<String, Boolean> uses) {
    switch (condition) {
      case Condition.Atom it -> uses.merge(it.predicate(), negative, Boolean::logicalOr);
      case Condition.Not it -> collect(it.operand(), !negative, uses);
      case Condition.And it -> all(it.operands(), negative, uses);
      case Condition.Or it -> all(it.operands(), negative, uses);
      case Condition.Imply it -> {
        collect(it.antecedent(), !negative, uses);
        collect(it.consequent(), negative, uses);
      }
      case Condition.Exists it -> collect(it.body(), negative, uses);
      case Condition.Forall it -> collect(it.body(), negative, uses);
      case Condition.Preference it -> collect(it.body(), negative, uses);
      case Condition.Timed it -> collect(it.body(), negative, uses);
      case Condition.Trajectory it -> all(it.operands(), negative, uses);
      case Condition.Equality it -> {}
      case Condition.Comparison it -> {}
    }
  }

  private static void all(List<Condition> conditions, boolean negative, Map<String, Boolean> uses) {
    conditions.forEach(c -> collect(c, negative, uses));
  }
}
