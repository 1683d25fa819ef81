package org.ponens.grammar.csp;

import java.util.List;

/** Prints expressions as Python has them, with the parentheses that are needed and no others. */
final class ExpressionPrinter {

  // How tightly the operators bind, as in Python.
  private static final int ANY = 0;
  private static final int OR = 1;
  private static final int AND = 2;
  private static final int NOT = 3;
  private static final int COMPARISON = 4;
  private static final int SUM = 5;
  private static final int PRODUCT = 6;
  private static final int SIGNED = 7;

  private final StringBuilder out = new StringBuilder();

  private ExpressionPrinter() {}

  static String print(Expression expression) {
    ExpressionPrinter printer = new ExpressionPrinter();
    switch (expression) {
      case Condition condition -> printer.condition(condition, ANY);
      case Term term -> printer.term(term, ANY);
    }
    return printer.out.toString();
  }

  private void condition(Condition condition, int least) {
    int binds = strength(condition);
    if (binds < least) {
      out.append('(');
    }
    switch (condition) {
      case Condition.Truth(var value) -> out.append(value ? "True" : "False");
      case Condition.Comparison(var left, var relation, var right) -> {
        term(left, SUM);
        out.append(' ').append(relation.symbol()).append(' ');
        term(right, SUM);
      }
      case Condition.Membership membership -> membership(membership, " in ");
      case Condition.Not(Condition.Membership membership) -> membership(membership, " not in ");
      case Condition.Not(var negated) -> {
        out.append("not ");
        condition(negated, NOT);
      }
      case Condition.And(var conditions) -> joined(conditions, " and ", NOT);
      case Condition.Or(var conditions) -> joined(conditions, " or ", AND);
      case Condition.Implies(var premise, var conclusion) -> call("Implies", premise, conclusion);
      case Condition.Iff(var left, var right) -> call("Iff", left, right);
      case Condition.Xor(var left, var right) -> call("Xor", left, right);
      case Condition.AllDifferent(var terms) -> call("AllDifferentConstraint([", terms, "])");
      case Condition.AllEqual(var terms) -> call("AllEqualConstraint([", terms, "])");
    }
    if (binds < least) {
      out.append(')');
    }
  }

  private static int strength(Condition condition) {
    return switch (condition) {
      case Condition.Or or -> OR;
      case Condition.And and -> AND;
      case Condition.Not(Condition.Membership membership) -> COMPARISON;
      case Condition.Not not -> NOT;
      case Condition.Comparison comparison -> COMPARISON;
      case Condition.Membership membership -> COMPARISON;
      case Condition.Truth truth -> SIGNED;
      case Condition.Implies implies -> SIGNED;
      case Condition.Iff iff -> SIGNED;
      case Condition.Xor xor -> SIGNED;
      case Condition.AllDifferent different -> SIGNED;
      case Condition.AllEqual equal -> SIGNED;
    };
  }

  private void membership(Condition.Membership membership, String infix) {
    term(membership.term(), SUM);
    out.append(infix);
    call("[", membership.elements(), "]");
  }

  private void joined(List<Condition> conditions, String infix, int least) {
    for (int i = 0; i < conditions.size(); i++) {
      out.append(i == 0 ? "" : infix);
      condition(conditions.get(i), least);
    }
  }

  private void call(String name, Condition first, Condition second) {
    out.append(name).append('(');
    condition(first, ANY);
    out.append(", ");
    condition(second, ANY);
    out.append(')');
  }

  private void call(String opening, List<Term> terms, String closing) {
    out.append(opening);
    for (int i = 0; i < terms.size(); i++) {
      out.append(i == 0 ? "" : ", ");
      term(terms.get(i), SUM);
    }
    out.append(closing);
  }

  private void term(Term term, int least) {
    int binds = strength(term);
    if (binds < least) {
      out.append('(');
    }
    switch (term) {
      case Term.Reference(var variable) -> out.append(Identifiers.spelled(variable));
      case Term.Constant(var value) -> out.append(value);
      case Term.Sum(var terms) -> sum(terms);
      case Term.Product(var factors) -> product(factors);
      case Term.Quotient(var dividend, var divisor) -> division(dividend, " // ", divisor);
      case Term.Remainder(var dividend, var divisor) -> division(dividend, " % ", divisor);
      case Term.Negation(var negated) -> {
        out.append('-');
        negated(negated, SIGNED);
      }
      case Term.Magnitude(var of) -> call("abs(", List.of(of), ")");
      case Term.Minimum(var terms) -> call("min(", terms, ")");
      case Term.Maximum(var terms) -> call("max(", terms, ")");
      case Term.Indicator(var condition) -> {
        out.append("int(");
        condition(condition, ANY);
        out.append(')');
      }
    }
    if (binds < least) {
      out.append(')');
    }
  }

  private static int strength(Term term) {
    return switch (term) {
      case Term.Sum sum -> SUM;
      case Term.Product product -> PRODUCT;
      case Term.Quotient quotient -> PRODUCT;
      case Term.Remainder remainder -> PRODUCT;
      case Term.Reference reference -> SIGNED;
      case Term.Constant constant -> SIGNED;
      case Term.Negation negation -> SIGNED;
      case Term.Magnitude magnitude -> SIGNED;
      case Term.Minimum minimum -> SIGNED;
      case Term.Maximum maximum -> SIGNED;
      case Term.Indicator indicator -> SIGNED;
    };
  }

  private void sum(List<Term> terms) {
    term(terms.getFirst(), PRODUCT);
    for (Term term : terms.subList(1, terms.size())) {
      switch (term) {
        case Term.Negation(var negated) -> {
          out.append(" - ");
          negated(negated, PRODUCT);
        }
        case Term.Constant(var value) when value < 0 -> out.append(" - ").append(-(long) value);
        default -> {
          out.append(" + ");
          term(term, PRODUCT);
        }
      }
    }
  }

  /** What stands behind a minus sign: a bare number there would be a negative number. */
  private void negated(Term term, int least) {
    if (term instanceof Term.Constant(var value) && value >= 0) {
      out.append('(').append(value).append(')');
    } else {
      term(term, least);
    }
  }

  private void product(List<Term> factors) {
    // A product goes on where a division ends; a product that begins another one is bracketed.
    boolean division =
        factors.getFirst() instanceof Term.Quotient || factors.getFirst() instanceof Term.Remainder;
    term(factors.getFirst(), division ? PRODUCT : SIGNED);
    for (Term factor : factors.subList(1, factors.size())) {
      out.append(" * ");
      term(factor, SIGNED);
    }
  }

  private void division(Term dividend, String infix, Term divisor) {
    term(dividend, PRODUCT);
    out.append(infix);
    term(divisor, SIGNED);
  }
}
