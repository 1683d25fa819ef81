package org.ponens.generators.task;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.ponens.solvers.Meter;

/**
 * A kind of tasks: makes them and verifies answers to them. Stateless, for any number of threads.
 */
public interface TaskFamily {

  /** The name that users write: {@code sat}. */
  String name();

  /** Raised whenever the same seed would give other tasks, or an answer another verdict. */
  int version();

  /** A sentence for people. */
  String description();

  /** What can be asked for; the first by convention is {@code problem}. */
  List<Knob> knobs();

  /** What can be asked, by the names that tasks carry; not empty. */
  List<String> problems();

  /**
   * The levels of one of the {@linkplain #problems problems}, as many for each. How hard two
   * problems are can't be compared, so each has bands of its own.
   *
   * @throws IllegalArgumentException if there is no such problem
   */
  Curriculum curriculum(String problem);

  /** The level that a task was asked to have, or else the one it is as hard as, if it is ours. */
  default OptionalInt levelOf(Task task) {
    if (task.difficulty().level().isPresent()) {
      return task.difficulty().level();
    }
    return problems().contains(task.problem())
        ? OptionalInt.of(curriculum(task.problem()).levelOf(task.difficulty().hardness()))
        : OptionalInt.empty();
  }

  /**
   * Prepares to draw tasks.
   *
   * @throws InvalidSettingException if these settings do not go together
   */
  TaskSource source(Settings settings) throws InvalidSettingException;

  /**
   * Reads a task's {@code spec}.
   *
   * @throws InvalidTaskException if it is none that this family writes
   */
  Verifier verifier(Task task) throws InvalidTaskException;

  /**
   * Checks that a task's certificate shows its reference answer to be right, whoever wrote them.
   *
   * @return what is wrong, in a sentence; empty if they are right, or one of them is not there
   * @throws InvalidTaskException if they can't be read
   */
  Optional<String> check(Task task, Meter meter) throws InvalidTaskException;

  /** A task's certificate in words, for {@code ponens show}; may have several lines. */
  String explain(Task task) throws InvalidTaskException;
}
