package org.ponens.app.generate;

import java.util.Map;
import java.util.StringJoiner;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.TaskFamily;

/**
 * What was ordered: which tasks, how many, and in which shape.
 *
 * @param family that makes them
 * @param settings of the family
 * @param seed the master seed
 * @param split that they belong to
 * @param layout of the lines
 * @param withReference whether solutions are written
 * @param count of tasks in all shards
 * @param shard which part of the items to make
 * @param threads that make them
 * @param file the name of the file, for messages
 */
record Order(
    TaskFamily family,
    Settings settings,
    long seed,
    Split split,
    Layout layout,
    boolean withReference,
    long count,
    Shard shard,
    int threads,
    String file) {

  /**
   * A part of the items: the first {@code count} indices are cut into {@code of} ranges of nearly
   * the same size, so that the files of all shards, one behind the other, hold the items in their
   * order.
   *
   * @param number from 1
   * @param of how many shards there are; 1 for all items in one file
   */
  record Shard(int number, int of) {

    static final Shard WHOLE = new Shard(1, 1);

    Shard {
      if (number < 1 || number > of) {
        throw new IllegalArgumentException(
            "a shard is K/N with K from 1 to N, not " + number + "/" + of);
      }
    }

    @Override
    public String toString() {
      return number + "/" + of;
    }
  }

  boolean isShard() {
    return shard.of() > 1;
  }

  long firstIndex() {
    return cut(shard.number() - 1);
  }

  /** The index behind the last that may be made. */
  long endIndex() {
    return isShard() ? cut(shard.number()) : Long.MAX_VALUE;
  }

  private long cut(int number) {
    return Math.floorDiv(Math.multiplyExact(count, number), shard.of());
  }

  String describe(long line) {
    return file + " line " + line;
  }

  /** The command that gives the same bytes, wherever they go. */
  String command() {
    StringJoiner command = new StringJoiner(" ", "ponens generate ", "");
    command.add(family.name()).add("--count").add(Long.toString(count));
    settings.levels().ifPresent(levels -> command.add("--level").add(levels.toString()));
    command.add("--seed").add(Long.toString(seed)).add("--split").add(split.label());
    for (Map.Entry<String, String> knob : settings.asked().entrySet()) {
      String setting = knob.getKey() + "=" + knob.getValue();
      command.add("--set").add(isPlain(setting) ? setting : quoted(setting));
    }
    command.add("--layout").add(layout.label());
    if (!withReference) {
      command.add("--without-reference");
    }
    if (isShard()) {
      command.add("--shard").add(shard.toString());
    }
    return command.toString();
  }

  private static boolean isPlain(String word) {
    return word.chars()
        .allMatch(c -> c < 128 && (Character.isLetterOrDigit(c) || "=.,_-/:".indexOf(c) >= 0));
  }

  private static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }
}
