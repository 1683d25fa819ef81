package org.ponens.grammar.fol;

import java.util.List;

/** A formula with a term for a free variable, whose own variables the formula must not bind. */
final class Replacement {

  private final String variable;
  private final Term replacement;

  private Replacement(String variable, Term replacement) {
    this.variable = variable;
    this.replacement = replacement;
  }

  static Formula of(Formula formula, String variable, Term replacement) {
    return new Replacement(variable, replacement).in(formula);
  }

  private Formula in(Formula formula) {
    return switch (formula) {
      case Formula.Truth t -> t;
      case Formula.Atom(var predicate, var arguments) ->
          new Formula.Atom(predicate, arguments.stream().map(this::in).toList());
      case Formula.Equality(var left, var right) -> new Formula.Equality(in(left), in(right));
      case Formula.Not(var operand) -> new Formula.Not(in(operand));
      case Formula.And(var operands) -> new Formula.And(all(operands));
      case Formula.Or(var operands) -> new Formula.Or(all(operands));
      case Formula.Xor(var left, var right) -> new Formula.Xor(in(left), in(right));
      case Formula.Implies(var left, var right) -> new Formula.Implies(in(left), in(right));
      case Formula.Iff(var left, var right) -> new Formula.Iff(in(left), in(right));
      case Formula.ForAll(var bound, var body) ->
          bound.name().equals(variable) ? formula : new Formula.ForAll(bound, in(body));
      case Formula.Exists(var bound, var body) ->
          bound.name().equals(variable) ? formula : new Formula.Exists(bound, in(body));
    };
  }

  private List<Formula> all(List<Formula> formulas) {
    return formulas.stream().map(this::in).toList();
  }

  private Term in(Term term) {
    return switch (term) {
      case Term.Variable(var name) -> name.equals(variable) ? replacement : term;
      case Term.Application(var function, var arguments) ->
          arguments.isEmpty()
              ? term
              : new Term.Application(function, arguments.stream().map(this::in).toList());
    };
  }
}
