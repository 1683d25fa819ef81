package org.ponens.solvers.fol.finite;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.IntStream;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.Structure;
import org.ponens.solvers.fol.Symbol;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.SatSolver;
import org.ponens.solvers.sat.Valuation;

/** The propositional problem of a model of one size. */
final class Encoding {

  private static final int INSTANCES_PER_LOOK = 1_024;

  private final FlatProblem problem;
  private final int size;
  private final SatSolver solver = new SatSolver();

  /** The first variable of each predicate's table, and of each function's. */
  private final int[] predicateBases;

  private final int[] functionBases;
  private boolean exhausted;

  private Encoding(FlatProblem problem, int size) {
    this.problem = problem;
    this.size = size;
    int next = 1;
    predicateBases = new int[problem.predicates().size()];
    for (int p = 0; p < predicateBases.length; p++) {
      predicateBases[p] = next;
      next += power(problem.predicates().get(p).arity());
    }
    functionBases = new int[problem.functions().size()];
    for (int f = 0; f < functionBases.length; f++) {
      functionBases[f] = next;
      next += power(problem.functions().get(f).arity() + 1);
    }
    for (int v = 1; v < next; v++) {
      solver.newVariable();
    }
  }

  /** How many literals the problem has. */
  static double literals(FlatProblem problem, int size) {
    double sum = 0;
    for (Symbol predicate : problem.predicates()) {
      sum += Math.pow(size, predicate.arity());
    }
    for (Symbol function : problem.functions()) {
      sum += Math.pow(size, function.arity() + 2);
    }
    for (FlatClause clause : problem.clauses()) {
      sum += clause.literals().size() * Math.pow(size, clause.variables());
    }
    return sum;
  }

  /** Empty if the budget is spent before all clauses are made. */
  static Optional<Encoding> of(FlatProblem problem, int size, Meter meter) {
    Encoding encoding = new Encoding(problem, size);
    for (int f = 0; f < encoding.functionBases.length; f++) {
      encoding.addFunction(f);
    }
    encoding.breakSymmetries();
    for (FlatClause clause : problem.clauses()) {
      encoding.addInstances(clause, meter);
      if (encoding.exhausted || meter.exhausted()) {
        return Optional.empty();
      }
    }
    return Optional.of(encoding);
  }

  SatResult solve(Meter meter) {
    return solver.solve(meter);
  }

  private int power(int exponent) {
    int product = 1;
    for (int i = 0; i < exponent; i++) {
      product *= size;
    }
    return product;
  }

  /** Each function has exactly one value for each arguments. */
  private void addFunction(int function) {
    int cells = power(problem.functions().get(function).arity());
    for (int cell = 0; cell < cells; cell++) {
      int base = functionBases[function] + cell * size;
      solver.addClause(IntStream.range(base, base + size).toArray());
      for (int a = 0; a < size; a++) {
        for (int b = a + 1; b < size; b++) {
          solver.addClause(-(base + a), -(base + b));
        }
      }
    }
  }

