package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.IntStream;
import org.antlr.v4.runtime.RuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenSource;
import org.antlr.v4.runtime.TokenStream;
import org.antlr.v4.runtime.misc.Interval;
import org.jspecify.annotations.Nullable;

/**
 * The tokens of one statement as a stream: unlike ANTLR's own it can be refilled for the next
 * statement, and the tokens can be put right before they are parsed. The last token is EOF.
 */
final class LineTokens implements TokenStream {

  private final TokenSource source;
  private List<Token> tokens = new ArrayList<>();
  private int at;

  LineTokens(TokenSource source) {
    this.source = source;
  }

  void fill(List<Token> newTokens) {
    tokens = newTokens;
    at = 0;
  }

  @Override
  public @Nullable Token LT(int k) {
    if (k < 0) {
      return at + k >= 0 ? tokens.get(at + k) : null;
    }
    return tokens.get(Math.min(at + k - 1, tokens.size() - 1));
  }

  @Override
  public int LA(int i) {
    Token token = LT(i);
    return token == null ? IntStream.EOF : token.getType();
  }

  @Override
  public void consume() {
    if (at < tokens.size() - 1) {
      at++;
    }
  }

  @Override
  public int mark() {
    return 0;
  }

  @Override
  public void release(int marker) {
    // All tokens are in memory.
  }

  @Override
  public int index() {
    return at;
  }

  @Override
  public void seek(int index) {
    at = Math.min(index, tokens.size() - 1);
  }

  @Override
  public int size() {
    return tokens.size();
  }

  @Override
  public Token get(int index) {
    return tokens.get(index);
  }

  @Override
  public TokenSource getTokenSource() {
    return source;
  }

  @Override
  public String getSourceName() {
    return source.getSourceName();
  }

  @Override
  public String getText() {
    return "";
  }

  @Override
  public String getText(Interval interval) {
    return "";
  }

  @Override
  public String getText(RuleContext context) {
    return "";
  }

  @Override
  public String getText(Token start, Token stop) {
    return "";
  }
}
