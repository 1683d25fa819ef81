package org.ponens.grammar.fol;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.Line;

/** Takes bullets, numbers, labels and comments off a line, so that the formula is left. */
final class LineReader {

  /** {@code 1.}, {@code 2)}, {@code (3)}, {@code •}; possessive, so as not to backtrack. */
  private static final Pattern NUMBER =
      Pattern.compile("(?:\\(\\d{1,4}\\)|\\[\\d{1,4}\\]|\\d{1,4}[.)](?!\\d)|[•◦▪‣*+](?=\\s))\\s*+");

  /** {@code Premise 3:}, {@code P1:}, {@code Conclusion:}; not the first colon of a gloss. */
  private static final Pattern LABEL =
      Pattern.compile("\\*{0,2}[A-Za-z]{1,20}(?: ?\\d{1,4})?\\*{0,2} ?:(?!:)\\*{0,2}\\s*+");

  private static final Pattern QUOTED_LABEL =
      Pattern.compile("\"((?:[^\"\\\\]|\\\\.){0,500}+)\"\\s?:(?![:=])\\s*+");

  /** {@code All cats are animals: ∀x (…)}: several words, none of them a symbol, before a colon. */
  private static final Pattern SENTENCE =
      Pattern.compile(
          "(?!(?i:for|all|every|there|exists|some|no) )(\\w[\\w,.'’-]*+(?: [\\w,.'’-]++)++) ?:(?!:)\\s++(?=\\S)");

  private static final Pattern WORDS = Pattern.compile("[\\w,.;'’-]++(?:\\s++[\\w,.;'’-]++)++");

  /** A line without a word, bracket or symbol of logic: a rule, or LaTeX's brackets. */
  private static final Pattern NO_CONTENT =
      Pattern.compile("[-–—=*_#\\s]{3,}+|\\\\[\\[\\]()]|\\$\\$");

  private static final Pattern HYPHEN = Pattern.compile("[-–]\\s++");

  private static final Pattern COMMENT = Pattern.compile("(?:#+|//+|::|—)\\s");

  /**
   * What a line holds.
   *
   * @param label the label in quotes, if there is one
   * @param span where the formula stands
   * @param doubtfulHyphen whether a hyphen and a blank in front were read as a negation
   */
  record Content(
      Optional<String> label, Span span, Optional<String> gloss, boolean doubtfulHyphen) {}

  private final Source source;

  LineReader(Source source) {
    this.source = source;
  }

  /** Whether all of these lines, which are several, begin with a hyphen and a blank. */
  boolean areBulleted(List<Line> lines) {
    return lines.size() > 1
        && lines.stream().allMatch(line -> HYPHEN.matcher(line.text()).lookingAt());
  }

  /** Whether a line holds anything to read. */
  static boolean hasContent(Line line) {
    return !NO_CONTENT.matcher(line.text()).matches();
  }

  Content read(Line line, boolean bulleted) {
    String text = line.text();
    int from = 0;
    Matcher hyphen = HYPHEN.matcher(text);
    boolean doubtful = false;
    if (hyphen.lookingAt()) {
      doubtful = !bulleted;
      from = bulleted ? hyphen.end() : 0;
    }
    from = skip(NUMBER, text, from);
    Optional<String> label = Optional.empty();
    Matcher quoted = QUOTED_LABEL.matcher(text).region(from, text.length());
    if (quoted.lookingAt()) {
      label = Optional.of(unescaped(quoted.group(1)));
      from = quoted.end();
    } else {
      from = skip(LABEL, text, from);
    }
    int to = text.length();
    Optional<String> gloss = line.gloss();
    Matcher sentence = SENTENCE.matcher(text).region(from, to);
    if (sentence.lookingAt()) {
      gloss = gloss.isPresent() ? gloss : Optional.of(sentence.group(1));
      from = sentence.end();
    }
    int comment = Spelling.indexOutsideQuotes(text, from, i -> startsComment(text, i));
    if (comment >= 0) {
      String words = COMMENT.matcher(text.substring(comment)).replaceFirst("").strip();
      gloss = gloss.isPresent() || words.isEmpty() ? gloss : Optional.of(words);
      to = comment;
    }
    to = trimmed(text, from, to);
    int remark = remarkInParentheses(text, from, to);
    if (remark >= 0) {
      String words = text.substring(remark + 1, to - 1).strip();
      gloss = gloss.isPresent() ? gloss : Optional.of(words);
      to = trimmed(text, from, remark);
    }
    int offset = line.span().start();
    return new Content(label, source.span(offset + from, offset + to), gloss, doubtful);
  }

  private static int trimmed(String text, int from, int to) {
    int end = to;
    while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end;
  }

  /** Where {@code (all cats are animals)} begins behind a formula's last parenthesis, or -1. */
  private static int remarkInParentheses(String text, int from, int to) {
    int open = to > from && text.charAt(to - 1) == ')' ? text.lastIndexOf('(', to - 1) : -1;
    int before = open <= from ? -1 : trimmed(text, from, open) - 1;
    boolean behindFormula = before >= from && before < open - 1 && text.charAt(before) == ')';
    return behindFormula && WORDS.matcher(text).region(open + 1, to - 1).matches() ? open : -1;
  }

  private static boolean startsComment(String text, int at) {
    char c = text.charAt(at);
    return (c == '#' || c == '/' || c == ':' || c == '—')
        && at > 0
        && Character.isWhitespace(text.charAt(at - 1))
        && COMMENT.matcher(text).region(at, text.length()).lookingAt();
  }

  private static int skip(Pattern pattern, String text, int from) {
    Matcher matcher = pattern.matcher(text).region(from, text.length());
    return matcher.lookingAt() ? matcher.end() : from;
  }

  private static String unescaped(String label) {
    return label.replaceAll("\\\\(.)", "$1");
  }
}
