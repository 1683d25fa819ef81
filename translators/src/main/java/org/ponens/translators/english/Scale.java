package org.ponens.translators.english;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A scale on which English compares things, with the words for its two ends. Which end is "low"
 * only gives the ends names; which one has the small numbers is for the program's labels to say.
 */
@SuppressWarnings("ImmutableEnumChecker") // made by List.of
public enum Scale {
  HORIZONTAL(List.of("left", "leftmost"), List.of("right", "rightmost")),
  AGE(
      List.of("old", "older", "oldest"),
      List.of("new", "newer", "newest", "young", "younger", "youngest", "recent")),
  PRICE(
      List.of("cheap", "cheaper", "cheapest"),
      List.of("expensive", "costly", "costlier", "costliest", "pricier", "priciest")),
  RANK(
      List.of(
          "first",
          "above",
          "ahead",
          "before",
          "earlier",
          "earliest",
          "top",
          "topmost",
          "better",
          "best"),
      List.of("last", "below", "behind", "after", "later", "latest", "bottom", "worse", "worst")),
  HEIGHT(
      List.of("short", "shorter", "shortest", "low", "lower", "lowest"),
      List.of("tall", "taller", "tallest", "high", "higher", "highest")),
  SIZE(
      List.of("small", "smaller", "smallest"),
      List.of("large", "larger", "largest", "big", "bigger", "biggest")),
  WEIGHT(List.of("light", "lighter", "lightest"), List.of("heavy", "heavier", "heaviest")),
  SPEED(List.of("slow", "slower", "slowest"), List.of("fast", "faster", "fastest"));

  private final List<String> low;
  private final List<String> high;

  Scale(List<String> low, List<String> high) {
    this.low = low;
    this.high = high;
  }

  /** One end of a scale. */
  public record End(Scale scale, boolean high) {

    /** The other end. */
    public End opposite() {
      return new End(scale, !high);
    }
  }

  /** The end that a word points to. */
  static Optional<End> end(String word) {
    return Arrays.stream(values())
        .filter(scale -> scale.low.contains(word) || scale.high.contains(word))
        .map(scale -> new End(scale, scale.high.contains(word)))
        .findFirst();
  }
}
