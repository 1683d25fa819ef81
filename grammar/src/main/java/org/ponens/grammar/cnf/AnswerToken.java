package org.ponens.grammar.cnf;

/**
 * A piece of an answer.
 *
 * @param text as written; of a word in lower case
 * @param number of a variable or constraint by name, from 1; 0 for other kinds
 */
record AnswerToken(Kind kind, String text, int number, int start, int end) {

  enum Kind {
    /** A run of digits. */
    DIGITS,
    /** {@code x3} and its spellings, or a variable's name. */
    VARIABLE,
    /** A constraint's name. */
    CONSTRAINT,
    /** A minus or a negation, with what it negates behind it. */
    NEGATION,
    /** Something that gives a value: {@code =}, {@code :}. */
    EQUALS,
    /** {@code ->}, {@code ⊢} and the like. */
    ARROW,
    /** Something that joins: a comma, {@code ∧}, {@code ∨}. */
    SEPARATOR,
    /** Any opening bracket. */
    OPEN,
    /** Any closing bracket. */
    CLOSE,
    /** The empty set or clause as a sign. */
    EMPTY,
    /** The end of a line that holds something. */
    LINE_END,
    WORD,
    OTHER
  }

  boolean is(Kind other) {
    return kind == other;
  }

  boolean isWord(String word) {
    return kind == Kind.WORD && text.equals(word);
  }

  /** Whether the digits are all 0 or 1. */
  boolean isBits() {
    return kind == Kind.DIGITS && text.chars().allMatch(c -> c == '0' || c == '1');
  }

  /** The number that the digits are; the largest there is for one that is larger. */
  int value() {
    long value = 0;
    for (int i = 0; i < text.length() && value <= Integer.MAX_VALUE; i++) {
      value = 10 * value + (text.charAt(i) - '0');
    }
    return (int) Math.min(value, Integer.MAX_VALUE);
  }
}
