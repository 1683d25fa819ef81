package org.ponens.solvers.fol.finite;

import java.util.Arrays;
import java.util.List;
import org.ponens.solvers.fol.Symbol;

/**
 * The sorts of the places of symbols: places that share a variable have one. The elements can be
 * permuted sort by sort without changing whether there is a model, which makes symmetry breaking
 * stronger.
 */
final class Sorts {

  private final int[] firstOfPredicate;
  private final int[] firstOfFunction;
  private int[] parents;
  private int places;

  private Sorts(List<Symbol> predicates, List<Symbol> functions) {
    parents = new int[64];
    firstOfPredicate = predicates.stream().mapToInt(symbol -> reserve(symbol.arity())).toArray();
    firstOfFunction = functions.stream().mapToInt(symbol -> reserve(symbol.arity() + 1)).toArray();
  }

  static Sorts infer(List<Symbol> predicates, List<Symbol> functions, List<FlatClause> clauses) {
    Sorts sorts = new Sorts(predicates, functions);
    for (FlatClause clause : clauses) {
      int variables = sorts.reserve(clause.variables());
      for (FlatLiteral literal : clause.literals()) {
        for (int i = 0; i < literal.variables().size(); i++) {
          int place =
              switch (literal) {
                case FlatLiteral.Relation r -> sorts.firstOfPredicate[r.predicate()] + i;
                case FlatLiteral.Value v -> sorts.firstOfFunction[v.function()] + i;
                case FlatLiteral.Same s -> variables + s.variables().getFirst();
              };
          sorts.union(place, variables + literal.variables().get(i));
        }
      }
    }
    return sorts;
  }

  /** The sort of a function's argument, or of its value after the last argument. */
  int ofFunctionPlace(int function, int place) {
    return find(firstOfFunction[function] + place);
  }

  private int reserve(int count) {
    int first = places;
    if (places + count > parents.length) {
      parents = Arrays.copyOf(parents, Math.max(2 * parents.length, places + count));
    }
    for (int i = 0; i < count; i++) {
      parents[places] = places;
      places++;
    }
    return first;
  }

  private int find(int place) {
    int root = place;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  private void union(int first, int second) {
    parents[find(first)] = find(second);
  }
}
