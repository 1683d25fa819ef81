package org.ponens.generators.sat.problem;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.solvers.sat.Refutation;

/** An answer to a question about formulas, read. Variables count from 1, positions from 0. */
public sealed interface SatAnswer {

  /** To {@link Problem#DECISION}: whether there is a model. */
  record Decided(boolean satisfiable) implements SatAnswer {}

  /**
   * A valuation, by its true variables: to {@link Problem#ASSIGNMENT}, {@link Problem#MAXSAT},
   * {@link Problem#MINIMAL_MODEL}, {@link Problem#FIRST_MODEL}, or as a {@link
   * Problem#CERTIFICATE}.
   */
  record Assigned(BitSet trueVariables) implements SatAnswer {}

  /**
   * A set of constraints, by position: to {@link Problem#MCS}, {@link Problem#MUS}, or as a {@link
   * Problem#CERTIFICATE}.
   */
  record Chosen(BitSet positions) implements SatAnswer {}

  /** To {@link Problem#REFUTATION}. */
  record Refuted(Refutation refutation) implements SatAnswer {}

  /** To {@link Problem#COUNT} and, reduced, to {@link Problem#COUNT_MODULO}. */
  record Counted(BigInteger models) implements SatAnswer {}

  /** To {@link Problem#BACKBONE}: literals, by variable. */
  record Frozen(List<Integer> literals) implements SatAnswer {
    public Frozen {
      literals = List.copyOf(literals);
    }
  }

  /**
   * To {@link Problem#EQUIVALENCE}.
   *
   * @param difference a valuation that is a model of just one of the formulas; empty if they have
   *     the same models
   */
  record Compared(Optional<BitSet> difference) implements SatAnswer {}

  /** This answer as a model would write it, in the form that the prompts ask for. */
  default String text(Asked asked, Vocabulary vocabulary) {
    return AnswerWriter.write(this, asked, vocabulary);
  }
}
