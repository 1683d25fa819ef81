package org.ponens.grammar.prolog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.prolog.antlr.PrologTokens;

/**
 * Reads clauses as terms, by operator precedence (ISO/IEC 13211-1, 6.3.4). A clause that can't be
 * read is reported once and left out, and the reading goes on behind its full stop.
 *
 * <p>In what it gives, conjunctions and disjunctions are terms with any number of arguments.
 */
final class TermReader {

  /** The functor of conjunctions. */
  static final String AND = ",";

  /** The functor of disjunctions. */
  static final String OR = ";";

  static final String NECK = ":-";
  static final String ARROW = "->";
  static final String NOT = "\\+";

  private static final int MAX_DEPTH = 300;

  /** What models write for operators of Prolog. */
  private static final Map<String, String> FOREIGN =
      Map.ofEntries(
          Map.entry("<=", "=<"),
          Map.entry("≤", "=<"),
          Map.entry("≥", ">="),
          Map.entry("!=", "\\="),
          Map.entry("<>", "\\="),
          Map.entry("≠", "\\="),
          Map.entry("−", "-"),
          Map.entry("&&", AND),
          Map.entry("∧", AND),
          Map.entry("||", OR),
          Map.entry("∨", OR),
          Map.entry("¬", NOT),
          Map.entry("<-", NECK),
          Map.entry(":=", NECK),
          Map.entry("←", NECK),
          Map.entry("⇐", NECK));

  private static final Set<String> HARMLESS_DIRECTIVES =
      Set.of("use_module", "ensure_loaded", "dynamic", "discontiguous", "table", "style_check");

  private final Source source;
  private final Diagnostics diagnostics;
  private final List<Token> tokens;
  private int at;
  private int depth;

  TermReader(Source source, List<Token> tokens, Diagnostics diagnostics) {
    this.source = source;
    this.tokens = tokens;
    this.diagnostics = diagnostics;
  }

  /** A clause cannot be read on; what is wrong has been said. */
  private static final class Abandoned extends Exception {
    private static final long serialVersionUID = 1L;

    Abandoned() {
      super(null, null, false, false);
    }
  }

  /** The next clause that can be read; empty at the end. */
  Optional<Term> next() {
    while (!isAtEnd()) {
      if (type() == PrologTokens.END) {
        at++;
        continue;
      }
      int start = at;
      if (isHarmlessDirective()) {
        skipDirective();
        continue;
      }
      try {
        depth = 0;
        Term clause = term(Operators.CLAUSE);
        stop();
        return Optional.of(clause);
      } catch (Abandoned e) {
        skipClause(start);
      }
    }
    return Optional.empty();
  }

  /** One that changes nothing about what clauses mean here. */
  private boolean isHarmlessDirective() {
    return type() == PrologTokens.NECK
        && at + 1 < tokens.size()
        && HARMLESS_DIRECTIVES.contains(tokens.get(at + 1).getText());
  }

  private void skipDirective() {
    Token first = tokens.get(at++);
    while (!isAtEnd() && type() != PrologTokens.END) {
      at++;
    }
    diagnostics.add(
        Diagnostic.note(
            PrologCode.OUTSIDE, place(first).span(), "directives are not needed here: left out"));
  }

  private boolean isAtEnd() {
    return at >= tokens.size();
  }

  private int type() {
    return isAtEnd() ? Token.EOF : tokens.get(at).getType();
  }

  private void skipClause(int start) {
    at = Math.max(at, start + 1);
    while (!isAtEnd() && tokens.get(at - 1).getType() != PrologTokens.END) {
      at++;
    }
  }

  /** The full stop, which may be missing at the end and before the next clause. */
  private void stop() throws Abandoned {
    if (type() == PrologTokens.END) {
      at++;
      return;
    }
    Token last = tokens.get(at - 1);
    int behind = last.getStopIndex() + 1;
    boolean newLine =
        isAtEnd()
            || (type() == PrologTokens.NAME
                && source.lineAt(tokens.get(at).getStartIndex()) > source.lineAt(behind - 1));
    if (!newLine) {
      throw unexpected();
    }
    diagnostics.add(
        Diagnostic.note(
                PrologCode.MISSING_STOP,
                source.span(last.getStartIndex(), behind),
                "a clause ends with '.'")
            .withFix(Fix.applied("add '.'", new Edit(source.span(behind, behind), "."))));
  }

