package org.ponens.generators.planning.judge;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ponens.generators.planning.world.Fact;

/**
 * Reads lists of facts: {@code (on a b)} or {@code on(a, b)}, with {@code (not ...)} before those
 * that are false, any punctuation, bullets and {@code and} between them. Total and linear in the
 * text.
 */
final class FactReader {

  /** More than any state here has. */
  private static final int MOST_FACTS = 20_000;

  private static final int MOST_WORDS = 12;
  private static final String BETWEEN = ",;.:-*•[]{}`'\"∧&";

  private final String text;
  private final List<Literal> literals = new ArrayList<>();
  private int at;

  /** A fact that is said to be true, or false. */
  record Literal(Fact fact, boolean positive) {}

  /** What a list of facts was read as. */
  sealed interface Reading {
    /** In the order written. */
    record Literals(List<Literal> literals) implements Reading {}

    /** The text is none; a phrase that says why. */
    record Fault(String reason) implements Reading {}
  }

  private FactReader(String text) {
    this.text = text;
  }

  static Reading read(String text) {
    return new FactReader(text).list();
  }

  private Reading list() {
    int open = 0;
    while (true) {
      skip(true);
      if (at >= text.length()) {
        break;
      }
      if (text.charAt(at) == ')') {
        if (--open < 0) {
          return new Reading.Fault("there is a ')' without its '('");
        }
        at++;
        continue;
      }
      if (opensConjunction()) {
        open++;
        continue;
      }
      String fault = literal();
      if (!fault.isEmpty()) {
        return new Reading.Fault(fault);
      }
      if (literals.size() > MOST_FACTS) {
        return new Reading.Fault("there are more than " + MOST_FACTS + " facts");
      }
    }
    return new Reading.Literals(List.copyOf(literals));
  }

  /** Passes white space, and what stands between facts. */
  private void skip(boolean punctuation) {
    while (at < text.length()) {
      char c = text.charAt(at);
      if (Character.isWhitespace(c) || (punctuation && BETWEEN.indexOf(c) >= 0)) {
        at++;
      } else if (punctuation && isWord("and")) {
        at += 3;
      } else {
        return;
      }
    }
  }

  private boolean isWord(String word) {
    int end = at + word.length();
    return text.regionMatches(true, at, word, 0, word.length())
        && (end >= text.length() || !isNameCharacter(text.charAt(end)))
        && (end >= text.length() || text.charAt(end) != '(');
  }

  /** Passes {@code (and}. */
  private boolean opensConjunction() {
    int before = at;
    if (text.charAt(at) == '(') {
      at++;
      skip(false);
      if (isWord("and")) {
        at += 3;
        return true;
      }
    }
    at = before;
    return false;
  }

  /** Reads a literal; gives what is wrong, or nothing. */
  private String literal() {
    int before = at;
    boolean nested = text.charAt(at) == '(';
    if (nested) {
      at++;
      skip(false);
    }
    if (isWord("not")) {
      at += 3;
      skip(false);
      String fault = atom(false);
      if (!fault.isEmpty() || !nested) {
        return fault;
      }
      skip(false);
      if (at >= text.length() || text.charAt(at) != ')') {
        return "a '(not' is not closed";
      }
      at++;
      return "";
    }
    at = before;
    return atom(true);
  }

  private String atom(boolean positive) {
    List<String> words = new ArrayList<>();
    String called = name();
    if (!called.isEmpty()) {
      words.add(called);
    }
    if (at >= text.length() || text.charAt(at) != '(') {
      return called.isEmpty()
          ? "there is something else than a fact"
          : "'" + abbreviated(called) + "' stands where a fact in parentheses is expected";
    }
    at++;
    while (true) {
      while (at < text.length()
          && (Character.isWhitespace(text.charAt(at)) || text.charAt(at) == ',')) {
        at++;
      }
      if (at >= text.length()) {
        return "a '(' is not closed";
      }
      if (text.charAt(at) == ')') {
        at++;
        break;
      }
      String word = name();
      if (word.isEmpty() || words.size() == MOST_WORDS) {
        return "a list in parentheses is no fact";
      }
      words.add(word);
    }
    if (words.isEmpty()) {
      return "a list in parentheses is empty";
    }
    literals.add(new Literal(new Fact(words.getFirst(), words.subList(1, words.size())), positive));
    return "";
  }

  private String name() {
    int start = at;
    while (at < text.length() && isNameCharacter(text.charAt(at))) {
      at++;
    }
    return text.substring(start, at).toLowerCase(Locale.ROOT);
  }

  private static boolean isNameCharacter(char c) {
    return Character.isLetterOrDigit(c) || c == '-' || c == '_';
  }

  private static String abbreviated(String word) {
    return word.length() <= 30 ? word : word.substring(0, 30) + "...";
  }
}
