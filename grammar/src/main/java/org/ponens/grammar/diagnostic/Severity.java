package org.ponens.grammar.diagnostic;

/** What a diagnostic means for whoever relies on the reading. */
public enum Severity {
  /** Something could not be read and is not in the syntax tree; an answer is not to be trusted. */
  ERROR,
  /**
   * Something was read, but probably does not mean what was meant; an answer is not to be trusted.
   */
  WARNING,
  /** Something was put right without changing its meaning; an answer is none the worse for it. */
  NOTE;

  /** The word that messages show. */
  public String label() {
    return switch (this) {
      case ERROR -> "error";
      case WARNING -> "warning";
      case NOTE -> "note";
    };
  }
}
