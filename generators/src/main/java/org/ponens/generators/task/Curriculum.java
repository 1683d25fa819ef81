package org.ponens.generators.task;

import java.util.List;

/**
 * Levels of measured difficulty, from 1: bands of {@link Difficulty#hardness}, one after the other.
 */
public record Curriculum(List<Level> levels) {

  /**
   * A band.
   *
   * @param number from 1
   * @param from the least hardness in it
   * @param to the least hardness above it
   */
  public record Level(int number, double from, double to) {

    /** Whether a task this hard belongs to the level. */
    public boolean contains(double hardness) {
      return from <= hardness && hardness < to;
    }
  }

  public Curriculum {
    levels = List.copyOf(levels);
    for (int i = 0; i < levels.size(); i++) {
      Level level = levels.get(i);
      if (level.number() != i + 1
          || !(level.from() < level.to())
          || (i > 0 && levels.get(i - 1).to() != level.from())) {
        throw new IllegalArgumentException("levels follow one another: " + levels);
      }
    }
  }

  /** Levels between these bounds of hardness, which rise: one level fewer than bounds. */
  public static Curriculum of(double... bounds) {
    Level[] levels = new Level[bounds.length - 1];
    for (int i = 0; i < levels.length; i++) {
      levels[i] = new Level(i + 1, bounds[i], bounds[i + 1]);
    }
    return new Curriculum(List.of(levels));
  }

  /** A level by its number, from 1. */
  public Level level(int number) {
    return levels.get(number - 1);
  }

  /** The number of the level that a task this hard belongs to; the nearest one where none does. */
  public int levelOf(double hardness) {
    for (Level level : levels) {
      if (hardness < level.to()) {
        return level.number();
      }
    }
    return levels.size();
  }
}
