package org.ponens.grammar.csp;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.csp.antlr.CspParser;
import org.ponens.grammar.csp.antlr.CspParser.ArgumentContext;
import org.ponens.grammar.csp.antlr.CspParser.ExpressionContext;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;

/**
 * Makes conditions and terms of ANTLR's tree: resolves names, tells truth values from numbers, and
 * rejects with {@link Rejection} what has no meaning. Recursion follows the brackets.
 */
final class ExpressionBuilder {

  /** The most operators in a statement that nest without brackets. */
  private static final int MOST_NESTED = 100;

  private final Source source;
  private final Diagnostics diagnostics;
  private final Repairs repairs;
  private final Vocabulary vocabulary;
  private final Functions functions;
  private int nested;

  ExpressionBuilder(
      Source source, Diagnostics diagnostics, Repairs repairs, Vocabulary vocabulary) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.repairs = repairs;
    this.vocabulary = vocabulary;
    this.functions = new Functions(this, repairs, vocabulary);
  }

  Condition statement(ExpressionContext tree) {
    nested = 0;
    return condition(expression(tree), tree);
  }

  Condition condition(Expression expression, ParserRuleContext at) {
    return switch (expression) {
      case Condition condition -> condition;
      case Term.Reference(var variable) when isBoolean(variable) ->
          new Condition.Comparison(
              new Term.Reference(variable), Relation.NOT_EQUAL, new Term.Constant(0));
      case Term term ->
          throw rejection(
              CspCode.TYPE,
              at,
              "'"
                  + text(at)
                  + "' is a number where a condition is expected"
                  + (term instanceof Term.Constant
                      ? ": each side of a connective compares, as in a == 1 or a == 2"
                      : ", such as " + StatementParser.shown(term.print()) + " == 1"));
    };
  }

  private boolean isBoolean(String variable) {
    return vocabulary
        .declared(variable)
        .filter(v -> v.values().getFirst() >= 0 && v.values().getLast() <= 1)
        .isPresent();
  }

  static Term term(Expression expression) {
    return switch (expression) {
      case Term term -> term;
      case Condition.Truth(var value) -> new Term.Constant(value ? 1 : 0);
      case Condition condition -> new Term.Indicator(condition);
    };
  }

  Expression expression(ExpressionContext tree) {
    List<CspParser.ImplicationContext> parts = tree.implication();
    Expression left = implication(parts.getFirst());
    for (int i = 1; i < parts.size(); i++) {
      nest(parts.get(i));
      left =
          new Condition.Iff(
              condition(left, parts.get(i - 1)),
              condition(implication(parts.get(i)), parts.get(i)));
    }
    return left;
  }

  private Expression implication(CspParser.ImplicationContext tree) {
    List<CspParser.ExclusiveContext> parts = tree.exclusive();
    Expression right = exclusive(parts.getLast());
    for (int i = parts.size() - 2; i >= 0; i--) {
      nest(parts.get(i));
      Expression left = exclusive(parts.get(i));
      if (left instanceof Term && right instanceof Term) {
        throw arrow(tree);
      }
      right =
          new Condition.Implies(condition(left, parts.get(i)), condition(right, parts.get(i + 1)));
    }
    return right;
  }

  private Rejection arrow(CspParser.ImplicationContext tree) {
    @Nullable TerminalNode arrow = tree.IMPLIES(0);
    Token token = arrow == null ? tree.getStart() : arrow.getSymbol();
    int start = token.getStartIndex();
    int end = token.getStopIndex() + 1;
    return new Rejection(
        CspCode.TYPE,
        start,
        end,
        "'" + token.getText() + "' joins conditions, but stands between numbers; did you mean '>='",
        Optional.of(Fix.suggested("write '>='", new Edit(source.span(start, end), ">="))));
  }

  private Expression exclusive(CspParser.ExclusiveContext tree) {
    List<CspParser.DisjunctionContext> parts = tree.disjunction();
    Expression left = disjunction(parts.getFirst());
    for (int i = 1; i < parts.size(); i++) {
      nest(parts.get(i));
      left =
          new Condition.Xor(
              condition(left, parts.get(i - 1)),
              condition(disjunction(parts.get(i)), parts.get(i)));
    }
    return left;
  }

  private Expression disjunction(CspParser.DisjunctionContext tree) {
    List<CspParser.ConjunctionContext> parts = tree.conjunction();
    if (parts.size() == 1) {
      return conjunction(parts.getFirst());
    }
    List<Condition> conditions = new ArrayList<>(parts.size());
    for (CspParser.ConjunctionContext part : parts) {
      conditions.add(condition(conjunction(part), part));
    }
    return new Condition.Or(conditions);
  }

  private Expression conjunction(CspParser.ConjunctionContext tree) {
    List<CspParser.NegationContext> parts = tree.negation();
    if (parts.size() == 1) {
      return negation(parts.getFirst());
    }
    List<Condition> conditions = new ArrayList<>(parts.size());
    for (CspParser.NegationContext part : parts) {
      conditions.add(condition(negation(part), part));
    }
    return new Condition.And(conditions);
  }

  private Expression negation(CspParser.NegationContext tree) {
    Expression expression = comparison(tree.comparison());
    for (int i = 0; i < tree.NOT().size(); i++) {
      nest(tree);
      expression = new Condition.Not(condition(expression, tree.comparison()));
    }
    return expression;
  }

  private Expression comparison(CspParser.ComparisonContext tree) {
    List<CspParser.SumContext> sums = tree.sum();
    if (sums.size() == 1) {
      return sum(sums.getFirst());
    }
    List<Condition> conditions = new ArrayList<>(sums.size() - 1);
    Expression left = sum(sums.getFirst());
    int inequalities = 0;
    for (int i = 1; i < sums.size(); i++) {
      CspParser.RelationContext relation = tree.relation(i - 1);
      if (relation.IN() != null || relation.NOT_IN() != null) {
        Condition in = new Condition.Membership(term(left), functions.elements(sums.get(i)));
        boolean negated = relation.NOT() != null || relation.NOT_IN() != null;
        conditions.add(negated ? new Condition.Not(in) : in);
        if (i + 1 < sums.size()) {
          throw rejection(CspCode.SYNTAX, sums.get(i), "a list is compared with nothing");
        }
      } else {
        if (functions.isList(sums.get(i))) {
          throw rejection(
              CspCode.TYPE,
              sums.get(i),
              "a number is compared with a list; 'in' says that it is one of it");
        }
        Expression right = sum(sums.get(i));
        Relation is = relation(relation);
        inequalities += is == Relation.NOT_EQUAL ? 1 : 0;
        conditions.add(compare(left, is, right));
        left = right;
      }
    }
    if (inequalities > 1) {
      diagnostics.add(
          Diagnostic.warning(
              CspCode.CHAINED_INEQUALITY,
              span(tree),
              "a chain of '!=' compares neighbours only, not the first with the last"));
    }
    return conditions.size() == 1 ? conditions.getFirst() : new Condition.And(conditions);
  }

  private static Condition compare(Expression left, Relation relation, Expression right) {
    if (left instanceof Condition a && right instanceof Condition b) {
      if (relation == Relation.EQUAL) {
        return new Condition.Iff(a, b);
      }
      if (relation == Relation.NOT_EQUAL) {
        return new Condition.Xor(a, b);
      }
    }
    return new Condition.Comparison(term(left), relation, term(right));
  }

  private Relation relation(CspParser.RelationContext tree) {
    Token token = tree.getStart();
    Relation relation =
        switch (token.getType()) {
          case CspParser.EQ -> Relation.EQUAL;
          case CspParser.NE -> Relation.NOT_EQUAL;
          case CspParser.LT -> Relation.LESS;
          case CspParser.LE -> Relation.LESS_OR_EQUAL;
          case CspParser.GT -> Relation.GREATER;
          default -> Relation.GREATER_OR_EQUAL;
        };
    if (!token.getText().equals(relation.symbol())) {
      repairs.note(
          CspCode.OPERATOR_SPELLING,
          "'" + token.getText() + "' is written '" + relation.symbol() + "'",
          "write '" + relation.symbol() + "'",
          token.getStartIndex(),
          token.getStopIndex() + 1,
          relation.symbol());
    }
    return relation;
  }

  Expression sum(CspParser.SumContext tree) {
    List<CspParser.ProductContext> parts = tree.product();
    if (parts.size() == 1) {
      return product(parts.getFirst());
    }
    List<Term> terms = new ArrayList<>(parts.size());
    terms.add(term(product(parts.getFirst())));
    for (int i = 1; i < parts.size(); i++) {
      CspParser.ProductContext part = parts.get(i);
      TerminalNode operator = (TerminalNode) tree.getChild(2 * i - 1);
      if (operator.getSymbol().getType() == CspParser.PLUS) {
        terms.add(term(product(part)));
      } else {
        Optional<CspParser.NumberContext> number = plainNumber(part);
        terms.add(
            number.isPresent()
                ? constant(number.get().getStart(), true)
                : new Term.Negation(term(product(part))));
      }
    }
    return new Term.Sum(terms);
  }

  private static Optional<CspParser.NumberContext> plainNumber(CspParser.ProductContext tree) {
    return tree.getChildCount() == 1
            && tree.signed(0).getChildCount() == 1
            && tree.signed(0).primary() instanceof CspParser.NumberContext number
        ? Optional.of(number)
        : Optional.empty();
  }

  private Expression product(CspParser.ProductContext tree) {
    List<CspParser.SignedContext> parts = tree.signed();
    if (parts.size() == 1) {
      return signed(parts.getFirst());
    }
    Term left = term(signed(parts.getFirst()));
    List<Term> factors = new ArrayList<>();
    factors.add(left);
    for (int i = 1; i < parts.size(); i++) {
      Term right = term(signed(parts.get(i)));
      Token operator = ((TerminalNode) tree.getChild(2 * i - 1)).getSymbol();
      if (operator.getType() == CspParser.STAR) {
        factors.add(right);
        continue;
      }
      nest(tree);
      left = factors.size() == 1 ? factors.getFirst() : new Term.Product(factors);
      if (operator.getType() == CspParser.PERCENT) {
        left = new Term.Remainder(left, right);
      } else {
        if (operator.getType() == CspParser.SLASH) {
          diagnostics.add(
              Diagnostic.warning(
                  CspCode.INEXACT_DIVISION,
                  source.span(operator.getStartIndex(), operator.getStopIndex() + 1),
                  "'/' is read as '//', which rounds down"));
        }
        left = new Term.Quotient(left, right);
      }
      factors = new ArrayList<>();
      factors.add(left);
    }
    return factors.size() == 1 ? factors.getFirst() : new Term.Product(factors);
  }

  private Expression signed(CspParser.SignedContext tree) {
    int minuses = tree.MINUS().size();
    if (minuses == 0 && tree.PLUS().isEmpty()) {
      return primary(tree.primary());
    }
    Term term;
    if (minuses > 0 && tree.primary() instanceof CspParser.NumberContext number) {
      term = constant(number.getStart(), true);
      minuses--;
    } else {
      term = term(primary(tree.primary()));
    }
    for (int i = 0; i < minuses; i++) {
      nest(tree);
      term = new Term.Negation(term);
    }
    return term;
  }

  private Expression primary(CspParser.PrimaryContext tree) {
    return switch (tree) {
      case CspParser.CallContext call -> functions.call(call);
      case CspParser.NameContext name -> name(name.getStart());
      case CspParser.NumberContext number -> constant(number.getStart(), false);
      case CspParser.TruthContext truth ->
          new Condition.Truth(truth.getStart().getText().equalsIgnoreCase("true"));
      case CspParser.GroupContext group -> expression(group.expression());
      case CspParser.MagnitudeContext magnitude -> new Term.Magnitude(term(sum(magnitude.sum())));
      default ->
          throw rejection(CspCode.TYPE, tree, "a list stands where a number or condition should");
    };
  }

  private Term constant(Token token, boolean negative) {
    String digits = token.getText();
    Optional<Integer> value = ValueList.number(negative ? "-" + digits : digits);
    return value
        .<Term>map(Term.Constant::new)
        .orElseThrow(
            () ->
                new Rejection(
                    CspCode.NUMBER_TOO_LARGE,
                    token.getStartIndex(),
                    token.getStopIndex() + 1,
                    "a number of more than nine digits"));
  }

  private Term name(Token token) {
    String written = token.getText();
    String name =
        token.getType() == CspParser.STRING && written.length() >= 2
            ? written.substring(1, written.length() - 1).strip()
            : written;
    name = name.replace('’', '\'');
    int start = token.getStartIndex();
    int end = token.getStopIndex() + 1;
    Optional<Vocabulary.Symbol> symbol = vocabulary.symbol(name);
    if (symbol.isEmpty()) {
      throw undeclared(name, start, end);
    }
    String right = symbol.get().name();
    return switch (symbol.get()) {
      case Vocabulary.Symbol.OfVariable(var variable) -> {
        if (!right.equals(name)) {
          repairs.note(
              CspCode.NAME_SPELLING,
              "'" + StatementParser.shown(name) + "' is declared as '" + right + "'",
              "write '" + right + "'",
              start,
              end,
              right);
        }
        yield new Term.Reference(variable.name());
      }
      case Vocabulary.Symbol.OfValue(var label, var value) -> {
        repairs.note(
            CspCode.NAMED_VALUE,
            "'" + StatementParser.shown(name) + "' is the value " + value,
            "write " + value,
            start,
            end,
            Integer.toString(value));
        yield new Term.Constant(value);
      }
    };
  }

  private Rejection undeclared(String name, int start, int end) {
    Optional<String> closest = vocabulary.closest(name);
    String message =
        "'" + StatementParser.shown(name) + "' is neither a variable nor a named value";
    return new Rejection(
        CspCode.UNDECLARED,
        start,
        end,
        closest.map(known -> message + "; did you mean '" + known + "'").orElse(message),
        closest.map(
            known ->
                Fix.suggested("write '" + known + "'", new Edit(source.span(start, end), known))));
  }

  private void nest(ParserRuleContext at) {
    if (++nested > MOST_NESTED) {
      throw rejection(CspCode.TOO_DEEP, at, "more than " + MOST_NESTED + " operators nest");
    }
  }

  List<ArgumentContext> arguments(CspParser.@Nullable ArgumentsContext tree) {
    return tree == null ? List.of() : tree.argument();
  }

  Rejection rejection(CspCode code, ParserRuleContext at, String message) {
    int start = at.getStart().getStartIndex();
    int end =
        Math.max(start, (at.getStop() == null ? at.getStart() : at.getStop()).getStopIndex() + 1);
    return new Rejection(code, start, end, message);
  }

  private Span span(ParserRuleContext at) {
    return source.span(at.getStart().getStartIndex(), at.getStop().getStopIndex() + 1);
  }

  private String text(ParserRuleContext at) {
    int start = at.getStart().getStartIndex();
    return StatementParser.shown(
        source.text().substring(start, Math.max(start, at.getStop().getStopIndex() + 1)));
  }
}
