package org.ponens.grammar.cnf;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Cuts an answer into tokens, in linear time. Decoration (Markdown, TeX's dollar signs and {@code
 * \text}, quotes, a closing full stop) is dropped; names of a story are found whatever their case.
 */
final class AnswerScanner {

  /** What a name can be of. */
  private record Named(AnswerToken.Kind kind, int number) {}

  private final String text;
  private final Map<String, Named> names = new HashMap<>();
  private final Set<String> beginnings = new HashSet<>();
  private final List<AnswerToken> tokens = new ArrayList<>();
  private int at;

  private AnswerScanner(String text, Vocabulary vocabulary) {
    this.text = text;
    if (hasLetters(text)) {
      add(vocabulary.variables(), AnswerToken.Kind.VARIABLE);
      add(vocabulary.constraints(), AnswerToken.Kind.CONSTRAINT);
    }
  }

  private static boolean hasLetters(String text) {
    return text.chars().anyMatch(Character::isLetter);
  }

  private void add(List<String> list, AnswerToken.Kind kind) {
    for (int i = 0; i < list.size(); i++) {
      StringBuilder name = new StringBuilder();
      for (String word : list.get(i).toLowerCase(Locale.ROOT).strip().split("\\s+", -1)) {
        if (!name.isEmpty()) {
          beginnings.add(name.toString());
          name.append(' ');
        }
        name.append(word);
      }
      names.put(name.toString(), new Named(kind, i + 1));
    }
  }

