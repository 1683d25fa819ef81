package org.ponens.solvers.fol;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.ponens.solvers.fol.proof.Proof;

/**
 * Whether premises entail a conclusion, with a certificate: a proof that {@link
 * org.ponens.solvers.fol.proof.ProofChecker} verifies against the {@link
 * org.ponens.solvers.fol.clause.Clausifier}'s clauses, or structures in which the original formulas
 * have been evaluated.
 */
public sealed interface Verdict {

  /** The conclusion is true in every model of the premises, and not because there is none. */
  record Entailed(Proof proof, Support support) implements Verdict {}

  /** The conclusion is false in every model of the premises, and not because there is none. */
  record Refuted(Proof proofOfNegation, Support support) implements Verdict {}

  /** The premises have models of both kinds. */
  record Independent(Structure conclusionTrue, Structure conclusionFalse) implements Verdict {}

  /**
   * The premises have no model, so that they entail everything and say nothing.
   *
   * @param core the indices of premises that have no model together
   * @param minimal whether every smaller set of them was shown to have one
   * @param proof from these premises alone
   */
  record InconsistentPremises(List<Integer> core, boolean minimal, Proof proof) implements Verdict {
    public InconsistentPremises {
      core = List.copyOf(core);
    }
  }

  /**
   * Not decided, though one half may be.
   *
   * @param conclusionTrue a model of the premises and the conclusion, if one was found: then the
   *     negation is not entailed
   * @param conclusionFalse a model of the premises in which the conclusion is false, if one was
   *     found: then the conclusion is not entailed
   */
  record Undecided(
      Reason reason,
      Optional<Structure> conclusionTrue,
      Optional<Structure> conclusionFalse,
      Duration elapsed)
      implements Verdict {}

  /**
   * What a proof rests on.
   *
   * @param premises the indices of the premises that it uses
   * @param minimal whether the conclusion was shown to need each of them
   * @param consistency a model of all premises; without one they are only not known to be
   *     inconsistent
   */
  record Support(List<Integer> premises, boolean minimal, Optional<Structure> consistency) {
    public Support {
      premises = List.copyOf(premises);
    }
  }

  /** Why there is no verdict. */
  enum Reason {
    /** The time or the steps were spent. */
    OUT_OF_BUDGET,
    /** A formula is too deep, or its clauses are too many. */
    TOO_LARGE,
    /** There is no proof in either direction, but no finite structure was found that shows it. */
    NO_FINITE_MODEL
  }
}
