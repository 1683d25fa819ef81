package org.ponens.solvers.satlm;

import org.ponens.grammar.satlm.Binding;
import org.ponens.grammar.satlm.Expression;
import org.ponens.grammar.satlm.Expressions;
import org.ponens.grammar.satlm.SatlmOption;
import org.ponens.grammar.satlm.SatlmProgram;

/** How large a ground program would be, before it is made. */
final class Size {

  /** The number of ground expressions that are attempted. */
  static final long LARGEST = 20_000_000;

  private Size() {}

  /** The number of ground expressions, or more than {@link #LARGEST}. */
  static long estimate(SatlmProgram program, Ranges ranges) {
    long size = 0;
    for (var constraint : program.constraints()) {
      size += estimate(constraint.formula(), ranges);
    }
    for (SatlmOption option : program.options()) {
      for (Expression formula : Expressions.formulas(option.query())) {
        size += estimate(formula, ranges);
      }
    }
    return size;
  }

  private static long estimate(Expression expression, Ranges ranges) {
    long size = 1;
    for (Expression part : Expressions.parts(expression)) {
      size = Math.min(LARGEST + 1, size + estimate(part, ranges));
    }
    for (Binding binding : Expressions.bindings(expression)) {
      size = Math.min(LARGEST + 1, size * Math.max(1, ranges.values(binding.sort()).length));
    }
    // Distinct compares every two.
    return expression instanceof Expression.DistinctOver
        ? Math.min(LARGEST + 1, size * Math.max(1, size / 2))
        : size;
  }
}
