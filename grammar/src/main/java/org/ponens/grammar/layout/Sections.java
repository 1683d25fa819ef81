package org.ponens.grammar.layout;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;

/**
 * Splits a program into its sections, as the Logic-LM languages lay them out: a header line, then
 * one statement a line, each with an optional gloss behind {@code :::}.
 *
 * <p>Headers are found in any case, with or without a colon, in Markdown dress ({@code **Facts:**},
 * {@code ## Facts}), numbered ({@code 2. Facts:}) or with a remark ({@code Facts (given):}), and
 * may have their first statement on the same line. Markdown fences are taken away and noted. Linear
 * in the text; immutable and thread-safe.
 */
public final class Sections {

  private static final String GLOSS = ":::";

  private final Map<String, String> canonicalBySpelling;

  private Sections(Map<String, String> canonicalBySpelling) {
    this.canonicalBySpelling = canonicalBySpelling;
  }

  /**
   * Knows these headers.
   *
   * @param spellings for each canonical name its further spellings, all without colon
   */
  public static Sections of(Map<String, List<String>> spellings) {
    Map<String, String> byName = new LinkedHashMap<>();
    spellings.forEach(
        (name, others) -> {
          byName.put(name.toLowerCase(Locale.ROOT), name);
          others.forEach(other -> byName.put(other.toLowerCase(Locale.ROOT), name));
        });
    return new Sections(byName);
  }

  /**
   * The sections in the order of the text; the first is the nameless one of what stands before any
   * header, and it may have no lines. A header that occurs twice gives two sections.
   */
  public List<Section> split(Source source, Diagnostics diagnostics) {
    List<Section> sections = new ArrayList<>();
    String name = "";
    Span header = source.span(0, 0);
    List<Line> lines = new ArrayList<>();
    for (int number = 1; number <= source.lineCount(); number++) {
      int start = source.lineStart(number);
      int end = source.lineEnd(number);
      if (isFence(source.text(), start, end)) {
        Span span = source.span(start, end);
        diagnostics.add(
            Diagnostic.note(
                    TextCode.FENCE_REMOVED, span, "a Markdown fence is not part of the program")
                .withFix(Fix.applied("remove the fence", new Edit(span, ""))));
        continue;
      }
      Optional<Header> found = header(source.text(), start, end);
      if (found.isPresent()) {
        sections.add(new Section(name, header, lines));
        name = found.get().name();
        header = source.span(start, found.get().end());
        lines = new ArrayList<>();
        start = found.get().end();
      }
      line(source, start, end).ifPresent(lines::add);
    }
    sections.add(new Section(name, header, lines));
    return sections;
  }

  /** The line between two offsets, where it holds more than blanks and a gloss. */
  public static Optional<Line> line(Source source, int start, int end) {
    String text = source.text();
    int split = text.indexOf(GLOSS, start, end);
    int to = split >= 0 ? split : end;
    Optional<String> gloss = Optional.empty();
    if (to < end) {
      String words = text.substring(Math.min(end, to + GLOSS.length()), end).strip();
      gloss = words.isEmpty() ? Optional.empty() : Optional.of(words);
    }
    int from = start;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return from == to
        ? Optional.empty()
        : Optional.of(new Line(text.substring(from, to), source.span(from, to), gloss));
  }

  private record Header(String name, int end) {}

  private Optional<Header> header(String text, int start, int end) {
    int from = behindNumber(text, behindDressing(text, start, end), end);
    if (from == end || !Character.isLetter(text.charAt(from))) {
      return Optional.empty();
    }
    int to = from;
    while (to < end && (Character.isLetter(text.charAt(to)) || text.charAt(to) == ' ')) {
      to++;
    }
    String name =
        canonicalBySpelling.get(text.substring(from, to).strip().toLowerCase(Locale.ROOT));
    if (name == null) {
      return Optional.empty();
    }
    if (to < end && text.charAt(to) == '(') {
      int close = text.indexOf(')', to, end);
      if (close < 0 || text.indexOf(':', close, end) < 0) {
        return Optional.empty();
      }
      to = close + 1;
    }
    boolean colon = false;
    while (to < end && (isDressing(text.charAt(to)) || text.charAt(to) == ':')) {
      if (text.startsWith(GLOSS, to)) {
        return Optional.empty();
      }
      colon |= text.charAt(to) == ':';
      to++;
    }
    // Without a colon a header is alone on its line.
    return colon || to == end ? Optional.of(new Header(name, to)) : Optional.empty();
  }

  private static int behindDressing(String text, int start, int end) {
    int at = start;
    while (at < end && isDressing(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Behind {@code 2.} or {@code 2)} and blanks, where there is such a number. */
  private static int behindNumber(String text, int start, int end) {
    int at = start;
    while (at < end && at - start < 3 && Character.isDigit(text.charAt(at))) {
      at++;
    }
    boolean numbered = at > start && at < end && (text.charAt(at) == '.' || text.charAt(at) == ')');
    return numbered ? behindDressing(text, at + 1, end) : start;
  }

  private static boolean isDressing(char c) {
    return c == '#' || c == '*' || c == '_' || c == '=' || Character.isWhitespace(c);
  }

  private static boolean isFence(String text, int start, int end) {
    int from = start;
    while (from < end && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    return from < end && (text.startsWith("```", from) || text.startsWith("~~~", from));
  }
}
