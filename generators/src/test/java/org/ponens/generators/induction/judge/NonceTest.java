package org.ponens.generators.induction.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.generators.induction.InductionFamily;
import org.ponens.generators.induction.problem.InductionSpec;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskStream;
import org.ponens.solvers.Budget;

class NonceTest {

  private static final InductionFamily FAMILY = new InductionFamily();
  private static final Budget BUDGET = new Budget(Duration.ofDays(1), 1_000_000);

  private static final List<String> RULES =
      List.of(
          "eastbound(T) :- has_car(T, C), has_car(T, D), C \\= D, car_num(C, N), car_num(D, M), N < M.",
          "eastbound(T) :- findall(C, has_car(T, C), [C, D|_]), C \\== D.",
          "eastbound(T) :- findall(C, has_car(T, C), L), last(L, C), nth0(0, L, D), car_num(C, N),"
              + " car_num(D, M), N > M + 1.",
          "eastbound(T) :- findall(C-N, (has_car(T, C), car_num(C, N)), L), member(_-2, L).",
          "eastbound(T) :- aggregate_all(bag(C), has_car(T, C), L), length(L, 2).",
          "eastbound(T) :- aggregate_all(max(N), (has_car(T, C), car_num(C, N)), M), M > 2.",
          "eastbound(T) :- has_car(T, C), \\+ (has_car(T, D), C \\= D, car_num(D, 1)).",
          "eastbound(T) :- has_car(T, C), atom(C), \\+ number(T).");

  @Property(tries = 60, seed = "1")
  void theVerdict_isTheSame_whateverTheNonce(
      @ForAll long seed, @ForAll long one, @ForAll long other) throws Exception {
    Settings settings = Settings.of(FAMILY, Map.of("schema", "trains"), "6..20");
    ItemRandom random = new ItemRandom(seed, 1);
    TaskStream stream = new TaskStream(FAMILY, settings, seed, Split.TRAIN);
    if (!(stream.item(0) instanceof TaskStream.Item.Made made)) {
      return;
    }
    Task task = made.task();
    InductionVerifier verifier = new InductionVerifier(InductionSpec.read(task.spec()));
    for (String rule : List.of(task.reference().orElseThrow(), random.pick(RULES))) {
      assertThat(verifier.verify(rule, BUDGET.start(), one))
          .as(rule)
          .isEqualTo(verifier.verify(rule, BUDGET.start(), other));
    }
    assertThat(verifier.verify(task.reference().orElseThrow(), BUDGET.start(), one).correct())
        .isTrue();
  }
}
