package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The terms of one run, each made once. */
final class TermBank {

  private static final int VARIABLE_WEIGHT = 1;

  private final Signature signature;
  private final List<SharedTerm> variables = new ArrayList<>();
  private @Nullable SharedTerm[] table = new SharedTerm[1 << 12];
  private int size;

  /** The atom that is true, the right side of every atom read as an equation; the least term. */
  final SharedTerm truth;

  TermBank(Signature signature) {
    this.signature = signature;
    this.truth = application(Signature.TRUTH, SharedTerm.NONE);
  }

  SharedTerm variable(int index) {
    while (variables.size() <= index) {
      variables.add(new SharedTerm(-1 - variables.size(), SharedTerm.NONE, VARIABLE_WEIGHT));
    }
    return variables.get(index);
  }

  /** The term of this symbol and these arguments; the array is kept. */
  SharedTerm application(int symbol, SharedTerm[] arguments) {
    int hash = SharedTerm.hash(symbol, arguments);
    int mask = table.length - 1;
    int slot = hash & mask;
    SharedTerm found = table[slot];
    while (found != null) {
      if (found.hash == hash
          && found.symbol == symbol
          && sameArguments(found.arguments, arguments)) {
        return found;
      }
      slot = (slot + 1) & mask;
      found = table[slot];
    }
    SharedTerm made = new SharedTerm(symbol, arguments, signature.weight(symbol));
    table[slot] = made;
    size++;
    if (size * 2 > table.length) {
      grow();
    }
    return made;
  }

  /** The number of terms ever made and not swept. */
  int size() {
    return size;
  }

  /** Forgets all terms; those still in use are to be kept by {@link #keep}. */
  void sweep() {
    Arrays.fill(table, null);
    size = 0;
    keep(truth);
  }

  /** Keeps a term and its parts after {@link #sweep}. */
  void keep(SharedTerm term) {
    if (term.isVariable()) {
      return;
    }
    int mask = table.length - 1;
    int slot = term.hash & mask;
    SharedTerm found = table[slot];
    while (found != null) {
      if (found == term) {
        return;
      }
      slot = (slot + 1) & mask;
      found = table[slot];
    }
    table[slot] = term;
    size++;
    for (SharedTerm argument : term.arguments) {
      keep(argument);
    }
    if (size * 2 > table.length) {
      grow();
    }
  }

  private static boolean sameArguments(SharedTerm[] first, SharedTerm[] second) {
    if (first.length != second.length) {
      return false;
    }
    for (int i = 0; i < first.length; i++) {
      if (first[i] != second[i]) {
        return false;
      }
    }
    return true;
  }

  private void grow() {
    @Nullable SharedTerm[] old = table;
    table = new SharedTerm[old.length * 2];
    int mask = table.length - 1;
    for (SharedTerm term : old) {
      if (term != null) {
        int slot = term.hash & mask;
        while (table[slot] != null) {
          slot = (slot + 1) & mask;
        }
        table[slot] = term;
      }
    }
  }
}
