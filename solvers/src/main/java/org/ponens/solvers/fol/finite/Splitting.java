package org.ponens.solvers.fol.finite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntUnaryOperator;

/**
 * Splits a clause of many variables into clauses of fewer, with a new predicate of the variables
 * that they share (Claessen and Sörensson 2003): the number of instances is exponential in the
 * variables.
 */
final class Splitting {

  private Splitting() {}

  /**
   * @param freshPredicate gives the number of a new predicate of this arity
   */
  static void split(FlatClause clause, IntUnaryOperator freshPredicate, List<FlatClause> target) {
    List<FlatLiteral> best = List.of();
    int bestSize = clause.variables();
    if (clause.variables() > 2) {
      for (int variable = 0; variable < clause.variables(); variable++) {
        List<FlatLiteral> with = containing(clause, variable);
        if (with.size() < clause.literals().size()) {
          int size = variablesOf(with).size();
          if (size < bestSize) {
            best = with;
            bestSize = size;
          }
        }
      }
    }
    if (best.isEmpty()) {
      target.add(clause);
      return;
    }
    List<FlatLiteral> rest = new ArrayList<>(clause.literals());
    rest.removeAll(best);
    Set<Integer> shared = variablesOf(best);
    shared.retainAll(variablesOf(rest));
    List<Integer> places = List.copyOf(shared);
    int predicate = freshPredicate.applyAsInt(places.size());
    List<FlatLiteral> first = new ArrayList<>(best);
    first.add(new FlatLiteral.Relation(true, predicate, places));
    rest.add(new FlatLiteral.Relation(false, predicate, places));
    split(renumbered(first), freshPredicate, target);
    split(renumbered(rest), freshPredicate, target);
  }

  private static List<FlatLiteral> containing(FlatClause clause, int variable) {
    return clause.literals().stream()
        .filter(literal -> literal.variables().contains(variable))
        .toList();
  }

  private static Set<Integer> variablesOf(List<FlatLiteral> literals) {
    Set<Integer> variables = new LinkedHashSet<>();
    literals.forEach(literal -> variables.addAll(literal.variables()));
    return variables;
  }

  private static FlatClause renumbered(List<FlatLiteral> literals) {
    Map<Integer, Integer> numbers = new HashMap<>();
    List<FlatLiteral> renumbered = new ArrayList<>();
    for (FlatLiteral literal : literals) {
      List<Integer> places = new ArrayList<>();
      for (int variable : literal.variables()) {
        places.add(numbers.computeIfAbsent(variable, v -> numbers.size()));
      }
      renumbered.add(
          switch (literal) {
            case FlatLiteral.Relation(var positive, var predicate, var old) ->
                new FlatLiteral.Relation(positive, predicate, places);
            case FlatLiteral.Value(var positive, var function, var old) ->
                new FlatLiteral.Value(positive, function, places);
            case FlatLiteral.Same s -> new FlatLiteral.Same(places);
          });
    }
    return new FlatClause(renumbered, numbers.size());
  }
}
