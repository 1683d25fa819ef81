package org.ponens.grammar.pddl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.ponens.grammar.diagnostic.Place;

/** What stands for a number. */
public sealed interface Expression {

  Place place();

  /** A number. Equality disregards trailing zeros. */
  record Value(BigDecimal number, Place place) implements Expression {
    public Value {
      number = Numbers.normal(number);
    }
  }

  /** The value of a numeric fluent. */
  record FluentValue(Term.Fluent fluent) implements Expression {
    @Override
    public Place place() {
      return fluent.place();
    }
  }

  /**
   * An operation; minus has one operand or two, division two, plus and times two or more.
   *
   * @param operands one or more
   */
  record Operation(Operator operator, List<Expression> operands, Place place)
      implements Expression {
    public Operation {
      Objects.requireNonNull(operator);
      operands = List.copyOf(operands);
      if (operands.isEmpty()) {
        throw new IllegalArgumentException("an operation has operands");
      }
    }
  }

  /** {@code #t}, {@code ?duration} or {@code total-time}. */
  record Special(Quantity quantity, Place place) implements Expression {
    public Special {
      Objects.requireNonNull(quantity);
    }
  }

  /** How often the preference of this name is violated, in a metric. */
  record IsViolated(String preference, Place place) implements Expression {
    public IsViolated {
      Objects.requireNonNull(preference);
    }
  }

  /** The four operations. */
  enum Operator {
    PLUS("+"),
    MINUS("-"),
    TIMES("*"),
    DIVIDED_BY("/");

    private final String symbol;

    Operator(String symbol) {
      this.symbol = symbol;
    }

    /** As PDDL writes it. */
    public String symbol() {
      return symbol;
    }
  }

  /** Numbers that have a name of their own. */
  enum Quantity {
    /** The time that a process has run. */
    ELAPSED("#t"),
    /** The duration of a durative action. */
    DURATION("?duration"),
    /** The makespan of the plan. */
    TOTAL_TIME("total-time");

    private final String word;

    Quantity(String word) {
      this.word = word;
    }

    /** As PDDL writes it. */
    public String word() {
      return word;
    }
  }
}
