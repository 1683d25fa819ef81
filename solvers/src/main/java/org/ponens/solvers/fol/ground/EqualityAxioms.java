package org.ponens.solvers.fol.ground;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.Valuation;

/**
 * Transitivity and congruence of the equations between constants, as ground clauses that are made
 * when a valuation breaks them. There are finitely many, so that making them ends.
 */
final class EqualityAxioms {

  /** One model's violations are not all needed at once. */
  private static final int MAX_AT_ONCE = 500;

  private final AtomTable atoms;
  private final int constants;
  private final List<Compiled.Compound> compounds;
  private final List<Integer> equations = new ArrayList<>();

  /** The equations that the current valuation makes true, by their sides. */
  private final Map<Integer, List<Integer>> trueEquations = new HashMap<>();

  private final List<int[]> found = new ArrayList<>();

  EqualityAxioms(Compiled compiled, AtomTable atoms) {
    this.atoms = atoms;
    this.constants = compiled.constants().size();
    this.compounds = compiled.compounds();
    for (int atom = 1; atom <= atoms.size(); atom++) {
      if (atoms.predicate(atom) == Compiler.EQUALITY) {
        equations.add(atom);
      }
    }
  }

  /** Equations between values of the same function, where equations can make them equal. */
  static void addEquations(Compiled compiled, AtomTable atoms) {
    if (compiled.clauses().stream().noneMatch(CompiledClause::hasPositiveEquation)) {
      return;
    }
    List<Compiled.Compound> compounds = compiled.compounds();
    for (int i = 0; i < compounds.size(); i++) {
      for (int j = 0; j < i; j++) {
        if (compounds.get(i).function().equals(compounds.get(j).function())) {
          int a = compounds.get(i).constant();
          int b = compounds.get(j).constant();
          atoms.intern(new int[] {Compiler.EQUALITY, Math.min(a, b), Math.max(a, b)}, 3);
        }
      }
    }
  }

  /** The axioms made so far. */
  List<int[]> found() {
    return found;
  }

  /** For each constant the first that the valuation, closed under equality, makes equal to it. */
  int[] classes(Valuation model) {
    int[] classes = IntStream.range(0, constants).toArray();
    for (int equation : equations) {
      if (model.satisfies(equation)) {
        int a = root(classes, atoms.argument(equation, 0));
        int b = root(classes, atoms.argument(equation, 1));
        classes[Math.max(a, b)] = Math.min(a, b);
      }
    }
    for (int i = 0; i < constants; i++) {
      classes[i] = root(classes, i);
    }
    return classes;
  }

  private static int root(int[] classes, int constant) {
    int root = constant;
    while (classes[root] != root) {
      root = classes[root];
    }
    return root;
  }

  /** Axioms that the valuation breaks; empty where it respects equality. */
  List<int[]> brokenBy(Valuation model, Meter meter) {
    if (equations.isEmpty()) {
      return List.of();
    }
    collectTrueEquations(model);
    int[] classes = classes(model);
    List<int[]> broken = new ArrayList<>();
    addCongruenceOfFunctions(classes, broken);
    Map<List<Integer>, int[]> signs = new HashMap<>();
    for (int atom = 1; atom <= atoms.size() && broken.size() < MAX_AT_ONCE; atom++) {
      if (!broken.isEmpty() && !meter.step()) {
        break;
      }
      boolean holds = model.satisfies(atom);
      if (atoms.predicate(atom) == Compiler.EQUALITY) {
        int a = atoms.argument(atom, 0);
        int b = atoms.argument(atom, 1);
        if (!holds && classes[a] == classes[b]) {
          List<Integer> clause = new ArrayList<>();
          explain(a, b, clause);
          clause.add(atom);
          broken.add(toArray(clause));
        }
        continue;
      }
      int[] arguments = atoms.arguments(atom);
      List<Integer> key = new ArrayList<>(arguments.length + 1);
      key.add(atoms.predicate(atom));
      for (int argument : arguments) {
        key.add(classes[argument]);
      }
      int[] first = signs.computeIfAbsent(key, k -> new int[2]);
      int sign = holds ? 1 : 0;
      if (first[sign] == 0) {
        first[sign] = atom;
      }
      if (first[1 - sign] != 0) {
        int trueAtom = holds ? atom : first[1];
        int falseAtom = holds ? first[0] : atom;
        broken.add(congruence(trueAtom, falseAtom));
      }
    }
    found.addAll(broken);
    return broken;
  }

  private void collectTrueEquations(Valuation model) {
    trueEquations.clear();
    for (int equation : equations) {
      if (model.satisfies(equation)) {
        for (int i = 0; i < 2; i++) {
          trueEquations
              .computeIfAbsent(atoms.argument(equation, i), c -> new ArrayList<>())
              .add(equation);
        }
      }
    }
  }

  private void addCongruenceOfFunctions(int[] classes, List<int[]> broken) {
    Map<List<Object>, Compiled.Compound> byArguments = new HashMap<>();
    for (Compiled.Compound compound : compounds) {
      List<Object> key = new ArrayList<>();
      key.add(compound.function());
      compound.arguments().forEach(argument -> key.add(classes[argument]));
      Compiled.Compound first = byArguments.putIfAbsent(key, compound);
      if (first != null && classes[first.constant()] != classes[compound.constant()]) {
        List<Integer> clause = new ArrayList<>();
        for (int i = 0; i < compound.arguments().size(); i++) {
          explain(first.arguments().get(i), compound.arguments().get(i), clause);
        }
        int a = Math.min(first.constant(), compound.constant());
        int b = Math.max(first.constant(), compound.constant());
        clause.add(atoms.intern(new int[] {Compiler.EQUALITY, a, b}, 3));
        broken.add(toArray(clause));
      }
    }
  }

  private int[] congruence(int trueAtom, int falseAtom) {
    List<Integer> clause = new ArrayList<>();
    int[] left = atoms.arguments(trueAtom);
    int[] right = atoms.arguments(falseAtom);
    for (int i = 0; i < left.length; i++) {
      explain(left[i], right[i], clause);
    }
    clause.add(-trueAtom);
    clause.add(falseAtom);
    return toArray(clause);
  }

  /** Adds the negations of true equations that make two constants equal: a shortest path. */
  private void explain(int from, int to, List<Integer> clause) {
    if (from == to) {
      return;
    }
    int[] via = new int[constants];
    Arrays.fill(via, -1);
    int[] previous = new int[constants];
    Deque<Integer> open = new ArrayDeque<>();
    open.add(from);
    via[from] = 0;
    while (via[to] < 0) {
      int constant = open.remove();
      for (int equation : trueEquations.getOrDefault(constant, List.of())) {
        int a = atoms.argument(equation, 0);
        int next = a == constant ? atoms.argument(equation, 1) : a;
        if (via[next] < 0) {
          via[next] = equation;
          previous[next] = constant;
          open.add(next);
        }
      }
    }
    for (int constant = to; constant != from; constant = previous[constant]) {
      if (!clause.contains(-via[constant])) {
        clause.add(-via[constant]);
      }
    }
  }

  private static int[] toArray(List<Integer> clause) {
    return clause.stream().mapToInt(Integer::intValue).toArray();
  }
}
