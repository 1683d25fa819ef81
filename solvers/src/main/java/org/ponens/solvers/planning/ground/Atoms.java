package org.ponens.solvers.planning.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The atoms that may become true, under numbers: those of the problem, and behind them auxiliary
 * derived ones for parts of conditions.
 */
final class Atoms {

  private final Vocabulary vocabulary;
  private final Reachability reachability;
  private final int[] base;
  private final int count;
  private final BitSet initially = new BitSet();
  private final BitSet deleted = new BitSet();
  private final List<String> auxiliary = new ArrayList<>();

  Atoms(Vocabulary vocabulary, Reachability reachability) {
    this.vocabulary = vocabulary;
    this.reachability = reachability;
    base = new int[vocabulary.predicateCount() + 1];
    for (int p = 0; p < vocabulary.predicateCount(); p++) {
      int size = vocabulary.isStatic(p) ? 0 : reachability.reached(p).size();
      base[p + 1] = base[p] + size;
      if (!vocabulary.isStatic(p) && !vocabulary.isDerived(p)) {
        // What is so at first was reached first.
        initially.set(base[p], base[p] + vocabulary.initial(p).size());
      }
    }
    count = base[vocabulary.predicateCount()];
  }

  /** The number of an atom of a predicate that changes, or -1 where it is never true. */
  int find(int predicate, int[] tuple) {
    int row = reachability.reached(predicate).find(tuple);
    return row < 0 ? -1 : base[predicate] + row;
  }

  /** Notes that some operator may delete an atom. */
  void deleted(int atom) {
    deleted.set(atom);
  }

  boolean isInitial(int atom) {
    return initially.get(atom);
  }

  /** Whether an atom is so at first and stays so. */
  boolean isConstant(int atom) {
    return initially.get(atom) && !deleted.get(atom);
  }

  /** How many atoms of the problem there are. */
  int count() {
    return count;
  }

  /** How many atoms there are, auxiliary ones among them. */
  int total() {
    return count + auxiliary.size();
  }

  /** A new derived atom. */
  int auxiliary(String name) {
    auxiliary.add(name);
    return count + auxiliary.size() - 1;
  }

  boolean isDerived(int atom) {
    return atom >= count || vocabulary.isDerived(predicate(atom));
  }

  int predicate(int atom) {
    int found = Arrays.binarySearch(base, atom);
    int p = found >= 0 ? found : -found - 2;
    while (base[p + 1] == base[p]) {
      p++;
    }
    return p;
  }

  int[] tuple(int atom) {
    int predicate = predicate(atom);
    Relation relation = reachability.reached(predicate);
    int[] tuple = new int[relation.arity()];
    for (int i = 0; i < tuple.length; i++) {
      tuple[i] = relation.value(atom - base[predicate], i);
    }
    return tuple;
  }

  String name(int atom) {
    return atom >= count
        ? auxiliary.get(atom - count)
        : vocabulary.name(predicate(atom), tuple(atom));
  }
}
