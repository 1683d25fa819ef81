package org.ponens.grammar.prolog;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Place;

/** What the body of a clause asks for. */
public sealed interface Goal {

  Place place();

  /** All of them, from left to right; {@code true} where there is none. */
  record Conjunction(List<Goal> goals, Place place) implements Goal {
    public Conjunction {
      goals = List.copyOf(goals);
    }
  }

  /** One of them, from left to right; {@code fail} where there is none. */
  record Disjunction(List<Goal> goals, Place place) implements Goal {
    public Disjunction {
      goals = List.copyOf(goals);
    }
  }

  /**
   * {@code (If -> Then ; Else)}: the first solution of the condition counts. Without an else, it
   * fails where the condition does. {@code once(G)} is {@code (G -> true)}.
   */
  record IfThenElse(Goal condition, Goal then, Optional<Goal> otherwise, Place place)
      implements Goal {}

  /** Negation as failure, {@code \+ G}. */
  record Negation(Goal goal, Place place) implements Goal {}

  /** {@code forall(Condition, Action)}: no solution of the condition fails the action. */
  record ForAll(Goal condition, Goal action, Place place) implements Goal {}

  /** {@code findall(Template, Goal, Result)}. */
  record FindAll(Term template, Goal goal, Term result, Place place) implements Goal {}

  /**
   * {@code aggregate_all(Kind(Template), Goal, Result)} as SWI-Prolog defines it.
   *
   * @param template what is added up or compared; empty for {@code count}
   */
  record AggregateAll(
      Aggregate aggregate, Optional<Term> template, Goal goal, Term result, Place place)
      implements Goal {}

  /** {@code !}. */
  record Cut(Place place) implements Goal {}

  /** A predicate with its arguments: of the vocabulary, of the program, or {@link Builtin}. */
  record Call(String name, List<Term> arguments, Place place) implements Goal {
    public Call {
      Objects.requireNonNull(name);
      arguments = List.copyOf(arguments);
    }

    public Signature signature() {
      return new Signature(name, arguments.size());
    }
  }

  /** What {@code aggregate_all} makes of the solutions. */
  enum Aggregate {
    COUNT("count"),
    SUM("sum"),
    MAX("max"),
    MIN("min"),
    BAG("bag");

    private final String word;

    Aggregate(String word) {
      this.word = word;
    }

    /** As it is written. */
    public String word() {
      return word;
    }
  }
}
