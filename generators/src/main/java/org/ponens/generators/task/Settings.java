package org.ponens.generators.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.ponens.grammar.layout.Names;

/** What a user asked of a family: its knobs, checked, and perhaps levels. Immutable. */
public final class Settings {

  private final Map<String, Knob> knobs = new TreeMap<>();
  private final SortedMap<String, String> asked;
  private final Map<String, Value> values = new TreeMap<>();
  private final Optional<Range> levels;

  /** Whole numbers from one to another, both included. */
  public record Range(int from, int to) {

    @Override
    public String toString() {
      return from == to ? Integer.toString(from) : from + ".." + to;
    }
  }

  private record RealRange(double from, double to) {}

  private sealed interface Value {
    record Whole(List<Range> ranges) implements Value {}

    record Real(List<RealRange> ranges) implements Value {}

    record Choice(List<String> chosen) implements Value {}

    record Text(String text) implements Value {}
  }

  private Settings(TaskFamily family, Map<String, String> asked, Optional<Range> levels) {
    for (Knob knob : family.knobs()) {
      knobs.put(knob.name(), knob);
    }
    this.asked = Collections.unmodifiableSortedMap(new TreeMap<>(asked));
    this.levels = levels;
  }

  /**
   * Reads what a user wrote.
   *
   * @param asked texts by the name of the knob: {@code variables=5..10}, {@code problem=mus,mcs}
   * @param levels {@code 3} or {@code 1..5}; empty for none
   * @throws InvalidSettingException if there is no such knob or it can't be that; says what it can
   */
  public static Settings of(TaskFamily family, Map<String, String> asked, String levels)
      throws InvalidSettingException {
    Optional<Range> range = Optional.empty();
    if (!levels.isBlank()) {
      int most = family.curriculum(family.problems().getFirst()).levels().size();
      range = Optional.of(whole("level", levels, 1, most));
    }
    Settings settings = new Settings(family, asked, range);
    for (String name : asked.keySet()) {
      if (!settings.knobs.containsKey(name)) {
        throw new InvalidSettingException(
            "unknown knob '"
                + name
                + "' for family "
                + family.name()
                + Names.closest(name, settings.knobs.keySet())
                    .map(close -> "; did you mean '" + close + "'?")
                    .orElse("; it has " + String.join(", ", settings.knobs.keySet())));
      }
    }
    for (Knob knob : settings.knobs.values()) {
      settings.values.put(knob.name(), read(knob, asked.getOrDefault(knob.name(), knob.initial())));
    }
    return settings;
  }

  private static Value read(Knob knob, String text) throws InvalidSettingException {
    return switch (knob) {
      case Knob.Whole k -> {
        List<Range> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
          ranges.add(whole(k.name(), part, k.least(), k.most()));
        }
        yield new Value.Whole(List.copyOf(ranges));
      }
      case Knob.Real k -> {
        List<RealRange> ranges = new ArrayList<>();
        for (String part : text.split(",", -1)) {
          ranges.add(real(k, part));
        }
        yield new Value.Real(List.copyOf(ranges));
      }
      case Knob.Choice k -> choice(k, text);
      case Knob.Text k -> new Value.Text(text);
    };
  }

  private static Range whole(String name, String text, int least, int most)
      throws InvalidSettingException {
    String[] ends = ends(text);
    try {
      Range range =
          new Range(
              Integer.parseInt(ends[0].strip()), Integer.parseInt(ends[ends.length - 1].strip()));
      if (ends.length <= 2 && least <= range.from && range.from <= range.to && range.to <= most) {
        return range;
      }
    } catch (NumberFormatException e) {
      // Said below, with what it can be.
    }
    throw new InvalidSettingException(
        name
            + "="
            + text
            + ": a whole number from "
            + least
            + " to "
            + most
            + ", or a range such as "
            + least
            + ".."
            + Math.min(most, least + 4));
  }

  private static RealRange real(Knob.Real knob, String text) throws InvalidSettingException {
    String[] ends = ends(text);
    try {
      double from = Double.parseDouble(ends[0].strip());
      double to = Double.parseDouble(ends[ends.length - 1].strip());
      if (ends.length <= 2 && knob.least() <= from && from <= to && to <= knob.most()) {
        return new RealRange(from, to);
      }
    } catch (NumberFormatException e) {
      // Said below, with what it can be.
    }
    throw new InvalidSettingException(
        knob.name()
            + "="
            + text
            + ": a number from "
            + knob.least()
            + " to "
            + knob.most()
            + ", or a range such as "
            + knob.least()
            + ".."
            + knob.most());
  }

  private static Value choice(Knob.Choice knob, String text) throws InvalidSettingException {
    if (text.strip().equalsIgnoreCase("all")) {
      return new Value.Choice(knob.values());
    }
    List<String> chosen = new ArrayList<>();
    for (String word : text.split(",", -1)) {
      String value = word.strip().toLowerCase(Locale.ROOT);
      if (!knob.values().contains(value)) {
        throw new InvalidSettingException(
            knob.name() + "=" + word.strip() + ": one or several of " + knob.domain() + ", or all");
      }
      if (!chosen.contains(value)) {
        chosen.add(value);
      }
    }
    return new Value.Choice(List.copyOf(chosen));
  }

  private static String[] ends(String text) {
    return text.split("\\.\\.", -1);
  }

  /** What the user asked for, by name, as written. */
  public SortedMap<String, String> asked() {
    return asked;
  }

  /** Whether the user set this knob. */
  public boolean isSet(String knob) {
    return asked.containsKey(knob);
  }

  /** The levels asked for. */
  public Optional<Range> levels() {
    return levels;
  }

  /** The range from the least to the largest value that a whole knob can have. */
  public Range range(String knob) {
    List<Range> ranges = ((Value.Whole) value(knob)).ranges();
    return new Range(
        ranges.stream().mapToInt(Range::from).min().orElseThrow(),
        ranges.stream().mapToInt(Range::to).max().orElseThrow());
  }

  /** A value of a whole knob, uniform in its range; of several ranges, each is as likely. */
  public int whole(String knob, ItemRandom random) {
    Range range = one(((Value.Whole) value(knob)).ranges(), random);
    return random.between(range.from(), range.to());
  }

  private static <T> T one(List<T> ranges, ItemRandom random) {
    return ranges.size() == 1 ? ranges.getFirst() : random.pick(ranges);
  }

  /** A value of a real knob, uniform in its range; of several ranges, each is as likely. */
  public double real(String knob, ItemRandom random) {
    RealRange range = one(((Value.Real) value(knob)).ranges(), random);
    return range.from() + random.nextDouble() * (range.to() - range.from());
  }

  /** The words chosen for a choice knob. */
  public List<String> choices(String knob) {
    return ((Value.Choice) value(knob)).chosen();
  }

  /** One of the words chosen, each as likely. */
  public String choice(String knob, ItemRandom random) {
    return random.pick(choices(knob));
  }

  /** The text of a text knob. */
  public String text(String knob) {
    return ((Value.Text) value(knob)).text();
  }

  private Value value(String knob) {
    Value value = values.get(knob);
    if (value == null) {
      throw new IllegalArgumentException("no knob " + knob + " among " + values.keySet());
    }
    return value;
  }

  @Override
  public String toString() {
    String level = levels.map(range -> "level=" + range + " ").orElse("");
    return level
        + asked.entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .collect(Collectors.joining(" "));
  }
}
