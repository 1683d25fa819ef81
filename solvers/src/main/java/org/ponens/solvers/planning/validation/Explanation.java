package org.ponens.solvers.planning.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ponens.grammar.layout.Nearest;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.TypedName;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.validation.Validation.FalseCondition;
import org.ponens.solvers.planning.validation.Validation.GoalPart;
import org.ponens.solvers.planning.validation.Validation.History;
import org.ponens.solvers.planning.validation.Validation.Reason;

/** Finds the words for what a plan being executed lacks. */
final class Explanation {

  private static final long REPAIR_STEPS = 50_000;

  private final Domain domain;
  private final Model model;
  private final Execution execution;
  private final List<Plan.Step> steps;
  private final Meter meter;
  private final int[] lastTrue;

  /**
   * @param steps of the plan, as far as they have been done at least
   */
  Explanation(Domain domain, Model model, Execution execution, List<Plan.Step> steps, Meter meter) {
    this.domain = domain;
    this.model = model;
    this.execution = execution;
    this.steps = steps;
    this.meter = meter;
    this.lastTrue = new int[model.goals().size()];
    Arrays.fill(lastTrue, -1);
  }

  /** Notes which parts of the goal hold behind the action of this number. */
  void noteGoals(int number) {
    execution.interpreter().derive();
    for (int i = 0; i < lastTrue.length; i++) {
      if (execution.holds(model.goals().get(i))) {
        lastTrue[i] = number;
      }
    }
  }

  /** The parts of the goal in the state as it is. */
  List<GoalPart> goals() {
    int[] nothing = new int[model.goal().slots()];
    Arrays.fill(nothing, -1);
    List<GoalPart> parts = new ArrayList<>();
    for (int i = 0; i < lastTrue.length; i++) {
      Formula goal = model.goals().get(i);
      boolean holds = execution.holds(goal);
      OptionalInt last = lastTrue[i] < 0 ? OptionalInt.empty() : OptionalInt.of(lastTrue[i]);
      Optional<FalseCondition> why =
          holds ? Optional.empty() : Optional.of(falsity(goal, model.goal(), nothing, true));
      parts.add(new GoalPart(text(goal, model.goal(), nothing), holds, last, why));
    }
    return parts;
  }

  /** Why a step cannot be done in the state as it is. */
  Reason reason(Plan.Step step, Optional<Execution.Call> call, boolean applicable) {
    if (call.isEmpty()) {
      return unknown(step);
    }
    if (applicable) {
      return new Validation.NoNumber(execution.undefined());
    }
    Scheme scheme = call.get().scheme();
    int[] environment = call.get().environment();
    List<FalseCondition> conditions = new ArrayList<>();
    for (Formula part : Formula.conjuncts(scheme.condition())) {
      if (!execution.interpreter().holds(part, scheme, environment)) {
        conditions.add(falsity(part, scheme, environment, true));
      }
    }
    return new Validation.Unmet(conditions);
  }

  private Reason unknown(Plan.Step step) {
    Optional<Domain.Action> declared = domain.action(step.action());
    if (declared.isEmpty()) {
      return new Validation.UnknownAction(Nearest.to(step.action(), model.actions().keySet()));
    }
    Domain.Action action = declared.get();
    if (action.parameters().size() != step.arguments().size()) {
      return new Validation.WrongArity(action);
    }
    Scheme scheme = Objects.requireNonNull(model.actions().get(action.name()));
    for (int i = 0; i < action.parameters().size(); i++) {
      TypedName parameter = action.parameters().get(i);
      String name = step.arguments().get(i);
      int object = model.universe().object(name);
      List<String> fitting =
          scheme.ranges()[i].stream().mapToObj(model.universe()::objectName).toList();
      if (object < 0) {
        return new Validation.UnknownObject(name, Nearest.to(name, fitting));
      }
      if (!scheme.ranges()[i].get(object)) {
        return new Validation.WrongType(
            name,
            model.universe().typeOf(object),
            parameter,
            fitting.subList(0, Math.min(fitting.size(), Validator.MAX_SUGGESTIONS)));
      }
    }
    throw new IllegalStateException("nothing is wrong with " + step);
  }

