package org.ponens.grammar.fol;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/** Functions of formulas that readers and solvers share. */
public final class Formulas {

  private Formulas() {}

  /** The names of the free variables, in the order of their first occurrence. */
  public static SequencedSet<String> freeVariables(Formula formula) {
    SequencedSet<String> free = new LinkedHashSet<>();
    collect(formula, new LinkedHashSet<>(), free);
    return free;
  }

  private static void collect(
      Formula formula, SequencedSet<String> bound, SequencedSet<String> free) {
    switch (formula) {
      case Formula.Truth t -> {}
      case Formula.Atom(var predicate, var arguments) -> collectTerms(arguments, bound, free);
      case Formula.Equality(var left, var right) -> {
        collect(left, bound, free);
        collect(right, bound, free);
      }
      case Formula.Not(var operand) -> collect(operand, bound, free);
      case Formula.And(var operands) -> collect(operands, bound, free);
      case Formula.Or(var operands) -> collect(operands, bound, free);
      case Formula.Xor(var left, var right) -> {
        collect(left, bound, free);
        collect(right, bound, free);
      }
      case Formula.Implies(var left, var right) -> {
        collect(left, bound, free);
        collect(right, bound, free);
      }
      case Formula.Iff(var left, var right) -> {
        collect(left, bound, free);
        collect(right, bound, free);
      }
      case Formula.ForAll(var variable, var body) -> collectBound(variable, body, bound, free);
      case Formula.Exists(var variable, var body) -> collectBound(variable, body, bound, free);
    }
  }

  private static void collect(
      List<Formula> formulas, SequencedSet<String> bound, SequencedSet<String> free) {
    for (Formula formula : formulas) {
      collect(formula, bound, free);
    }
  }

  private static void collectTerms(
      List<Term> terms, SequencedSet<String> bound, SequencedSet<String> free) {
    for (Term term : terms) {
      collect(term, bound, free);
    }
  }

  private static void collectBound(
      Term.Variable variable, Formula body, SequencedSet<String> bound, SequencedSet<String> free) {
    boolean added = bound.add(variable.name());
    collect(body, bound, free);
    if (added) {
      bound.remove(variable.name());
    }
  }

  private static void collect(Term term, SequencedSet<String> bound, SequencedSet<String> free) {
    switch (term) {
      case Term.Variable(var name) -> {
        if (!bound.contains(name)) {
          free.add(name);
        }
      }
      case Term.Application(var function, var arguments) -> collectTerms(arguments, bound, free);
    }
  }
}
