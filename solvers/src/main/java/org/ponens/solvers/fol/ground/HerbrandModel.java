package org.ponens.solvers.fol.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.Structure;
import org.ponens.solvers.fol.Symbol;
import org.ponens.solvers.sat.Valuation;

/** Reads a structure off a valuation of ground atoms. */
final class HerbrandModel {

  /** Above this many clauses a model is not made smaller. */
  private static final int MAX_CLAUSES_MINIMISED = 50_000;

  /** Above this many tuples a predicate is not carried over to elements of other sorts. */
  private static final long MAX_TUPLES = 200_000;

  private static final int DROPPED = -1;

  private final Compiled compiled;
  private final AtomTable atoms;

  /** The element that each constant denotes. */
  private final int[] elements;

  private final int size;
  private final boolean merged;

  /** The elements of each sort, and the one like which elements of other sorts behave. */
  private final boolean[][] carriers;

  private final int[] representatives;

  /**
   * @param classes for each constant the representative of those equal to it
   * @param kept the constants that are elements
   */
  HerbrandModel(Compiled compiled, AtomTable atoms, int[] classes, boolean[] kept) {
    this.compiled = compiled;
    this.atoms = atoms;
    this.elements = new int[classes.length];
    Arrays.fill(elements, DROPPED);
    int[] ofClass = new int[classes.length];
    Arrays.fill(ofClass, DROPPED);
    int count = 0;
    int members = 0;
    for (int i = 0; i < classes.length; i++) {
      if (kept[i]) {
        members++;
        if (ofClass[classes[i]] == DROPPED) {
          ofClass[classes[i]] = count++;
        }
        elements[i] = ofClass[classes[i]];
      }
    }
    this.merged = count < members;
    this.size = Math.max(1, count);
    int sorts = compiled.carriers().length;
    this.carriers = new boolean[sorts][size];
    this.representatives = new int[sorts];
    for (int s = 0; s < sorts; s++) {
      int representative = DROPPED;
      for (int constant : compiled.carriers()[s]) {
        if (elements[constant] != DROPPED) {
          carriers[s][elements[constant]] = true;
          representative = representative == DROPPED ? elements[constant] : representative;
        }
      }
      if (representative == DROPPED) {
        // Sorts do not meet, so an empty one may borrow an element.
        elements[compiled.carriers()[s][0]] = 0;
        carriers[s][0] = true;
        representative = 0;
      }
      representatives[s] = representative;
    }
  }

  GroundResult.Satisfiable satisfiable(List<GroundClause> clauses, Valuation model) {
    boolean[] holds = new boolean[atoms.size() + 1];
    for (int atom = 1; atom < holds.length; atom++) {
      holds[atom] = model.satisfies(atom);
    }
    if (!merged && clauses.size() <= MAX_CLAUSES_MINIMISED) {
      minimise(clauses, holds);
    }
    Structure sparse = structure(holds, false);
    return new GroundResult.Satisfiable(
        sparse, carriers.length > 1 ? structure(holds, true) : sparse);
  }

  private Structure structure(boolean[] holds, boolean everySort) {
    SequencedMap<Symbol, Set<List<Integer>>> relations = new LinkedHashMap<>();
    List<Symbol> predicates = compiled.predicates();
    for (int p = 1; p < predicates.size(); p++) {
      relations.put(predicates.get(p), new HashSet<>());
    }
    for (int atom = 1; atom < holds.length; atom++) {
      if (holds[atom] && atoms.predicate(atom) != Compiler.EQUALITY) {
        addTuples(atom, everySort, relations);
      }
    }
    SequencedMap<Symbol, int[]> functions = new LinkedHashMap<>();
    for (int i = 0; i < elements.length; i++) {
      Term.Application term = compiled.constants().get(i);
      if (elements[i] != DROPPED && term.isConstant()) {
        functions.put(new Symbol(term.function(), 0), new int[] {elements[i]});
      }
    }
    for (Compiled.Compound compound : compiled.compounds()) {
      if (elements[compound.constant()] != DROPPED
          && compound.arguments().stream().allMatch(argument -> elements[argument] != DROPPED)) {
        int[] table =
            functions.computeIfAbsent(
                compound.function(), f -> new int[(int) Structure.tableSize(size, f.arity())]);
        int index = 0;
        for (int argument : compound.arguments()) {
          index = index * size + elements[argument];
        }
        table[index] = elements[compound.constant()];
      }
    }
    return new Structure(size, functions, relations);
  }

  /** An element that is not of the sort of an argument place behaves as one that is. */
  private void addTuples(
      int atom, boolean everySort, SequencedMap<Symbol, Set<List<Integer>>> relations) {
    int predicate = atoms.predicate(atom);
    Set<List<Integer>> tuples = relations.get(compiled.predicates().get(predicate));
    if (tuples == null) {
      throw new AssertionError("every predicate has a relation");
    }
    int[] arguments = atoms.arguments(atom);
    List<List<Integer>> product = new ArrayList<>();
    product.add(List.of());
    for (int i = 0; i < arguments.length; i++) {
      int element = elements[arguments[i]];
      if (element == DROPPED) {
        return;
      }
      int[] values =
          everySort ? alike(element, compiled.placeSorts()[predicate][i]) : new int[] {element};
      if ((long) product.size() * values.length > MAX_TUPLES) {
        values = new int[] {element};
      }
      List<List<Integer>> longer = new ArrayList<>(product.size() * values.length);
      for (List<Integer> prefix : product) {
        for (int value : values) {
          List<Integer> tuple = new ArrayList<>(prefix);
          tuple.add(value);
          longer.add(tuple);
        }
      }
      product = longer;
    }
    tuples.addAll(product);
  }

  private int[] alike(int element, int sort) {
    if (representatives[sort] != element) {
      return new int[] {element};
    }
    int[] values = new int[size];
    int count = 0;
    for (int e = 0; e < size; e++) {
      if (e == element || !carriers[sort][e]) {
        values[count++] = e;
      }
    }
    return Arrays.copyOf(values, count);
  }

  /** Makes true atoms false while every clause keeps a true literal. */
  private void minimise(List<GroundClause> clauses, boolean[] holds) {
    int[] trueLiterals = new int[clauses.size()];
    List<List<Integer>> positive = new ArrayList<>();
    for (int i = 0; i < holds.length; i++) {
      positive.add(holds[i] ? new ArrayList<>() : List.of());
    }
    List<List<Integer>> negative = new ArrayList<>();
    for (int i = 0; i < holds.length; i++) {
      negative.add(holds[i] ? new ArrayList<>() : List.of());
    }
    for (int c = 0; c < clauses.size(); c++) {
      for (int literal : clauses.get(c).literals()) {
        int atom = Math.abs(literal);
        if (holds[atom] == literal > 0) {
          trueLiterals[c]++;
        }
        if (holds[atom]) {
          (literal > 0 ? positive : negative).get(atom).add(c);
        }
      }
    }
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int atom = 1; atom < holds.length; atom++) {
        if (holds[atom]
            && positive.get(atom).stream().allMatch(clause -> trueLiterals[clause] > 1)) {
          holds[atom] = false;
          positive.get(atom).forEach(clause -> trueLiterals[clause]--);
          negative.get(atom).forEach(clause -> trueLiterals[clause]++);
          changed = true;
        }
      }
    }
  }
}
