package org.ponens.grammar.pddl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Place;

/**
 * A planning problem of a domain: what there is, how it is at first, and how it is to be.
 *
 * @param name in lower case
 * @param domain the name of the domain
 * @param goal the condition to be reached
 * @param constraints on the states passed (PDDL 3.0)
 */
public record Problem(
    String name,
    String domain,
    List<Requirement> requirements,
    List<TypedName> objects,
    List<Initial> initial,
    Condition goal,
    Optional<Condition> constraints,
    Optional<Metric> metric,
    Place place) {

  /** What is so at first. */
  public sealed interface Initial {

    Place place();

    /** An atom that is true; all others are false. */
    record True(Condition.Atom atom) implements Initial {
      @Override
      public Place place() {
        return atom.place();
      }
    }

    /** An atom that is false, as it would be if not mentioned. */
    record False(Condition.Atom atom, Place place) implements Initial {}

    /** The value of a numeric fluent. */
    record NumberValue(Term.Fluent fluent, BigDecimal value, Place place) implements Initial {
      public NumberValue {
        value = Numbers.normal(value);
      }
    }

    /** The value of an object fluent. */
    record ObjectValue(Term.Fluent fluent, Term.Name value, Place place) implements Initial {}

    /** What becomes so at a time (PDDL 2.2). */
    record At(BigDecimal time, Initial literal, Place place) implements Initial {
      public At {
        time = Numbers.normal(time);
      }
    }
  }

  /** What makes one plan better than another. */
  public record Metric(boolean maximize, Expression expression, Place place) {}

  public Problem {
    Objects.requireNonNull(name);
    Objects.requireNonNull(domain);
    requirements = List.copyOf(requirements);
    objects = List.copyOf(objects);
    initial = List.copyOf(initial);
    Objects.requireNonNull(goal);
    Objects.requireNonNull(constraints);
    Objects.requireNonNull(metric);
  }

  /** In PDDL, which its reader reads back as equal. */
  public String print() {
    return PddlPrinter.print(this);
  }
}
