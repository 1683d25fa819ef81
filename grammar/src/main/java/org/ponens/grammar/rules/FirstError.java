package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.rules.antlr.RulesLexer;

/** Ends the parse of a line at its first error. */
final class FirstError extends DefaultErrorStrategy {

  /** Ends a parse; holds no stack trace, as bad lines are no news. */
  static final class Stop extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final transient @Nullable Token token;
    private final String expected;

    private Stop(@Nullable Token token, String expected) {
      super(null, null, false, false);
      this.token = token;
      this.expected = expected;
    }

    /** The token that cannot stand where it does; null or EOF at the end of the line. */
    @Nullable Token token() {
      return token;
    }

    /** What could stand there, in words. */
    String expected() {
      return expected;
    }
  }

  @Override
  public void recover(Parser recognizer, RecognitionException e) {
    throw new Stop(e.getOffendingToken(), expected(e.getExpectedTokens()));
  }

  @Override
  public Token recoverInline(Parser recognizer) {
    InputMismatchException e = new InputMismatchException(recognizer);
    throw new Stop(e.getOffendingToken(), expected(e.getExpectedTokens()));
  }

  @Override
  public void reportError(Parser recognizer, RecognitionException e) {
    // Reported by whoever catches Stop.
  }

  @Override
  public void sync(Parser recognizer) {
    // The rules themselves find the error; there is no recovery to prepare.
  }

  private static String expected(@Nullable IntervalSet types) {
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
