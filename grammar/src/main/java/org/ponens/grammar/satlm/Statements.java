package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.Line;
import org.ponens.grammar.layout.Section;
import org.ponens.grammar.layout.Sections;

/**
 * Splits a program into statements: lines, joined where brackets stay open, without bullets,
 * backticks and comments.
 */
final class Statements {

  static final String DECLARATIONS = "Declarations";
  static final String CONSTRAINTS = "Constraints";
  static final String OPTIONS = "Options";
  static final String QUESTION = "Question";

  private static final Sections SECTIONS =
      Sections.of(
          Map.of(
              DECLARATIONS,
              List.of(
                  "Declaration",
                  "Sorts",
                  "Functions",
                  "Variables",
                  "Definitions",
                  "Types",
                  "Declare",
                  "Sorts and Functions"),
              CONSTRAINTS,
              List.of(
                  "Constraint",
                  "Conditions",
                  "Rules",
                  "Premises",
                  "Pre Conditions",
                  "Preconditions",
                  "Additional Constraints",
                  "Constraints and Conditions"),
              OPTIONS,
              List.of(
                  "Option",
                  "Choices",
                  "Answer Choices",
                  "Answer Options",
                  "Answers",
                  "Queries",
                  "Query",
                  "Answer"),
              QUESTION,
              List.of("Questions")));

  private static final Pattern BULLET = Pattern.compile("\\G(?:[-*•]\\s+|\\d{1,3}[.)]\\s+(?=\\D))");
  private static final Pattern LEADING_LABEL =
      Pattern.compile("\\G(?:\\(([A-Z])\\)|([A-Z])[).:])\\s*(?=\\S)");
  private static final Pattern GLOSS_LABEL =
      Pattern.compile("^(?:[Oo]ption\\s+)?(?:\\(([A-Za-z])\\)|([A-Z])[).:]|([A-Z])$)\\s*[.:]?\\s*");
  private static final Pattern QUESTION_LINE = Pattern.compile("(?i)question\\s*:?");

  private final Source source;
  private final Diagnostics diagnostics;
  private final List<Statement> statements = new ArrayList<>();
  private Optional<String> question = Optional.empty();

