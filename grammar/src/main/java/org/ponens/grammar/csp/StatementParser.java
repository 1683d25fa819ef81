package org.ponens.grammar.csp;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.csp.antlr.CspParser;

/** Parses the tokens of single statements with the ANTLR grammar; a syntax error ends it. */
final class StatementParser {

  private final CspParser parser;

  StatementParser() {
    this.parser = new CspParser(new CommonTokenStream(new ListTokenSource(List.of())));
    parser.removeErrorListeners();
    parser.setErrorHandler(new StopAtFirst());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
  }

  /** The tree of a statement whose brackets are balanced and bounded; EOF is the last token. */
  CspParser.ExpressionContext parse(List<Token> tokens) {
    parser.setTokenStream(new CommonTokenStream(new ListTokenSource(tokens)));
    return parser.statement().expression();
  }

  private static final class StopAtFirst extends DefaultErrorStrategy {

    @Override
    public void recover(Parser recognizer, RecognitionException e) {
      throw rejection(e.getOffendingToken(), expected(e.getExpectedTokens()));
    }

    @Override
    public Token recoverInline(Parser recognizer) {
      InputMismatchException e = new InputMismatchException(recognizer);
      throw rejection(e.getOffendingToken(), expected(e.getExpectedTokens()));
    }

    @Override
    public void reportError(Parser recognizer, RecognitionException e) {
      // Said by the rejection.
    }

    @Override
    public void sync(Parser recognizer) {
      // The rules themselves find the error; there is no recovery to prepare.
    }

    private static Rejection rejection(Token at, String expected) {
      if (at.getType() == Token.EOF) {
        return new Rejection(
            CspCode.SYNTAX,
            at.getStartIndex(),
            at.getStartIndex(),
            "the statement is incomplete: expected " + expected);
      }
      return new Rejection(
          CspCode.SYNTAX,
          at.getStartIndex(),
          at.getStopIndex() + 1,
          "cannot read '" + shown(at.getText()) + "' here: expected " + expected);
    }

    private static String expected(@Nullable IntervalSet types) {
      List<String> names = new ArrayList<>();
      if (types != null) {
        add(names, types, CspParser.WORD, "a name");
        add(names, types, CspParser.NUMBER, "a number");
        add(names, types, CspParser.EQ, "a comparison such as '=='");
        add(names, types, CspParser.PLUS, "an operator");
        if (!types.contains(CspParser.WORD)) {
          add(names, types, CspParser.AND, "a connective such as 'and'");
        }
        add(names, types, CspParser.RPAR, "')'");
        add(names, types, CspParser.RSQ, "']'");
        add(names, types, CspParser.THEN, "'then'");
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

  /** A text as a message shows it. */
  static String shown(String text) {
    return text.length() > 40 ? text.substring(0, 39) + "…" : text;
  }
}
