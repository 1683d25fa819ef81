package org.ponens.generators.task;

import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Tasks for tests. */
public final class Samples {

  private Samples() {}

  /** A task whose texts have all that a line must escape. */
  public static Task task() {
    return new Task(
        "sums-train-7-0123456789ab",
        "sums",
        1,
        "add",
        Split.TRAIN,
        7,
        "000102030405060708090a0b0c0d0e0f",
        "What is \"2\" + 3?\nSay ∀ or \\.",
        AnswerFormat.TAG,
        "{\"a\":2,\"b\":3}",
        Optional.of("5"),
        Optional.of("{\"result\":5}"),
        new Difficulty(
            OptionalInt.of(3),
            new TreeMap<>(Map.of("size", "9")),
            new TreeMap<>(Map.of("digits", 2.0, "ratio", 4.25)),
            12.5),
        new GuessFloor(0, 0.25, 0.125),
        "ffeeddccbbaa99887766554433221100");
  }

  /** Tasks with any texts and numbers in them. */
  public static Arbitrary<Task> tasks() {
    Arbitrary<String> text = Arbitraries.strings().all().ofMaxLength(30).filter(Samples::isUnicode);
    Arbitrary<Double> number = Arbitraries.doubles();
    Arbitrary<Difficulty> difficulty =
        Combinators.combine(
                Arbitraries.integers().between(0, 20),
                Arbitraries.maps(text, text).ofMaxSize(3),
                Arbitraries.maps(text, number).ofMaxSize(3),
                number)
            .as(
                (level, knobs, measured, hardness) ->
                    new Difficulty(
                        level == 0 ? OptionalInt.empty() : OptionalInt.of(level),
                        new TreeMap<>(knobs),
                        new TreeMap<>(measured),
                        hardness));
    Arbitrary<GuessFloor> floor =
        Arbitraries.doubles()
            .between(0, 1)
            .array(double[].class)
            .ofSize(3)
            .map(p -> new GuessFloor(p[0], p[1], p[2]));
    return Combinators.combine(
            text,
            text,
            Arbitraries.of(Split.class),
            Arbitraries.longs().greaterOrEqual(0),
            Arbitraries.of(AnswerFormat.class),
            text.optional(),
            difficulty,
            floor)
        .as(
            (name, prompt, split, index, format, reference, hard, guess) ->
                new Task(
                    name,
                    "sums",
                    1,
                    "add",
                    split,
                    index,
                    "000102030405060708090a0b0c0d0e0f",
                    prompt,
                    format,
                    "{\"a\":2,\"b\":[true,null,1.5]}",
                    reference,
                    reference.map(text1 -> "{\"result\":5}"),
                    hard,
                    guess,
                    "ffeeddccbbaa99887766554433221100"));
  }

  /** UTF-8 can't write half a surrogate pair. */
  private static boolean isUnicode(String text) {
    return text.codePoints()
        .noneMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
  }
}
