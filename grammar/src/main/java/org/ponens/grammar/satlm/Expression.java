package org.ponens.grammar.satlm;

import java.util.List;
import java.util.Objects;

/**
 * A well-sorted term or formula. Names are resolved: a name is a bound variable, a member of a sort
 * or the application of a function, a constant being a function of no arguments.
 *
 * <p>Members of an enumeration stand for their numbers ({@link Signature#number}) in order
 * comparisons and arithmetic. A term can be undefined: {@code d + 1} as an argument behind the last
 * day, a division by zero, a function that is compared with {@code None}. The innermost formula
 * around an undefined term is false (relational semantics: Frisch and Stuckey, "The proper
 * treatment of undefinedness in constraint languages", CP 2009).
 */
public sealed interface Expression {

  /** A variable bound around it. */
  record Variable(String name) implements Expression {
    public Variable {
      Objects.requireNonNull(name);
    }
  }

  /** A member of an enumeration. */
  record Member(String name) implements Expression {
    public Member {
      Objects.requireNonNull(name);
    }
  }

  /** An integer. */
  record Numeral(int value) implements Expression {}

  /** A truth value. */
  record Truth(boolean value) implements Expression {}

  /** A declared function applied to as many arguments as it has parameters. */
  record Application(String function, List<Expression> arguments) implements Expression {
    public Application {
      Objects.requireNonNull(function);
      arguments = List.copyOf(arguments);
    }
  }

  record Not(Expression operand) implements Expression {}

  /** A conjunction of two or more. */
  record And(List<Expression> operands) implements Expression {
    public And {
      operands = atLeast(2, operands);
    }
  }

  /** A disjunction of two or more. */
  record Or(List<Expression> operands) implements Expression {
    public Or {
      operands = atLeast(2, operands);
    }
  }

  record Xor(Expression left, Expression right) implements Expression {}

  record Implies(Expression antecedent, Expression consequent) implements Expression {}

  /** Equivalence; also what {@code ==} between truth values is. */
  record Iff(Expression left, Expression right) implements Expression {}

  /** A choice between two formulas or two terms. */
  record If(Expression condition, Expression then, Expression otherwise) implements Expression {}

  /** A comparison of two integers or of two members of one enumeration. */
  record Comparison(Relation relation, Expression left, Expression right) implements Expression {
    public Comparison {
      Objects.requireNonNull(relation);
    }
  }

  /** Whether a term equals one of some others. */
  record In(Expression element, List<Expression> values) implements Expression {
    public In {
      values = atLeast(1, values);
    }
  }

  /** Whether a function has a value; spelled {@code f(x) != None}. */
  record Defined(Application term) implements Expression {}

  record Arithmetic(Operator operator, Expression left, Expression right) implements Expression {
    public Arithmetic {
      Objects.requireNonNull(operator);
    }
  }

  record Absolute(Expression operand) implements Expression {}

  /** The greatest of some integers. */
  record Max(List<Expression> operands) implements Expression {
    public Max {
      operands = atLeast(1, operands);
    }
  }

  /** The least of some integers. */
  record Min(List<Expression> operands) implements Expression {
    public Min {
      operands = atLeast(1, operands);
    }
  }

  /** The sum of some integers; a truth value counts 1 if true. */
  record Sum(List<Expression> operands) implements Expression {
    public Sum {
      operands = atLeast(1, operands);
    }
  }

  /** The sum of a term over all values of some variables. */
  record SumOver(List<Binding> bindings, Expression term) implements Expression {
    public SumOver {
      bindings = atLeast(1, bindings);
    }
  }

  /** How many values of the variables make the formula true. */
  record Count(List<Binding> bindings, Expression body) implements Expression {
    public Count {
      bindings = atLeast(1, bindings);
    }
  }

  record ForAll(List<Binding> bindings, Expression body) implements Expression {
    public ForAll {
      bindings = atLeast(1, bindings);
    }
  }

  record Exists(List<Binding> bindings, Expression body) implements Expression {
    public Exists {
      bindings = atLeast(1, bindings);
    }
  }

  /** Whether the operands differ from each other. */
  record Distinct(List<Expression> operands) implements Expression {
    public Distinct {
      operands = atLeast(1, operands);
    }
  }

  /** Whether the values of a term, over all values of some variables, differ from each other. */
  record DistinctOver(List<Binding> bindings, Expression term) implements Expression {
    public DistinctOver {
      bindings = atLeast(1, bindings);
    }
  }

  /** The expression as a program spells it. */
  default String print() {
    return SatlmPrinter.plain().print(this);
  }

  private static <T> List<T> atLeast(int count, List<T> list) {
    if (list.size() < count) {
      throw new IllegalArgumentException("at least " + count + " of " + list);
    }
    return List.copyOf(list);
  }
}
