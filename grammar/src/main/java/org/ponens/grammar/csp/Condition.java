package org.ponens.grammar.csp;

import java.util.List;
import java.util.Objects;

/**
 * What is true or false of an assignment of values to variables. A comparison with an undefined
 * term (see {@link Term}) is false, whichever its relation.
 */
public sealed interface Condition extends Expression {

  record Truth(boolean value) implements Condition {}

  record Comparison(Term left, Relation relation, Term right) implements Condition {
    public Comparison {
      Objects.requireNonNull(left);
      Objects.requireNonNull(relation);
      Objects.requireNonNull(right);
    }
  }

  /** The term equals one of the others; of none, it is false. */
  record Membership(Term term, List<Term> elements) implements Condition {
    public Membership {
      Objects.requireNonNull(term);
      elements = List.copyOf(elements);
    }
  }

  /** No two of the terms, at least one, are equal. */
  record AllDifferent(List<Term> terms) implements Condition {
    public AllDifferent {
      terms = some(terms);
    }
  }

  /** Any two of the terms, at least one, are equal. */
  record AllEqual(List<Term> terms) implements Condition {
    public AllEqual {
      terms = some(terms);
    }
  }

  record Not(Condition condition) implements Condition {
    public Not {
      Objects.requireNonNull(condition);
    }
  }

  /** All of two conditions or more. */
  record And(List<Condition> conditions) implements Condition {
    public And {
      conditions = several(conditions);
    }
  }

  /** One at least of two conditions or more. */
  record Or(List<Condition> conditions) implements Condition {
    public Or {
      conditions = several(conditions);
    }
  }

  record Implies(Condition premise, Condition conclusion) implements Condition {
    public Implies {
      Objects.requireNonNull(premise);
      Objects.requireNonNull(conclusion);
    }
  }

  record Iff(Condition left, Condition right) implements Condition {
    public Iff {
      Objects.requireNonNull(left);
      Objects.requireNonNull(right);
    }
  }

  record Xor(Condition left, Condition right) implements Condition {
    public Xor {
      Objects.requireNonNull(left);
      Objects.requireNonNull(right);
    }
  }

  private static List<Term> some(List<Term> terms) {
    if (terms.isEmpty()) {
      throw new IllegalArgumentException("there is nothing to compare");
    }
    return List.copyOf(terms);
  }

  private static List<Condition> several(List<Condition> conditions) {
    if (conditions.size() < 2) {
      throw new IllegalArgumentException(
          "a connective joins two conditions or more: " + conditions);
    }
    return List.copyOf(conditions);
  }
}
