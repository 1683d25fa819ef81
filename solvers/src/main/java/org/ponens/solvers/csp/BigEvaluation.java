package org.ponens.solvers.csp;

import java.math.BigInteger;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.csp.Relation;
import org.ponens.grammar.csp.Term;

/** Evaluates terms in unbounded integers: slow, and never wrong. */
final class BigEvaluation {

  private final Evaluation conditions;

  BigEvaluation(Evaluation conditions) {
    this.conditions = conditions;
  }

  boolean compare(Term left, Relation relation, Term right, int[] values) {
    Optional<BigInteger> a = value(left, values);
    Optional<BigInteger> b = value(right, values);
    return a.isPresent() && b.isPresent() && relation.holds(a.get().compareTo(b.get()));
  }

  boolean different(List<Term> terms, int[] values) {
    Set<BigInteger> seen = new HashSet<>();
    for (Term term : terms) {
      Optional<BigInteger> value = value(term, values);
      if (value.isEmpty() || !seen.add(value.get())) {
        return false;
      }
    }
    return true;
  }

  /** A term's value; empty where a divisor is zero. */
  private Optional<BigInteger> value(Term term, int[] values) {
    return switch (term) {
      case Term.Constant(var value) -> Optional.of(BigInteger.valueOf(value));
      case Term.Reference(var variable) ->
          Optional.of(BigInteger.valueOf(values[conditions.index(variable)]));
      case Term.Sum(var terms) -> fold(terms, values, Fold.SUM);
      case Term.Product(var factors) -> fold(factors, values, Fold.PRODUCT);
      case Term.Minimum(var terms) -> fold(terms, values, Fold.MINIMUM);
      case Term.Maximum(var terms) -> fold(terms, values, Fold.MAXIMUM);
      case Term.Quotient(var dividend, var divisor) -> division(dividend, divisor, values, true);
      case Term.Remainder(var dividend, var divisor) -> division(dividend, divisor, values, false);
      case Term.Negation(var negated) -> value(negated, values).map(BigInteger::negate);
      case Term.Magnitude(var of) -> value(of, values).map(BigInteger::abs);
      case Term.Indicator(var condition) ->
          Optional.of(
              conditions.compile(condition).holds(values) ? BigInteger.ONE : BigInteger.ZERO);
    };
  }

  private enum Fold {
    SUM,
    PRODUCT,
    MINIMUM,
    MAXIMUM
  }

  private Optional<BigInteger> fold(List<Term> terms, int[] values, Fold fold) {
    Optional<BigInteger> result = value(terms.getFirst(), values);
    for (Term term : terms.subList(1, terms.size())) {
      Optional<BigInteger> next = value(term, values);
      if (result.isEmpty() || next.isEmpty()) {
        return Optional.empty();
      }
      BigInteger a = result.get();
      BigInteger b = next.get();
      result =
          Optional.of(
              switch (fold) {
                case SUM -> a.add(b);
                case PRODUCT -> a.multiply(b);
                case MINIMUM -> a.min(b);
                case MAXIMUM -> a.max(b);
              });
    }
    return result;
  }

  private Optional<BigInteger> division(
      Term dividend, Term divisor, int[] values, boolean quotient) {
    Optional<BigInteger> a = value(dividend, values);
    Optional<BigInteger> b = value(divisor, values);
    if (a.isEmpty() || b.isEmpty() || b.get().signum() == 0) {
      return Optional.empty();
    }
    BigInteger[] parts = a.get().divideAndRemainder(b.get());
    // Java rounds to zero, Python down: they differ where the remainder's sign is not the
    // divisor's.
    boolean down = parts[1].signum() != 0 && parts[1].signum() != b.get().signum();
    if (quotient) {
      return Optional.of(down ? parts[0].subtract(BigInteger.ONE) : parts[0]);
    }
    return Optional.of(down ? parts[1].add(b.get()) : parts[1]);
  }
}
