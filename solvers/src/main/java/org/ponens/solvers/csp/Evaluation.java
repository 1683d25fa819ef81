package org.ponens.solvers.csp;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.ponens.grammar.csp.Condition;
import org.ponens.grammar.csp.Relation;
import org.ponens.grammar.csp.Term;

/**
 * Compiles conditions to tests of an assignment. Arithmetic is in 64 bits where the values of the
 * domains show that this suffices, and else in {@link BigEvaluation}'s unbounded integers.
 */
final class Evaluation {

  /** A compiled condition. */
  interface Test {
    boolean holds(int[] values);
  }

  /** A compiled term; {@link #UNDEFINED} where a divisor is zero. */
  private interface Value {
    long of(int[] values);
  }

  /** No term has this value: those that might are evaluated otherwise. */
  private static final long UNDEFINED = Long.MIN_VALUE;

  private static final double LARGEST = 0x1p62;

  private final Map<String, Integer> indices;
  private final int[][] domains;

  /**
   * @param indices each variable's index in an assignment
   * @param domains each variable's values
   */
  Evaluation(Map<String, Integer> indices, int[][] domains) {
    this.indices = indices;
    this.domains = domains;
  }

  /** A variable's index in an assignment. */
  int index(String variable) {
    Integer index = indices.get(variable);
    if (index == null) {
      throw new IllegalArgumentException("the program has no variable " + variable);
    }
    return index;
  }

  Test compile(Condition condition) {
    return switch (condition) {
      case Condition.Truth(var value) -> values -> value;
      case Condition.Comparison(var left, var relation, var right) ->
          compare(left, relation, right);
      case Condition.Membership(var term, var elements) -> {
        List<Test> each = new ArrayList<>();
        elements.forEach(element -> each.add(compare(term, Relation.EQUAL, element)));
        yield any(each);
      }
      case Condition.AllDifferent(var terms) -> different(terms);
      case Condition.AllEqual(var terms) -> {
        List<Test> each = new ArrayList<>();
        // A term equals itself unless it is undefined.
        terms.forEach(term -> each.add(compare(terms.getFirst(), Relation.EQUAL, term)));
        yield all(each);
      }
      case Condition.Not(var negated) -> {
        Test test = compile(negated);
        yield values -> !test.holds(values);
      }
      case Condition.And(var conditions) -> all(conditions.stream().map(this::compile).toList());
      case Condition.Or(var conditions) -> any(conditions.stream().map(this::compile).toList());
      case Condition.Implies(var premise, var conclusion) -> {
        Test first = compile(premise);
        Test second = compile(conclusion);
        yield values -> !first.holds(values) || second.holds(values);
      }
      case Condition.Iff(var left, var right) -> {
        Test first = compile(left);
        Test second = compile(right);
        yield values -> first.holds(values) == second.holds(values);
      }
      case Condition.Xor(var left, var right) -> {
        Test first = compile(left);
        Test second = compile(right);
        yield values -> first.holds(values) != second.holds(values);
      }
    };
  }

  private static Test all(List<Test> tests) {
    Test[] each = tests.toArray(Test[]::new);
    return values -> {
      for (Test test : each) {
        if (!test.holds(values)) {
          return false;
        }
      }
      return true;
    };
  }

  private static Test any(List<Test> tests) {
    Test[] each = tests.toArray(Test[]::new);
    return values -> {
      for (Test test : each) {
        if (test.holds(values)) {
          return true;
        }
      }
      return false;
    };
  }

  private Test compare(Term left, Relation relation, Term right) {
    if (bound(left) >= LARGEST || bound(right) >= LARGEST) {
      BigEvaluation exact = new BigEvaluation(this);
      return values -> exact.compare(left, relation, right, values);
    }
    Value first = value(left);
    Value second = value(right);
    return values -> {
      long a = first.of(values);
      long b = second.of(values);
      return a != UNDEFINED && b != UNDEFINED && relation.holds(Long.compare(a, b));
    };
  }

  private Test different(List<Term> terms) {
    if (terms.stream().anyMatch(term -> bound(term) >= LARGEST)) {
      BigEvaluation exact = new BigEvaluation(this);
      return values -> exact.different(terms, values);
    }
    Value[] each = terms.stream().map(this::value).toArray(Value[]::new);
    return values -> {
      Set<Long> seen = new HashSet<>();
      for (Value value : each) {
        long number = value.of(values);
        if (number == UNDEFINED || !seen.add(number)) {
          return false;
        }
      }
      return true;
    };
  }

  private Value value(Term term) {
    return switch (term) {
      case Term.Constant(var constant) -> values -> constant;
      case Term.Reference(var variable) -> {
        int index = index(variable);
        yield values -> values[index];
      }
      case Term.Sum(var terms) -> {
        Value[] each = each(terms);
        yield values -> {
          long sum = 0;
          for (Value value : each) {
            long summand = value.of(values);
            if (summand == UNDEFINED) {
              return UNDEFINED;
            }
            sum += summand;
          }
          return sum;
        };
      }
      case Term.Product(var factors) -> {
        Value[] each = each(factors);
        yield values -> {
          long product = 1;
          for (Value value : each) {
            long factor = value.of(values);
            if (factor == UNDEFINED) {
              return UNDEFINED;
            }
            product *= factor;
          }
          return product;
        };
      }
      case Term.Quotient(var dividend, var divisor) -> division(dividend, divisor, true);
      case Term.Remainder(var dividend, var divisor) -> division(dividend, divisor, false);
      case Term.Negation(var negated) -> {
        Value value = value(negated);
        // UNDEFINED is its own negation.
        yield values -> -value.of(values);
      }
      case Term.Magnitude(var of) -> {
        Value value = value(of);
        // UNDEFINED is its own magnitude.
        yield values -> Math.abs(value.of(values));
      }
      case Term.Minimum(var terms) -> extreme(terms, true);
      case Term.Maximum(var terms) -> extreme(terms, false);
      case Term.Indicator(var condition) -> {
        Test test = compile(condition);
        yield values -> test.holds(values) ? 1 : 0;
      }
    };
  }

