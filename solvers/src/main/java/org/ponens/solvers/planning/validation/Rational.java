package org.ponens.solvers.planning.validation;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Optional;

/**
 * A number as plans compute with: exact, in lowest terms, of at most {@link #MAX_BITS} bits above
 * and below the line. Operations that leave these bounds, or divide by zero, have no result.
 *
 * @param denominator positive
 */
public record Rational(BigInteger numerator, BigInteger denominator)
    implements Comparable<Rational> {

  /** Bits of the longest numerator or denominator. */
  public static final int MAX_BITS = 4096;

  static final Rational ZERO = new Rational(BigInteger.ZERO, BigInteger.ONE);
  static final Rational ONE = new Rational(BigInteger.ONE, BigInteger.ONE);

  static Optional<Rational> of(BigDecimal number) {
    // A decimal's exponent may be huge where its text is short.
    if (Math.abs((long) number.scale()) > MAX_BITS) {
      return Optional.empty();
    }
    return number.scale() <= 0
        ? bounded(number.toBigInteger(), BigInteger.ONE)
        : reduced(number.unscaledValue(), BigInteger.TEN.pow(number.scale()));
  }

  private static Optional<Rational> reduced(BigInteger numerator, BigInteger denominator) {
    if (denominator.equals(BigInteger.ONE)) {
      return bounded(numerator, denominator);
    }
    BigInteger common = numerator.gcd(denominator);
    return denominator.signum() < 0
        ? bounded(numerator.divide(common).negate(), denominator.divide(common).negate())
        : bounded(numerator.divide(common), denominator.divide(common));
  }

  private static Optional<Rational> bounded(BigInteger numerator, BigInteger denominator) {
    return numerator.bitLength() > MAX_BITS || denominator.bitLength() > MAX_BITS
        ? Optional.empty()
        : Optional.of(new Rational(numerator, denominator));
  }

  private boolean isInteger() {
    return denominator.equals(BigInteger.ONE);
  }

  Optional<Rational> plus(Rational other) {
    return isInteger() && other.isInteger()
        ? bounded(numerator.add(other.numerator), BigInteger.ONE)
        : reduced(
            numerator.multiply(other.denominator).add(other.numerator.multiply(denominator)),
            denominator.multiply(other.denominator));
  }

  Optional<Rational> minus(Rational other) {
    return plus(other.negated());
  }

  Optional<Rational> times(Rational other) {
    return reduced(numerator.multiply(other.numerator), denominator.multiply(other.denominator));
  }

  Optional<Rational> dividedBy(Rational other) {
    return other.numerator.signum() == 0
        ? Optional.empty()
        : reduced(numerator.multiply(other.denominator), denominator.multiply(other.numerator));
  }

  Rational negated() {
    return new Rational(numerator.negate(), denominator);
  }

  @Override
  public int compareTo(Rational other) {
    return numerator.multiply(other.denominator).compareTo(other.numerator.multiply(denominator));
  }

  /** An integer, or a fraction: {@code 12}, {@code -7/2}. */
  @Override
  public String toString() {
    return isInteger() ? numerator.toString() : numerator + "/" + denominator;
  }
}
