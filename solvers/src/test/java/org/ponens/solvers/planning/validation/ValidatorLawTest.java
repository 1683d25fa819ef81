package org.ponens.solvers.planning.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.NaiveInterpreter;
import org.ponens.solvers.planning.RandomPlanning;

/** The validator against PDDL by the letter. */
class ValidatorLawTest {

  private static Meter meter() {
    return Budget.of(Duration.ofMinutes(1)).start();
  }

  @Property(tries = 3000, seed = "1")
  void verdictIsThatOfTheNaiveInterpreter(@ForAll long problem, @ForAll long plan) {
    RandomPlanning.Pair pair = RandomPlanning.pair(problem, true);
    Validator validator = Validator.of(pair.domain(), pair.problem());
    Plan steps = RandomPlanning.plan(pair, plan);
    boolean expected = new NaiveInterpreter(pair.domain(), pair.problem()).isValid(steps);

    assertThat(validator.isValid(steps, meter())).contains(expected);
    assertThat(validator.validate(steps, meter()).isValid()).isEqualTo(expected);
  }

  @Property(tries = 1500, seed = "2")
  void traceIsTheProgressionOfStates(@ForAll long problem, @ForAll long plan) {
    RandomPlanning.Pair pair = RandomPlanning.pair(problem, true);
    NaiveInterpreter naive = new NaiveInterpreter(pair.domain(), pair.problem());
    Plan steps = RandomPlanning.plan(pair, plan);
    Trace trace = Validator.of(pair.domain(), pair.problem()).trace(steps, meter()).orElseThrow();

    NaiveInterpreter.State state = naive.initial();
    for (Trace.Step step : trace.steps()) {
      assertThat(basic(step.before(), trace.fixed())).isEqualTo(state.atoms());
      Optional<NaiveInterpreter.State> next = naive.next(state, step.action());
      boolean done = trace.failure().map(f -> f.number() != step.number()).orElse(true);
      assertThat(done).isEqualTo(next.isPresent());
      if (next.isEmpty()) {
        break;
      }
      state = next.get();
      assertThat(basic(step.after(), trace.fixed())).isEqualTo(state.atoms());
      Set<String> appeared = new TreeSet<>(step.after());
      appeared.removeAll(step.before());
      assertThat(new TreeSet<>(step.additions())).isEqualTo(appeared);
    }
  }

  private static Set<String> basic(List<String> changing, List<String> fixed) {
    Set<String> all = new TreeSet<>();
    java.util.stream.Stream.concat(changing.stream(), fixed.stream())
        .filter(f -> !f.startsWith("(= ") && !f.startsWith("(d ") && !f.startsWith("(e "))
        .map(f -> f.substring(1, f.length() - 1))
        .forEach(all::add);
    return all;
  }

  @Property(tries = 500, seed = "3")
  void tracesThatAreWrittenDownAreRight(@ForAll long problem, @ForAll long plan) {
    RandomPlanning.Pair pair = RandomPlanning.pair(problem, false);
    Validator validator = Validator.of(pair.domain(), pair.problem());
    Trace trace = validator.trace(RandomPlanning.plan(pair, plan), meter()).orElseThrow();
    String text =
        "State 0: "
            + String.join(" ", trace.initial())
            + "\n"
            + trace.steps().stream()
                .filter(s -> trace.failure().map(f -> f.number() != s.number()).orElse(true))
                .map(
                    s ->
                        "Action "
                            + s.number()
                            + ": "
                            + s.action()
                            + "\nState "
                            + s.number()
                            + ": "
                            + String.join(" ", s.after())
                            + "\n")
                .collect(Collectors.joining());

    TraceCheck check =
        validator.check(
            Pddl.parseTrace(org.ponens.grammar.diagnostic.Source.of(text), pair.domain())
                .value()
                .orElseThrow(),
            meter());

    assertThat(check).isInstanceOf(TraceCheck.Right.class);
  }

  @Property(tries = 300, seed = "4")
  void repairsCanBeDoneAndMakeTheLiteralTrue(@ForAll long problem, @ForAll long plan) {
    RandomPlanning.Pair pair = RandomPlanning.pair(problem, false);
    NaiveInterpreter naive = new NaiveInterpreter(pair.domain(), pair.problem());
    Plan steps = RandomPlanning.plan(pair, plan);
    Validation validation = Validator.of(pair.domain(), pair.problem()).validate(steps, meter());
    if (!(validation instanceof Validation.Invalid invalid)
        || invalid.failures().isEmpty()
        || !(invalid.failures().get(0).reason() instanceof Validation.Unmet unmet)) {
      return;
    }
    NaiveInterpreter.State state = naive.initial();
    for (Plan.Step step : steps.steps().subList(0, invalid.validPrefix())) {
      state = naive.next(state, step).orElseThrow();
    }
    for (Validation.FalseCondition condition : unmet.conditions()) {
      for (Plan.Step repair : condition.repairs()) {
        Set<String> after = naive.next(state, repair).orElseThrow().atoms();
        boolean negative = condition.text().startsWith("(not ");
        String atom =
            negative
                ? condition.text().substring(6, condition.text().length() - 2)
                : condition.text().substring(1, condition.text().length() - 1);
        assertThat(after.contains(atom)).isNotEqualTo(negative);
      }
    }
  }
}