  private Value[] each(List<Term> terms) {
    return terms.stream().map(this::value).toArray(Value[]::new);
  }

  private Value division(Term dividend, Term divisor, boolean quotient) {
    Value first = value(dividend);
    Value second = value(divisor);
    return values -> {
      long a = first.of(values);
      long b = second.of(values);
      if (a == UNDEFINED || b == UNDEFINED || b == 0) {
        return UNDEFINED;
      }
      return quotient ? Math.floorDiv(a, b) : Math.floorMod(a, b);
    };
  }

  private Value extreme(List<Term> terms, boolean least) {
    Value[] each = each(terms);
    return values -> {
      long found = each[0].of(values);
      for (Value value : each) {
        long number = value.of(values);
        if (number == UNDEFINED) {
          return UNDEFINED;
        }
        found = least ? Math.min(found, number) : Math.max(found, number);
      }
      return found;
    };
  }

  /** What no value in a term's evaluation exceeds in magnitude. */
  private double bound(Term term) {
    return switch (term) {
      case Term.Constant(var value) -> Math.abs((double) value);
      case Term.Reference(var variable) -> {
        int[] domain = domains[index(variable)];
        yield Math.max(Math.abs((double) domain[0]), Math.abs((double) domain[domain.length - 1]));
      }
      case Term.Sum(var terms) -> terms.stream().mapToDouble(this::bound).sum();
      // A factor of zero must not hide the size of what it is multiplied with before.
      case Term.Product(var factors) ->
          factors.stream().mapToDouble(f -> Math.max(1, bound(f))).reduce(1, (a, b) -> a * b);
      case Term.Quotient(var dividend, var divisor) -> Math.max(bound(dividend), bound(divisor));
      case Term.Remainder(var dividend, var divisor) -> Math.max(bound(dividend), bound(divisor));
      case Term.Negation(var negated) -> bound(negated);
      case Term.Magnitude(var of) -> bound(of);
      case Term.Minimum(var terms) -> terms.stream().mapToDouble(this::bound).max().orElse(0);
      case Term.Maximum(var terms) -> terms.stream().mapToDouble(this::bound).max().orElse(0);
      case Term.Indicator indicator -> 1;
    };
  }

  /** The indices of the variables that a condition speaks of, ascending. */
  int[] scope(Condition condition) {
    Set<Integer> found = new TreeSet<>();
    collect(condition, found);
    return found.stream().mapToInt(Integer::intValue).toArray();
  }

  private void collect(Condition condition, Set<Integer> found) {
    switch (condition) {
      case Condition.Truth truth -> {}
      case Condition.Comparison(var left, var relation, var right) -> {
        collect(left, found);
        collect(right, found);
      }
      case Condition.Membership(var term, var elements) -> {
        collect(term, found);
        elements.forEach(element -> collect(element, found));
      }
      case Condition.AllDifferent(var terms) -> terms.forEach(term -> collect(term, found));
      case Condition.AllEqual(var terms) -> terms.forEach(term -> collect(term, found));
      case Condition.Not(var negated) -> collect(negated, found);
      case Condition.And(var conditions) -> conditions.forEach(c -> collect(c, found));
      case Condition.Or(var conditions) -> conditions.forEach(c -> collect(c, found));
      case Condition.Implies(var premise, var conclusion) -> {
        collect(premise, found);
        collect(conclusion, found);
      }
      case Condition.Iff(var left, var right) -> {
        collect(left, found);
        collect(right, found);
      }
      case Condition.Xor(var left, var right) -> {
        collect(left, found);
        collect(right, found);
      }
    }
  }

  private void collect(Term term, Set<Integer> found) {
    switch (term) {
      case Term.Constant constant -> {}
      case Term.Reference(var variable) -> found.add(index(variable));
      case Term.Sum(var terms) -> terms.forEach(t -> collect(t, found));
      case Term.Product(var factors) -> factors.forEach(t -> collect(t, found));
      case Term.Quotient(var dividend, var divisor) -> {
        collect(dividend, found);
        collect(divisor, found);
      }
      case Term.Remainder(var dividend, var divisor) -> {
        collect(dividend, found);
        collect(divisor, found);
      }
      case Term.Negation(var negated) -> collect(negated, found);
      case Term.Magnitude(var of) -> collect(of, found);
      case Term.Minimum(var terms) -> terms.forEach(t -> collect(t, found));
      case Term.Maximum(var terms) -> terms.forEach(t -> collect(t, found));
      case Term.Indicator(var condition) -> collect(condition, found);
    }
  }
}
