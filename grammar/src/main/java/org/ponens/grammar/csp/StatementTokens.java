package org.ponens.grammar.csp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.ponens.grammar.csp.antlr.CspLexer;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.RegionCharStream;

/**
 * Makes the tokens of a statement and puts them right: comments, names of several words, brackets.
 */
final class StatementTokens {

  private final Source source;
  private final Repairs repairs;
  private final Vocabulary vocabulary;
  private final CspLexer lexer;

  StatementTokens(Source source, Repairs repairs, Vocabulary vocabulary) {
    this.source = source;
    this.repairs = repairs;
    this.vocabulary = vocabulary;
    this.lexer = new CspLexer(RegionCharStream.of(source, source.span(0, 0)));
    lexer.removeErrorListeners();
  }

  /** The tokens of a stretch up to a comment, EOF last. */
  List<Token> tokens(Span span) {
    lexer.setInputStream(RegionCharStream.of(source, span));
    List<Token> tokens = new ArrayList<>();
    Token token = lexer.nextToken();
    while (token.getType() != Token.EOF) {
      boolean comment =
          token.getType() == CspLexer.HASH
              || (token.getType() == CspLexer.COLON
                  && type(tokens, tokens.size() - 1) == CspLexer.COLON);
      if (comment) {
        if (token.getType() == CspLexer.COLON) {
          token = tokens.removeLast();
        }
        repairs.note(
            CspCode.COMMENT,
            "a gloss stands behind ':::'",
            token.getStartIndex(),
            token.getStopIndex() + 1);
        break;
      }
      tokens.add(token);
      token = lexer.nextToken();
    }
    int end = tokens.isEmpty() ? span.start() : tokens.getLast().getStopIndex() + 1;
    CommonToken eof = new CommonToken(Token.EOF, "");
    eof.setStartIndex(end);
    eof.setStopIndex(end - 1);
    tokens.add(eof);
    return tokens;
  }

  /** The comment that ended the tokens of a stretch. */
  Optional<String> comment(List<Token> tokens, Span span) {
    String rest =
        source.text().substring(Math.min(tokens.getLast().getStartIndex(), span.end()), span.end());
    int from = 0;
    while (from < rest.length() && "#: \t".indexOf(rest.charAt(from)) >= 0) {
      from++;
    }
    return from == 0 || from == rest.length()
        ? Optional.empty()
        : Optional.of(rest.substring(from))
            .filter(words -> rest.indexOf('#') >= 0 || rest.contains("::"));
  }

  static int type(List<Token> tokens, int i) {
    return i >= 0 && i < tokens.size() ? tokens.get(i).getType() : Token.EOF;
  }

  /** Takes away a list mark before a statement: {@code -}, {@code 1.}, {@code (1)}, {@code C1:}. */
  void stripListMark(List<Token> tokens) {
    int marks = listMark(tokens);
    if (marks > 0) {
      repairs.note(
          CspCode.LIST_MARK,
          "a list mark is not part of the statement",
          "remove the list mark",
          tokens.getFirst().getStartIndex(),
          tokens.get(marks).getStartIndex(),
          "");
      tokens.subList(0, marks).clear();
    }
  }

  private static int listMark(List<Token> tokens) {
    int first = type(tokens, 0);
    int second = type(tokens, 1);
    boolean gap =
        tokens.size() > 2 && tokens.get(1).getStartIndex() > tokens.get(0).getStopIndex() + 1;
    if (gap && (first == CspLexer.MINUS || first == CspLexer.STAR || first == CspLexer.GT)) {
      return 1;
    }
    if (first == CspLexer.NUMBER
        && (second == CspLexer.DOT || second == CspLexer.RPAR || second == CspLexer.COLON)) {
      return 2;
    }
    if (first == CspLexer.LPAR
        && second == CspLexer.NUMBER
        && type(tokens, 2) == CspLexer.RPAR
        && isStart(type(tokens, 3))) {
      return 3;
    }
    if (first == CspLexer.WORD && second == CspLexer.COLON && type(tokens, 2) != Token.EOF) {
      return 2;
    }
    if (first == CspLexer.WORD
        && second == CspLexer.NUMBER
        && type(tokens, 2) == CspLexer.COLON
        && type(tokens, 3) != Token.EOF) {
      return 3;
    }
    return first == CspLexer.WORD && second == CspLexer.RPAR ? 2 : 0;
  }

  private static boolean isStart(int type) {
    return type == CspLexer.WORD
        || type == CspLexer.STRING
        || type == CspLexer.NOT
        || type == CspLexer.LPAR;
  }

  /** Takes away a full stop, comma or semicolon behind a statement. */
  static void stripEnd(List<Token> tokens) {
    while (tokens.size() > 1 && isStop(tokens.get(tokens.size() - 2).getType())) {
      tokens.remove(tokens.size() - 2);
    }
  }

  private static boolean isStop(int type) {
    return type == CspLexer.DOT || type == CspLexer.COMMA || type == CspLexer.SEMICOLON;
  }

  /** The depth of brackets that is left open. */
  static int open(List<Token> tokens) {
    int depth = 0;
    for (Token token : tokens) {
      if (isOpening(token.getType())) {
        depth++;
      } else if (isClosing(token.getType())) {
        depth--;
      }
    }
    return depth;
  }

