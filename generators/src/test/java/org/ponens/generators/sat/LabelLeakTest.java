package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ponens.generators.sat.instance.Instance;
import org.ponens.generators.sat.instance.InstanceSource;
import org.ponens.generators.sat.instance.InstanceSources;
import org.ponens.generators.sat.instance.Wanted;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.prompt.Format;
import org.ponens.generators.sat.prompt.PromptWriter;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Settings;

/**
 * Whether a formula is satisfiable does not show in its size, its shape or its prompt: the best
 * threshold on a feature, found on one half of the formulas, is no better than a coin on the other.
 */
class LabelLeakTest {

  private static final int DRAWS = 400 * SatTasks.FACTOR;

  /** Of a normal distribution: so that of 20 kinds of formulas with 26 features hardly one errs. */
  private static final double DEVIATIONS = 4.1;

  /** What an effect too small to be worth a guess may add. */
  private static final double NEGLIGIBLE = 0.03;

  /**
   * Features that are bound to satisfiability, with how often they were right on 1,000 of 2,000
   * formulas where they were best. Where signs lean to one side there are more models: a formula of
   * signs drawn blindly leans more if it is satisfiable (0.68 for uniform and xor with 4 variables,
   * 0.56 to 0.63 with 8 and 12). In a parity formula the number of variables with two equal signs,
   * taken modulo 2, is the answer itself (0.62 with 8 variables).
   */
  private static final Map<String, Double> BOUND_TO_THE_LABEL =
      Map.of("largest lean", 0.69, "all leans", 0.69, "pure literals", 0.63);

  @ParameterizedTest
  @CsvSource({
    "satquest, 4",
    "satquest, 8",
    "satquest, 12",
    "uniform, 4",
    "uniform, 8",
    "uniform, 12",
    "planted, 4",
    "planted, 8",
    "planted, 12",
    "xor, 4",
    "xor, 8",
    "xor, 12",
    "cardinality, 4",
    "cardinality, 8",
    "cardinality, 12",
    "pigeonhole, 8",
    "pigeonhole, 12",
    "parity, 8",
    "parity, 12",
    "colouring, 12",
    "colouring, 20"
  })
  void theLabel_isNotToldBySurfaceFeatures(String source, int variables)
      throws InvalidSettingException {
    List<SortedMap<String, Double>> formulas = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    draw(source, variables, formulas, labels);
    int half = DRAWS / 2;
    assertThat(formulas).hasSize(DRAWS);
    double share = labels.stream().filter(label -> label).count() / (double) DRAWS;
    assertThat(share).isBetween(0.5 - luck(DRAWS), 0.5 + luck(DRAWS));
    for (String feature : formulas.getFirst().keySet()) {
      double accuracy = accuracy(feature, formulas, labels);
      double bound = BOUND_TO_THE_LABEL.getOrDefault(feature, 0.5 + NEGLIGIBLE);
      assertThat(accuracy).as(feature).isLessThanOrEqualTo(bound + luck(half));
    }
  }

  /** Half of SATQuest's satisfiable formulas of 6 variables or so repeat a clause, no others do. */
  @Test
  void aClauseRepeatedInHalfOfTheSatisfiableFormulas_wouldBeNoticed()
      throws InvalidSettingException {
    List<SortedMap<String, Double>> formulas = new ArrayList<>();
    List<Boolean> labels = new ArrayList<>();
    draw("satquest", 6, formulas, labels);
    for (int i = 0; i < DRAWS; i++) {
      assertThat(formulas.get(i)).containsEntry("duplicates", 0.0);
      if (labels.get(i) && i % 2 == 0) {
        formulas.get(i).put("duplicates", 1.0);
      }
    }
    assertThat(accuracy("duplicates", formulas, labels))
        .isGreaterThan(0.5 + NEGLIGIBLE + luck(DRAWS / 2));
  }

  private static double accuracy(
      String feature, List<SortedMap<String, Double>> formulas, List<Boolean> labels) {
    List<Stump.Example> examples = new ArrayList<>();
    for (int i = 0; i < DRAWS; i++) {
      examples.add(new Stump.Example(formulas.get(i).getOrDefault(feature, 0.0), labels.get(i)));
    }
    int half = DRAWS / 2;
    return Stump.fitted(examples.subList(0, half)).accuracy(examples.subList(half, DRAWS));
  }

  private static double luck(int size) {
    return DEVIATIONS * Math.sqrt(0.25 / size);
  }

  private static void draw(
      String name, int variables, List<SortedMap<String, Double>> formulas, List<Boolean> labels)
      throws InvalidSettingException {
    InstanceSource source =
        InstanceSources.of(Settings.of(SatTasks.FAMILY, Map.of("source", name), "")).getFirst();
    Wanted wanted = new Wanted(Problem.Need.EITHER, variables, false);
    for (int seed = 0; formulas.size() < DRAWS && seed < 4 * DRAWS; seed++) {
      ItemRandom random = new ItemRandom(seed, variables);
      Optional<Instance> drawn = source.draw(wanted, random);
      if (drawn.isPresent()) {
        SortedMap<String, Double> features = new TreeMap<>(Surface.of(drawn.get().cnf()));
        Asked asked = Asked.of(Problem.DECISION, drawn.get().cnf());
        for (Format format : List.of(Format.DIMACS, Format.STORY)) {
          String prompt = PromptWriter.write(format, asked, AnswerFormat.TAG, random).text();
          features.put("length as " + format.label(), (double) prompt.length());
        }
        formulas.add(features);
        labels.add(drawn.get().satisfiable());
      }
    }
  }
}
