package org.ponens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ponens.generators.Families;
import org.ponens.generators.sat.SatFamily;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.TaskStream;
import org.ponens.generators.verify.Verification;
import org.ponens.grammar.fol.Fol;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.Entailment;
import org.ponens.solvers.fol.Verdict;
import org.ponens.solvers.planning.Planner;
import org.ponens.solvers.planning.PlanningOutcome;
import org.ponens.solvers.planning.validation.Feedback;
import org.ponens.solvers.planning.validation.Validator;

/** The README's Java is this Java, and it runs. */
class ReadmeTest {

  private static String readme() throws IOException {
    String story =
        """
        Premises:
        all x. (Tea(x) -> Warm(x)
        Tea(sencha)
        Conclusion:
        Warm(sencha)
        """;
    FolProblem problem =
        Fol.parse(story).value().orElseThrow(); // a ')' was missing: noted and repaired
    Verdict verdict = Entailment.decide(problem, Budget.of(Duration.ofSeconds(1)));
    return switch (verdict) {
      case Verdict.Entailed(var proof, var support) ->
          "follows from premises " + support.premises();
      case Verdict.Refuted(var proof, var support) ->
          "is refuted by premises " + support.premises();
      case Verdict.Independent(var yes, var no) -> "is open, for it is false here:\n" + no.print();
      case Verdict.InconsistentPremises(var core, var minimal, var proof) ->
          "contradiction in " + core;
      case Verdict.Undecided undecided -> "not decided within " + undecided.elapsed();
    };
  }

  private static String tasks() throws InvalidSettingException, InvalidTaskException {
    TaskFamily family = new SatFamily();
    Settings settings = Settings.of(family, Map.of("problem", "mus"), "1..5");
    TaskStream stream = new TaskStream(family, settings, 42, Split.TRAIN);
    String said = "nothing was made";
    if (stream.item(7) instanceof TaskStream.Item.Made made) {
      Task task = made.task();
      Verification verification =
          Verification.of(task, Families.builtIn()::find, Verification.DEFAULT_STEPS);
      said = verification.judge("<think>Hm.</think> <answer>1 2 5</answer>").status();
    }
    return said;
  }

  @Test
  void readme_showsHowTasksAreMadeAndVerified() throws Exception {
    assertThat(tasks()).isEqualTo("wrong");
    assertThat(Files.readString(Path.of("../README.md")))
        .contains(code("    TaskFamily family =", "    return said;"));
  }

  private static String plans(String domainText, String problemText) {
    Domain domain = Pddl.parseDomain(domainText).orElseThrow();
    Problem problem = Pddl.parseProblem(problemText, domain).orElseThrow();
    Validator validator = Validator.of(domain, problem); // made once, for any number of threads
    Meter meter = Budget.of(Duration.ofSeconds(5)).start();
    String feedback = "no plan was found";
    if (Planner.plan(domain, problem, meter, Planner.DEFAULT_BYTES)
        instanceof PlanningOutcome.Planned planned) {
      feedback = Feedback.FIRST.write(validator.validate(planned.plan(), meter));
    }
    return feedback;
  }

  @Test
  void readme_showsHowPlansAreFoundAndValidated() throws IOException {
    Path examples = Path.of("..", "examples", "planning");
    assertThat(
            plans(
                Files.readString(examples.resolve("ferry-domain.pddl")),
                Files.readString(examples.resolve("ferry-problem.pddl"))))
        .isEqualTo("The plan is valid: 6 actions reach the goal.\n");
    assertThat(Files.readString(Path.of("../README.md")))
        .contains(code("    Domain domain =", "    return feedback;"));
  }

  private static String code(String first, String last) throws IOException {
    String source = Files.readString(Path.of("src/test/java/org/ponens/app/ReadmeTest.java"));
    int from = source.indexOf(first);
    return source.substring(from, source.indexOf(last, from) + last.length()).stripIndent().strip();
  }

  @Test
  void readme_showsThisCode_andItRuns() throws IOException {
    assertThat(readme()).isEqualTo("follows from premises [0, 1]");
    assertThat(Files.readString(Path.of("../README.md")))
        .contains(code("    String story =", "    };"));
  }
}
