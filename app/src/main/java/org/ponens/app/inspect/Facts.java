package org.ponens.app.inspect;

import java.util.Optional;
import java.util.OptionalInt;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.GuessFloor;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;

/**
 * What an inspection keeps of a task, to let go of the rest.
 *
 * @param problem with its family
 * @param level that was asked for, or else that the task is as hard as
 * @param isomorphism of the instance's class
 * @param question equal for tasks that ask the same about isomorphic instances
 * @param prompt a hash of its text
 * @param id a hash of it
 * @param answer the reference; long ones cut
 * @param defect what is wrong with the task, if it was checked again
 */
record Facts(
    String problem,
    Split split,
    OptionalInt level,
    double hardness,
    GuessFloor guessFloor,
    Fingerprint isomorphism,
    Fingerprint question,
    Fingerprint prompt,
    Fingerprint id,
    Optional<String> answer,
    Optional<String> defect) {

  private static final int LONGEST_ANSWER = 200;
  private static final Fingerprint NOTHING = new Fingerprint(0, 0);

  static Facts of(Task task, OptionalInt level, Optional<String> defect) {
    Fingerprint isomorphism = NOTHING.with(task.isomorphism());
    return new Facts(
        task.family() + "/" + task.problem(),
        task.split(),
        level,
        task.difficulty().hardness(),
        task.guessFloor(),
        isomorphism,
        isomorphism.with(task.family() + "/" + task.problem()),
        NOTHING.with(task.prompt()),
        NOTHING.with(task.id()),
        task.reference()
            .map(text -> text.length() > LONGEST_ANSWER ? text.substring(0, LONGEST_ANSWER) : text),
        defect);
  }
}