  private Abandoned error(PrologCode code, int from, int to, String message) {
    diagnostics.add(Diagnostic.error(code, source.span(from, to), message));
    return new Abandoned();
  }

  private Abandoned error(PrologCode code, Token token, String message) {
    return error(code, token.getStartIndex(), token.getStopIndex() + 1, message);
  }

  private Abandoned unexpected() {
    if (isAtEnd()) {
      int end = at == 0 ? 0 : tokens.get(at - 1).getStopIndex() + 1;
      return error(
          PrologCode.UNEXPECTED, Math.max(0, end - 1), end, "the clause ends where more is needed");
    }
    Token token = tokens.get(at);
    return switch (token.getType()) {
      case PrologTokens.CLOSE, PrologTokens.CLOSE_LIST, PrologTokens.CLOSE_BRACE ->
          error(
              PrologCode.SURPLUS_BRACKET,
              token,
              "'" + token.getText() + "' closes nothing, or closes too early");
      case PrologTokens.UNCLOSED ->
          error(
              PrologCode.UNCLOSED,
              token.getStartIndex(),
              token.getStartIndex() + 2,
              "the comment is not closed with '*/'");
      case PrologTokens.END ->
          error(PrologCode.UNEXPECTED, token, "the clause ends where more is needed");
      default ->
          error(
              PrologCode.UNEXPECTED,
              token,
              "'" + shortened(token.getText()) + "' has no place here");
    };
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 37) + "...";
  }

  private Place place(Token first) {
    return Place.of(source, first.getStartIndex(), tokens.get(at - 1).getStopIndex() + 1);
  }

  private static Place place(Term left, Term right) {
    return Place.of(left.place().source(), left.place().start(), right.place().end());
  }

  /** A term whose operators bind at least as tightly as this. */
  private Term term(int priority) throws Abandoned {
    if (++depth > MAX_DEPTH) {
      Token token = tokens.get(Math.min(at, tokens.size() - 1));
      throw error(PrologCode.TOO_DEEP, token, "terms nest more than " + MAX_DEPTH + " deep");
    }
    Term left = primary(priority);
    int leftPriority = 0;
    for (int operators = 0; ; operators++) {
      if (operators > MAX_DEPTH) {
        Token token = tokens.get(Math.min(at, tokens.size() - 1));
        throw error(PrologCode.TOO_DEEP, token, "more than " + MAX_DEPTH + " operators in a row");
      }
      String operator = infix();
      int own = Operators.infix(operator);
      boolean leftAssociative = Operators.isLeftAssociative(own);
      if (own < 0 || own > priority || leftPriority > (leftAssociative ? own : own - 1)) {
        depth--;
        return left;
      }
      take(operator);
      if (own == Operators.CONJUNCTION || own == Operators.DISJUNCTION) {
        left = several(left, operator, own);
      } else {
        Term right = term(own == Operators.IMPLICATION ? own : own - 1);
        left = new Term.Compound(operator, List.of(left, right), place(left, right));
      }
      leftPriority = own;
    }
  }

  /** Operands with the same operator between them, without nesting. */
  private Term several(Term first, String operator, int own) throws Abandoned {
    List<Term> operands = new ArrayList<>();
    operands.add(first);
    operands.add(term(own - 1));
    while (infix().equals(operator)) {
      take(operator);
      operands.add(term(own - 1));
    }
    return new Term.Compound(operator, operands, place(first, operands.get(operands.size() - 1)));
  }

  /** The operator of Prolog that the next token stands for, or nothing. */
  private String infix() {
    if (isAtEnd()) {
      return "";
    }
    Token token = tokens.get(at);
    return switch (token.getType()) {
      case PrologTokens.COMMA -> AND;
      case PrologTokens.SEMICOLON, PrologTokens.BAR -> OR;
      case PrologTokens.NECK -> NECK;
      case PrologTokens.ARROW -> ARROW;
      case PrologTokens.OPERATOR, PrologTokens.NAME ->
          FOREIGN.getOrDefault(token.getText(), token.getText());
      default -> "";
    };
  }

  /** Passes an operator, and says so where another language's was written for it. */
  private void take(String operator) {
    Token token = tokens.get(at++);
    if (token.getText().equals(operator) || token.getType() == PrologTokens.BAR) {
      return;
    }
    var span = source.span(token.getStartIndex(), token.getStopIndex() + 1);
    diagnostics.add(
        Diagnostic.note(
                PrologCode.FOREIGN_OPERATOR,
                span,
                "Prolog writes '" + operator + "' for '" + token.getText() + "'")
            .withFix(Fix.applied("write '" + operator + "'", new Edit(span, operator))));
  }

  private Term primary(int priority) throws Abandoned {
    if (isAtEnd()) {
      throw unexpected();
    }
    Token token = tokens.get(at);
    return switch (token.getType()) {
      case PrologTokens.VARIABLE -> variable(token);
      case PrologTokens.INTEGER -> {
        at++;
        yield new Term.Int(integer(token), place(token));
      }
      case PrologTokens.REAL -> {
        at++;
        double value = Double.parseDouble(token.getText());
        if (Double.isInfinite(value)) {
          throw error(PrologCode.TOO_LARGE, token, "the number is too large");
        }
        yield new Term.Real(value, place(token));
      }
      case PrologTokens.NAME -> named(token, token.getText(), priority);
      case PrologTokens.QUOTED -> named(token, unquoted(token.getText()), priority);
      case PrologTokens.CUT -> {
        at++;
        yield new Term.Atom("!", place(token));
      }
      case PrologTokens.OPEN -> {
        at++;
        Term inside = term(Operators.CLAUSE);
        close(token, PrologTokens.CLOSE, ")");
        yield inside;
      }
      case PrologTokens.OPEN_LIST -> list(token);
      case PrologTokens.NOT -> {
        take(NOT);
        Term operand = term(Math.min(priority, Operators.NEGATION));
        yield new Term.Compound(NOT, List.of(operand), place(token));
      }
      case PrologTokens.NECK ->
          throw error(
              PrologCode.OUTSIDE, token, "directives are not part of a rule; write clauses only");
      case PrologTokens.OPERATOR -> prefixed(token);
      case PrologTokens.STRING ->
          throw error(
              PrologCode.OUTSIDE, token, "there are no strings here; constants have no quotes");
      default -> throw unexpected();
    };
  }

  private Term variable(Token token) throws Abandoned {
    at++;
    if (type() == PrologTokens.OPEN && isAdjacent()) {
      throw error(
          PrologCode.BAD_GOAL,
          token,
          "'" + token.getText() + "' is a variable; the name of a predicate begins small");
    }
    return new Term.Variable(token.getText(), place(token));
  }

  private Term prefixed(Token token) throws Abandoned {
    String operator = FOREIGN.getOrDefault(token.getText(), token.getText());
    if (operator.equals("?-")) {
      throw error(PrologCode.OUTSIDE, token, "a query is no clause; write clauses only");
    }
    if (!operator.equals("-") && !operator.equals("+")) {
      throw unexpected();
    }
    take(operator);
    if (type() == PrologTokens.OPEN && isAdjacent()) {
      return new Term.Compound(operator, arguments(), place(token));
    }
    boolean number = type() == PrologTokens.INTEGER || type() == PrologTokens.REAL;
    Term operand = term(Operators.POWER);
    if (operator.equals("-") && number && operand instanceof Term.Int(var value, var place)) {
      return new Term.Int(value.negate(), place(token));
    }
    if (operator.equals("-") && number && operand instanceof Term.Real(var value, var place)) {
      return new Term.Real(-value, place(token));
    }
    return new Term.Compound(operator, List.of(operand), place(token));
  }

  /** Whether nothing stands between the last token and this. */
  private boolean isAdjacent() {
    return tokens.get(at - 1).getStopIndex() + 1 == tokens.get(at).getStartIndex();
  }

  /** Terms in brackets. */
  private List<Term> arguments() throws Abandoned {
    Token open = tokens.get(at++);
    List<Term> arguments = new ArrayList<>();
    arguments.add(term(Operators.ARGUMENT));
    while (type() == PrologTokens.COMMA) {
      at++;
      arguments.add(term(Operators.ARGUMENT));
    }
    close(open, PrologTokens.CLOSE, ")");
    return arguments;
  }

  private Term named(Token token, String name, int priority) throws Abandoned {
    at++;
    if (type() == PrologTokens.OPEN && (isAdjacent() || Operators.infix(name) < 0)) {
      return new Term.Compound(name, arguments(), place(token));
    }
    boolean begins =
        type() == PrologTokens.NAME
            || type() == PrologTokens.QUOTED
            || type() == PrologTokens.OPEN
            || type() == PrologTokens.VARIABLE;
    if (token.getText().equals("not") && begins) {
      Term operand = term(Math.min(priority, Operators.NEGATION));
      return new Term.Compound(NOT, List.of(operand), place(token));
    }
    return new Term.Atom(name, place(token));
  }

  private Term list(Token open) throws Abandoned {
    at++;
    if (type() == PrologTokens.CLOSE_LIST) {
      at++;
      return new Term.Atom(Term.EMPTY_LIST, place(open));
    }
    List<Term> items = new ArrayList<>();
    items.add(term(Operators.ARGUMENT));
    while (type() == PrologTokens.COMMA) {
      at++;
      items.add(term(Operators.ARGUMENT));
    }
    Optional<Term> rest = Optional.empty();
    if (type() == PrologTokens.BAR) {
      at++;
      rest = Optional.of(term(Operators.ARGUMENT));
    }
    close(open, PrologTokens.CLOSE_LIST, "]");
    if (items.size() > MAX_DEPTH) {
      throw error(PrologCode.TOO_DEEP, open, "lists have at most " + MAX_DEPTH + " items");
    }
    Place place = place(open);
    Term list = rest.orElseGet(() -> new Term.Atom(Term.EMPTY_LIST, place));
    for (int i = items.size() - 1; i >= 0; i--) {
      list = new Term.Compound(Term.CONS, List.of(items.get(i), list), place);
    }
    return list;
  }

  private void close(Token open, int type, String bracket) throws Abandoned {
    if (type() == type) {
      at++;
      return;
    }
    if (isAtEnd() || type() == PrologTokens.END) {
      diagnostics.add(
          Diagnostic.error(
                  PrologCode.UNCLOSED,
                  source.span(open.getStartIndex(), open.getStopIndex() + 1),
                  "'" + open.getText() + "' is not closed with '" + bracket + "'")
              .withFix(
                  Fix.suggested(
                      "add '" + bracket + "' at the end",
                      new Edit(
                          source.span(
                              tokens.get(at - 1).getStopIndex() + 1,
                              tokens.get(at - 1).getStopIndex() + 1),
                          bracket))));
      throw new Abandoned();
    }
    throw unexpected();
  }

  private BigInteger integer(Token token) throws Abandoned {
    String digits = token.getText().replace("_", "");
    if (digits.length() > 1_000) {
      throw error(PrologCode.TOO_LARGE, token, "the number is too large");
    }
    return new BigInteger(digits);
  }

  private static String unquoted(String quoted) {
    String inside = quoted.substring(1, quoted.length() - 1);
    if (inside.indexOf('\\') < 0 && inside.indexOf('\'') < 0) {
      return inside;
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < inside.length(); i++) {
      char c = inside.charAt(i);
      if (c == '\'' && i + 1 < inside.length()) {
        i++;
      } else if (c == '\\' && i + 1 < inside.length()) {
        i++;
        c =
            switch (inside.charAt(i)) {
              case 'n' -> '\n';
              case 't' -> '\t';
              default -> inside.charAt(i);
            };
      }
      out.append(c);
    }
    return out.toString();
  }
}
