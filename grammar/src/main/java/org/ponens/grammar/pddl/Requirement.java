package org.ponens.grammar.pddl;

import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** The parts of the language that a domain says it uses. */
public enum Requirement {
  STRIPS,
  TYPING,
  NEGATIVE_PRECONDITIONS,
  DISJUNCTIVE_PRECONDITIONS,
  EQUALITY,
  EXISTENTIAL_PRECONDITIONS,
  UNIVERSAL_PRECONDITIONS,
  QUANTIFIED_PRECONDITIONS,
  CONDITIONAL_EFFECTS,
  FLUENTS,
  NUMERIC_FLUENTS,
  OBJECT_FLUENTS,
  ADL,
  DURATIVE_ACTIONS,
  DURATION_INEQUALITIES,
  CONTINUOUS_EFFECTS,
  DERIVED_PREDICATES,
  TIMED_INITIAL_LITERALS,
  PREFERENCES,
  CONSTRAINTS,
  ACTION_COSTS,
  TIME;

  /** As PDDL writes it: {@code :action-costs}. */
  public String keyword() {
    return ":" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The requirement that a keyword in lower case names. */
  public static Optional<Requirement> of(String keyword) {
    return Arrays.stream(values()).filter(r -> r.keyword().equals(keyword)).findFirst();
  }

  /** The given ones and all that they stand for: {@code :adl} is nine others. */
  public static Set<Requirement> closure(Collection<Requirement> given) {
    EnumSet<Requirement> all = EnumSet.noneOf(Requirement.class);
    given.forEach(r -> r.addTo(all));
    return all;
  }

  private void addTo(Set<Requirement> all) {
    if (all.add(this)) {
      implied().forEach(r -> r.addTo(all));
    }
  }

  private Set<Requirement> implied() {
    return switch (this) {
      case ADL ->
          EnumSet.of(
              STRIPS,
              TYPING,
              NEGATIVE_PRECONDITIONS,
              DISJUNCTIVE_PRECONDITIONS,
              EQUALITY,
              QUANTIFIED_PRECONDITIONS,
              CONDITIONAL_EFFECTS);
      case QUANTIFIED_PRECONDITIONS ->
          EnumSet.of(EXISTENTIAL_PRECONDITIONS, UNIVERSAL_PRECONDITIONS);
      case FLUENTS -> EnumSet.of(NUMERIC_FLUENTS, OBJECT_FLUENTS);
      case TIMED_INITIAL_LITERALS -> EnumSet.of(DURATIVE_ACTIONS);
      case TIME -> EnumSet.of(NUMERIC_FLUENTS, DURATIVE_ACTIONS);
      default -> EnumSet.noneOf(Requirement.class);
    };
  }
}
