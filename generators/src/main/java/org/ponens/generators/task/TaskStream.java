package org.ponens.generators.task;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * The items of one split of one family, each made from its own seed: item 7 is the same whoever
 * makes it, after whatever. For any number of threads.
 */
public final class TaskStream {

  /** A draft belongs to the test split with a chance of a tenth, and to a level with less. */
  private static final int MOST_DRAFTS = 20_000;

  private static final int MOST_SOLVED = 2_000;

  /** After so many drafts another kind of question is tried. */
  private static final int DRAFTS_OF_A_KIND = 1_000;

  /** Kinds have the numbers of attempts from this one down. */
  private static final int FIRST_KIND = -2;

  private final TaskFamily family;
  private final Settings settings;
  private final TaskSource source;
  private final long masterSeed;
  private final Split split;

  /** An item of the stream. */
  public sealed interface Item {

    /** From 0. */
    long index();

    /**
     * A task.
     *
     * @param duplicateKey equal for tasks that ask the same about isomorphic instances
     */
    record Made(Task task, Fingerprint duplicateKey) implements Item {
      @Override
      public long index() {
        return task.index();
      }
    }

    /** No draft was of the level or the split asked for, in as many attempts as are allowed. */
    record Missed(long index, String reason) implements Item {}
  }

  /**
   * A stream.
   *
   * @throws InvalidSettingException if the settings do not go together
   */
  public TaskStream(TaskFamily family, Settings settings, long masterSeed, Split split)
      throws InvalidSettingException {
    this.family = family;
    this.settings = settings;
    this.source = family.source(settings);
    this.masterSeed = masterSeed;
    this.split = split;
  }

  /** Makes an item. */
  public Item item(long index) {
    ItemSeed seed = ItemSeed.of(family.name(), family.version(), masterSeed, split, index);
    OptionalInt level = level(seed.attempt(-1));
    int attempt = 0;
    int solvedDrafts = 0;
    for (; attempt < MOST_DRAFTS && solvedDrafts < MOST_SOLVED; attempt++) {
      int kind = FIRST_KIND - attempt / DRAFTS_OF_A_KIND;
      Optional<TaskSource.Draft> drawn =
          source.draw(seed.attempt(kind), seed.attempt(attempt), level);
      if (drawn.isEmpty()) {
        continue;
      }
      TaskSource.Draft draft = drawn.get();
      Fingerprint isomorphism = draft.isomorphism();
      if (!split.owns(isomorphism)) {
        continue;
      }
      solvedDrafts++;
      Optional<TaskSource.Solved> solved = draft.solve();
      if (solved.isEmpty() || !isOf(level, draft.problem(), solved.get().difficulty())) {
        continue;
      }
      Optional<TaskSource.Content> content = solved.get().write();
      if (content.isPresent()) {
        Task task =
            task(
                index,
                seed,
                draft.problem(),
                isomorphism,
                solved.get().difficulty(),
                content.get());
        return new Item.Made(task, task.duplicateKey());
      }
    }
    return new Item.Missed(
        index,
        "none of "
            + attempt
            + " drafts, of which "
            + solvedDrafts
            + " were of the split, was "
            + (level.isPresent() ? "of level " + level.getAsInt() : "one that can be asked about"));
  }

  private OptionalInt level(ItemRandom random) {
    return settings
        .levels()
        .map(range -> OptionalInt.of(random.between(range.from(), range.to())))
        .orElse(OptionalInt.empty());
  }

  private boolean isOf(OptionalInt level, String problem, Difficulty difficulty) {
    return level.isEmpty()
        || family.curriculum(problem).level(level.getAsInt()).contains(difficulty.hardness());
  }

  private Task task(
      long index,
      ItemSeed seed,
      String problem,
      Fingerprint isomorphism,
      Difficulty difficulty,
      TaskSource.Content content) {
    String hash = Hashing.of(content.spec() + '\n' + content.prompt()).hex().substring(0, 12);
    return new Task(
        family.name() + '-' + split.label() + '-' + index + '-' + hash,
        family.name(),
        family.version(),
        problem,
        split,
        index,
        seed.hex(),
        content.prompt(),
        content.answerFormat(),
        content.spec(),
        Optional.of(content.reference()),
        Optional.of(content.certificate()),
        difficulty,
        content.guessFloor(),
        isomorphism.hex());
  }
}
