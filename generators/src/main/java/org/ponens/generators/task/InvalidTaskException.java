package org.ponens.generators.task;

/** A text or record is no task of ours; the message says why. */
public final class InvalidTaskException extends Exception {

  private static final long serialVersionUID = 1L;

  public InvalidTaskException(String message) {
    super(message);
  }

  public InvalidTaskException(String message, Throwable cause) {
    super(message, cause);
  }
}
