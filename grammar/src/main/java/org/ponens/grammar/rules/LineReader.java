package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.diagnostic.Diagnostic;
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
  private final TokenRepairs tokenRepairs;
  private final RulesLexer lexer;
  private final LineTokens stream;
  private final RulesParser parser;

  LineReader(Source source, Repairs repairs) {
    this.source = source;
    this.tokenRepairs = new TokenRepairs(source, repairs);
    this.lexer = new RulesLexer(RegionCharStream.of(source, source.span(0, 0)));
    lexer.removeErrorListeners();
    this.stream = new LineTokens(lexer);
    this.parser = new RulesParser(stream);
    parser.removeErrorListeners();
    parser.setErrorHandler(new FirstError());
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
    record Tree(RulesParser.LineContext line, Optional<String> comment) implements Reading {}

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
      return new Reading.Failed(tooLong(start));
    }
    Optional<Diagnostic> tooDeep = Nesting.check(source, source.span(start, end));
    if (tooDeep.isPresent()) {
      Diagnostic error = tooDeep.get();
      return new Reading.Failed(
          Fault.of(error.code(), error.span().start(), error.span().end(), error.message()));
    }
    tokenRepairs.stripListMark(tokens, doubtDashes);
    Optional<String> comment = tokenRepairs.cutComment(tokens);
    if (tokens.size() == 1) {
      return failed(RuleCode.SYNTAX, start, end, "a list mark without a statement");
    }
    if (!hasAtom(tokens)) {
      return failed(RuleCode.PROSE, start, end, "this is prose, not a statement of the program");
    }
    if (last && TokenRepairs.isCutOff(tokens)) {
      return failed(RuleCode.TRUNCATED, start, end, "the text breaks off in this line");
    }
    stream.fill(tokenRepairs.balance(tokens));
    parser.setTokenStream(stream);
    try {
      return new Reading.Tree(parser.line(), comment);
    } catch (FirstError.Stop stop) {
      return new Reading.Failed(fault(stop, start, end));
    }
  }

  static Fault tooLong(int start) {
    return Fault.of(
        RuleCode.LINE_TOO_LONG,
        start,
        start + 40,
        "a statement of more than " + LONGEST + " characters");
  }

  private static Reading failed(RuleCode code, int start, int end, String message) {
    return new Reading.Failed(Fault.of(code, start, end, message));
  }

  private static int end(List<Token> tokens) {
    return tokens.size() < 2
        ? tokens.getFirst().getStartIndex()
        : tokens.get(tokens.size() - 2).getStopIndex() + 1;
  }

  /** Whether a name stands directly before a parenthesis somewhere. */
  private static boolean hasAtom(List<Token> tokens) {
    for (int i = 1; i < tokens.size(); i++) {
      if (tokens.get(i).getType() == RulesLexer.LPAREN
          && TokenRepairs.isName(tokens.get(i - 1).getType())
          && tokens.get(i - 1).getStopIndex() + 2 >= tokens.get(i).getStartIndex()) {
        return true;
      }
    }
    return false;
  }

  private Fault fault(FirstError.Stop stop, int start, int end) {
    @Nullable Token at = stop.token();
    if (at == null || at.getType() == Token.EOF) {
      return Fault.of(
          RuleCode.SYNTAX, start, end, "the statement is incomplete: expected " + stop.expected());
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
        "cannot read '" + shown + "' here: expected " + stop.expected());
  }

  /** Whether a line says that its section is empty. */
  static boolean saysNone(List<Token> tokens) {
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
