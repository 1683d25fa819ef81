package org.ponens.generators.induction;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ponens.generators.Families;
import org.ponens.generators.induction.problem.Asked;
import org.ponens.generators.induction.problem.InductionSpec;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskStream;
import org.ponens.generators.verify.Verification;

/** Tasks of the family as a user makes them. */
final class InductionTasks {

  static final InductionFamily FAMILY = new InductionFamily();

  private InductionTasks() {}

  static TaskStream stream(Map<String, String> knobs, String levels, long seed, Split split)
      throws InvalidSettingException {
    return new TaskStream(FAMILY, Settings.of(FAMILY, knobs, levels), seed, split);
  }

  /** The tasks among the first items of the training split. */
  static List<Task> draw(Map<String, String> knobs, String levels, long seed, int items)
      throws InvalidSettingException {
    TaskStream stream = stream(knobs, levels, seed, Split.TRAIN);
    List<Task> tasks = new ArrayList<>();
    for (int i = 0; i < items; i++) {
      if (stream.item(i) instanceof TaskStream.Item.Made made) {
        tasks.add(made.task());
      }
    }
    return tasks;
  }

  static Verification verification(Task task) throws InvalidTaskException {
    return Verification.of(task, Families.of(FAMILY)::find, Verification.DEFAULT_STEPS);
  }

  static Asked asked(Task task) throws InvalidTaskException {
    return InductionSpec.read(task.spec());
  }
}
