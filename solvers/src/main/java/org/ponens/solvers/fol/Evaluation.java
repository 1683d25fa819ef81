package org.ponens.solvers.fol;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Formulas;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.Meter;

/** Tarski's truth definition over a finite structure. */
final class Evaluation {

  private final Structure structure;
  private final Optional<Meter> meter;
  private final Map<String, Integer> scope = new HashMap<>();
  private final Map<Symbol, Set<List<Integer>>> relations = new HashMap<>();
  private boolean exhausted;

  Evaluation(Structure structure, Optional<Meter> meter) {
    this.structure = structure;
    this.meter = meter;
  }

  /** Whether the budget was spent; then the last result means nothing. */
  boolean exhausted() {
    return exhausted;
  }

  boolean of(Formula formula) {
    Formula closed = formula;
    for (String variable : Formulas.freeVariables(formula)) {
      closed = new Formula.ForAll(Term.variable(variable), closed);
    }
    return holds(closed);
  }

  private boolean holds(Formula formula) {
    return switch (formula) {
      case Formula.Truth(var value) -> value;
      case Formula.Atom(var predicate, var arguments) -> atom(predicate, arguments);
      case Formula.Equality(var left, var right) -> value(left) == value(right);
      case Formula.Not(var operand) -> !holds(operand);
      case Formula.And(var operands) -> all(operands);
      case Formula.Or(var operands) -> any(operands);
      case Formula.Xor(var left, var right) -> holds(left) != holds(right);
      case Formula.Implies(var left, var right) -> !holds(left) || holds(right);
      case Formula.Iff(var left, var right) -> holds(left) == holds(right);
      case Formula.ForAll(var variable, var body) -> !someValue(variable.name(), body, false);
      case Formula.Exists(var variable, var body) -> someValue(variable.name(), body, true);
    };
  }

  private boolean all(List<Formula> operands) {
    for (Formula operand : operands) {
      if (!holds(operand)) {
        return false;
      }
    }
    return true;
  }

  private boolean any(List<Formula> operands) {
    for (Formula operand : operands) {
      if (holds(operand)) {
        return true;
      }
    }
    return false;
  }

  /** Whether some element gives the body this truth value. */
  private boolean someValue(String variable, Formula body, boolean wanted) {
    Integer hidden = scope.get(variable);
    boolean found = false;
    for (int element = 0; element < structure.size() && !found; element++) {
      if (exhausted || (meter.isPresent() && !meter.get().step())) {
        exhausted = true;
        break;
      }
      scope.put(variable, element);
      found = holds(body) == wanted;
    }
    if (hidden == null) {
      scope.remove(variable);
    } else {
      scope.put(variable, hidden);
    }
    return found;
  }

  private boolean atom(String predicate, List<Term> arguments) {
    Symbol symbol = new Symbol(predicate, arguments.size());
    Set<List<Integer>> tuples = relations.computeIfAbsent(symbol, structure::tuples);
    if (tuples.isEmpty()) {
      return false;
    }
    Integer[] values = new Integer[arguments.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(arguments.get(i));
    }
    return tuples.contains(Arrays.asList(values));
  }

  private int value(Term term) {
    return switch (term) {
      case Term.Variable(var name) -> scope.getOrDefault(name, 0);
      case Term.Application(var function, var arguments) -> {
        int[] values = new int[arguments.size()];
        for (int i = 0; i < values.length; i++) {
          values[i] = value(arguments.get(i));
        }
        yield structure.value(function, values);
      }
    };
  }
}
