package org.ponens.solvers.fol.clause;

import java.util.HashSet;
import java.util.Set;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Term;

/** The names that a problem uses for symbols, and fresh ones that clash with none of them. */
final class SymbolNames {

  private final Set<String> used = new HashSet<>();
  private int skolems;
  private int definitions;

  void collect(Formula formula) {
    switch (formula) {
      case Formula.Truth t -> {}
      case Formula.Atom(var predicate, var arguments) -> {
        used.add(predicate);
        arguments.forEach(this::collect);
      }
      case Formula.Equality(var left, var right) -> {
        collect(left);
        collect(right);
      }
      case Formula.Not(var operand) -> collect(operand);
      case Formula.And(var operands) -> operands.forEach(this::collect);
      case Formula.Or(var operands) -> operands.forEach(this::collect);
      case Formula.Xor(var left, var right) -> {
        collect(left);
        collect(right);
      }
      case Formula.Implies(var left, var right) -> {
        collect(left);
        collect(right);
      }
      case Formula.Iff(var left, var right) -> {
        collect(left);
        collect(right);
      }
      case Formula.ForAll(var variable, var body) -> collect(body);
      case Formula.Exists(var variable, var body) -> collect(body);
    }
  }

  private void collect(Term term) {
    switch (term) {
      case Term.Variable v -> {}
      case Term.Application(var function, var arguments) -> {
        used.add(function);
        arguments.forEach(this::collect);
      }
    }
  }

  String freshSkolem() {
    String name;
    do {
      name = "sk" + ++skolems;
    } while (!used.add(name));
    return name;
  }

  String freshDefinition() {
    String name;
    do {
      name = "def" + ++definitions;
    } while (!used.add(name));
    return name;
  }
}
