package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Task;

/** Answers without reasoning are right no more often than the tasks themselves say. */
class GuessFloorTest {

  private static final int GUESSES = 20;

  private static final List<Target> TARGETS = new ArrayList<>();

  @BeforeAll
  static void draw() throws InvalidSettingException, InvalidTaskException {
    for (Problem problem : Problem.values()) {
      List<Target> targets = new ArrayList<>();
      Map<String, String> knobs =
          Map.of("problem", problem.label(), "variables", "4..6", "format", "dimacs");
      for (Task task : SatTasks.draw(knobs, 9, 60 * SatTasks.FACTOR)) {
        targets.add(Target.of(task));
      }
      assertThat(targets).as(problem.label()).hasSizeGreaterThan(50 * SatTasks.FACTOR);
      TARGETS.addAll(targets);
    }
  }

  private static List<Target> targets(Problem problem) {
    return TARGETS.stream().filter(t -> t.spec().asked().problem() == problem).toList();
  }

  @Test
  void answersThatAreAlwaysTheSame_areNeverRight() {
    for (Problem problem : Problem.values()) {
      Guesser.constants()
          .forEach(
              (name, guesser) ->
                  share(guesser, targets(problem))
                      .ifPresent(share -> assertThat(share).as(problem + " " + name).isZero()));
    }
  }

  @Test
  void everyProblemButDecision_hasAnswersThatAreAlwaysTheSame() {
    for (Problem problem : Problem.values()) {
      boolean some =
          Guesser.constants().values().stream()
              .anyMatch(guesser -> share(guesser, targets(problem)).isPresent());
      boolean open = problem == Problem.DECISION || problem == Problem.COUNT_MODULO;
      assertThat(some).as(problem.label()).isEqualTo(!open);
    }
  }

  @Test
  void guessers_areRightNoMoreOftenThanTheFloorSays() {
    for (Problem problem : Problem.values()) {
      List<Target> all = targets(problem);
      List<Target> seen = all.subList(0, all.size() / 2);
      List<Target> unseen = all.subList(all.size() / 2, all.size());
      SortedMap<String, Guesser> guessers = new TreeMap<>(Guesser.random());
      guessers.put("majority", Guesser.majority(seen));
      guessers.forEach(
          (name, guesser) -> {
            double floor = floor(unseen);
            // Three standard deviations of a share of so many tasks, and one task more.
            double luck = 3 * Math.sqrt(floor * (1 - floor) / unseen.size()) + 1.0 / unseen.size();
            share(guesser, unseen)
                .ifPresent(
                    share ->
                        assertThat(share)
                            .as("%s by %s, floor %f", problem, name, floor)
                            .isLessThanOrEqualTo(floor + luck));
          });
    }
  }

  /** Of a guess at random, and of the majority. */
  private static double floor(List<Target> targets) {
    return targets.stream()
        .mapToDouble(
            t -> Math.max(t.task().guessFloor().random(), t.task().guessFloor().majority()))
        .average()
        .orElseThrow();
  }

  /** How often a guesser is right; empty if these are none for it to guess. */
  private static Optional<Double> share(Guesser guesser, List<Target> targets) {
    ItemRandom random = new ItemRandom(1, 2);
    int tried = 0;
    int right = 0;
    for (Target target : targets) {
      for (int i = 0; i < GUESSES; i++) {
        Optional<String> guess = guesser.guess(target.spec().asked(), random);
        if (guess.isPresent()) {
          tried++;
          right += target.verification().judgeAnswer(guess.get()).correct() ? 1 : 0;
        }
      }
    }
    return tried == 0 ? Optional.empty() : Optional.of(right / (double) tried);
  }
}
