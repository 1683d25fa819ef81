package org.ponens.grammar.pddl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Place;

/** What an action changes. Where one part adds what another deletes, it is added. */
public sealed interface Effect {

  Place place();

  /** All of several, or nothing. */
  record And(List<Effect> operands, Place place) implements Effect {
    public And {
      operands = List.copyOf(operands);
    }
  }

  /** Makes an atom true. */
  record Add(Condition.Atom atom) implements Effect {
    @Override
    public Place place() {
      return atom.place();
    }
  }

  /** Makes an atom false. */
  record Delete(Condition.Atom atom, Place place) implements Effect {}

  /** The effect for all objects. */
  record Forall(List<TypedName> variables, Effect body, Place place) implements Effect {
    public Forall {
      variables = List.copyOf(variables);
    }
  }

  /** The effect where, before the action, a condition holds. */
  record When(Condition condition, Effect body, Place place) implements Effect {}

  /** Changes the value of a numeric fluent. */
  record Assignment(Assign how, Term.Fluent fluent, Expression value, Place place)
      implements Effect {
    public Assignment {
      Objects.requireNonNull(how);
    }
  }

  /**
   * Changes the value of an object fluent.
   *
   * @param value none: {@code undefined}
   */
  record ObjectAssignment(Term.Fluent fluent, Optional<Term> value, Place place)
      implements Effect {}

  /** An effect of a durative action, at its start or end. */
  record Timed(Condition.TimeSpecifier time, Effect body, Place place) implements Effect {}

  /** Changes of numeric fluents. */
  enum Assign {
    ASSIGN("assign"),
    INCREASE("increase"),
    DECREASE("decrease"),
    SCALE_UP("scale-up"),
    SCALE_DOWN("scale-down");

    private final String word;

    Assign(String word) {
      this.word = word;
    }

    /** As PDDL writes it. */
    public String word() {
      return word;
    }
  }

  /** The effect that changes nothing. */
  static Effect nothing() {
    return new And(List.of(), Place.NOWHERE);
  }
}