  static List<AnswerToken> scan(String text, Vocabulary vocabulary) {
    AnswerScanner scanner = new AnswerScanner(text, vocabulary);
    while (scanner.at < text.length()) {
      scanner.next();
    }
    scanner.lineEnd();
    return scanner.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (c == '\n' || c == '\r') {
      lineEnd();
      at++;
    } else if (Character.isWhitespace(c) || "*`$\"'“”‘’_".indexOf(c) >= 0) {
      at++;
    } else if (isWordCharacter(c) && name()) {
      return;
    } else if (isDigit(c)) {
      int start = at;
      while (at < text.length() && isDigit(text.charAt(at))) {
        at++;
      }
      add(AnswerToken.Kind.DIGITS, text.substring(start, at), 0, start);
    } else if (Character.isLetter(c)) {
      word();
    } else if (c == '\\') {
      command();
    } else {
      sign(c);
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isWordCharacter(char c) {
    return Character.isLetterOrDigit(c);
  }

  private void add(AnswerToken.Kind kind, String shown, int number, int start) {
    tokens.add(new AnswerToken(kind, shown, number, start, at));
  }

  private void lineEnd() {
    if (!tokens.isEmpty() && !tokens.getLast().is(AnswerToken.Kind.LINE_END)) {
      tokens.add(new AnswerToken(AnswerToken.Kind.LINE_END, "", 0, at, at));
    }
  }

  /** The longest name that begins here. */
  private boolean name() {
    if (names.isEmpty() || (at > 0 && isWordCharacter(text.charAt(at - 1)))) {
      return false;
    }
    StringBuilder read = new StringBuilder();
    Named longest = null;
    int longestEnd = at;
    int from = at;
    while (from < text.length()) {
      int to = from;
      while (to < text.length() && isNamePart(to)) {
        to++;
      }
      if (to == from) {
        break;
      }
      read.append(read.isEmpty() ? "" : " ");
      read.append(text.substring(from, to).toLowerCase(Locale.ROOT));
      Named named = names.get(read.toString());
      if (named != null) {
        longest = named;
        longestEnd = to;
      }
      if (!beginnings.contains(read.toString())) {
        break;
      }
      from = to;
      while (from < text.length() && (text.charAt(from) == ' ' || text.charAt(from) == '_')) {
        from++;
      }
    }
    if (longest == null) {
      return false;
    }
    int start = at;
    at = longestEnd;
    add(longest.kind, text.substring(start, at), longest.number, start);
    return true;
  }

  /** A letter, a digit, or a hyphen or apostrophe between two of them. */
  private boolean isNamePart(int index) {
    char c = text.charAt(index);
    return isWordCharacter(c)
        || ((c == '-' || c == '\'' || c == '’')
            && index > 0
            && isWordCharacter(text.charAt(index - 1))
            && index + 1 < text.length()
            && isWordCharacter(text.charAt(index + 1)));
  }

  private void word() {
    int start = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at).toLowerCase(Locale.ROOT);
    if (word.equals("x") || word.equals("v") || word.equals("c")) {
      int digits = subscript(at);
      int index = digits;
      while (index < text.length() && isDigit(text.charAt(index))) {
        index++;
      }
      // "v 1 -2" is the beginning of a line of values.
      if (index > digits && (digits == at || text.charAt(at) != ' ')) {
        AnswerToken number =
            new AnswerToken(AnswerToken.Kind.DIGITS, text.substring(digits, index), 0, digits, 0);
        at =
            index < text.length() && text.charAt(index) == '}' && digits > start + 1
                ? index + 1
                : index;
        AnswerToken.Kind kind =
            word.equals("c") ? AnswerToken.Kind.CONSTRAINT : AnswerToken.Kind.VARIABLE;
        add(kind, text.substring(start, at), number.value(), start);
        return;
      }
    }
    switch (word) {
      case "not" -> add(AnswerToken.Kind.NEGATION, word, 0, start);
      case "and", "or" -> add(AnswerToken.Kind.SEPARATOR, word, 0, start);
      case "is", "are" -> add(AnswerToken.Kind.EQUALS, word, 0, start);
      case "gives", "yields", "gets" -> add(AnswerToken.Kind.ARROW, word, 0, start);
      default -> add(AnswerToken.Kind.WORD, word, 0, start);
    }
  }

  /**
   * Where the digits of {@code x3}, {@code x_3}, {@code x_{3}}, {@code x(3)}, {@code x[3]} begin.
   */
  private int subscript(int from) {
    int index = from;
    if (index < text.length() && text.charAt(index) == '\\') {
      index++;
    }
    if (index < text.length() && text.charAt(index) == '_') {
      index++;
    }
    if (index > from && index < text.length() && text.charAt(index) == '{') {
      index++;
    }
    return index;
  }

  private static final Map<String, AnswerToken.Kind> COMMANDS =
      Map.ofEntries(
          Map.entry("neg", AnswerToken.Kind.NEGATION),
          Map.entry("lnot", AnswerToken.Kind.NEGATION),
          Map.entry("land", AnswerToken.Kind.SEPARATOR),
          Map.entry("wedge", AnswerToken.Kind.SEPARATOR),
          Map.entry("lor", AnswerToken.Kind.SEPARATOR),
          Map.entry("vee", AnswerToken.Kind.SEPARATOR),
          Map.entry("emptyset", AnswerToken.Kind.EMPTY),
          Map.entry("varnothing", AnswerToken.Kind.EMPTY),
          Map.entry("bot", AnswerToken.Kind.EMPTY),
          Map.entry("square", AnswerToken.Kind.EMPTY),
          Map.entry("Box", AnswerToken.Kind.EMPTY),
          Map.entry("to", AnswerToken.Kind.ARROW),
          Map.entry("rightarrow", AnswerToken.Kind.ARROW),
          Map.entry("Rightarrow", AnswerToken.Kind.ARROW),
          Map.entry("vdash", AnswerToken.Kind.ARROW));

  /** Commands that only say how something looks: their braces are dropped with them. */
  private static final Set<String> LOOKS =
      Set.of("text", "mathrm", "textbf", "mathbf", "mathit", "textit", "texttt", "mathtt", "quad");

  private void command() {
    int start = at;
    at++;
    int from = at;
    while (at < text.length() && Character.isLetter(text.charAt(at))) {
      at++;
    }
    String command = text.substring(from, at);
    AnswerToken.@Nullable Kind kind = COMMANDS.get(command);
    if (kind != null) {
      add(kind, text.substring(start, at), 0, start);
    } else if (LOOKS.contains(command)) {
      skipped('{');
    } else if (command.isEmpty()) {
      at = Math.min(text.length(), at + 1);
      char c = at > 0 ? text.charAt(at - 1) : ' ';
      if (c == '{' || c == '}') {
        add(c == '{' ? AnswerToken.Kind.OPEN : AnswerToken.Kind.CLOSE, String.valueOf(c), 0, start);
      }
    } else {
      add(AnswerToken.Kind.OTHER, text.substring(start, at), 0, start);
    }
  }

  private void skipped(char c) {
    if (at < text.length() && text.charAt(at) == c) {
      at++;
    }
  }

  private void sign(char c) {
    int start = at;
    boolean arrow = text.startsWith("->", at) || text.startsWith("=>", at);
    arrow |= text.startsWith("|-", at) || text.startsWith(":=", at);
    at += arrow ? 2 : 1;
    if (arrow) {
      boolean value = text.charAt(start) == ':';
      add(
          value ? AnswerToken.Kind.EQUALS : AnswerToken.Kind.ARROW,
          text.substring(start, at),
          0,
          start);
      return;
    }
    AnswerToken.Kind kind =
        switch (c) {
          case '-', '−', '–', '¬', '~', '!' -> AnswerToken.Kind.NEGATION;
          case '=', ':' -> AnswerToken.Kind.EQUALS;
          case '→', '⇒', '⊢', '↦' -> AnswerToken.Kind.ARROW;
          case ',', ';', '∧', '∨', '&', '|', '+' -> AnswerToken.Kind.SEPARATOR;
          case '(', '[', '{' -> AnswerToken.Kind.OPEN;
          case ')', ']', '}' -> AnswerToken.Kind.CLOSE;
          case '∅', '⊥', '□', '▢' -> AnswerToken.Kind.EMPTY;
          case '.' -> AnswerToken.Kind.SEPARATOR;
          case '#' -> AnswerToken.Kind.SEPARATOR;
          default -> AnswerToken.Kind.OTHER;
        };
    add(kind, String.valueOf(c), 0, start);
  }
}