  /**
   * Least numbers first (Zhang and Zhang 1995): in each sort, the first constant is element 0, and
   * each further one, then each value of a unary function within the sort, is an element that was
   * named before or the next. Functions between sorts are left alone: permuting one sort would
   * reorder what was fixed in the other.
   */
  private void breakSymmetries() {
    SequencedMap<Integer, List<Integer>> constants = new LinkedHashMap<>();
    for (int f = 0; f < functionBases.length; f++) {
      if (problem.functions().get(f).arity() == 0) {
        constants
            .computeIfAbsent(problem.sorts().ofFunctionPlace(f, 0), s -> new ArrayList<>())
            .add(f);
      }
    }
    SequencedMap<Integer, Integer> named = new LinkedHashMap<>();
    constants.forEach(
        (sort, members) -> {
          named.put(sort, members.size());
          for (int i = 0; i < members.size(); i++) {
            int base = functionBases[members.get(i)];
            for (int value = i + 1; value < size; value++) {
              solver.addClause(-(base + value));
            }
            // An element is named only after the one before it.
            for (int value = 1; value <= Math.min(i, size - 1); value++) {
              int[] clause = new int[i + 1];
              clause[0] = -(base + value);
              for (int j = 0; j < i; j++) {
                clause[j + 1] = functionBases[members.get(j)] + value - 1;
              }
              solver.addClause(clause);
            }
          }
        });
    for (int f = 0; f < functionBases.length; f++) {
      if (problem.functions().get(f).arity() != 1) {
        continue;
      }
      int sort = problem.sorts().ofFunctionPlace(f, 1);
      if (sort != problem.sorts().ofFunctionPlace(f, 0)) {
        continue;
      }
      int bound = named.getOrDefault(sort, 0);
      for (int argument = 0; argument < size && bound < size; argument++) {
        // Elements 0..bound-1 may have names; the argument names itself.
        bound = Math.max(bound, argument + 1);
        int base = functionBases[f] + argument * size;
        for (int value = bound + 1; value < size; value++) {
          solver.addClause(-(base + value));
        }
        bound++;
      }
      named.put(sort, bound);
    }
  }

  private void addInstances(FlatClause clause, Meter meter) {
    int[] values = new int[clause.variables()];
    int[] buffer = new int[clause.literals().size()];
    int untilLook = INSTANCES_PER_LOOK;
    while (true) {
      if (--untilLook == 0) {
        untilLook = INSTANCES_PER_LOOK;
        if (meter.exhausted()) {
          exhausted = true;
          return;
        }
      }
      int length = instance(clause, values, buffer);
      if (length >= 0) {
        solver.addClause(Arrays.copyOf(buffer, length));
      }
      int v = 0;
      while (v < values.length && ++values[v] == size) {
        values[v++] = 0;
      }
      if (v == values.length) {
        return;
      }
    }
  }

  /** Writes an instance's literals; their number, or -1 if the instance is true. */
  private int instance(FlatClause clause, int[] values, int[] buffer) {
    int length = 0;
    for (FlatLiteral literal : clause.literals()) {
      List<Integer> variables = literal.variables();
      int base =
          switch (literal) {
            case FlatLiteral.Relation r -> predicateBases[r.predicate()];
            case FlatLiteral.Value v -> functionBases[v.function()];
            case FlatLiteral.Same s -> 0;
          };
      if (base == 0) {
        if (values[variables.get(0)] == values[variables.get(1)]) {
          return -1;
        }
        continue;
      }
      int index = 0;
      for (int i = 0; i < variables.size(); i++) {
        index = index * size + values[variables.get(i)];
      }
      buffer[length++] = literal.positive() ? base + index : -(base + index);
    }
    return length;
  }

  Structure structure(Valuation model) {
    SequencedMap<Symbol, Set<List<Integer>>> relations = new LinkedHashMap<>();
    for (int p = 0; p < predicateBases.length; p++) {
      Symbol predicate = problem.predicates().get(p);
      Set<List<Integer>> tuples = new HashSet<>();
      int rows = power(predicate.arity());
      for (int row = 0; row < rows; row++) {
        if (model.satisfies(predicateBases[p] + row)) {
          tuples.add(tuple(row, predicate.arity()));
        }
      }
      relations.put(predicate, tuples);
    }
    SequencedMap<Symbol, int[]> tables = new LinkedHashMap<>();
    for (int f = 0; f < functionBases.length; f++) {
      int[] table = new int[power(problem.functions().get(f).arity())];
      for (int cell = 0; cell < table.length; cell++) {
        for (int value = 0; value < size; value++) {
          if (model.satisfies(functionBases[f] + cell * size + value)) {
            table[cell] = value;
          }
        }
      }
      tables.put(problem.functions().get(f), table);
    }
    return new Structure(size, tables, relations);
  }

  private List<Integer> tuple(int row, int arity) {
    Integer[] tuple = new Integer[arity];
    int rest = row;
    for (int i = arity - 1; i >= 0; i--) {
      tuple[i] = rest % size;
      rest /= size;
    }
    return List.of(tuple);
  }
}
