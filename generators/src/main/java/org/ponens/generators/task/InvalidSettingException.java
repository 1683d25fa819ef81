package org.ponens.generators.task;

/** A knob was set to what it can't be; the message says what it can. */
public final class InvalidSettingException extends Exception {

  private static final long serialVersionUID = 1L;

  public InvalidSettingException(String message) {
    super(message);
  }
}
