package org.ponens.generators.sat.instance;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.generators.sat.problem.Problem.Need;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Settings.Range;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;

class InstanceSourcesTest {

  private static final int DRAWS = 600;

  private static InstanceSource source(String name) {
    return InstanceSources.of(name, Tuning.INITIAL, List.of());
  }

  private static int least(Cnf cnf) {
    int least = Integer.MAX_VALUE;
    for (long bits = 0; bits < 1L << cnf.variables(); bits++) {
      BitSet model = BitSet.valueOf(new long[] {bits << 1});
      least = Math.min(least, cnf.violations(model));
    }
    return least;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "satquest",
        "uniform",
        "planted",
        "xor",
        "cardinality",
        "pigeonhole",
        "parity",
        "colouring"
      })
  void draw_meetsWhatIsWanted(String name) {
    int drawn = 0;
    for (Need need : Need.values()) {
      for (int n = 3; n <= 10; n++) {
        for (int seed = 0; seed < 8; seed++) {
          Wanted wanted = new Wanted(need, n, !name.equals("cardinality"));
          Optional<Instance> first = source(name).draw(wanted, new ItemRandom(n, seed));
          assertThat(source(name).draw(wanted, new ItemRandom(n, seed))).isEqualTo(first);
          if (first.isPresent()) {
            drawn++;
            Instance instance = first.get();
            Cnf cnf = instance.cnf();
            assertThat(least(cnf) == 0).isEqualTo(instance.satisfiable());
            assertThat(need == Need.EITHER || (need == Need.SATISFIABLE) == instance.satisfiable())
                .isTrue();
            assertThat(cnf.isClausal() || !wanted.clausesOnly()).isTrue();
            assertThat(occurrences(cnf)).doesNotContain(0);
          }
        }
      }
    }
    assertThat(drawn).isGreaterThan(20);
  }

  private static List<Integer> occurrences(Cnf cnf) {
    int[] counts = new int[cnf.variables()];
    for (Constraint constraint : cnf.constraints()) {
      for (int literal : constraint.literals()) {
        counts[Math.abs(literal) - 1]++;
      }
    }
    return Arrays.stream(counts).boxed().toList();
  }

  /**
   * Features of the skeleton only; how models fall (such as a majority vote of the signs) is what a
   * formula says, and not probed.
   */
  private static double[] features(Cnf cnf) {
    double[] features = new double[11];
    Set<List<Integer>> distinct = new HashSet<>();
    int literals = 0;
    for (Constraint constraint : cnf.constraints()) {
      List<Integer> sorted = Arrays.stream(constraint.literals()).sorted().boxed().toList();
      features[0] += distinct.add(sorted) ? 0 : 1;
      features[Math.min(5, constraint.size())]++;
      for (int literal : sorted) {
        literals++;
        features[6] += literal > 0 ? 1 : 0;
        features[7] += sorted.contains(-literal) ? 1 : 0;
      }
    }
    features[6] /= literals;
    features[8] = cnf.variables();
    features[9] = cnf.constraints().size();
    features[10] = occurrences(cnf).stream().mapToInt(Integer::intValue).max().orElse(0);
    return features;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "satquest",
        "uniform",
        "planted",
        "xor",
        "cardinality",
        "pigeonhole",
        "parity",
        "colouring"
      })
  void draw_doesNotGiveTheLabelAway_toThresholdsOfSurfaceFeatures(String name) {
    List<double[]> features = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    for (int seed = 0; seed < DRAWS; seed++) {
      Wanted wanted = new Wanted(Need.EITHER, 10 + seed % 3, false);
      Optional<Instance> drawn = source(name).draw(wanted, new ItemRandom(99, seed));
      if (drawn.isPresent()) {
        features.add(features(drawn.get().cnf()));
        labels.add(drawn.get().satisfiable());
      }
    }
    int size = labels.size();
    assertThat(size).isGreaterThan(DRAWS / 2);
    double bound = 0.60 + 2 * Math.sqrt(0.25 / (size - size / 2));
    for (int feature = 0; feature < 11; feature++) {
      double best = -1;
      double threshold = 0;
      boolean above = true;
      for (int i = 0; i < size / 2; i++) {
        double at = features.get(i)[feature];
        double right = accuracy(features, labels, feature, at, true, 0, size / 2);
        if (Math.max(right, 1 - right) > best) {
          best = Math.max(right, 1 - right);
          threshold = at;
          above = right >= 0.5;
        }
      }
      assertThat(accuracy(features, labels, feature, threshold, above, size / 2, size))
          .as("feature %d of %d draws", feature, size)
          .isLessThan(bound);
    }
  }

  private static double accuracy(
      List<double[]> features,
      List<Boolean> labels,
      int feature,
      double threshold,
      boolean above,
      int from,
      int to) {
    int right = 0;
    for (int i = from; i < to; i++) {
      boolean guess = (features.get(i)[feature] >= threshold) == above;
      right += guess == labels.get(i) ? 1 : 0;
    }
    return (double) right / (to - from);
  }

  @ParameterizedTest
  @ValueSource(strings = {"satquest", "uniform", "planted"})
  void draw_reachesRareLabels_andTwoViolations(String name) {
    Range two = new Range(2, 2);
    Tuning tuning = new Tuning(random -> 4, new Range(3, 3), new Range(3, 3), two);
    int drawn = 0;
    for (int seed = 0; seed < 10; seed++) {
      Wanted wanted = new Wanted(Need.UNSATISFIABLE, 9, true);
      Optional<Instance> instance =
          InstanceSources.of(name, tuning, List.of()).draw(wanted, new ItemRandom(5, seed));
      if (instance.isPresent()) {
        drawn++;
        assertThat(least(instance.get().cnf())).isGreaterThanOrEqualTo(2);
      }
    }
    assertThat(drawn).isPositive();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "satquest",
        "uniform",
        "planted",
        "xor",
        "cardinality",
        "pigeonhole",
        "parity",
        "colouring"
      })
  void draw_ends_whateverTheSettings(String name) {
    for (double ratio : new double[] {0.5, 20}) {
      for (int k : new int[] {2, 8}) {
        for (int n : new int[] {-1, 0, 1, 3, 10}) {
          Tuning tuning =
              new Tuning(random -> ratio, new Range(k, k), new Range(2, 5), new Range(1, 2));
          Wanted wanted = new Wanted(Need.EITHER, n, true);
          Optional<Instance> drawn =
              InstanceSources.of(name, tuning, List.of()).draw(wanted, new ItemRandom(k, n));
          assertThat(drawn.isPresent() && n < 3).isFalse();
        }
      }
    }
  }

  @Test
  void file_renamesTheFormulas_ofTheWantedLabel() {
    Cnf satisfiable = Cnf.ofClauses(5, new int[] {1, -4}, new int[] {2, 4});
    Cnf unsatisfiable = Cnf.ofClauses(1, new int[] {1}, new int[] {-1});
    InstanceSource source =
        InstanceSources.of("file", Tuning.INITIAL, List.of(satisfiable, unsatisfiable));
    for (int seed = 0; seed < 20; seed++) {
      Instance drawn =
          source.draw(new Wanted(Need.EITHER, 9, true), new ItemRandom(1, seed)).orElseThrow();
      assertThat(drawn.cnf().variables()).isEqualTo(drawn.satisfiable() ? 3 : 1);
      assertThat(least(drawn.cnf()) == 0).isEqualTo(drawn.satisfiable());
    }
    assertThat(
            InstanceSources.of("file", Tuning.INITIAL, List.of(satisfiable))
                .draw(new Wanted(Need.EITHER, 9, true), new ItemRandom(1, 1)))
        .isEmpty();
  }
}
