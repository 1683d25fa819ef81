package org.ponens.grammar.csp;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.ponens.grammar.csp.antlr.CspLexer;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;
import org.ponens.grammar.layout.Line;
import org.ponens.grammar.layout.Nesting;
import org.ponens.grammar.layout.Section;
import org.ponens.grammar.layout.Sections;

/** Reads the sections of a text: declarations first, then what speaks of them. For one text. */
final class CspReader {

  /** The longest statement that is read, in characters: what a recursive parser is given. */
  static final int LONGEST = 1 << 16;

  /** After so many unreadable lines the rest is not looked at: it is no finite-domain program. */
  private static final int MOST_FAULTS = 1000;

  /** The most lines that one statement may be broken into. */
  private static final int MOST_BROKEN = 50;

  /** The most tokens of a line in which the word 'in' is taken for an operator. */
  private static final int SHORT = 6;

  private static final Sections SECTIONS = Sections.of(headers());

  private enum Place {
    DOMAIN,
    VARIABLES,
    CONSTRAINTS,
    QUERY,
    ELSEWHERE
  }

  private final Source source;
  private final Diagnostics diagnostics;
  private final Repairs repairs;
  private final Vocabulary vocabulary = new Vocabulary();
  private final StatementTokens statements;
  private final StatementParser parser = new StatementParser();
  private final ExpressionBuilder builder;
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<CspOption> options = new ArrayList<>();
  private final int textEnd;
  private int faults;

  CspReader(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.repairs = new Repairs(source);
    this.statements = new StatementTokens(source, repairs, vocabulary);
    this.builder = new ExpressionBuilder(source, diagnostics, repairs, vocabulary);
    this.textEnd = source.text().stripTrailing().length();
  }

