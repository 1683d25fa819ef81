package org.ponens.generators.planning.problem;

import java.util.Locale;

/** What is asked. */
public enum Kind {
  /** Any plan. */
  PLAN,
  /** A plan with as few actions as can be. */
  OPTIMAL,
  /** Whether a plan is one, and if not, what fails first and why. */
  VERIFY,
  /** What is true behind some actions. */
  STATE,
  /** What is true behind each of some actions. */
  TRACE,
  /** Whether some facts can ever be true at once, and how. */
  REACHABLE,
  /**
   * Which of several goals somebody pursues without detours, of whom the first actions are known
   * (Ramírez and Geffner, "Plan recognition as planning", IJCAI 2009).
   */
  RECOGNISE;

  /** Whether actions are part of the question. */
  public boolean showsSteps() {
    return this == VERIFY || this == STATE || this == TRACE || this == RECOGNISE;
  }

  /** The name that users write: {@code plan}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
