package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskStream;

/**
 * Satisfiable formulas are easier for solvers than unsatisfiable ones of their size; so at a level
 * they would be larger, if a formula's hardness were its own alone.
 */
class LevelLeakTest {

  private static final int TASKS = 400 * SatTasks.FACTOR;

  @ParameterizedTest
  @CsvSource({"decision, 5", "decision, 9", "certificate, 7"})
  void theLabel_isNotToldByTheSizeOfAFormulaOfALevel(String problem, int level)
      throws InvalidSettingException, InvalidTaskException {
    Settings settings =
        Settings.of(SatTasks.FAMILY, Map.of("problem", problem), Integer.toString(level));
    TaskStream stream = new TaskStream(SatTasks.FAMILY, settings, 3, Split.TRAIN);
    Map<String, List<Stump.Example>> examples = new TreeMap<>();
    int satisfiable = 0;
    for (int i = 0; i < TASKS; i++) {
      if (stream.item(i) instanceof TaskStream.Item.Made made) {
        Task task = made.task();
        String reference = task.reference().orElseThrow();
        boolean label = reference.equals("yes") || reference.startsWith("SAT");
        satisfiable += label ? 1 : 0;
        SortedMap<String, String> knobs = task.difficulty().knobs();
        for (String size : List.of("variables", "clauses")) {
          examples
              .computeIfAbsent(size, key -> new ArrayList<>())
              .add(new Stump.Example(Double.parseDouble(knobs.getOrDefault(size, "0")), label));
        }
        examples
            .computeIfAbsent("hardness", key -> new ArrayList<>())
            .add(new Stump.Example(task.difficulty().hardness(), label));
      }
    }
    double luck = 4 * Math.sqrt(0.25 / (TASKS / 2.0));
    assertThat(satisfiable / (double) TASKS).isBetween(0.5 - luck, 0.5 + luck);
    examples.forEach(
        (feature, all) -> {
          int half = all.size() / 2;
          double accuracy =
              Stump.fitted(all.subList(0, half)).accuracy(all.subList(half, all.size()));
          assertThat(accuracy).as(feature).isLessThanOrEqualTo(0.53 + luck);
        });
  }
}
