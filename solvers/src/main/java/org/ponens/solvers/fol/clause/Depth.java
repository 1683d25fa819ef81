package org.ponens.solvers.fol.clause;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Term;

/** Whether recursion over a formula fits a thread's stack; found without recursion. */
final class Depth {

  private record Deep(Object node, int depth) {}

  private Depth() {}

  static boolean isBounded(Formula formula) {
    Deque<Deep> open = new ArrayDeque<>();
    open.push(new Deep(formula, 0));
    while (!open.isEmpty()) {
      Deep next = open.pop();
      if (next.depth() > Clausifier.MAX_DEPTH) {
        return false;
      }
      for (Object child :
          next.node() instanceof Formula f ? children(f) : termChildren(next.node())) {
        open.push(new Deep(child, next.depth() + 1));
      }
    }
    return true;
  }

  private static List<?> children(Formula formula) {
    return switch (formula) {
      case Formula.Truth t -> List.of();
      case Formula.Atom(var predicate, var arguments) -> arguments;
      case Formula.Equality(var left, var right) -> List.of(left, right);
      case Formula.Not(var operand) -> List.of(operand);
      case Formula.And(var operands) -> operands;
      case Formula.Or(var operands) -> operands;
      case Formula.Xor(var left, var right) -> List.of(left, right);
      case Formula.Implies(var left, var right) -> List.of(left, right);
      case Formula.Iff(var left, var right) -> List.of(left, right);
      case Formula.ForAll(var variable, var body) -> List.of(body);
      case Formula.Exists(var variable, var body) -> List.of(body);
    };
  }

  private static List<?> termChildren(Object term) {
    return term instanceof Term.Application(var function, var arguments) ? arguments : List.of();
  }
}
