package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.Nesting;
import org.ponens.grammar.layout.RegionCharStream;
import org.ponens.grammar.rules.antlr.RulesLexer;
import org.ponens.grammar.rules.antlr.RulesParser;

/**
 * Reads single lines with the ANTLR grammar. List marks and parentheses are put right on the tokens
 * first; a syntax error ends the line. One lexer and parser serve all lines of a program.
 */
final class LineReader {

  /** The longest statement that is read, in characters: what a recursive parser is given. */
  static final int LONGEST = 1 << 16;

  private final Source source;
  private final Repairs repairs;
  private final RulesLexer lexer;
  private final LineTokens stream;
  private final RulesParser parser;

  LineReader(Source source, Repairs repairs) {
    this.source = source;
    this.repairs = repairs;
    this.lexer = new RulesLexer(RegionCharStream.of(source, source.span(0, 0)));
    lexer.removeErrorListeners();
    this.stream = new LineTokens(lexer);
    this.parser = new RulesParser(stream);
    parser.removeErrorListeners();
    parser.setErrorHandler(new StopAtFirst());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /** The tokens of a stretch, EOF last. */
  List<Token> tokens(Span span) {
    lexer.setInputStream(RegionCharStream.of(source, span));
    List<Token> tokens = new ArrayList<>();
    Token token;
    do {
      token = lexer.nextToken();
      tokens.add(token);
    } while (token.getType() != Token.EOF);
    return tokens;
  }

  /** What came of parsing a line: a tree or a fault. */
  sealed interface Reading {
    record Tree(RulesParser.LineContext line) implements Reading {}

    record Failed(Fault fault) implements Reading {}
  }

  /**
   * Parses a statement.
   *
   * @param tokens as from {@link #tokens}; changed
   * @param last whether nothing follows in the text, so that it may have been cut off
   * @param doubtDashes whether a dash before the statement might be a negation
   */
  Reading parse(List<Token> tokens, boolean last, boolean doubtDashes) {
    int start = tokens.getFirst().getStartIndex();
    int end = end(tokens);
    if (end - start > LONGEST) {
      return failed(
          RuleCode.LINE_TOO_LONG,
          start,
          start + 40,
          "a statement of more than " + LONGEST + " characters");
    }
    if (Nesting.check(source, source.span(start, end)).isPresent()) {
      return failed(
          RuleCode.SYNTAX, start, end, "brackets nest more than " + Nesting.MAX + " deep");
    }
    stripListMark(tokens, doubtDashes);
    if (tokens.size() == 1) {
      return failed(RuleCode.SYNTAX, start, end, "a list mark without a statement");
    }
    if (!hasAtom(tokens)) {
      return failed(RuleCode.PROSE, start, end, "this is prose, not a statement of the program");
    }
    if (last && isCutOff(tokens)) {
      return failed(RuleCode.TRUNCATED, start, end, "the text breaks off in this line");
    }
    balance(tokens);
    stream.fill(tokens);
    parser.setTokenStream(stream);
    try {
      return new Reading.Tree(parser.line());
    } catch (Stop stop) {
      return new Reading.Failed(fault(stop, start, end));
    }
  }

  private static Reading failed(RuleCode code, int start, int end, String message) {
    return new Reading.Failed(Fault.of(code, start, end, message));
  }

  private static int end(List<Token> tokens) {
    return tokens.size() < 2
        ? tokens.getFirst().getStartIndex()
        : tokens.get(tokens.size() - 2).getStopIndex() + 1;
  }

  /** Takes away {@code 1.}, {@code (a)}, {@code -} or {@code Rule 1:} before a statement. */
  private void stripListMark(List<Token> tokens, boolean doubtDashes) {
    int marks = listMark(tokens);
    if (marks == 0) {
      return;
    }
    int start = tokens.getFirst().getStartIndex();
    int end = tokens.get(marks).getStartIndex();
    boolean dash = tokens.getFirst().getType() == RulesLexer.NOT && doubtDashes;
    repairs.note(
        dash ? RuleCode.BULLET_OR_NEGATION : RuleCode.LIST_MARK,
        "a list mark is not part of the statement",
        "remove the list mark",
        start,
        end,
        "");
    tokens.subList(0, marks).clear();
  }

  private static int listMark(List<Token> tokens) {
    int first = type(tokens, 0);
    int second = type(tokens, 1);
    if (first == RulesLexer.NOT
        && "-–—−".indexOf(tokens.getFirst().getText().charAt(0)) >= 0
        && tokens.get(1).getStartIndex() > tokens.get(0).getStopIndex() + 1) {
      return 1;
    }
    if (first == RulesLexer.ARROW && tokens.getFirst().getText().equals(">")) {
      return 1;
    }
    if (first == RulesLexer.NUMBER
        && (second == RulesLexer.DOT || second == RulesLexer.RPAREN)) {
      return 2;
    }
    if (first == RulesLexer.LPAREN
        && (second == RulesLexer.NUMBER || isShortWord(tokens.get(1)))
        && type(tokens, 2) == RulesLexer.RPAREN) {
      return 3;
    }
    if (first == RulesLexer.WORD
        && isShortWord(tokens.getFirst())
        && (second == RulesLexer.RPAREN || second == RulesLexer.DOT)) {
      return 2;
    }
    int label = 0;
    while (label < 3
        && (type(tokens, label) == RulesLexer.WORD || type(tokens, label) == RulesLexer.NUMBER)) {
      label++;
    }
    return label > 0 && type(tokens, label) == RulesLexer.COLON ? label + 1 : 0;
  }

  private static boolean isShortWord(Token token) {
    return token.getType() == RulesLexer.WORD && token.getStopIndex() == token.getStartIndex();
  }

  private static int type(List<Token> tokens, int i) {
    return i < tokens.size() ? tokens.get(i).getType() : Token.EOF;
  }

  /** Whether a name stands directly before a parenthesis somewhere. */
  private static boolean hasAtom(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).getType() == RulesLexer.LPAREN
          && isName(tokens.get(i - 1).getType())
          && tokens.get(i - 1).getStopIndex() + 2 >= tokens.get(i).getStartIndex()) {
        return true;
      }
    }
    return false;
  }

  private static boolean isName(int type) {
    return type == RulesLexer.WORD
        || type == RulesLexer.QUOTED
        || type == RulesLexer.NUMBER
        || type == RulesLexer.BOOL
        || type == RulesLexer.VARIABLE;
  }

  private static boolean isCutOff(List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      if (token.getType() == RulesLexer.LPAREN) {
        depth++;
      } else if (token.getType() == RulesLexer.RPAREN && depth > 0) {
        depth--;
      }
    }
    int end = type(tokens, tokens.size() - 2);
    return (depth > 0 && end != RulesLexer.BOOL && end != RulesLexer.RPAREN)
        || end == RulesLexer.AND
        || end == RulesLexer.OR
        || end == RulesLexer.ARROW
        || end == RulesLexer.NOT;
  }

  /**
   * Drops closing parentheses that nothing opens and closes those left open: at the end, or before
   * the connective that follows a Boolean argument.
   */
  private void balance(List<Token> tokens) {
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < tokens.size() - 1; i++) {
      int type = tokens.get(i).getType();
      if (type == RulesLexer.LPAREN) {
        open.add(i);
      } else if (type == RulesLexer.RPAREN) {
        if (open.isEmpty()) {
          Token extra = tokens.remove(i--);
          repairs.note(
              RuleCode.PARENTHESIS,
              "')' closes nothing",
              "remove ')'",
              extra.getStartIndex(),
              extra.getStopIndex() + 1,
              "");
        } else {
          open.removeLast();
        }
      } else if (isOuterConnective(type)
          && !open.isEmpty()
          && type(tokens, i - 1) == RulesLexer.BOOL
          && open.getLast() > 0
          && isName(type(tokens, open.getLast() - 1))) {
        close(tokens, i++);
        open.removeLast();
      }
    }
    int at = tokens.size() - 1;
    while (at > 0 && type(tokens, at - 1) == RulesLexer.DOT) {
      at--;
    }
    while (!open.isEmpty()) {
      close(tokens, at++);
      open.removeLast();
    }
  }

  private void close(List<Token> tokens, int i) {
    int place = tokens.get(i - 1).getStopIndex() + 1;
    CommonToken inserted = new CommonToken(RulesLexer.RPAREN, ")");
    inserted.setStartIndex(place);
    inserted.setStopIndex(place - 1);
    tokens.add(i, inserted);
    repairs.note(RuleCode.PARENTHESIS, "')' is missing", "insert ')'", place, place, ")");
  }

  private static boolean isOuterConnective(int type) {
    return type == RulesLexer.AND
        || type == RulesLexer.ARROW
        || type == RulesLexer.BACKWARD
        || type == RulesLexer.IFF
        || type == RulesLexer.THEN;
  }

  private Fault fault(Stop stop, int start, int end) {
    @Nullable Token at = stop.token;
    if (at == null || at.getType() == Token.EOF) {
      return Fault.of(
          RuleCode.SYNTAX, start, end, "the statement is incomplete: expected " + stop.expected);
    }
    if (at.getType() == RulesLexer.VARIABLE) {
      return Fault.of(
          RuleCode.SYNTAX,
          at.getStartIndex(),
          at.getStopIndex() + 1,
          "a variable stands outside an atom: rule programs have no comparisons");
    }
    String text = at.getText();
    String shown = text.length() > 30 ? text.substring(0, 30) + "…" : text;
    return Fault.of(
        RuleCode.SYNTAX,
        at.getStartIndex(),
        at.getStopIndex() + 1,
        "cannot read '" + shown + "' here: expected " + stop.expected);
  }

  /** Ends a parse; holds no stack trace, as bad lines are no news. */
  private static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable Token token;
    private final String expected;

    Stop(@Nullable Token token, String expected) {
      super(null, null, false, false);
      this.token = token;
      this.expected = expected;
    }
  }

  private static final class StopAtFirst extends DefaultErrorStrategy {

    @Override
    public void recover(Parser recognizer, RecognitionException e) {
      throw new Stop(e.getOffendingToken(), expected(recognizer, e.getExpectedTokens()));
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      InputMismatchException e = new InputMismatchException(recognizer);
      throw new Stop(e.getOffendingToken(), expected(recognizer, e.getExpectedTokens()));
    }

    @Override
    public void reportError(Parser recognizer, RecognitionException e) {
      // Reported by whoever catches Stop.
    }

    @Override
    public void sync(Parser recognizer) {
      // The rules themselves find the error; there is no recovery to prepare.
    }

    private static String expected(Parser parser, @Nullable IntervalSet types) {
      List<String> names = new ArrayList<>();
      if (types != null) {
        add(names, types, RulesLexer.RPAREN, "')'");
        add(names, types, RulesLexer.COMMA, "','");
        add(names, types, RulesLexer.LPAREN, "'('");
        add(names, types, RulesLexer.AND, "'&&'");
        add(names, types, RulesLexer.ARROW, "'>>>'");
        add(names, types, RulesLexer.THEN, "'then'");
        add(names, types, RulesLexer.BOOL, "True or False");
        add(names, types, RulesLexer.WORD, "a name");
        add(names, types, Token.EOF, "the end of the line");
      }
      if (names.isEmpty()) {
        return "a statement";
      }
      return names.size() == 1
          ? names.getFirst()
          : String.join(", ", names.subList(0, names.size() - 1)) + " or " + names.getLast();
    }

    private static void add(List<String> names, IntervalSet types, int type, String name) {
      if (types.contains(type)) {
        names.add(name);
      }
    }
  }

  /** Whether a line says that its section is empty. */
  boolean saysNone(List<Token> tokens) {
    if (tokens.size() > 7) {
      return false;
    }
    StringBuilder words = new StringBuilder();
    for (Token token : tokens.subList(0, tokens.size() - 1)) {
      switch (token.getType()) {
        case RulesLexer.WORD, RulesLexer.SLASH ->
            words.append(token.getText().toLowerCase(Locale.ROOT));
        case RulesLexer.LPAREN, RulesLexer.RPAREN, RulesLexer.DOT -> {}
        default -> {
          return false;
        }
      }
    }
    return switch (words.toString()) {
      case "none", "empty", "nil", "n/a", "nofacts", "norules", "nopredicates", "nonegiven" -> true;
      default -> false;
    };
  }
}
