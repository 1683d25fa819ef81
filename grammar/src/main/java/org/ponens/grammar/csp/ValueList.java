package org.ponens.grammar.csp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads lists of values: {@code [1, 2, 3]}, {@code {1..5}}, {@code 1-5}, {@code 1 to 5}, {@code [1,
 * ..., 5]}, {@code range(1, 6)}, {@code [low, middle, high]}. Linear in the text.
 */
final class ValueList {

  /** The most values that one list may have. */
  static final int MOST = 10_000;

  /** One value: a number, or the name of one. */
  sealed interface Item {
    record Numeral(int value) implements Item {}

    record Name(String text) implements Item {}
  }

  /** A list that has too many values. */
  static final class TooLarge extends RuntimeException {
    private static final long serialVersionUID = 1L;

    TooLarge() {
      super(null, null, false, false);
    }
  }

  private final List<Item> items = new ArrayList<>();
  private boolean gap;

  private ValueList() {}

  /**
   * The values that a text lists; empty where it is no list.
   *
   * @throws TooLarge if there are more than {@link #MOST}
   */
  static Optional<List<Item>> read(String text) {
    String inner = unwrap(text);
    if (inner.isBlank()) {
      return Optional.of(List.of());
    }
    Optional<List<Item>> range = pythonRange(inner);
    if (range.isPresent()) {
      return range;
    }
    ValueList list = new ValueList();
    int from = 0;
    for (int i = 0; i <= inner.length(); i++) {
      if (i == inner.length() || isSeparator(inner.charAt(i))) {
        if (!list.add(inner.substring(from, i).strip())) {
          return Optional.empty();
        }
        from = i + 1;
      }
    }
    return list.gap ? Optional.empty() : Optional.of(list.items);
  }

  /** A text without the brackets around it, one of which may be missing. */
  private static String unwrap(String text) {
    int from = 0;
    int to = text.length();
    while (from < to && "[{( \t".indexOf(text.charAt(from)) >= 0) {
      from++;
    }
    while (to > from && "]}) \t,;.".indexOf(text.charAt(to - 1)) >= 0) {
      // The parenthesis of range(1, 6) is no bracket of the list.
      if (text.charAt(to - 1) == ')' && text.lastIndexOf('(', to) > from) {
        break;
      }
      to--;
    }
    return text.substring(from, to);
  }

  private static boolean isSeparator(char c) {
    return c == ',' || c == ';' || c == '，' || c == '、' || c == '|';
  }

  private static Optional<List<Item>> pythonRange(String text) {
    int open = text.lastIndexOf('(');
    if (open < 0 || !text.endsWith(")")) {
      return Optional.empty();
    }
    String name = text.substring(0, open).strip();
    if (!name.equals("range") && !name.endsWith("(range")) {
      return Optional.empty();
    }
    String[] bounds = text.substring(open + 1).replace(")", "").split(",", 3);
    Optional<Integer> first = bounds.length == 1 ? Optional.of(0) : number(bounds[0].strip());
    Optional<Integer> end = number(bounds[Math.min(1, bounds.length - 1)].strip());
    if (bounds.length > 2 || first.isEmpty() || end.isEmpty()) {
      return Optional.empty();
    }
    ValueList list = new ValueList();
    list.fill(first.get(), (long) end.get() - 1, 1);
    return Optional.of(list.items);
  }

  private boolean add(String text) {
    if (text.isEmpty()) {
      return true;
    }
    if (text.equals("...") || text.equals("…") || text.equals("..")) {
      boolean open = !items.isEmpty() && items.getLast() instanceof Item.Numeral;
      gap = open;
      return open;
    }
    Optional<Integer> number = number(text);
    if (number.isPresent()) {
      return addNumber(number.get());
    }
    if (addRange(text)) {
      return true;
    }
    String name = Identifiers.valueName(text);
    if (gap || name.isEmpty() || name.chars().noneMatch(Character::isLetter)) {
      return false;
    }
    put(new Item.Name(name));
    return true;
  }

  private boolean addNumber(int number) {
    if (!gap) {
      put(new Item.Numeral(number));
      return true;
    }
    gap = false;
    int last = ((Item.Numeral) items.getLast()).value();
    long step = 1;
    if (items.size() > 1 && items.get(items.size() - 2) instanceof Item.Numeral(var before)) {
      step = Math.max(1, (long) last - before);
    }
    if (number <= last || ((long) number - last) % step != 0) {
      return false;
    }
    fill(last + step, number, step);
    return true;
  }

  private boolean addRange(String text) {
    for (String infix : List.of("...", "…", "..", " to ", "through", "–", "—", "-", ":")) {
      // A sign before the first number is no infix.
      int at = text.indexOf(infix, 1);
      if (at > 0) {
        Optional<Integer> first = number(text.substring(0, at).strip());
        Optional<Integer> last = number(text.substring(at + infix.length()).strip());
        if (first.isPresent() && last.isPresent() && first.get() <= last.get() && !gap) {
          fill(first.get(), last.get(), 1);
          return true;
        }
      }
    }
    return false;
  }

  private void fill(long first, long last, long step) {
    if ((last - first) / step >= MOST) {
      throw new TooLarge();
    }
    for (long value = first; value <= last; value += step) {
      put(new Item.Numeral((int) value));
    }
  }

  private void put(Item item) {
    if (items.size() >= MOST) {
      throw new TooLarge();
    }
    items.add(item);
  }

  /** A whole number of nine digits at most. */
  static Optional<Integer> number(String text) {
    int from = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '−') ? 1 : 0;
    if (text.length() == from || text.length() - from > 9) {
      return Optional.empty();
    }
    int value = 0;
    for (int i = from; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return Optional.empty();
      }
      value = 10 * value + (c - '0');
    }
    return Optional.of(from == 1 ? -value : value);
  }
}
