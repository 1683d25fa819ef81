package org.ponens.solvers.prolog;

import java.util.BitSet;

/** What a program says of examples. */
public sealed interface Judgement {

  /** Inference steps that were taken. */
  long steps();

  /**
   * Every example was decided.
   *
   * @param covered of which of the examples, by their position, the target is true
   */
  record Decided(BitSet covered, long steps) implements Judgement {
    public Decided {
      covered = (BitSet) covered.clone();
    }

    @Override
    public BitSet covered() {
      return (BitSet) covered.clone();
    }
  }

  /**
   * A Prolog system would have ended with an error.
   *
   * @param why a phrase
   */
  record Erroneous(String why, long steps) implements Judgement {}

  /**
   * It took too many steps, or too much memory.
   *
   * @param why a phrase
   */
  record Exhausted(String why, long steps) implements Judgement {}
}
