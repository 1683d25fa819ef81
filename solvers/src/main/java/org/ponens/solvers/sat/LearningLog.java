package org.ponens.solvers.sat;

import java.util.BitSet;

/**
 * What a solver learned and from what: each clause has an identity, the added ones in their order
 * from 0, the learned ones after them as they come (both mixed where clauses are added between
 * checks). A learned clause follows from its antecedents by unit propagation.
 */
final class LearningLog {

  private final IntStack literals = new IntStack(256);
  private final IntStack antecedents = new IntStack(256);
  private final IntStack literalEnds = new IntStack(64);
  private final IntStack antecedentEnds = new IntStack(64);
  private final IntStack tags = new IntStack(64);

  /** Notes a clause that was added; the tag is what the caller knows it by, not negative. */
  int added(int tag) {
    tags.push(tag);
    return finish();
  }

  void literal(int literal) {
    literals.push(literal);
  }

  void antecedent(int identity) {
    antecedents.push(identity);
  }

  /** Ends a learned clause, of the literals and antecedents noted since the last one. */
  int learned() {
    tags.push(-1);
    return finish();
  }

  private int finish() {
    literalEnds.push(literals.size());
    antecedentEnds.push(antecedents.size());
    return tags.size() - 1;
  }

  int size() {
    return tags.size();
  }

  /** The tag of an added clause, or -1 for a learned one. */
  int tag(int identity) {
    return tags.get(identity);
  }

  int[] literals(int identity) {
    return slice(literals, literalEnds, identity);
  }

  int[] antecedents(int identity) {
    return slice(antecedents, antecedentEnds, identity);
  }

  private static int[] slice(IntStack stack, IntStack ends, int index) {
    int from = index == 0 ? 0 : ends.get(index - 1);
    int[] slice = new int[ends.get(index) - from];
    for (int i = 0; i < slice.length; i++) {
      slice[i] = stack.get(from + i);
    }
    return slice;
  }

  /** The clauses that the last one learned goes back to, itself included. */
  BitSet usedByLast() {
    BitSet used = new BitSet(size());
    used.set(size() - 1);
    for (int i = size() - 1; i >= 0; i = used.previousSetBit(i - 1)) {
      int from = i == 0 ? 0 : antecedentEnds.get(i - 1);
      for (int a = from; a < antecedentEnds.get(i); a++) {
        used.set(antecedents.get(a));
      }
    }
    return used;
  }

  /** The tags of the added clauses that the last one learned goes back to. */
  BitSet core() {
    BitSet core = new BitSet();
    BitSet used = usedByLast();
    for (int i = used.nextSetBit(0); i >= 0; i = used.nextSetBit(i + 1)) {
      if (tags.get(i) >= 0) {
        core.set(tags.get(i));
      }
    }
    return core;
  }
}
