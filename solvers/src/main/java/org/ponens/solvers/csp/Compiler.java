package org.ponens.solvers.csp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.csp.Condition;
import org.ponens.grammar.csp.Term;
import org.ponens.grammar.csp.Variable;
import org.ponens.solvers.Meter;

/** Compiles the conditions of one program to propagators. */
final class Compiler {

  /** The most pairs of values that a table is made of. */
  private static final int LARGEST_TABLE = 1 << 16;

  private final Map<String, Integer> indices = new HashMap<>();
  private final int[][] domains;
  private final Evaluation evaluation;
  private final int[] assignment;

  Compiler(List<Variable> variables) {
    this.domains = new int[variables.size()][];
    Map<List<Integer>, int[]> shared = new HashMap<>();
    for (int i = 0; i < domains.length; i++) {
      Variable variable = variables.get(i);
      indices.put(variable.name(), i);
      domains[i] =
          shared.computeIfAbsent(
              variable.values(), v -> v.stream().mapToInt(Integer::intValue).toArray());
    }
    this.evaluation = new Evaluation(indices, domains);
    this.assignment = new int[domains.length];
  }

  /** Each variable's values, ascending; variables of the same domain share an array. */
  int[][] domains() {
    return domains;
  }

  Evaluation.Test test(Condition condition) {
    return evaluation.compile(condition);
  }

  /** Propagators that together mean the condition. */
  List<Propagator> compile(Condition condition, Meter meter) {
    List<Propagator> propagators = new ArrayList<>();
    add(condition, propagators, meter);
    return propagators;
  }

  private void add(Condition condition, List<Propagator> propagators, Meter meter) {
    switch (condition) {
      case Condition.And(var conditions) -> {
        for (Condition part : conditions) {
          add(part, propagators, meter);
        }
      }
      case Condition.Not(Condition.Or(var conditions)) -> {
        for (Condition part : conditions) {
          add(new Condition.Not(part), propagators, meter);
        }
      }
      case Condition.AllDifferent(var terms) when areVariables(terms) ->
          propagators.add(
              new Propagator.Different(
                  terms.stream()
                      .mapToInt(t -> evaluation.index(((Term.Reference) t).variable()))
                      .toArray()));
      default -> propagators.add(single(condition, meter));
    }
  }

  private static boolean areVariables(List<Term> terms) {
    Set<Term> distinct = new HashSet<>(terms);
    return distinct.size() == terms.size()
        && terms.stream().allMatch(Term.Reference.class::isInstance);
  }

  private Propagator single(Condition condition, Meter meter) {
    int[] scope = evaluation.scope(condition);
    Evaluation.Test test = evaluation.compile(condition);
    if (scope.length == 0) {
      return test.holds(assignment) ? new Propagator.General(scope, test) : new Propagator.Never();
    }
    if (scope.length == 1) {
      return unary(scope[0], test);
    }
    long pairs = (long) domains[scope[0]].length * domains[scope[1]].length;
    return scope.length == 2 && pairs <= LARGEST_TABLE && !meter.exhausted()
        ? binary(scope, test)
        : new Propagator.General(scope, test);
  }

  private Propagator unary(int variable, Evaluation.Test test) {
    int[] domain = domains[variable];
    long[] allowed = new long[words(domain.length)];
    for (int i = 0; i < domain.length; i++) {
      assignment[variable] = domain[i];
      if (test.holds(assignment)) {
        allowed[i >> 6] |= 1L << i;
      }
    }
    return new Propagator.Unary(variable, allowed);
  }

  private Propagator binary(int[] scope, Evaluation.Test test) {
    int[] first = domains[scope[0]];
    int[] second = domains[scope[1]];
    long[][] fromFirst = new long[first.length][words(second.length)];
    long[][] fromSecond = new long[second.length][words(first.length)];
    for (int i = 0; i < first.length; i++) {
      assignment[scope[0]] = first[i];
      for (int j = 0; j < second.length; j++) {
        assignment[scope[1]] = second[j];
        if (test.holds(assignment)) {
          fromFirst[i][j >> 6] |= 1L << j;
          fromSecond[j][i >> 6] |= 1L << i;
        }
      }
    }
    return new Propagator.Binary(scope, fromFirst, fromSecond);
  }

  static int words(int size) {
    return (size + 63) >> 6;
  }
}
