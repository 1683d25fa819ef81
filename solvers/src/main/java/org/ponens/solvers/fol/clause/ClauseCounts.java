package org.ponens.solvers.fol.clause;

import java.util.IdentityHashMap;
import java.util.List;
import org.ponens.grammar.fol.Formula;

/**
 * How many clauses distribution would make of a formula and of its negation (the functions p and p̄
 * of Nonnengart and Weidenbach 2001), up to a bound because they grow exponentially.
 */
final class ClauseCounts {

  private record Count(double positive, double negative) {
    Count negated() {
      return new Count(/* positive= */ negative, /* negative= */ positive);
    }
  }

  /** More need not be told apart. */
  static final double MANY = 1e9;

  private static final Count ONE = new Count(1, 1);

  private final IdentityHashMap<Formula, Count> counts = new IdentityHashMap<>();

  double of(Formula formula, boolean positive) {
    Count count = count(formula);
    return positive ? count.positive() : count.negative();
  }

  private Count count(Formula formula) {
    return switch (formula) {
      case Formula.Atom a -> ONE;
      case Formula.Equality e -> ONE;
      case Formula.Truth(var value) -> value ? new Count(0, 1) : new Count(1, 0);
      case Formula.Not(var operand) -> count(operand).negated();
      case Formula.ForAll(var variable, var body) -> count(body);
      case Formula.Exists(var variable, var body) -> count(body);
      case Formula.And a -> memoized(a);
      case Formula.Or o -> memoized(o);
      case Formula.Implies i -> memoized(i);
      case Formula.Iff i -> memoized(i);
      case Formula.Xor x -> memoized(x);
    };
  }

  private Count memoized(Formula formula) {
    Count known = counts.get(formula);
    if (known == null) {
      Count count = compute(formula);
      known = new Count(Math.min(MANY, count.positive()), Math.min(MANY, count.negative()));
      counts.put(formula, known);
    }
    return known;
  }

  private Count compute(Formula formula) {
    return switch (formula) {
      case Formula.And(var operands) -> new Count(sum(operands, true), product(operands, false));
      case Formula.Or(var operands) -> new Count(product(operands, true), sum(operands, false));
      case Formula.Implies(var antecedent, var consequent) -> {
        Count a = count(antecedent);
        Count b = count(consequent);
        yield new Count(a.negative() * b.positive(), a.positive() + b.negative());
      }
      case Formula.Iff(var left, var right) -> equivalence(count(left), count(right));
      case Formula.Xor(var left, var right) -> equivalence(count(left), count(right).negated());
      default -> throw new AssertionError("only connectives of two or more operands are counted");
    };
  }

  private static Count equivalence(Count a, Count b) {
    return new Count(
        a.negative() * b.positive() + a.positive() * b.negative(),
        a.positive() * b.positive() + a.negative() * b.negative());
  }

  private double sum(List<Formula> operands, boolean positive) {
    double sum = 0;
    for (Formula operand : operands) {
      sum += of(operand, positive);
    }
    return sum;
  }

  private double product(List<Formula> operands, boolean positive) {
    double product = 1;
    for (Formula operand : operands) {
      product *= of(operand, positive);
    }
    return product;
  }
}
