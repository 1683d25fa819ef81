package org.ponens.generators.induction.slr;

/** A text that is no validation program; the message says what is wrong. */
public final class InvalidProgramException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidProgramException(String message) {
    super(message);
  }
}
