package org.ponens.solvers.planning.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.LongStream;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.validation.Validation.Failure;

/** Writes down what happens as a plan is executed. */
final class Tracer {

  private final Model model;
  private final Execution execution;
  private final Explanation explanation;
  private final Plan plan;

  Tracer(Domain domain, Model model, Plan plan, Meter meter) {
    this.model = model;
    this.plan = plan;
    this.execution = new Execution(model, meter);
    this.explanation = new Explanation(domain, model, execution, plan.steps(), meter);
  }

  Trace run() {
    List<Trace.Step> steps = new ArrayList<>();
    Optional<Failure> failure = Optional.empty();
    explanation.noteGoals(0);
    List<String> initial = state();
    List<String> before = initial;
    int number = 0;
    for (Plan.Step step : plan.steps()) {
      number++;
      Optional<Execution.Call> call = execution.resolve(step);
      boolean applicable = call.isPresent() && execution.isApplicable(call.get());
      List<Trace.Precondition> preconditions = call.map(this::preconditions).orElse(List.of());
      Optional<Execution.Changes> changes = call.flatMap(execution::changes);
      if (!applicable || changes.isEmpty()) {
        failure =
            Optional.of(new Failure(number, step, explanation.reason(step, call, applicable)));
        steps.add(
            new Trace.Step(number, step, before, preconditions, List.of(), List.of(), List.of()));
        break;
      }
      execution.apply(changes.get(), number);
      explanation.noteGoals(number);
      List<String> after = state();
      steps.add(
          new Trace.Step(
              number,
              step,
              before,
              preconditions,
              without(after, before),
              without(before, after),
              after));
      before = after;
    }
    return new Trace(fixed(), initial, steps, failure, explanation.goals());
  }

  private static List<String> without(List<String> facts, List<String> others) {
    Set<String> left = new LinkedHashSet<>(facts);
    others.forEach(left::remove);
    return List.copyOf(left);
  }

  private List<Trace.Precondition> preconditions(Execution.Call call) {
    Scheme scheme = call.scheme();
    int[] environment = call.environment();
    List<Trace.Precondition> all = new ArrayList<>();
    for (Formula part : Formula.conjuncts(scheme.condition())) {
      all.add(
          new Trace.Precondition(
              new FormulaWriter(model.universe(), scheme, environment).write(part),
              execution.interpreter().holds(part, scheme, environment),
              explanation.since(part, environment)));
    }
    return all;
  }

  private List<String> fixed() {
    return write(execution.state().trueAtoms(), model::isStatic);
  }

  private List<String> state() {
    List<Long> derived = new ArrayList<>();
    execution.interpreter().derive();
    execution.state().derived().atoms().forEach(derived::add);
    long[] atoms =
        LongStream.concat(
                Arrays.stream(execution.state().trueAtoms()),
                derived.stream().mapToLong(Long::longValue))
            .sorted()
            .toArray();
    List<String> facts = new ArrayList<>(write(atoms, p -> !model.isStatic(p)));
    Universe.Signature functions = model.universe().functions();
    execution
        .state()
        .numbers()
        .forEach(
            (fluent, value) -> {
              int function = functions.symbol(fluent);
              if (model.isNumberChanging(function)) {
                String name =
                    model.universe().write(functions.name(function), functions.arguments(fluent));
                facts.add("(= " + name + " " + value + ")");
              }
            });
    return facts;
  }

  private List<String> write(long[] atoms, IntPredicate wanted) {
    return Arrays.stream(atoms)
        .filter(c -> wanted.test(model.universe().predicates().symbol(c)))
        .mapToObj(model.universe()::atom)
        .toList();
  }
}
