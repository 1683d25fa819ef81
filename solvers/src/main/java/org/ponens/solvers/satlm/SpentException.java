package org.ponens.solvers.satlm;

/** Leaves a grounding that outgrows its budget; never leaves this package. */
final class SpentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  SpentException(String reason) {
    super(reason, null, false, false);
  }

  String reason() {
    return String.valueOf(getMessage());
  }
}
