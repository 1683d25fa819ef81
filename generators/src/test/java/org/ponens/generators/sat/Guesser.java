package org.ponens.generators.sat;

import java.math.BigInteger;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.problem.SatAnswer;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.solvers.sat.Refutation;

/** Answers without a look at the formula but for its size. */
interface Guesser {

  /** An answer to what is asked; empty if this is none to guess so. */
  Optional<String> guess(Asked asked, ItemRandom random);

  /** Answers that are always the same for their problem and size. */
  static SortedMap<String, Guesser> constants() {
    SortedMap<String, Guesser> all = new TreeMap<>();
    all.put("all false", valuations((asked, random) -> new BitSet()));
    all.put("all true", valuations((asked, random) -> range(1, asked.cnf().variables() + 1)));
    all.put("first", positions((asked, random) -> range(0, 1)));
    all.put("last", positions((asked, random) -> range(size(asked) - 1, size(asked))));
    all.put("whole", positions((asked, random) -> range(0, size(asked))));
    all.put("none", positions((asked, random) -> new BitSet()));
    for (int number = 0; number < 4; number++) {
      BigInteger count = BigInteger.valueOf(number);
      all.put(
          "count " + number, of(Problem.COUNT, (asked, random) -> new SatAnswer.Counted(count)));
    }
    all.put(
        "no backbone", of(Problem.BACKBONE, (asked, random) -> new SatAnswer.Frozen(List.of())));
    all.put(
        "false at once",
        of(
            Problem.REFUTATION,
            (asked, random) ->
                new SatAnswer.Refuted(
                    new Refutation(List.of(new Refutation.Resolvent(new int[0], 1, 2))))));
    return all;
  }

  /** Answers that are right now and then. */
  static SortedMap<String, Guesser> random() {
    SortedMap<String, Guesser> all = new TreeMap<>();
    all.put("yes", of(Problem.DECISION, (asked, random) -> new SatAnswer.Decided(true)));
    all.put("no", of(Problem.DECISION, (asked, random) -> new SatAnswer.Decided(false)));
    all.put(
        "coin",
        of(Problem.DECISION, (asked, random) -> new SatAnswer.Decided(random.nextBoolean())));
    all.put(
        "equivalent",
        of(Problem.EQUIVALENCE, (asked, random) -> new SatAnswer.Compared(Optional.empty())));
    all.put("valuation", valuations(Guesser::valuation));
    all.put(
        "light valuation",
        valuations((asked, random) -> some(1, asked.cnf().variables(), 0.25, random)));
    all.put("subset", positions((asked, random) -> some(0, size(asked) - 1, 0.5, random)));
    for (int k = 1; k <= 4; k++) {
      int wanted = k;
      all.put("subset of " + k, positions((asked, random) -> exactly(wanted, size(asked), random)));
    }
    all.put(
        "count",
        of(
            Problem.COUNT,
            (asked, random) ->
                new SatAnswer.Counted(
                    BigInteger.valueOf(random.between(1, 1 << asked.cnf().variables())))));
    all.put(
        "remainder",
        of(
            Problem.COUNT_MODULO,
            (asked, random) ->
                new SatAnswer.Counted(
                    BigInteger.valueOf(random.nextInt(asked.modulus().orElseThrow())))));
    all.put(
        "literal",
        of(
            Problem.BACKBONE,
            (asked, random) -> {
              int variable = random.between(1, asked.cnf().variables());
              return new SatAnswer.Frozen(List.of(random.nextBoolean() ? variable : -variable));
            }));
    return all;
  }

  /** The answer that was most frequent for the problem and the number of variables. */
  static Guesser majority(List<Target> seen) {
    Map<String, Map<String, Long>> answers =
        seen.stream()
            .collect(
                Collectors.groupingBy(
                    target -> key(target.spec().asked()),
                    Collectors.groupingBy(Guesser::plain, Collectors.counting())));
    return (asked, random) ->
        Optional.ofNullable(answers.get(key(asked)))
            .flatMap(
                counts ->
                    counts.entrySet().stream()
                        .max(
                            Map.Entry.<String, Long>comparingByValue()
                                .thenComparing(Map.Entry.comparingByKey(Comparator.reverseOrder())))
                        .map(Map.Entry::getKey));
  }

  private static String key(Asked asked) {
    return asked.problem() + " " + asked.cnf().variables();
  }

  private static String plain(Target target) {
    Asked asked = target.spec().asked();
    return Answers.read(asked, target.spec().vocabulary(), target.reference())
        .orElseThrow()
        .text(asked, Vocabulary.none());
  }

  /** Draws what an answer is made of. */
  @FunctionalInterface
  interface Draw<T> {
    T draw(Asked asked, ItemRandom random);
  }

  private static Guesser of(Problem problem, Draw<SatAnswer> draw) {
    return (asked, random) ->
        asked.problem() == problem
            ? Optional.of(draw.draw(asked, random).text(asked, Vocabulary.none()))
            : Optional.empty();
  }

  private static Guesser valuations(Draw<BitSet> draw) {
    return guesser(
        draw,
        problem ->
            switch (problem) {
              case ASSIGNMENT, MAXSAT, CERTIFICATE, MINIMAL_MODEL, FIRST_MODEL ->
                  Optional.of(SatAnswer.Assigned::new);
              case EQUIVALENCE ->
                  Optional.of(valuation -> new SatAnswer.Compared(Optional.of(valuation)));
              default -> Optional.empty();
            });
  }

  private static Guesser positions(Draw<BitSet> draw) {
    return guesser(
        draw,
        problem ->
            switch (problem) {
              case MCS, MUS, CERTIFICATE -> Optional.of(SatAnswer.Chosen::new);
              default -> Optional.empty();
            });
  }

  private static Guesser guesser(
      Draw<BitSet> draw, Function<Problem, Optional<Function<BitSet, SatAnswer>>> form) {
    return (asked, random) ->
        form.apply(asked.problem())
            .map(f -> f.apply(draw.draw(asked, random)).text(asked, Vocabulary.none()));
  }

  private static int size(Asked asked) {
    return asked.cnf().constraints().size();
  }

  private static BitSet range(int from, int to) {
    BitSet set = new BitSet();
    set.set(from, to);
    return set;
  }

  private static BitSet valuation(Asked asked, ItemRandom random) {
    return some(1, asked.cnf().variables(), 0.5, random);
  }

  private static BitSet some(int from, int to, double chance, ItemRandom random) {
    BitSet set = new BitSet();
    for (int i = from; i <= to; i++) {
      set.set(i, random.chance(chance));
    }
    return set;
  }

  private static BitSet exactly(int wanted, int size, ItemRandom random) {
    BitSet set = new BitSet();
    int[] order = random.permutation(size);
    for (int i = 0; i < Math.min(wanted, size); i++) {
      set.set(order[i]);
    }
    return set;
  }
}
