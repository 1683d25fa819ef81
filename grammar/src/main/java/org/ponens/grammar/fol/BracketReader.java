package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.CommonToken;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.fol.antlr.FolParser;

/**
 * Balances brackets, and settles what commas are.
 *
 * <p>A surplus closing bracket is dropped, a missing one is inserted: before the connective where
 * an argument list would otherwise hold one, else at the end. That is a note where nothing else
 * could be meant, and a warning elsewhere. A comma outside argument lists and collections is a
 * conjunction.
 */
final class BracketReader {

  /** How often an argument list is closed before a connective within one formula. */
  private static final int MOST_EARLY_CLOSINGS = 8;

  private final Findings findings;
  private final int textEnd;
  private List<CommonToken> tokens;

  /** An opening bracket whose closing one has not come yet. */
  private static final class Open {
    final int index;
    final CommonToken token;
    final boolean arguments;
    int connective = -1;

    Open(int index, CommonToken token, boolean arguments) {
      this.index = index;
      this.token = token;
      this.arguments = arguments;
    }
  }

  private BracketReader(List<CommonToken> tokens, int textEnd, Findings findings) {
    this.tokens = tokens;
    this.textEnd = textEnd;
    this.findings = findings;
  }

  /** The tokens with balanced brackets. */
  static List<CommonToken> read(List<CommonToken> tokens, int textEnd, Findings findings) {
    BracketReader reader = new BracketReader(tokens, textEnd, findings);
    reader.closeArgumentsEarly();
    reader.balance();
    return reader.tokens;
  }

  private boolean opensArguments(@Nullable CommonToken before, CommonToken opener) {
    return Tokens.isName(before)
        && (opener.getType() == FolParser.LPAREN
            || (before != null && Tokens.areAdjacent(before, opener)));
  }

  /** {@code P(x ∧ Q(x)} lacks its parenthesis before the connective. */
  private void closeArgumentsEarly() {
    for (int round = 0; round < MOST_EARLY_CLOSINGS; round++) {
      Optional<Open> late = argumentsWithConnective();
      if (late.isEmpty()) {
        return;
      }
      int index = late.get().connective;
      int offset = Tokens.end(tokens.get(index - 1));
      String closer = Tokens.bracketText(Tokens.closerOf(late.get().token.getType()));
      List<CommonToken> repaired = new ArrayList<>(tokens);
      repaired.add(
          index, Tokens.inserted(Tokens.closerOf(late.get().token.getType()), offset, closer));
      tokens = repaired;
      missing(Severity.WARNING, late.get().token, offset, closer);
    }
  }

  /** Where more brackets open than close: an argument list of bare names with a connective. */
  private Optional<Open> argumentsWithConnective() {
    List<Open> open = new ArrayList<>();
    Open found = null;
    int balance = 0;
    for (int i = 0; i < tokens.size(); i++) {
      CommonToken token = tokens.get(i);
      if (Tokens.isOpener(token)) {
        balance++;
        open.add(new Open(i, token, opensArguments(i > 0 ? tokens.get(i - 1) : null, token)));
      } else if (Tokens.isCloser(token)) {
        balance--;
        if (!open.isEmpty()) {
          Open closed = open.removeLast();
          if (closed.arguments && closed.connective > 0) {
            found = closed;
          }
        }
      } else if (Tokens.isConnective(token)
          && !open.isEmpty()
          && open.getLast().connective < 0
          && i > open.getLast().index + 1) {
        open.getLast().connective = i;
      }
    }
    if (balance <= 0) {
      return Optional.empty();
    }
    for (Open left : open) {
      if (left.arguments && left.connective > 0) {
        found = left;
      }
    }
    return Optional.ofNullable(found);
  }