  static boolean isOpening(int type) {
    return type == CspLexer.LPAR || type == CspLexer.LSQ;
  }

  static boolean isClosing(int type) {
    return type == CspLexer.RPAR || type == CspLexer.RSQ;
  }

  /** Makes one token of the words of a name, known or not. */
  void joinNames(List<Token> tokens) {
    List<Token> joined = new ArrayList<>(tokens.size());
    for (int i = 0; i < tokens.size(); ) {
      Token token = tokens.get(i);
      int end = token.getType() == CspLexer.WORD ? endOfName(tokens, i) : i + 1;
      if (end == i + 1) {
        joined.add(token);
      } else {
        CommonToken name =
            new CommonToken(
                CspLexer.WORD, text(token.getStartIndex(), tokens.get(end - 1).getStopIndex() + 1));
        name.setStartIndex(token.getStartIndex());
        name.setStopIndex(tokens.get(end - 1).getStopIndex());
        joined.add(name);
      }
      i = end;
    }
    tokens.clear();
    tokens.addAll(joined);
  }

  private String text(int start, int end) {
    return source.text().substring(start, end).replace("`", "").replaceAll("\\s+", " ");
  }

  private int endOfName(List<Token> tokens, int first) {
    int start = tokens.get(first).getStartIndex();
    int most = first + 1;
    while (most < tokens.size()
        && most < first + 2 * Vocabulary.MOST_WORDS
        && mayJoin(tokens, most)) {
      most++;
    }
    for (int end = most; end > first + 1; end--) {
      String name = text(start, tokens.get(end - 1).getStopIndex() + 1);
      if (vocabulary.symbol(name).isPresent()) {
        return end;
      }
    }
    // Words side by side can be nothing but a name, nor can a hyphen between unknown words.
    boolean known = vocabulary.symbol(tokens.get(first).getText()).isPresent();
    int end = first + 1;
    while (end < tokens.size() && !known) {
      boolean word = type(tokens, end) == CspLexer.WORD;
      boolean hyphen =
          type(tokens, end) == CspLexer.MINUS
              && type(tokens, end + 1) == CspLexer.WORD
              && touches(tokens, end)
              && touches(tokens, end + 1)
              && vocabulary.symbol(tokens.get(end + 1).getText()).isEmpty();
      if (!word && !hyphen) {
        break;
      }
      end += hyphen ? 2 : 1;
    }
    return end;
  }

  private static boolean mayJoin(List<Token> tokens, int i) {
    return switch (tokens.get(i).getType()) {
      case CspLexer.WORD, CspLexer.NUMBER, CspLexer.AND, CspLexer.OR, CspLexer.IN, CspLexer.NOT ->
          true;
      case CspLexer.MINUS -> touches(tokens, i) && touches(tokens, i + 1);
      default -> false;
    };
  }

  private static boolean touches(List<Token> tokens, int i) {
    return i < tokens.size()
        && tokens.get(i).getStartIndex() == tokens.get(i - 1).getStopIndex() + 1;
  }

  /** Gives each opening bracket a closing one of its kind, and drops those that close nothing. */
  void balance(List<Token> tokens) {
    List<Token> open = new ArrayList<>();
    List<Token> balanced = new ArrayList<>(tokens.size());
    Token eof = tokens.getLast();
    for (Token token : tokens.subList(0, tokens.size() - 1)) {
      if (isOpening(token.getType())) {
        open.add(token);
        balanced.add(token);
      } else if (!isClosing(token.getType())) {
        balanced.add(token);
      } else if (open.isEmpty()) {
        bracket(token, "'" + token.getText() + "' closes nothing", "remove it", "");
      } else {
        int expected = closing(open.removeLast());
        if (token.getType() != expected) {
          String right = expected == CspLexer.RPAR ? ")" : "]";
          bracket(token, "'" + right + "' is expected", "write '" + right + "'", right);
          balanced.add(at(expected, right, token.getStartIndex(), token.getStopIndex()));
        } else {
          balanced.add(token);
        }
      }
    }
    while (!open.isEmpty()) {
      int type = closing(open.removeLast());
      String right = type == CspLexer.RPAR ? ")" : "]";
      int place = eof.getStartIndex();
      repairs.note(
          CspCode.BRACKET,
          "'" + right + "' is missing",
          "insert '" + right + "'",
          place,
          place,
          right);
      balanced.add(at(type, right, place, place - 1));
    }
    balanced.add(eof);
    tokens.clear();
    tokens.addAll(balanced);
  }

  private void bracket(Token token, String message, String title, String replacement) {
    repairs.note(
        CspCode.BRACKET,
        message,
        title,
        token.getStartIndex(),
        token.getStopIndex() + 1,
        replacement);
  }

  private static int closing(Token opening) {
    return opening.getType() == CspLexer.LPAR ? CspLexer.RPAR : CspLexer.RSQ;
  }

  private static Token at(int type, String text, int start, int stop) {
    CommonToken token = new CommonToken(type, text);
    token.setStartIndex(start);
    token.setStopIndex(stop);
    return token;
  }
}
