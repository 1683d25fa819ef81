package org.ponens.solvers.fol;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Term;

/**
 * The symbols of formulas, in the order of their first occurrence. Equality is none of them.
 *
 * @param functions with the constants
 */
record Signature(SequencedSet<Symbol> predicates, SequencedSet<Symbol> functions) {

  static Signature of(Collection<Formula> formulas) {
    Signature signature = new Signature(new LinkedHashSet<>(), new LinkedHashSet<>());
    formulas.forEach(signature::add);
    return signature;
  }

  private void add(Formula formula) {
    switch (formula) {
      case Formula.Truth t -> {}
      case Formula.Atom(var predicate, var arguments) -> {
        predicates.add(new Symbol(predicate, arguments.size()));
        arguments.forEach(this::add);
      }
      case Formula.Equality(var left, var right) -> {
        add(left);
        add(right);
      }
      case Formula.Not(var operand) -> add(operand);
      case Formula.And(var operands) -> operands.forEach(this::add);
      case Formula.Or(var operands) -> operands.forEach(this::add);
      case Formula.Xor(var left, var right) -> {
        add(left);
        add(right);
      }
      case Formula.Implies(var left, var right) -> {
        add(left);
        add(right);
      }
      case Formula.Iff(var left, var right) -> {
        add(left);
        add(right);
      }
      case Formula.ForAll(var variable, var body) -> add(body);
      case Formula.Exists(var variable, var body) -> add(body);
    }
  }

  private void add(Term term) {
    switch (term) {
      case Term.Variable v -> {}
      case Term.Application(var function, var arguments) -> {
        functions.add(new Symbol(function, arguments.size()));
        arguments.forEach(this::add);
      }
    }
  }
}