  private FalseCondition falsity(
      Formula formula, Scheme scheme, int[] environment, boolean repairs) {
    String text = text(formula, scheme, environment);
    return switch (formula) {
      case Formula.Literal it -> {
        long code = model.universe().predicates().code(it.predicate(), it.terms(), environment);
        yield new FalseCondition(
            text,
            Optional.of(history(it.predicate(), code, !it.positive())),
            List.of(),
            repairs ? repairs(it.predicate(), code, it.positive()) : List.of());
      }
      case Formula.Same it -> plain(text, List.of());
      case Formula.Compare it -> plain(text, List.of());
      case Formula.All it -> plain(text, within(it.operands(), scheme, environment));
      case Formula.Any it -> plain(text, within(it.operands(), scheme, environment));
      case Formula.Quantified it ->
          plain(text, it.universal() ? exceptions(it, scheme, environment) : List.of());
    };
  }

  private static FalseCondition plain(String text, List<FalseCondition> within) {
    return new FalseCondition(text, Optional.empty(), within, List.of());
  }

  private List<FalseCondition> within(List<Formula> operands, Scheme scheme, int[] environment) {
    return operands.stream()
        .filter(o -> !execution.interpreter().holds(o, scheme, environment))
        .limit(Validator.MAX_SUGGESTIONS)
        .map(o -> falsity(o, scheme, environment, false))
        .toList();
  }

  // The instances of a universal condition that are false.
  private List<FalseCondition> exceptions(
      Formula.Quantified universal, Scheme scheme, int[] environment) {
    List<FalseCondition> found = new ArrayList<>();
    execution
        .interpreter()
        .exceptions(
            universal,
            scheme,
            environment,
            e -> {
              found.add(falsity(universal.body(), scheme, e, false));
              return found.size() >= Validator.MAX_SUGGESTIONS;
            });
    return found;
  }

  /** The number of the action since which a literal is as it is; empty for what is no literal. */
  Optional<Integer> since(Formula formula, int[] environment) {
    return formula instanceof Formula.Literal it
        ? Optional.of(
            history(
                    it.predicate(),
                    model.universe().predicates().code(it.predicate(), it.terms(), environment),
                    it.positive())
                .number())
        : Optional.empty();
  }

  private History history(int predicate, long code, boolean truth) {
    boolean derived = model.universe().isDerived(predicate);
    int number =
        derived ? execution.state().lastDerivedChange(code) : execution.state().lastChange(code);
    Optional<Plan.Step> by = number == 0 ? Optional.empty() : Optional.of(steps.get(number - 1));
    return new History(truth, number, by, derived, model.isStatic(predicate));
  }

  // Actions that can be done now and make the atom true, or false; what is found in some steps.
  private List<Plan.Step> repairs(int predicate, long code, boolean truth) {
    if (model.universe().isDerived(predicate)) {
      return List.of();
    }
    Meter own = new Budget(meter.remaining().plusNanos(1), REPAIR_STEPS).start();
    Interpreter interpreter =
        new Interpreter(model.universe(), model.axioms(), execution.state(), own);
    Set<Plan.Step> found = new LinkedHashSet<>();
    try {
      for (Scheme action : model.actions().values()) {
        repairs(action, predicate, code, truth, interpreter, found);
      }
    } catch (Interpreter.ExhaustedException e) {
      return List.copyOf(found);
    }
    return List.copyOf(found);
  }

  private void repairs(
      Scheme action,
      int predicate,
      long code,
      boolean truth,
      Interpreter interpreter,
      Set<Plan.Step> found) {
    BitSet parameters = new BitSet();
    parameters.set(0, action.parameters());
    for (Scheme.SchemeEffect effect : action.effects()) {
      for (Formula.Literal literal : truth ? effect.adds() : effect.deletes()) {
        if (literal.predicate() != predicate || found.size() >= Validator.MAX_SUGGESTIONS) {
          continue;
        }
        int[] environment = new int[action.slots()];
        Arrays.fill(environment, -1);
        interpreter.searchWith(
            literal,
            code,
            List.of(action.condition(), effect.condition()),
            parameters,
            action,
            environment,
            e -> {
              if (makes(action, e, code, truth)) {
                found.add(step(action, e));
              }
              return found.size() >= Validator.MAX_SUGGESTIONS;
            });
      }
    }
  }

  private boolean makes(Scheme action, int[] environment, long code, boolean truth) {
    int[] own = environment.clone();
    Arrays.fill(own, action.parameters(), own.length, -1);
    return execution
        .changes(new Execution.Call(action, own))
        .filter(c -> truth ? c.isAdded(code) : c.isDeleted(code))
        .isPresent();
  }

  private Plan.Step step(Scheme action, int[] environment) {
    return Plan.Step.of(
        action.name(),
        Arrays.stream(environment, 0, action.parameters())
            .mapToObj(model.universe()::objectName)
            .toList());
  }

  private String text(Formula formula, Scheme scheme, int[] environment) {
    return new FormulaWriter(model.universe(), scheme, environment).write(formula);
  }
}
