package org.ponens.generators.task;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * Draws tasks, in three steps of rising cost, so that the core can turn down a draft that belongs
 * to another split, is a duplicate, or is not as hard as it should be, before more is spent on it.
 * For any number of threads; the drafts are each for one.
 */
@FunctionalInterface
public interface TaskSource {

  /**
   * Draws an instance.
   *
   * @param kind decides what kind of question it is: the same numbers for many attempts at an item,
   *     so that what is turned down more often is not asked less often
   * @param random decides everything else; the same numbers give the same instance
   * @param level to aim at, where one was asked for
   * @return empty if the numbers gave none; the core tries again with others
   */
  Optional<Draft> draw(ItemRandom kind, ItemRandom random, OptionalInt level);

  /** An instance that nobody has looked at yet. */
  interface Draft {

    /** What is asked about the instance. */
    String problem();

    /**
     * The hash of the isomorphism class: equal for instances that differ only in names or order.
     */
    Fingerprint isomorphism();

    /** Solves and measures it; empty if it is none that can be asked about, or too much work. */
    Optional<Solved> solve();
  }

  /** An instance with its answer. */
  interface Solved {

    /** How hard it is. */
    Difficulty difficulty();

    /** Writes the task's texts; empty if its answer can't be certified within the budget. */
    Optional<Content> write();
  }

  /**
   * What a family says about a task; see {@link Task} for the components.
   *
   * @param spec a JSON object
   * @param certificate a JSON object
   */
  record Content(
      String prompt,
      AnswerFormat answerFormat,
      String spec,
      String reference,
      String certificate,
      GuessFloor guessFloor) {}
}