  private Statements(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** What a text holds. */
  record Split(List<Statement> statements, Optional<String> question) {}

  static Split split(Source source, Diagnostics diagnostics) {
    Statements all = new Statements(source, diagnostics);
    all.run();
    return new Split(all.statements, all.question);
  }

  private record Piece(Span span, Optional<String> gloss, Optional<String> label) {}

  private void run() {
    int textEnd = source.text().stripTrailing().length();
    for (Section section : SECTIONS.split(source, diagnostics)) {
      List<Piece> pieces = new ArrayList<>();
      boolean first = true;
      for (Line line : section.lines()) {
        boolean takesQuestion = first && section.name().equals(QUESTION);
        first = false;
        if (takesQuestion) {
          question = question.or(() -> Optional.of(line.text()));
        } else if (QUESTION_LINE.matcher(line.text()).matches()) {
          question = question.or(line::gloss);
        } else {
          piece(line).ifPresent(pieces::add);
        }
      }
      join(section.name().equals(QUESTION) ? OPTIONS : section.name(), pieces, textEnd);
    }
  }

  // The line's statement without its dressing; empty for comments and rules.
  private Optional<Piece> piece(Line line) {
    String text = source.text();
    int start = line.span().start();
    int end = line.span().end();
    Optional<String> gloss = line.gloss();
    int comment = comment(text, start, end);
    if (comment < end) {
      int from = comment;
      while (from < end && text.charAt(from) == '#') {
        from++;
      }
      String words = text.substring(from, end).strip();
      gloss = gloss.or(() -> words.isEmpty() ? Optional.empty() : Optional.of(words));
      end = comment;
    }
    Matcher bullet = BULLET.matcher(text).region(start, end);
    if (bullet.find()) {
      start = bullet.end();
    }
    Optional<String> label = Optional.empty();
    Matcher leading = LEADING_LABEL.matcher(text).region(start, end);
    if (leading.find()) {
      label = Optional.of(letter(leading));
      start = leading.end();
    }
    while (start < end && isDressing(text.charAt(start))) {
      start++;
    }
    while (end > start && (isDressing(text.charAt(end - 1)) || text.charAt(end - 1) == ';')) {
      end--;
    }
    boolean rule = text.substring(start, end).chars().allMatch(c -> "-_=*~".indexOf(c) >= 0);
    return rule ? Optional.empty() : Optional.of(new Piece(source.span(start, end), gloss, label));
  }

  private static boolean isDressing(char c) {
    return c == '`' || Character.isWhitespace(c);
  }

  private static int comment(String text, int start, int end) {
    char quote = 0;
    for (int i = start; i < end; i++) {
      char c = text.charAt(i);
      if (quote != 0) {
        quote = c == quote ? 0 : quote;
      } else if (c == '"') {
        quote = c;
      } else if (c == '#') {
        return i;
      }
    }
    return end;
  }

  private void join(String section, List<Piece> pieces, int textEnd) {
    int i = 0;
    while (i < pieces.size()) {
      List<Span> regions = new ArrayList<>();
      Optional<String> gloss = Optional.empty();
      Optional<String> label = pieces.get(i).label();
      int depth = 0;
      int indent = pieces.get(i).span().column();
      boolean more = true;
      while (more) {
        Piece piece = pieces.get(i);
        regions.add(piece.span());
        gloss = gloss.or(piece::gloss);
        depth += depth(piece.span());
        i++;
        more = depth > 0 && i < pieces.size() && continues(piece, pieces.get(i), indent);
      }
      int end = regions.get(regions.size() - 1).end();
      add(section, regions, label, gloss, end >= textEnd);
    }
  }

  private void add(
      String section,
      List<Span> regions,
      Optional<String> leading,
      Optional<String> gloss,
      boolean atEnd) {
    Optional<String> label = leading;
    String words = withoutMarks(gloss.orElse(""));
    Matcher matcher = GLOSS_LABEL.matcher(words);
    boolean labelled =
        !section.equals(CONSTRAINTS) && !section.equals(DECLARATIONS) && matcher.find();
    if (labelled) {
      label = label.or(() -> Optional.of(letter(matcher)));
      words = withoutMarks(words.substring(matcher.end()));
    }
    Optional<String> rest = words.isEmpty() ? Optional.empty() : Optional.of(words);
    statements.add(new Statement(section, List.copyOf(regions), label, rest, atEnd));
  }

  // A gloss without the colons and full stops that are left over in front of it.
  private static String withoutMarks(String gloss) {
    int from = 0;
    while (from < gloss.length()
        && (".:".indexOf(gloss.charAt(from)) >= 0 || Character.isWhitespace(gloss.charAt(from)))) {
      from++;
    }
    return gloss.substring(from).strip();
  }

  private static String letter(Matcher matcher) {
    for (int group = 1; group <= matcher.groupCount(); group++) {
      if (matcher.group(group) != null) {
        return matcher.group(group).toUpperCase(java.util.Locale.ROOT);
      }
    }
    throw new AssertionError("a label has a letter");
  }

  private int depth(Span span) {
    int depth = 0;
    for (int i = span.start(); i < span.end(); i++) {
      switch (source.text().charAt(i)) {
        case '(', '[', '{' -> depth++;
        case ')', ']', '}' -> depth--;
        default -> {}
      }
    }
    return depth;
  }

  // Brackets are open: does the statement go on in the next line, or is a bracket missing?
  private boolean continues(Piece line, Piece next, int indent) {
    char last = source.text().charAt(line.span().end() - 1);
    char first = source.text().charAt(next.span().start());
    return ",([{&|=<>+-*".indexOf(last) >= 0
        || ")]},&|".indexOf(first) >= 0
        || (line.gloss().isEmpty() && next.span().column() > indent);
  }
}
