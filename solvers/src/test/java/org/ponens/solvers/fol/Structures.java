package org.ponens.solvers.fol;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Predicate;
import org.ponens.grammar.fol.Formula;

/** All structures of a signature up to a size: the slow oracle. */
final class Structures {

  private Structures() {}

  /** Whether some structure of up to this size makes all formulas true. */
  static boolean satisfiable(List<Formula> formulas, int maxSize) {
    Signature signature = Signature.of(formulas);
    for (int size = 1; size <= maxSize; size++) {
      if (any(signature, size, s -> formulas.stream().allMatch(s::satisfies))) {
        return true;
      }
    }
    return false;
  }

  static boolean any(Signature signature, int size, Predicate<Structure> wanted) {
    return anyFunctions(
        signature, size, new ArrayList<>(signature.functions()), new LinkedHashMap<>(), wanted);
  }

  private static boolean anyFunctions(
      Signature signature,
      int size,
      List<Symbol> open,
      SequencedMap<Symbol, int[]> tables,
      Predicate<Structure> wanted) {
    if (open.isEmpty()) {
      return anyRelations(
          size, new ArrayList<>(signature.predicates()), tables, new LinkedHashMap<>(), wanted);
    }
    Symbol symbol = open.getFirst();
    int[] table = new int[(int) Structure.tableSize(size, symbol.arity())];
    while (true) {
      tables.put(symbol, table);
      if (anyFunctions(signature, size, open.subList(1, open.size()), tables, wanted)) {
        return true;
      }
      int i = 0;
      while (i < table.length && ++table[i] == size) {
        table[i++] = 0;
      }
      if (i == table.length) {
        return false;
      }
    }
  }

  private static boolean anyRelations(
      int size,
      List<Symbol> open,
      SequencedMap<Symbol, int[]> tables,
      SequencedMap<Symbol, Set<List<Integer>>> relations,
      Predicate<Structure> wanted) {
    if (open.isEmpty()) {
      return wanted.test(new Structure(size, tables, relations));
    }
    Symbol symbol = open.getFirst();
    int rows = (int) Structure.tableSize(size, symbol.arity());
    for (int bits = 0; bits < 1 << rows; bits++) {
      Set<List<Integer>> tuples = new HashSet<>();
      for (int row = 0; row < rows; row++) {
        if ((bits >> row & 1) == 1) {
          tuples.add(tuple(row, symbol.arity(), size));
        }
      }
      relations.put(symbol, tuples);
      if (anyRelations(size, open.subList(1, open.size()), tables, relations, wanted)) {
        return true;
      }
    }
    return false;
  }

  private static List<Integer> tuple(int row, int arity, int size) {
    Integer[] tuple = new Integer[arity];
    int rest = row;
    for (int i = arity - 1; i >= 0; i--) {
      tuple[i] = rest % size;
      rest /= size;
    }
    return List.of(tuple);
  }
}
