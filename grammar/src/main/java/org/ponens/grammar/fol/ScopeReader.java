package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeSet;
import org.antlr.v4.runtime.CommonToken;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.fol.antlr.FolParser;

/**
 * Settles how far quantifiers reach, and puts {@code SCOPE … END_SCOPE} round what they do.
 *
 * <ul>
 *   <li>A body without parentheses reaches as far as it can: {@code ∀x P(x) → Q(x)} is {@code ∀x
 *       (P(x) → Q(x))}. Where what follows the body's first operand does not use the variable and
 *       is joined by more than {@code ∧} and {@code ∨}, that is doubtful, and a warning says so.
 *       Where it is quantified anew there, the body ends before: {@code ∃x P(x) ∧ ∃x Q(x)}.
 *   <li>A body in parentheses ends with them, unless what follows uses the variable, which would
 *       then be free: {@code ∀x (P(x)) → Q(x)} is {@code ∀x (P(x) → Q(x))}, {@code ∀x (P(x)) →
 *       Q(a)} is {@code (∀x P(x)) → Q(a)}.
 * </ul>
 *
 * A quantifier reaches no further than the bracket, or the argument, that it stands in. In n log n.
 */
final class ScopeReader {

  private static final NavigableSet<Integer> NONE = Collections.emptyNavigableSet();

  private final List<CommonToken> tokens;
  private final Findings findings;

  /** For an opening bracket its closing one. */
  private final int[] match;

  /** For each token the index at which the bracket or argument around it ends. */
  private final int[] enclosingEnd;

  /** The occurrences of each name that no quantifier to their left has bound yet. */
  private final Map<String, NavigableSet<Integer>> occurrences = new HashMap<>();

  /** The places at which quantifiers bind each name. */
  private final Map<String, NavigableSet<Integer>> binders = new HashMap<>();

  private final int[] scopesBefore;
  private final int[] scopesEndingBefore;
  private boolean inserted;

  private ScopeReader(List<CommonToken> tokens, Findings findings) {
    this.tokens = tokens;
    this.findings = findings;
    match = new int[tokens.size()];
    enclosingEnd = new int[tokens.size() + 1];
    scopesBefore = new int[tokens.size() + 1];
    scopesEndingBefore = new int[tokens.size() + 1];
  }

  /** The tokens, whose brackets must balance, with scopes. */
  static List<CommonToken> read(List<CommonToken> tokens, Findings findings) {
    if (tokens.stream().noneMatch(Tokens::isQuantifier)) {
      return tokens;
    }
    ScopeReader reader = new ScopeReader(tokens, findings);
    reader.matchBrackets();
    reader.index();
    for (int i = tokens.size() - 1; i >= 0; i--) {
      if (Tokens.isQuantifier(tokens.get(i))) {
        reader.quantifier(i);
      }
    }
    return reader.inserted ? reader.withScopes() : tokens;
  }

