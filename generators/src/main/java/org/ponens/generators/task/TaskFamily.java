package org.ponens.generators.task;

import java.util.List;

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

  /** The twenty levels. */
  Curriculum curriculum();

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

  /** A task's certificate in words, for {@code ponens show}; may have several lines. */
  String explain(Task task) throws InvalidTaskException;
}
