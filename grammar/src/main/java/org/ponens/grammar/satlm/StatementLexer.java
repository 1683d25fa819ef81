package org.ponens.grammar.satlm;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.RegionCharStream;
import org.ponens.grammar.satlm.antlr.SatlmLexer;

/**
 * The tokens of a statement, put right where there is one way to: words that are one declared name,
 * connectives written between operands, brackets missing or left over at the end.
 */
final class StatementLexer {

  private final Source source;
  private final Diagnostics diagnostics;

  StatementLexer(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
  }

  /** The tokens as they stand, without an end. */
  List<Token> lex(Statement statement) {
    List<Token> tokens = new ArrayList<>();
    for (Span region : statement.regions()) {
      SatlmLexer lexer = new SatlmLexer(RegionCharStream.of(source, region));
      lexer.removeErrorListeners();
      for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken()) {
        tokens.add(t);
      }
    }
    return tokens;
  }

  /** The tokens with names and connectives joined; brackets are left alone. */
  List<Token> joinNames(List<Token> tokens, KnownNames known) {
    List<Token> out = new ArrayList<>(tokens.size());
    int i = 0;
    while (i < tokens.size()) {
      Token token = tokens.get(i);
      int next = unusual(tokens, i, known, out);
      if (next == i) {
        next = run(tokens, i, known, out);
      }
      if (next == i) {
        out.add(asConnective(token, out, i + 1 < tokens.size() ? tokens.get(i + 1) : null));
        next = i + 1;
      }
      i = next;
    }
    return out;
  }

  private int unusual(List<Token> tokens, int i, KnownNames known, List<Token> out) {
    Token first = tokens.get(i);
    int end = source.lineEnd(source.lineAt(first.getStartIndex()));
    Optional<String> name = known.unusualAt(source.text(), first.getStartIndex(), end);
    if (name.isEmpty()) {
      return i;
    }
    int stop = first.getStartIndex() + name.get().length();
    int next = i;
    while (next < tokens.size() && tokens.get(next).getStartIndex() < stop) {
      next++;
    }
    if (tokens.get(next - 1).getStopIndex() >= stop) {
      return i;
    }
    out.add(word(name.get(), first.getStartIndex(), stop - 1, SatlmLexer.STRING));
    return next;
  }

  // Words next to each other that are, together, a declared name in another spelling.
  private int run(List<Token> tokens, int i, KnownNames known, List<Token> out) {
    int next = i;
    while (next < tokens.size() && next < i + 12 && isWord(tokens.get(next))) {
      next++;
    }
    for (int end = next; end > i + 1; end--) {
      int from = tokens.get(i).getStartIndex();
      int to = tokens.get(end - 1).getStopIndex() + 1;
      String text = source.text().substring(from, to);
      Optional<String> name = known.spelledLike(text);
      if (name.isPresent() && !isInfix(tokens.get(i + 1))) {
        Span span = source.span(from, to);
        diagnostics.add(
            Diagnostic.note(
                    SatlmCode.SPELLING, span, "'" + text + "' is declared as '" + name.get() + "'")
                .withFix(Fix.applied("write '" + name.get() + "'", new Edit(span, name.get()))));
        out.add(word(name.get(), from, to - 1, SatlmLexer.WORD));
        return end;
      }
    }
    return i;
  }

  private static boolean isWord(Token token) {
    return token.getType() == SatlmLexer.WORD || token.getType() == SatlmLexer.NUMBER;
  }

  private static boolean isInfix(Token token) {
    return infix(token.getText()) != Token.INVALID_TYPE;
  }

  private static int infix(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "and" -> SatlmLexer.AND;
      case "or" -> SatlmLexer.OR;
      case "xor" -> SatlmLexer.XOR;
      case "implies" -> SatlmLexer.IMPLIES;
      case "iff" -> SatlmLexer.IFF;
      case "mod" -> SatlmLexer.PERCENT;
      case "in" -> SatlmLexer.IN;
      case "not" -> SatlmLexer.NOT;
      default -> Token.INVALID_TYPE;
    };
  }

  // "a Or b" is a connective, "or(a, b)" a call.
  private static Token asConnective(
      Token token, List<Token> before, @org.jspecify.annotations.Nullable Token after) {
    boolean operandBefore =
        !before.isEmpty()
            && switch (before.get(before.size() - 1).getType()) {
              case SatlmLexer.WORD,
                  SatlmLexer.NUMBER,
                  SatlmLexer.STRING,
                  SatlmLexer.RPAR,
                  SatlmLexer.RSQ,
                  SatlmLexer.RBRACE ->
                  true;
              default -> false;
            };
    int type = token.getType();
    boolean called = after != null && after.getType() == SatlmLexer.LPAR;
    if (type == SatlmLexer.WORD) {
      int infix = infix(token.getText());
      boolean prefixNot = infix == SatlmLexer.NOT && !called;
      if (infix != Token.INVALID_TYPE && (operandBefore || prefixNot)) {
        return retyped(token, infix);
      }
    } else if (!operandBefore
        && called
        && Character.isLetter(token.getText().charAt(0))
        && type != SatlmLexer.NOT
        && type != SatlmLexer.FOR
        && type != SatlmLexer.ELSE
        && type != SatlmLexer.IN) {
      return retyped(token, SatlmLexer.WORD);
    }
    return token;
  }

  private static Token retyped(Token token, int type) {
    CommonToken copy = new CommonToken(token);
    copy.setType(type);
    return copy;
  }

  private static CommonToken word(String text, int start, int stop, int type) {
    CommonToken token = new CommonToken(type, text);
    token.setStartIndex(start);
    token.setStopIndex(stop);
    return token;
  }

  /**
   * The tokens with brackets balanced, or empty, and then an error says why.
   *
   * @param atEnd whether the text ends with them: then a bracket is missing because the text was
   *     cut
   */
  Optional<List<Token>> balance(List<Token> tokens, boolean atEnd) {
    Deque<Token> open = new ArrayDeque<>();
    for (int i = 0; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (closerOf(token.getType()) != Token.INVALID_TYPE) {
        open.push(token);
      } else if (isCloser(token.getType())) {
        if (open.isEmpty()) {
          return leftOver(tokens, i);
        }
        if (closerOf(open.peek().getType()) != token.getType()) {
          diagnostics.add(
              Diagnostic.error(
                  SatlmCode.UNBALANCED_BRACKET,
                  span(token),
                  "expected '"
                      + closerText(open.peek())
                      + "' to close the '"
                      + open.peek().getText()
                      + "' at "
                      + span(open.peek())
                      + ", found '"
                      + token.getText()
                      + "'"));
          return Optional.empty();
        }
        open.pop();
      }
    }
    return open.isEmpty() ? Optional.of(tokens) : close(tokens, open, atEnd);
  }

  private Optional<List<Token>> leftOver(List<Token> tokens, int from) {
    Token first = tokens.get(from);
    Token last = tokens.get(tokens.size() - 1);
    boolean onlyClosers =
        tokens.subList(from, tokens.size()).stream().allMatch(t -> isCloser(t.getType()));
    Span span = source.span(first.getStartIndex(), last.getStopIndex() + 1);
    if (!onlyClosers) {
      diagnostics.add(
          Diagnostic.error(
              SatlmCode.UNBALANCED_BRACKET,
              span(first),
              "'" + first.getText() + "' closes nothing, and the statement goes on behind it"));
      return Optional.empty();
    }
    diagnostics.add(
        Diagnostic.note(
                SatlmCode.UNBALANCED_BRACKET, span, "'" + source.text(span) + "' closes nothing")
            .withFix(Fix.applied("remove '" + source.text(span) + "'", new Edit(span, ""))));
    return Optional.of(tokens.subList(0, from));
  }

  private Optional<List<Token>> close(List<Token> tokens, Deque<Token> open, boolean atEnd) {
    Token outermost = open.peekLast();
    Token last = tokens.get(tokens.size() - 1);
    int end = last.getStopIndex() + 1;
    String at = "the '" + outermost.getText() + "' at " + span(outermost);
    if (atEnd || !endsOperand(last)) {
      diagnostics.add(
          Diagnostic.error(
              atEnd ? SatlmCode.TRUNCATED : SatlmCode.UNBALANCED_BRACKET,
              source.span(end, end),
              (atEnd ? "the text ends inside a statement" : "the statement breaks off")
                  + ": nothing closes "
                  + at));
      return Optional.empty();
    }
    List<Token> closed = new ArrayList<>(tokens);
    StringBuilder added = new StringBuilder();
    for (Token bracket : open) {
      String text = closerText(bracket);
      added.append(text);
      closed.add(word(text, end, end - 1, closerOf(bracket.getType())));
    }
    Span span = source.span(end, end);
    diagnostics.add(
        Diagnostic.note(SatlmCode.UNBALANCED_BRACKET, span, "nothing closes " + at)
            .withFix(Fix.applied("insert '" + added + "'", new Edit(span, added.toString()))));
    return Optional.of(closed);
  }

  private static boolean endsOperand(Token token) {
    return switch (token.getType()) {
      case SatlmLexer.WORD, SatlmLexer.NUMBER, SatlmLexer.STRING -> true;
      default -> isCloser(token.getType());
    };
  }

  private Span span(Token token) {
    return source.span(token.getStartIndex(), token.getStopIndex() + 1);
  }

  private static boolean isCloser(int type) {
    return type == SatlmLexer.RPAR || type == SatlmLexer.RSQ || type == SatlmLexer.RBRACE;
  }

  private static int closerOf(int type) {
    return switch (type) {
      case SatlmLexer.LPAR -> SatlmLexer.RPAR;
      case SatlmLexer.LSQ -> SatlmLexer.RSQ;
      case SatlmLexer.LBRACE -> SatlmLexer.RBRACE;
      default -> Token.INVALID_TYPE;
    };
  }

  private static String closerText(Token open) {
    return switch (open.getType()) {
      case SatlmLexer.LPAR -> ")";
      case SatlmLexer.LSQ -> "]";
      default -> "}";
    };
  }
}