  private void balance() {
    List<CommonToken> out = new ArrayList<>(tokens.size() + 4);
    List<Open> open = new ArrayList<>();
    boolean onlyPrefix = true;
    int prefixOpeners = 0;
    for (int i = 0; i < tokens.size(); i++) {
      CommonToken token = tokens.get(i);
      if (Tokens.isOpener(token)) {
        boolean arguments = opensArguments(out.isEmpty() ? null : out.getLast(), token);
        if (arguments && token.getType() != FolParser.LPAREN) {
          token = Tokens.as(FolParser.LPAREN, token);
        }
        open.add(new Open(open.size(), token, arguments));
        prefixOpeners += onlyPrefix ? 1 : 0;
        out.add(token);
      } else if (Tokens.isCloser(token)) {
        onlyPrefix = false;
        if (open.isEmpty()) {
          surplus(i);
        } else {
          out.add(close(open.removeLast().token, token));
        }
      } else {
        onlyPrefix &= Tokens.isQuantifier(token) || token.getType() == FolParser.VARIABLE;
        out.add(token.getType() == FolParser.COMMA ? comma(token, open) : token);
      }
    }
    for (int i = open.size() - 1; i >= 0; i--) {
      Open left = open.get(i);
      boolean certain = left.arguments || left.index < prefixOpeners;
      String closer = Tokens.bracketText(Tokens.closerOf(left.token.getType()));
      out.add(Tokens.inserted(Tokens.closerOf(left.token.getType()), textEnd, closer));
      missing(certain ? Severity.NOTE : Severity.WARNING, left.token, textEnd, closer);
    }
    tokens = out;
  }

  private CommonToken close(CommonToken opener, CommonToken closer) {
    int expected = Tokens.closerOf(opener.getType());
    if (closer.getType() == expected) {
      return closer;
    }
    String written = opener.getText();
    // P[x] opens its arguments with a bracket that reads as a parenthesis.
    String wanted = written.equals("[") ? "]" : Tokens.bracketText(expected);
    if (!closer.getText().equals(wanted)) {
      findings.repaired(
          Severity.NOTE,
          FolCode.MISMATCHED_BRACKET,
          Tokens.start(closer),
          Tokens.end(closer),
          "'" + written + "' is closed by '" + closer.getText() + "'",
          "replace it by '" + wanted + "'",
          wanted);
    }
    return Tokens.as(expected, closer);
  }

  private CommonToken comma(CommonToken comma, List<Open> open) {
    boolean separates =
        !open.isEmpty()
            && (open.getLast().arguments || open.getLast().token.getType() != FolParser.LPAREN);
    if (separates) {
      return comma;
    }
    findings.repaired(
        Severity.NOTE,
        FolCode.COMMA_AS_CONJUNCTION,
        Tokens.start(comma),
        Tokens.end(comma),
        "a comma between formulas is read as '∧'",
        "write '∧'",
        " ∧");
    return Tokens.as(FolParser.AND, comma);
  }

  private void surplus(int index) {
    CommonToken token = tokens.get(index);
    boolean atEnd = true;
    for (int i = index + 1; i < tokens.size() && atEnd; i++) {
      atEnd = Tokens.isCloser(tokens.get(i));
    }
    findings.repaired(
        atEnd ? Severity.NOTE : Severity.WARNING,
        FolCode.UNBALANCED_PARENTHESIS,
        Tokens.start(token),
        Tokens.end(token),
        "'" + token.getText() + "' closes nothing",
        "remove '" + token.getText() + "'",
        "");
  }

  private void missing(Severity severity, CommonToken opener, int offset, String closer) {
    if (!findings.isOpen()) {
      return;
    }
    Span place = findings.span(offset, offset);
    Span opened = findings.span(Tokens.start(opener), Tokens.end(opener));
    String message = "expected '" + closer + "' to close '" + opener.getText() + "' at " + opened;
    Fix fix = Fix.applied("insert '" + closer + "'", new Edit(place, closer));
    findings.add(
        (severity == Severity.NOTE
                ? Diagnostic.note(FolCode.UNBALANCED_PARENTHESIS, place, message)
                : Diagnostic.warning(FolCode.UNBALANCED_PARENTHESIS, place, message))
            .withFix(fix));
  }
}
