package org.ponens.generators.sat.problem;

import java.util.Locale;

/** What is asked about a formula. The first five are those of SATQuest. */
public enum Problem {
  /** Is it satisfiable? */
  DECISION(Need.EITHER, true),
  /** A model of a satisfiable formula. */
  ASSIGNMENT(Need.SATISFIABLE, true),
  /** A valuation that violates as few constraints as can be. */
  MAXSAT(Need.UNSATISFIABLE, true),
  /** A minimal correction subset: the rest is satisfiable, and none of it can be put back. */
  MCS(Need.UNSATISFIABLE, true),
  /** A minimal unsatisfiable subset: every part of it but itself is satisfiable. */
  MUS(Need.UNSATISFIABLE, true),
  /** A model, or a minimal unsatisfiable subset where there is none. */
  CERTIFICATE(Need.EITHER, true),
  /** A refutation by resolution. */
  REFUTATION(Need.UNSATISFIABLE, false),
  /** The number of models. */
  COUNT(Need.SATISFIABLE, true),
  /** The number of models modulo a small number. */
  COUNT_MODULO(Need.SATISFIABLE, true),
  /** The literals that are true in all models. */
  BACKBONE(Need.SATISFIABLE, true),
  /** Do two formulas have the same models; if not, a valuation that is a model of just one. */
  EQUIVALENCE(Need.SATISFIABLE, true),
  /** A model whose set of true variables holds no other model's. */
  MINIMAL_MODEL(Need.SATISFIABLE, true),
  /**
   * The first model in lexicographic order, false before true, the first variable counting most.
   */
  FIRST_MODEL(Need.SATISFIABLE, true);

  /** What a problem needs the formula to be. */
  public enum Need {
    SATISFIABLE,
    UNSATISFIABLE,
    /** Each half of the time. */
    EITHER
  }

  private final Need need;
  private final boolean takesAllConstraints;

  Problem(Need need, boolean takesAllConstraints) {
    this.need = need;
    this.takesAllConstraints = takesAllConstraints;
  }

  /** What the formula has to be. */
  public Need need() {
    return need;
  }

  /** Whether the formula may hold other constraints than clauses. */
  public boolean takesAllConstraints() {
    return takesAllConstraints;
  }

  /** The name that users write: {@code count-modulo}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
