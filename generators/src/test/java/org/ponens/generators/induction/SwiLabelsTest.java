package org.ponens.generators.induction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.generators.induction.problem.Asked;
import org.ponens.generators.induction.problem.Asked.Case;
import org.ponens.generators.induction.problem.Facts;
import org.ponens.generators.induction.problem.ObjectNames;
import org.ponens.generators.induction.rule.RuleClass;
import org.ponens.generators.task.Task;

/** SWI-Prolog labels as we do, rule by rule. Skipped where swipl is not installed. */
class SwiLabelsTest {

  private static final int LABELS = 10_000;
  private static final int OF_EACH = 8;

  private static final String DRIVER =
      """
      :- use_module(library(aggregate)).
      run(Dir, I) :-
        format(atom(File), '~w/~d.pl', [Dir, I]),
        load_files(File, [silent(true)]),
        forall(case(T), ( call_label(T) -> write(1) ; write(0) )),
        nl,
        abolish_all_tables,
        unload_file(File).
      call_label(T) :- target(P), G =.. [P, T], once(G).
      main(Dir, N) :- forall(between(1, N, I), run(Dir, I)).
      """;

  @Test
  void labels_areThoseOfSwiProlog(@TempDir Path folder) throws Exception {
    assumeTrue(isInstalled(), "swipl is not installed");
    List<List<Case>> worlds = new ArrayList<>();
    List<Task> tasks = new ArrayList<>();
    int labels = 0;
    int drawn = 0;
    for (int round = 0; labels < LABELS; round++) {
      for (RuleClass ruleClass : RuleClass.values()) {
        String level = Integer.toString(1 + 7 * drawn++ % 20);
        for (Task task :
            InductionTasks.draw(
                Map.of("problem", ruleClass.label()), level, 100 + round, OF_EACH)) {
          Asked asked = InductionTasks.asked(task);
          List<Case> cases = new ArrayList<>(asked.shown());
          cases.addAll(asked.hidden());
          worlds.add(cases);
          tasks.add(task);
          labels += cases.size();
          Files.writeString(
              folder.resolve(worlds.size() + ".pl"),
              program(asked, cases, task.reference().orElseThrow()));
        }
      }
    }
    List<String> answers = swipl(folder, worlds.size());
    List<String> wrong = new ArrayList<>();
    for (int i = 0; i < worlds.size(); i++) {
      StringBuilder ours = new StringBuilder();
      worlds.get(i).forEach(one -> ours.append(one.isPositive() ? '1' : '0'));
      if (!answers.get(i).contentEquals(ours)) {
        wrong.add(answers.get(i) + "\n" + ours + "\n" + tasks.get(i).reference().orElseThrow());
      }
    }
    System.out.println(labels + " labels of " + worlds.size() + " tasks, wrong: " + wrong.size());
    assertThat(wrong).isEmpty();
  }

  private static String program(Asked asked, List<Case> cases, String rule) {
    ObjectNames names = new ObjectNames(asked.schema());
    StringBuilder text = new StringBuilder(":- style_check(-discontiguous).\n");
    text.append("target(").append(asked.schema().target()).append(").\n");
    for (int i = 0; i < cases.size(); i++) {
      text.append("case(").append(names.example(i)).append(").\n");
      text.append(Facts.text(cases.get(i).example(), i));
    }
    return text.append(rule).append('\n').toString();
  }

  private static List<String> swipl(Path folder, int worlds) throws Exception {
    Path driver = folder.resolve("driver.pl");
    Files.writeString(driver, DRIVER);
    Path out = folder.resolve("out");
    Process process =
        new ProcessBuilder(
                "swipl",
                "-g",
                "main('" + folder + "', " + worlds + ")",
                "-t",
                "halt",
                driver.toString())
            .redirectOutput(out.toFile())
            .redirectError(folder.resolve("err").toFile())
            .start();
    assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
    List<String> lines = Files.readAllLines(out);
    assertThat(lines).as(Files.readString(folder.resolve("err"))).hasSize(worlds);
    return lines;
  }

  private static boolean isInstalled() throws InterruptedException {
    try {
      return new ProcessBuilder("swipl", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
