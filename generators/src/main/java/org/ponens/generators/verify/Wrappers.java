package org.ponens.generators.verify;

import java.util.List;
import java.util.Optional;

/** Marks around a whole answer that say how it looks, not what it is. */
final class Wrappers {

  /** More wrappers than anybody means; a bound for hostile answers. */
  private static final int MOST = 8;

  private record Pair(String opening, String closing) {}

  /** Longer ones before those that they begin with. */
  private static final List<Pair> PAIRS =
      List.of(
          new Pair("```", "```"),
          new Pair("`", "`"),
          new Pair("$$", "$$"),
          new Pair("$", "$"),
          new Pair("\\(", "\\)"),
          new Pair("\\[", "\\]"),
          new Pair("**", "**"));

  private static final List<String> COMMANDS =
      List.of(
          "\\boxed{", "\\text{", "\\texttt{", "\\textbf{", "\\mathrm{", "\\mathbf{", "\\mathtt{");

  private static final List<String> PREFIXES = List.of("answer:", "final answer:");

  private Wrappers() {}

  /** An answer without white space and wrappers at both ends. */
  static String remove(String answer) {
    String text = answer.strip();
    for (int i = 0; i < MOST; i++) {
      Optional<String> inner = inner(text);
      if (inner.isEmpty()) {
        return text;
      }
      text = inner.get().strip();
    }
    return text;
  }

  private static Optional<String> inner(String text) {
    for (Pair pair : PAIRS) {
      int from = pair.opening().length();
      int to = text.length() - pair.closing().length();
      if (from <= to && text.startsWith(pair.opening()) && text.endsWith(pair.closing())) {
        String inner = text.substring(from, to);
        if (!inner.contains(pair.closing())) {
          return Optional.of(pair.opening().equals("```") ? withoutLanguage(inner) : inner);
        }
      }
    }
    for (String command : COMMANDS) {
      if (text.startsWith(command)
          && Candidates.closingBrace(text, command.length()) == text.length() - 1) {
        return Optional.of(text.substring(command.length(), text.length() - 1));
      }
    }
    for (String prefix : PREFIXES) {
      if (Ascii.startsWith(text, 0, prefix)) {
        return Optional.of(text.substring(prefix.length()));
      }
    }
    return Optional.empty();
  }

  /** The inside of a code fence without the name of a language on its first line. */
  private static String withoutLanguage(String block) {
    int line = block.indexOf('\n');
    for (int i = 0; i < line; i++) {
      char c = block.charAt(i);
      if (!(c == '\r' || c == '+' || c == '-' || c == '_' || Character.isLetter(c))) {
        return block;
      }
    }
    String below = block.substring(line + 1);
    return line < 0 || below.isBlank() ? block : below;
  }
}
