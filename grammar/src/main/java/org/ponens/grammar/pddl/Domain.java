package org.ponens.grammar.pddl;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Place;

/**
 * A planning domain: what there can be, and what can be done.
 *
 * @param name in lower case
 * @param requirements as written, none meaning {@code :strips}
 * @param types each with its supertype; {@code object} is not among them
 * @param constants objects of every problem
 * @param derived axioms of derived predicates, several for one predicate meaning any of them
 */
public record Domain(
    String name,
    List<Requirement> requirements,
    List<TypedName> types,
    List<TypedName> constants,
    List<Predicate> predicates,
    List<Function> functions,
    List<Axiom> derived,
    List<Action> actions,
    List<DurativeAction> durativeActions,
    List<Happening> happenings,
    Optional<Condition> constraints,
    Place place) {

  /** A predicate and what it is said of. */
  public record Predicate(String name, List<TypedName> parameters, Place place) {
    public Predicate {
      Objects.requireNonNull(name);
      parameters = List.copyOf(parameters);
    }
  }

  /**
   * A fluent and what it is a property of.
   *
   * @param type of its values: {@code number} or a type of objects
   */
  public record Function(String name, List<TypedName> parameters, Type type, Place place) {
    public Function {
      Objects.requireNonNull(name);
      parameters = List.copyOf(parameters);
    }

    /** Whether its values are numbers. */
    public boolean isNumeric() {
      return type.names().equals(List.of(Type.NUMBER_NAME));
    }
  }

  /** That the head is true where the body is (PDDL 2.2). */
  public record Axiom(Predicate head, Condition body, Place place) {}

  /** An action scheme. */
  public record Action(
      String name, List<TypedName> parameters, Condition precondition, Effect effect, Place place) {
    public Action {
      Objects.requireNonNull(name);
      parameters = List.copyOf(parameters);
    }
  }

  /** An action that takes time (PDDL 2.1): read, and not solved here. */
  public record DurativeAction(
      String name,
      List<TypedName> parameters,
      Condition duration,
      Condition condition,
      Effect effect,
      Place place) {
    public DurativeAction {
      Objects.requireNonNull(name);
      parameters = List.copyOf(parameters);
    }
  }

  /** A process or an event (PDDL+): read, and not solved here. */
  public record Happening(
      boolean process,
      String name,
      List<TypedName> parameters,
      Condition precondition,
      Effect effect,
      Place place) {
    public Happening {
      Objects.requireNonNull(name);
      parameters = List.copyOf(parameters);
    }
  }

  public Domain {
    Objects.requireNonNull(name);
    requirements = List.copyOf(requirements);
    types = List.copyOf(types);
    constants = List.copyOf(constants);
    predicates = List.copyOf(predicates);
    functions = List.copyOf(functions);
    derived = List.copyOf(derived);
    actions = List.copyOf(actions);
    durativeActions = List.copyOf(durativeActions);
    happenings = List.copyOf(happenings);
    Objects.requireNonNull(constraints);
  }

  /** The action scheme of this name, in lower case. */
  public Optional<Action> action(String name) {
    return actions.stream().filter(a -> a.name().equals(name)).findFirst();
  }

  /** In PDDL, which its reader reads back as equal. */
  public String print() {
    return PddlPrinter.print(this);
  }
}