  private static Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put(
        "Domain",
        List.of("Domains", "Domain values", "Values", "Value labels", "Domain definition"));
    headers.put(
        "Variables",
        List.of(
            "Variable", "Decision variables", "Variable declarations", "Variables and domains"));
    headers.put(
        "Constraints", List.of("Constraint", "Rules", "Conditions", "Premises", "Facts", "Clues"));
    headers.put(
        "Query",
        List.of(
            "Queries",
            "Options",
            "Question",
            "Questions",
            "Choices",
            "Answer choices",
            "Option",
            "Query options",
            "Statements",
            "Candidates",
            "Possible answers",
            "Goal"));
    headers.put(
        "Other",
        List.of(
            "Problem",
            "Context",
            "Explanation",
            "Note",
            "Notes",
            "Reasoning",
            "Comment",
            "Comments",
            "Answer",
            "Output",
            "Logic program",
            "Program",
            "Solution",
            "Correct answer",
            "Final answer"));
    return headers;
  }

  Parsed<CspProgram> read() {
    Map<Place, List<Line>> lines = new EnumMap<>(Place.class);
    for (Section section : SECTIONS.split(source, diagnostics)) {
      Place place = place(section.name());
      if (place == Place.ELSEWHERE) {
        elsewhere(section, lines);
        continue;
      }
      List<Line> before = lines.put(place, section.lines());
      if (before != null) {
        List<Line> all = new ArrayList<>(before);
        all.addAll(section.lines());
        lines.put(place, all);
        if (!before.isEmpty() && !section.lines().isEmpty()) {
          repairs.note(
              CspCode.SECTION_REPEATED,
              "a section that occurs again is read on",
              section.header().start(),
              section.header().end());
        }
      }
    }
    DeclarationReader declarations =
        new DeclarationReader(source, diagnostics, repairs, vocabulary);
    lines.getOrDefault(Place.DOMAIN, List.of()).forEach(declarations::domain);
    lines.getOrDefault(Place.VARIABLES, List.of()).forEach(declarations::variable);
    declarations.declare();
    readStatements(lines.getOrDefault(Place.CONSTRAINTS, List.of()), false);
    readStatements(lines.getOrDefault(Place.QUERY, List.of()), true);
    Optional<CspProgram> program = program();
    program.ifPresent(p -> new CspLints(source, diagnostics, repairs, vocabulary).check(p));
    repairs.report(diagnostics);
    return diagnostics.parsed(source, program);
  }

  private static Place place(String header) {
    return switch (header) {
      case "Domain" -> Place.DOMAIN;
      case "Variables" -> Place.VARIABLES;
      case "Constraints" -> Place.CONSTRAINTS;
      case "Query" -> Place.QUERY;
      default -> Place.ELSEWHERE;
    };
  }

  /** Lines outside of the sections: a declaration or an option shows what it is. */
  private void elsewhere(Section section, Map<Place, List<Line>> lines) {
    List<Line> declared = new ArrayList<>(lines.getOrDefault(Place.VARIABLES, List.of()));
    for (Line line : section.lines()) {
      boolean declares =
          line.text().length() < LONGEST && line.text().toLowerCase(Locale.ROOT).contains("[in]");
      if (declares) {
        declared.add(line);
        repairs.note(
            CspCode.MISPLACED,
            "a declaration stands outside of the variables",
            line.span().start(),
            line.span().end());
      } else {
        skipped(line.span());
      }
    }
    if (!declared.isEmpty()) {
      lines.put(Place.VARIABLES, declared);
    }
  }

  private void skipped(Span span) {
    diagnostics.add(
        Diagnostic.note(TextCode.PROSE_SKIPPED, span, "prose is not part of the program"));
  }

  private Optional<CspProgram> program() {
    List<Variable> variables = vocabulary.variables();
    Span end = source.span(textEnd, textEnd);
    if (variables.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(
              CspCode.NO_VARIABLES,
              end,
              "there is no variable: below a line 'Variables:' they stand as in book [IN] [1, 2, 3]"));
    }
    if (options.isEmpty()) {
      diagnostics.add(
          Diagnostic.error(
              CspCode.NO_OPTIONS,
              end,
              "there is no option: below a line 'Query:' they stand as in A) book == 1"));
    }
    return variables.isEmpty() || options.isEmpty()
        ? Optional.empty()
        : Optional.of(new CspProgram(vocabulary.names(), variables, constraints, options));
  }

  private void readStatements(List<Line> lines, boolean query) {
    int i = 0;
    while (i < lines.size() && faults < MOST_FAULTS) {
      int next = endOfStatement(lines, i);
      Line first = lines.get(i);
      Span span = source.span(first.span().start(), lines.get(next - 1).span().end());
      Optional<String> gloss = Optional.empty();
      for (int k = i; k < next && gloss.isEmpty(); k++) {
        gloss = lines.get(k).gloss();
      }
      if (span.length() > LONGEST) {
        fault(
            new Rejection(
                CspCode.LINE_TOO_LONG,
                span.start(),
                span.start() + 40,
                "a statement of more than " + LONGEST + " characters"));
      } else {
        List<Token> tokens = new ArrayList<>();
        for (int k = i; k < next; k++) {
          if (!tokens.isEmpty()) {
            tokens.removeLast();
          }
          tokens.addAll(statements.tokens(lines.get(k).span()));
        }
        if (tokens.size() > 1) {
          gloss = gloss.isPresent() ? gloss : statements.comment(tokens, span);
          statement(tokens, span, gloss, query);
        }
      }
      i = next;
    }
  }

  /** Where the statement that begins at a line ends: it goes on while its brackets are open. */
  private static int endOfStatement(List<Line> lines, int first) {
    int depth = depth(lines.get(first).text());
    int next = first + 1;
    if (depth <= 0) {
      return next;
    }
    while (depth > 0 && next < lines.size() && next < first + MOST_BROKEN) {
      if (isWhole(lines.get(next).text())) {
        break;
      }
      depth += depth(lines.get(next++).text());
    }
    // Brackets that never close are put right in their own line.
    return depth > 0 ? first + 1 : next;
  }

  /** Whether a line begins a statement of its own: it compares, or is labelled. */
  private static boolean isWhole(String text) {
    return text.contains("==")
        || text.startsWith("AllDiff")
        || (text.length() > 1 && text.charAt(1) == ')');
  }

  private static int depth(String text) {
    int depth = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '(' || c == '[' || c == '{') {
        depth++;
      } else if (c == ')' || c == ']' || c == '}') {
        depth--;
      }
    }
    return depth;
  }

  private void statement(List<Token> tokens, Span span, Optional<String> gloss, boolean query) {
    Optional<String> label = query ? label(tokens) : Optional.empty();
    if (label.isEmpty()) {
      statements.stripListMark(tokens);
    }
    boolean introduces =
        StatementTokens.type(tokens, tokens.size() - 2) == CspLexer.COLON
            || StatementTokens.type(tokens, tokens.size() - 2) == CspLexer.OTHER;
    StatementTokens.stripEnd(tokens);
    if (label.isEmpty() && (tokens.size() == 1 || !hasOperator(tokens))) {
      // Below the query's header stands the question, and under the options an explanation.
      if (query || introduces || tokens.size() == 1) {
        skipped(span);
      } else {
        fault(
            new Rejection(
                CspCode.PROSE,
                span.start(),
                span.end(),
                "this is no constraint: it compares nothing, as "
                    + vocabulary.example()
                    + " == 1 does"));
      }
      return;
    }
    int start = tokens.getFirst().getStartIndex();
    Span place = source.span(Math.min(start, span.end()), span.end());
    try {
      if (!hasOperator(tokens)) {
        throw new Rejection(
            CspCode.PROSE,
            start,
            span.end(),
            "it compares nothing, as " + vocabulary.example() + " == 1 does");
      }
      if (query) {
        Condition condition = conjunction(tokens, place);
        addOption(label, Optional.of(condition), gloss, span);
      } else {
        for (List<Token> part : split(tokens)) {
          constraints.add(new Constraint(condition(part, place), gloss, span));
        }
      }
    } catch (Rejection rejection) {
      if (!query) {
        fault(rejection);
      } else if (label.isPresent()) {
        unreadable(rejection);
        addOption(label, Optional.empty(), gloss, span);
      } else {
        skipped(span);
      }
    }
  }

  private static boolean hasOperator(List<Token> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      switch (tokens.get(i).getType()) {
        case CspLexer.EQ,
            CspLexer.NE,
            CspLexer.LT,
            CspLexer.LE,
            CspLexer.GT,
            CspLexer.GE,
            CspLexer.NOT_IN,
            CspLexer.TRUTH -> {
          return true;
        }
        case CspLexer.LPAR, CspLexer.LSQ, CspLexer.IMPLIES, CspLexer.IFF -> {
          return true;
        }
        case CspLexer.IN -> {
          // A short line with 'in' compares; a long one may be a sentence.
          if (tokens.size() <= SHORT) {
            return true;
          }
        }
        default -> {}
      }
    }
    return false;
  }

  private Condition conjunction(List<Token> tokens, Span place) {
    List<Condition> parts = new ArrayList<>();
    for (List<Token> part : split(tokens)) {
      parts.add(condition(part, place));
    }
    return parts.size() == 1 ? parts.getFirst() : new Condition.And(parts);
  }

  /** The statements of a line, which commas or semicolons outside of brackets separate. */
  private static List<List<Token>> split(List<Token> tokens) {
    List<List<Token>> parts = new ArrayList<>();
    List<Token> part = new ArrayList<>();
    int depth = 0;
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      int type = token.getType();
      depth += StatementTokens.isOpening(type) ? 1 : StatementTokens.isClosing(type) ? -1 : 0;
      boolean ends =
          depth <= 0
              && (type == CspLexer.SEMICOLON || type == CspLexer.COMMA)
              && StatementTokens.type(tokens, i + 1) != CspLexer.THEN;
      if (ends && !part.isEmpty()) {
        CommonToken eof = new CommonToken(Token.EOF, "");
        eof.setStartIndex(token.getStartIndex());
        eof.setStopIndex(token.getStartIndex() - 1);
        part.add(eof);
        parts.add(part);
        part = new ArrayList<>();
      } else {
        part.add(token);
      }
    }
    parts.add(part);
    return parts;
  }

  private Condition condition(List<Token> tokens, Span place) {
    boolean last = tokens.getLast().getStartIndex() == textEnd;
    if (last && StatementTokens.open(tokens) > 0 && !endsClosed(tokens)) {
      throw truncated(place);
    }
    statements.balance(tokens);
    if (Nesting.check(source, place).isPresent() || deepest(tokens) > Nesting.MAX) {
      throw new Rejection(
          CspCode.TOO_DEEP,
          place.start(),
          place.end(),
          "brackets nest more than " + Nesting.MAX + " deep");
    }
    statements.joinNames(tokens);
    try {
      return builder.statement(parser.parse(tokens));
    } catch (Rejection rejection) {
      throw last && rejection.isAt(textEnd) ? truncated(place) : rejection;
    }
  }

  private static boolean endsClosed(List<Token> tokens) {
    return StatementTokens.isClosing(StatementTokens.type(tokens, tokens.size() - 2));
  }

  private static Rejection truncated(Span place) {
    return new Rejection(
        CspCode.TRUNCATED, place.start(), place.end(), "the text breaks off in this line");
  }

  private static int deepest(List<Token> tokens) {
    int depth = 0;
    int deepest = 0;
    for (Token token : tokens) {
      int type = token.getType();
      depth += StatementTokens.isOpening(type) ? 1 : StatementTokens.isClosing(type) ? -1 : 0;
      deepest = Math.max(deepest, depth);
    }
    return deepest;
  }

  /**
   * Takes the label off an option: {@code A)}, {@code (A)}, {@code A.}, {@code A:}, {@code Option
   * A:}.
   */
  private Optional<String> label(List<Token> tokens) {
    int from = 0;
    int first = StatementTokens.type(tokens, 0);
    if (first == CspLexer.MINUS || first == CspLexer.STAR) {
      from++;
    }
    String word = tokens.get(Math.min(from, tokens.size() - 1)).getText();
    if (word.equalsIgnoreCase("option") || word.equalsIgnoreCase("choice")) {
      from++;
    }
    int opening = StatementTokens.isOpening(StatementTokens.type(tokens, from)) ? 1 : 0;
    int at = from + opening;
    int type = StatementTokens.type(tokens, at);
    int behind = StatementTokens.type(tokens, at + 1);
    boolean closed =
        StatementTokens.isClosing(behind)
            || (opening == 0 && (behind == CspLexer.DOT || behind == CspLexer.COLON));
    if (!closed || (type != CspLexer.WORD && type != CspLexer.NUMBER)) {
      return Optional.empty();
    }
    String text = tokens.get(at).getText();
    if (type == CspLexer.WORD && (text.length() > 1 || !isLetter(text.charAt(0)))) {
      return Optional.empty();
    }
    int end = at + 2;
    if (opening == 1 && StatementTokens.type(tokens, end) == CspLexer.COLON) {
      end++;
    }
    int start = tokens.getFirst().getStartIndex();
    int stop = tokens.get(end - 1).getStopIndex() + 1;
    tokens.subList(0, end).clear();
    String place = Identifiers.label(options.size());
    String label = type == CspLexer.NUMBER ? place : text.toUpperCase(Locale.ROOT);
    if (!label.equals(text) && !(type == CspLexer.NUMBER && options.size() >= 26)) {
      repairs.note(
          CspCode.LABEL_SPELLING,
          "options are labelled with capital letters",
          "write '" + label + ")'",
          start,
          stop,
          label + ")");
    }
    return Optional.of(label);
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private void addOption(
      Optional<String> label, Optional<Condition> condition, Optional<String> gloss, Span span) {
    String name = label.orElse(Identifiers.label(options.size()));
    if (label.isEmpty()) {
      repairs.note(
          CspCode.LABEL_SPELLING,
          "an option without a letter has that of its place",
          "insert '" + name + ") '",
          span.start(),
          span.start(),
          name + ") ");
    }
    if (options.size() < 1000) {
      options.add(new CspOption(name, condition, gloss, span));
    } else {
      fault(
          new Rejection(
              CspCode.UNREADABLE_OPTION, span.start(), span.end(), "more than 1000 options"));
    }
  }

  private void unreadable(Rejection rejection) {
    faults++;
    Diagnostic error = rejection.error(source);
    diagnostics.add(
        new Diagnostic(
            CspCode.UNREADABLE_OPTION,
            error.severity(),
            error.span(),
            "the option cannot be read: " + error.message(),
            error.notes(),
            error.fix()));
  }

  private void fault(Rejection rejection) {
    faults++;
    diagnostics.add(rejection.error(source));
  }
}
