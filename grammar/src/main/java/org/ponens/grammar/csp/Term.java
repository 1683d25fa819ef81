package org.ponens.grammar.csp;

import java.util.List;
import java.util.Objects;

/**
 * A number: arithmetic over unbounded integers. Division is Python's floor division, and the
 * remainder has the divisor's sign; by zero both are undefined, and so is every term they stand in.
 */
public sealed interface Term extends Expression {

  /** The value of a declared variable. */
  record Reference(String variable) implements Term {
    public Reference {
      Objects.requireNonNull(variable);
    }
  }

  /** A number as such; a domain's label stands for one. */
  record Constant(int value) implements Term {}

  /** The sum of two terms or more; a difference is a sum with a negated term. */
  record Sum(List<Term> terms) implements Term {
    public Sum {
      terms = several(terms);
    }
  }

  /** The product of two terms or more. */
  record Product(List<Term> factors) implements Term {
    public Product {
      factors = several(factors);
    }
  }

  /** The quotient, rounded down. */
  record Quotient(Term dividend, Term divisor) implements Term {
    public Quotient {
      Objects.requireNonNull(dividend);
      Objects.requireNonNull(divisor);
    }
  }

  /** What is left over by {@link Quotient}. */
  record Remainder(Term dividend, Term divisor) implements Term {
    public Remainder {
      Objects.requireNonNull(dividend);
      Objects.requireNonNull(divisor);
    }
  }

  record Negation(Term term) implements Term {
    public Negation {
      Objects.requireNonNull(term);
    }
  }

  record Magnitude(Term term) implements Term {
    public Magnitude {
      Objects.requireNonNull(term);
    }
  }

  /** The least of one term or more. */
  record Minimum(List<Term> terms) implements Term {
    public Minimum {
      terms = some(terms);
    }
  }

  /** The greatest of one term or more. */
  record Maximum(List<Term> terms) implements Term {
    public Maximum {
      terms = some(terms);
    }
  }

  /**
   * 1 where the condition is true, 0 where it is false: Python's numbers behind its truth values.
   */
  record Indicator(Condition condition) implements Term {
    public Indicator {
      Objects.requireNonNull(condition);
    }
  }

  private static List<Term> some(List<Term> terms) {
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("of no terms there is no least and no greatest");
    }
    return List.copyOf(terms);
  }

  private static List<Term> several(List<Term> terms) {
    if (terms.size() < 2) {
      throw new IllegalArgumentException("a sum and a product are of two terms or more: " + terms);
    }
    return List.copyOf(terms);
  }
}
