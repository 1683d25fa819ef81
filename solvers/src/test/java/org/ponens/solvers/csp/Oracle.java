package org.ponens.solvers.csp;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ponens.grammar.csp.Condition;
import org.ponens.grammar.csp.Term;

/** The meaning of conditions, word for word from their definitions. */
final class Oracle {

  private Oracle() {}

  static boolean holds(Condition condition, Map<String, Integer> values) {
    return switch (condition) {
      case Condition.Truth(var value) -> value;
      case Condition.Comparison(var left, var relation, var right) -> {
        Optional<BigInteger> a = value(left, values);
        Optional<BigInteger> b = value(right, values);
        yield a.isPresent() && b.isPresent() && relation.holds(a.get().compareTo(b.get()));
      }
      case Condition.Membership(var term, var elements) -> {
        Optional<BigInteger> value = value(term, values);
        yield value.isPresent() && elements.stream().anyMatch(e -> value(e, values).equals(value));
      }
      case Condition.AllDifferent(var terms) -> {
        List<Optional<BigInteger>> all = terms.stream().map(t -> value(t, values)).toList();
        yield all.stream().allMatch(Optional::isPresent)
            && all.stream().distinct().count() == all.size();
      }
      case Condition.AllEqual(var terms) -> {
        List<Optional<BigInteger>> all = terms.stream().map(t -> value(t, values)).toList();
        yield all.stream().allMatch(Optional::isPresent) && all.stream().distinct().count() == 1;
      }
      case Condition.Not(var negated) -> !holds(negated, values);
      case Condition.And(var conditions) -> conditions.stream().allMatch(c -> holds(c, values));
      case Condition.Or(var conditions) -> conditions.stream().anyMatch(c -> holds(c, values));
      case Condition.Implies(var premise, var conclusion) ->
          !holds(premise, values) || holds(conclusion, values);
      case Condition.Iff(var left, var right) -> holds(left, values) == holds(right, values);
      case Condition.Xor(var left, var right) -> holds(left, values) != holds(right, values);
    };
  }

  private static Optional<BigInteger> value(Term term, Map<String, Integer> values) {
    return switch (term) {
      case Term.Constant(var value) -> Optional.of(BigInteger.valueOf(value));
      case Term.Reference(var variable) ->
          Optional.ofNullable(values.get(variable)).map(v -> BigInteger.valueOf(v));
      case Term.Sum(var terms) -> fold(terms, values, BigInteger::add);
      case Term.Product(var factors) -> fold(factors, values, BigInteger::multiply);
      case Term.Minimum(var terms) -> fold(terms, values, BigInteger::min);
      case Term.Maximum(var terms) -> fold(terms, values, BigInteger::max);
      case Term.Negation(var negated) -> value(negated, values).map(BigInteger::negate);
      case Term.Magnitude(var of) -> value(of, values).map(BigInteger::abs);
      case Term.Quotient(var dividend, var divisor) ->
          value(dividend, values)
              .flatMap(
                  a -> value(divisor, values).filter(b -> b.signum() != 0).map(b -> floor(a, b)));
      case Term.Remainder(var dividend, var divisor) ->
          value(dividend, values)
              .flatMap(
                  a ->
                      value(divisor, values)
                          .filter(b -> b.signum() != 0)
                          .map(b -> a.subtract(b.multiply(floor(a, b)))));
      case Term.Indicator(var condition) ->
          Optional.of(holds(condition, values) ? BigInteger.ONE : BigInteger.ZERO);
    };
  }

  /** The greatest integer that is no more than the quotient. */
  private static BigInteger floor(BigInteger a, BigInteger b) {
    BigInteger quotient = a.abs().divide(b.abs());
    boolean exact = a.abs().remainder(b.abs()).signum() == 0;
    if (a.signum() * b.signum() >= 0) {
      return quotient;
    }
    return exact ? quotient.negate() : quotient.negate().subtract(BigInteger.ONE);
  }

  private static Optional<BigInteger> fold(
      List<Term> terms,
      Map<String, Integer> values,
      java.util.function.BinaryOperator<BigInteger> operator) {
    Optional<BigInteger> result = value(terms.getFirst(), values);
    for (Term term : terms.subList(1, terms.size())) {
      Optional<BigInteger> next = value(term, values);
      result = result.flatMap(a -> next.map(b -> operator.apply(a, b)));
    }
    return result;
  }
}