  private void matchBrackets() {
    Arrays.fill(match, -1);
    List<Integer> open = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      if (Tokens.isOpener(tokens.get(i))) {
        open.add(i);
      } else if (Tokens.isCloser(tokens.get(i)) && !open.isEmpty()) {
        match[open.removeLast()] = i;
      }
    }
    // From the right: the end in force at each nesting.
    int end = tokens.size();
    List<Integer> outer = new ArrayList<>();
    enclosingEnd[tokens.size()] = end;
    for (int i = tokens.size() - 1; i >= 0; i--) {
      CommonToken token = tokens.get(i);
      if (Tokens.isCloser(token)) {
        enclosingEnd[i] = end;
        outer.add(end);
        end = i;
      } else if (Tokens.isOpener(token)) {
        end = outer.isEmpty() ? tokens.size() : outer.removeLast();
        enclosingEnd[i] = end;
      } else {
        end = token.getType() == FolParser.COMMA ? i : end;
        enclosingEnd[i] = end;
      }
    }
  }

  private void index() {
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).getType() == FolParser.VARIABLE) {
        binders.computeIfAbsent(tokens.get(i).getText(), k -> new TreeSet<>()).add(i);
      }
      boolean applied = i + 1 < tokens.size() && tokens.get(i + 1).getType() == FolParser.LPAREN;
      if (tokens.get(i).getType() == FolParser.NAME && !applied) {
        occurrences.computeIfAbsent(tokens.get(i).getText(), k -> new TreeSet<>()).add(i);
      }
    }
  }

  private void quantifier(int index) {
    int body = index + 1;
    while (body < tokens.size() && tokens.get(body).getType() == FolParser.VARIABLE) {
      body++;
    }
    int variablesEnd = body;
    if (body + 1 < tokens.size() && tokens.get(body).getType() == FolParser.WITHIN) {
      body += 2;
    }
    if (body >= tokens.size() || variablesEnd == index + 1) {
      return;
    }
    int end = enclosingEnd[index];
    int first = body;
    while (first < end && isPrefix(tokens.get(first))) {
      first += tokens.get(first).getType() == FolParser.WITHIN ? 2 : 1;
    }
    if (first >= end || (scopesEndingBefore[end] > 0 && widerWithin(body, first))) {
      // A quantifier of the same prefix already reaches to the end.
      bind(index, body, end);
      return;
    }
    boolean group = Tokens.isOpener(tokens.get(first));
    int unit = group ? match[first] + 1 : operandEnd(first);
    if (group && unit < end && Tokens.isRelator(tokens.get(unit))) {
      group = false;
      unit = operandEnd(unit + 1);
    }
    if (unit >= end) {
      bind(index, body, end);
      return;
    }
    boolean used = uses(index, body, unit, end);
    if (!used && (group || quantifiesAnew(index, variablesEnd, unit, end))) {
      bind(index, body, unit);
      return;
    }
    if (group) {
      widened(index, body, end);
    } else if (!used && doubtful(unit, end)) {
      doubt(index, body, end);
    }
    scopesBefore[body]++;
    scopesEndingBefore[end]++;
    inserted = true;
    bind(index, body, end);
  }

  private static boolean isPrefix(CommonToken token) {
    return token.getType() == FolParser.NOT
        || token.getType() == FolParser.WITHIN
        || token.getType() == FolParser.VARIABLE
        || Tokens.isQuantifier(token);
  }

  private boolean widerWithin(int from, int to) {
    for (int i = from; i <= to; i++) {
      if (scopesBefore[i] > 0) {
        return true;
      }
    }
    return false;
  }

  /** Where the atom or comparison that begins at an index ends. */
  private int operandEnd(int from) {
    int i = from;
    while (i < tokens.size()) {
      CommonToken token = tokens.get(i);
      if (Tokens.isOpener(token)) {
        i = match[i] + 1;
      } else if (Tokens.isName(token)
          || Tokens.isRelator(token)
          || token.getType() == FolParser.TRUE
          || token.getType() == FolParser.FALSE) {
        i++;
      } else {
        return i;
      }
    }
    return i;
  }

  private boolean uses(int quantifier, int body, int from, int to) {
    for (int i = quantifier + 1; i < body; i++) {
      NavigableSet<Integer> places = occurrences.get(tokens.get(i).getText());
      if (places != null) {
        Integer next = places.ceiling(from);
        if (next != null && next < to) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean quantifiesAnew(int quantifier, int body, int from, int to) {
    for (int i = quantifier + 1; i < body; i++) {
      Integer next = binders.getOrDefault(tokens.get(i).getText(), NONE).ceiling(from);
      if (next != null && next < to) {
        return true;
      }
    }
    return false;
  }

  private void bind(int quantifier, int body, int end) {
    for (int i = quantifier + 1; i < body; i++) {
      NavigableSet<Integer> places = occurrences.get(tokens.get(i).getText());
      if (places != null) {
        places.subSet(body, true, Math.max(body, end), false).clear();
      }
    }
  }

  private boolean doubtful(int from, int to) {
    for (int i = from; i < to; i++) {
      CommonToken token = tokens.get(i);
      if (Tokens.isOpener(token)) {
        i = match[i];
      } else if (Tokens.isConnective(token)
          && token.getType() != FolParser.AND
          && token.getType() != FolParser.OR) {
        return true;
      }
    }
    return false;
  }

  private void widened(int quantifier, int body, int end) {
    if (!findings.isOpen()) {
      return;
    }
    findings.add(
        Diagnostic.note(
                FolCode.WIDENED_SCOPE,
                findings.span(
                    Tokens.start(tokens.get(quantifier)), Tokens.end(tokens.get(body - 1))),
                "'"
                    + label(quantifier, body)
                    + "' is read to reach behind its parenthesis, as its variable is used there")
            .withFix(Fix.applied("put parentheses round its scope", parentheses(body, end))));
  }

  private void doubt(int quantifier, int body, int end) {
    if (!findings.isOpen()) {
      return;
    }
    findings.add(
        Diagnostic.warning(
                FolCode.DOUBTFUL_SCOPE,
                findings.span(
                    Tokens.start(tokens.get(quantifier)), Tokens.end(tokens.get(body - 1))),
                "'"
                    + label(quantifier, body)
                    + "' is read to reach as far as it can, though its variable is not used there;"
                    + " parentheses would tell")
            .withFix(Fix.applied("put parentheses round its scope", parentheses(body, end))));
  }

  private String label(int quantifier, int body) {
    StringBuilder out = new StringBuilder(tokens.get(quantifier).getText());
    for (int i = quantifier + 1; i < body; i++) {
      if (Character.isLetter(out.charAt(out.length() - 1))) {
        out.append(' ');
      }
      out.append(tokens.get(i).getText());
    }
    return out.toString();
  }

  private Edit[] parentheses(int body, int end) {
    int from = Tokens.start(tokens.get(body));
    int to = Tokens.end(tokens.get(end - 1));
    return new Edit[] {
      new Edit(findings.span(from, from), "("), new Edit(findings.span(to, to), ")")
    };
  }

  private List<CommonToken> withScopes() {
    List<CommonToken> out = new ArrayList<>(tokens.size() + 16);
    for (int i = 0; i <= tokens.size(); i++) {
      for (int k = 0; k < scopesEndingBefore[i]; k++) {
        out.add(Tokens.inserted(FolParser.END_SCOPE, Tokens.end(tokens.get(i - 1)), ")"));
      }
      if (i < tokens.size()) {
        for (int k = 0; k < scopesBefore[i]; k++) {
          out.add(Tokens.inserted(FolParser.SCOPE, Tokens.start(tokens.get(i)), "("));
        }
        out.add(tokens.get(i));
      }
    }
    return out;
  }
}
