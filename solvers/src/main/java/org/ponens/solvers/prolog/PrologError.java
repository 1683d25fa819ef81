package org.ponens.solvers.prolog;

import java.io.Serial;

/** An evaluation that a Prolog system ends with an error, or that is not allowed to go on. */
final class PrologError extends Exception {

  @Serial private static final long serialVersionUID = 1L;

  private final Kind kind;

  private enum Kind {
    ERROR,
    EXHAUSTED,
    UNSUITED
  }

  private PrologError(String message, Kind kind) {
    super(message, null, false, false);
    this.kind = kind;
  }

  static PrologError of(String message) {
    return new PrologError(message, Kind.ERROR);
  }

  static PrologError exhausted(String message) {
    return new PrologError(message, Kind.EXHAUSTED);
  }

  /** Tables can't hold an answer. */
  static PrologError unsuited() {
    return new PrologError("its calls do not suit tables", Kind.UNSUITED);
  }

  /** Whether it ran out of something, rather than doing something wrong. */
  boolean isExhausted() {
    return kind == Kind.EXHAUSTED;
  }

  boolean isUnsuited() {
    return kind == Kind.UNSUITED;
  }
}
