package org.ponens.generators.induction.schema;

/** A text that is no schema; the message says where, and what is wrong. */
public final class InvalidSchemaException extends Exception {
  private static final long serialVersionUID = 1L;

  public InvalidSchemaException(String message) {
    super(message);
  }
}
