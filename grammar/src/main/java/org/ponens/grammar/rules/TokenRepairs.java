package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.rules.antlr.RulesLexer;

/** What is put right on the tokens of a line before it is parsed. The last token is EOF. */
final class TokenRepairs {

  private final Source source;
  private final Repairs repairs;

  TokenRepairs(Source source, Repairs repairs) {
    this.source = source;
    this.repairs = repairs;
  }

  /** Takes away {@code 1.}, {@code (a)}, {@code -} or {@code Rule 1:} before a statement. */
  void stripListMark(List<Token> tokens, boolean doubtDashes) {
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
    if (first == RulesLexer.QUESTION && second == RulesLexer.NOT) {
      return 2;
    }
    if (first == RulesLexer.ARROW && tokens.getFirst().getText().equals(">")) {
      return 1;
    }
    if (first == RulesLexer.NUMBER && (second == RulesLexer.DOT || second == RulesLexer.RPAREN)) {
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

  /**
   * Takes away what stands behind a complete statement and is a comment by its form: {@code // it
   * is so}, {@code (it is so)}, {@code : it is so}.
   *
   * @return the comment in words, where there are any
   */
  Optional<String> cutComment(List<Token> tokens) {
    int from = comment(tokens);
    if (from < 0) {
      return Optional.empty();
    }
    int to = tokens.size() - 1;
    int start = tokens.get(from).getStartIndex();
    int end = tokens.get(to - 1).getStopIndex() + 1;
    String english = english(tokens.subList(from, to));
    repairs.note(
        RuleCode.GLOSS_SPELLING,
        "English next to a statement stands behind ':::'",
        "write ':::' before the English",
        start,
        end,
        english.isEmpty() || hasGloss(end) ? "" : "::: " + english);
    tokens.subList(from, to).clear();
    return english.isEmpty() ? Optional.empty() : Optional.of(english);
  }

  private boolean hasGloss(int from) {
    int at = from;
    while (at < source.text().length() && source.text().charAt(at) == ' ') {
      at++;
    }
    return source.text().startsWith(":::", at);
  }

  private String english(List<Token> comment) {
    int from = 0;
    while (from < comment.size() && comment.get(from).getType() != RulesLexer.WORD) {
      from++;
    }
    int to = comment.size();
    if (to > from && comment.get(to - 1).getType() == RulesLexer.RPAREN) {
      to--;
    }
    return from >= to
        ? ""
        : source
            .text()
            .substring(comment.get(from).getStartIndex(), comment.get(to - 1).getStopIndex() + 1);
  }

  private static int comment(List<Token> tokens) {
    int depth = 0;
    for (int i = 0; i < tokens.size() - 2; i++) {
      int type = tokens.get(i).getType();
      depth += type == RulesLexer.LPAREN ? 1 : 0;
      depth -= type == RulesLexer.RPAREN && depth > 0 ? 1 : 0;
      if (depth == 0
          && (type == RulesLexer.RPAREN || type == RulesLexer.BOOL)
          && beginsComment(tokens.get(i + 1), tokens.get(i + 2))) {
        return isProse(tokens, i + 2) ? i + 1 : -1;
      }
    }
    return -1;
  }

  private static boolean beginsComment(Token mark, Token next) {
    return switch (mark.getType()) {
      case RulesLexer.SLASH, RulesLexer.NOT, RulesLexer.LPAREN -> true;
      case RulesLexer.COLON -> next.getType() != RulesLexer.BOOL;
      case RulesLexer.OTHER -> true;
      default -> false;
    };
  }

  private static boolean isProse(List<Token> tokens, int from) {
    for (int i = from; i < tokens.size() - 1; i++) {
      int type = tokens.get(i).getType();
      boolean atom = type == RulesLexer.LPAREN && isName(type(tokens, i - 1));
      if (atom || type == RulesLexer.ARROW || type == RulesLexer.BACKWARD) {
        return false;
      }
    }
    return true;
  }

  /** Whether the tokens end where no statement ends. */
  static boolean isCutOff(List<Token> tokens) {
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
  List<Token> balance(List<Token> tokens) {
    List<Token> balanced = new ArrayList<>(tokens.size() + 4);
    // Where in the new list the parentheses stand that are still open.
    List<Integer> open = new ArrayList<>();
    int trailing = tokens.size() - 1;
    while (trailing > 0 && type(tokens, trailing - 1) == RulesLexer.DOT) {
      trailing--;
    }
    for (int i = 0; i < trailing; i++) {
      Token token = tokens.get(i);
      int type = token.getType();
      if (type == RulesLexer.LPAREN) {
        open.addLast(balanced.size());
      } else if (type == RulesLexer.RPAREN) {
        if (open.isEmpty()) {
          drop(token);
          continue;
        }
        open.removeLast();
      } else if (isOuterConnective(type)
          && !open.isEmpty()
          && type(balanced, balanced.size() - 1) == RulesLexer.BOOL
          && open.getLast() > 0
          && isName(type(balanced, open.getLast() - 1))) {
        close(balanced);
        open.removeLast();
      }
      balanced.add(token);
    }
    for (; !open.isEmpty(); open.removeLast()) {
      close(balanced);
    }
    balanced.addAll(tokens.subList(trailing, tokens.size()));
    return balanced;
  }

  private void drop(Token extra) {
    repairs.note(
        RuleCode.PARENTHESIS,
        "')' closes nothing",
        "remove ')'",
        extra.getStartIndex(),
        extra.getStopIndex() + 1,
        "");
  }

  private void close(List<Token> tokens) {
    int place = tokens.getLast().getStopIndex() + 1;
    CommonToken inserted = new CommonToken(RulesLexer.RPAREN, ")");
    inserted.setStartIndex(place);
    inserted.setStopIndex(place - 1);
    tokens.add(inserted);
    repairs.note(RuleCode.PARENTHESIS, "')' is missing", "insert ')'", place, place, ")");
  }

  private static boolean isOuterConnective(int type) {
    return type == RulesLexer.AND
        || type == RulesLexer.ARROW
        || type == RulesLexer.BACKWARD
        || type == RulesLexer.IFF
        || type == RulesLexer.THEN;
  }

  /** Whether a token can be the last of a name. */
  static boolean isName(int type) {
    return type == RulesLexer.WORD
        || type == RulesLexer.QUOTED
        || type == RulesLexer.NUMBER
        || type == RulesLexer.BOOL
        || type == RulesLexer.VARIABLE;
  }
}
