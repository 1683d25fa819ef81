package org.ponens.grammar.pddl;

import java.util.ArrayList;
import java.util.List;

/** A word, or a list of words and lists: PDDL before it means anything. */
sealed interface Form {

  int start();

  int end();

  /**
   * A word.
   *
   * @param type of its token
   * @param text in lower case
   */
  record Word(int type, String text, int start, int end) implements Form {}

  /** A list. Bracket recovery may open it again and move its items while reading. */
  final class Group implements Form {

    private final int start;
    private final List<Form> items = new ArrayList<>(4);
    private int end;

    Group(int start) {
      this.start = start;
      this.end = start + 1;
    }

    @Override
    public int start() {
      return start;
    }

    @Override
    public int end() {
      return end;
    }

    List<Form> items() {
      return items;
    }

    void endAt(int newEnd) {
      end = newEnd;
    }

    /** The word at its head, or the empty string. */
    String head() {
      return !items.isEmpty() && items.get(0) instanceof Word word ? word.text() : "";
    }

    /** The items behind the head. */
    List<Form> rest() {
      return items.isEmpty() ? items : items.subList(1, items.size());
    }
  }
}
