package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.fol.antlr.FolLexer;
import org.ponens.grammar.fol.antlr.FolParser;
import org.ponens.grammar.layout.RegionCharStream;

/** The tokens of a formula and what kind each is. */
final class Tokens {

  private Tokens() {}

  /** The tokens of a stretch, without the end of file. */
  static List<CommonToken> of(Source source, Span span) {
    FolLexer lexer = new FolLexer(RegionCharStream.of(source, span));
    lexer.removeErrorListeners();
    List<CommonToken> tokens = new ArrayList<>();
    for (Token token = lexer.nextToken(); token.getType() != Token.EOF; token = lexer.nextToken()) {
      tokens.add((CommonToken) token);
    }
    return tokens;
  }

  static int start(Token token) {
    return token.getStartIndex();
  }

  /** The offset behind a token. */
  static int end(Token token) {
    return token.getStopIndex() + 1;
  }

  /** A token of another kind at the same place. */
  static CommonToken as(int type, CommonToken token) {
    CommonToken copy = new CommonToken(token);
    copy.setType(type);
    return copy;
  }

  /** A token that the author has not written. */
  static CommonToken inserted(int type, int offset, String text) {
    CommonToken token = new CommonToken(type, text);
    token.setStartIndex(offset);
    token.setStopIndex(offset - 1);
    return token;
  }

  static boolean isName(@Nullable Token token) {
    return token != null
        && switch (token.getType()) {
          case FolParser.NAME, FolParser.QUOTED, FolParser.PHRASE -> true;
          default -> false;
        };
  }

  static boolean isQuantifier(@Nullable Token token) {
    return token != null
        && switch (token.getType()) {
          case FolParser.FORALL, FolParser.EXISTS, FolParser.NONE, FolParser.UNIQUE -> true;
          default -> false;
        };
  }

  static boolean isConnective(@Nullable Token token) {
    return token != null
        && switch (token.getType()) {
          case FolParser.AND,
              FolParser.CARET,
              FolParser.OR,
              FolParser.XOR,
              FolParser.IMPLIES,
              FolParser.IMPLIED_BY,
              FolParser.IFF ->
              true;
          default -> false;
        };
  }

  static boolean isRelator(@Nullable Token token) {
    return token != null
        && token.getType() >= FolParser.EQUAL
        && token.getType() <= FolParser.SUBSET;
  }

  static boolean isOpener(@Nullable Token token) {
    return token != null
        && switch (token.getType()) {
          case FolParser.LPAREN, FolParser.LBRACKET, FolParser.LBRACE -> true;
          default -> false;
        };
  }

  static boolean isCloser(@Nullable Token token) {
    return token != null
        && switch (token.getType()) {
          case FolParser.RPAREN, FolParser.RBRACKET, FolParser.RBRACE -> true;
          default -> false;
        };
  }

  /** The closing bracket of an opening one. */
  static int closerOf(int opener) {
    return switch (opener) {
      case FolParser.LPAREN -> FolParser.RPAREN;
      case FolParser.LBRACKET -> FolParser.RBRACKET;
      case FolParser.LBRACE -> FolParser.RBRACE;
      default -> throw new AssertionError("no opening bracket: " + opener);
    };
  }

  static String bracketText(int type) {
    return switch (type) {
      case FolParser.RPAREN -> ")";
      case FolParser.RBRACKET -> "]";
      case FolParser.RBRACE -> "}";
      default -> throw new AssertionError("no closing bracket: " + type);
    };
  }

  /** Whether a formula or term can end with this token. */
  static boolean endsOperand(@Nullable Token token) {
    return token != null
        && (isName(token)
            || isCloser(token)
            || switch (token.getType()) {
              case FolParser.TRUE, FolParser.FALSE, FolParser.ELLIPSIS, FolParser.END_SCOPE -> true;
              default -> false;
            });
  }

  /** Whether a formula or term can begin with this token. */
  static boolean startsOperand(@Nullable Token token) {
    return token != null
        && (isName(token)
            || isOpener(token)
            || isQuantifier(token)
            || switch (token.getType()) {
              case FolParser.TRUE,
                  FolParser.FALSE,
                  FolParser.ELLIPSIS,
                  FolParser.NOT,
                  FolParser.BANG,
                  FolParser.LATEX_NAME,
                  FolParser.DOLLAR_NAME,
                  FolParser.SCOPE ->
                  true;
              default -> false;
            });
  }

  /** Whether nothing, not even a blank, stands between two tokens. */
  static boolean areAdjacent(Token left, Token right) {
    return end(left) == start(right);
  }
}
