package org.ponens.app.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.app.toy.Run;

/** The commands plan, validate and check, on the examples. */
class PlanningCommandsTest {

  private static final Path EXAMPLES = Path.of("..", "examples", "planning");
  private static final String DOMAIN = EXAMPLES.resolve("ferry-domain.pddl").toString();
  private static final String PROBLEM = EXAMPLES.resolve("ferry-problem.pddl").toString();
  private static final String PLAN = EXAMPLES.resolve("ferry.plan").toString();

  @TempDir private Path folder = Path.of("");

  private String file(String name, String text) throws IOException {
    return Files.write(folder.resolve(name), text.getBytes(StandardCharsets.UTF_8)).toString();
  }

  @Test
  void plan_isPrinted_andIsValid() throws IOException {
    Run run = Run.of("plan", DOMAIN, PROBLEM, "--optimal");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines()).hasSize(6).allMatch(l -> l.startsWith("("));
    assertThat(run.err()).contains("6 actions, optimal, validated");
    assertThat(Run.of("validate", DOMAIN, PROBLEM, file("plan", run.out())).exitCode()).isZero();
  }

  @Test
  void plan_isWrittenToAFile_thatValidateReads() {
    String plan = folder.resolve("quick.plan").toString();

    assertThat(Run.of("plan", DOMAIN, PROBLEM, "--out", plan).exitCode()).isZero();
    assertThat(Run.of("validate", DOMAIN, PROBLEM, plan).out()).startsWith("The plan is valid");
  }

  @Test
  void noPlan_isSaidOnlyWithTheReason() throws IOException {
    String problem =
        file(
            "island.pddl",
            """
            (define (problem island) (:domain ferry)
              (:objects red - car north south - bank)
              (:init (waiting red north))
              (:goal (waiting red south)))
            """);

    Run run = Run.of("plan", DOMAIN, problem);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).isEmpty();
    assertThat(run.err())
        .contains("There is no plan", "the goal (waiting red south) can never hold");
  }

  @Test
  void whatIsNotPlannedWith_isNamedWithItsPlace() throws IOException {
    String problem =
        file(
            "soft.pddl",
            """
            (define (problem soft) (:domain ferry)
              (:requirements :preferences)
              (:objects red - car north south - bank)
              (:init (waiting red north) (moored north))
              (:goal (preference (waiting red south))))
            """);

    Run run = Run.of("plan", DOMAIN, problem);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("soft.pddl:5:10", "preferences are read, but not solved here");
  }

  @Test
  void invalidPlan_isExplained_andExitsWith1() {
    Run run = Run.of("validate", DOMAIN, PROBLEM, PLAN);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .isEqualTo(
            """
            The plan is not valid: action 3 cannot be done.
            Action 3, (board blue south) (line 4):
              (not (taken)) is false since action 1, (board red north), made (taken) true
                made true by: (leave red south)
            The 2 actions before it can be done.
            """);
    assertThat(Run.of("validate", "--feedback", "binary", DOMAIN, PROBLEM, PLAN).out())
        .isEqualTo("The plan is not valid.\n");
  }

  @Test
  void unreadable_exitsWith2() throws IOException {
    String prose = file("prose.txt", "I would first think about it, and then row.\n");

    assertThat(Run.of("validate", DOMAIN, PROBLEM, prose).exitCode()).isEqualTo(2);
    assertThat(Run.of("validate", PROBLEM, PROBLEM, PLAN).exitCode()).isEqualTo(2);
    assertThat(Run.of("validate", DOMAIN, PROBLEM).exitCode()).isEqualTo(2);
    assertThat(Run.of("validate", DOMAIN, PROBLEM, "no-such-file").exitCode()).isEqualTo(3);
  }

  @Test
  void trace_isReadBackAsClaims_andIsRight() throws IOException {
    Run plan = Run.of("plan", DOMAIN, PROBLEM);
    String file = file("plan", plan.out());
    String trace = Run.of("validate", "--trace", DOMAIN, PROBLEM, file).out();
    String claims = file("trace", trace.substring(0, trace.indexOf("The plan is")));

    Run run = Run.of("validate", "--claims", DOMAIN, PROBLEM, claims);

    assertThat(run.out()).isEqualTo("Every claim is right; the goal is reached.\n");
    String lost = file("lost", Files.readString(Path.of(claims)).replace(" (aboard red)", ""));
    Run wrong = Run.of("validate", "--claims", DOMAIN, PROBLEM, lost);
    assertThat(wrong.exitCode()).isEqualTo(1);
    assertThat(wrong.out()).contains("effect missing: (aboard red)");
  }

  @Test
  void batch_hasALineForEachLine_inOrder() throws IOException {
    Path out = folder.resolve("verdicts.jsonl");

    Run run =
        Run.of(
            "validate",
            "--batch",
            EXAMPLES.resolve("plans.jsonl").toString(),
            "--out",
            out.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.err()).startsWith("3 plans: 1 valid, 2 invalid, 0 undecided, 0 unreadable");
    List<String> lines = Files.readAllLines(out);
    assertThat(lines.get(0)).startsWith("{\"id\":\"short\",\"valid\":false");
    assertThat(lines.get(1))
        .isEqualTo("{\"id\":\"good\",\"valid\":true,\"verdict\":\"valid\",\"length\":6}");
    assertThat(lines.get(2)).contains("\"reason\":\"wrong arity\"");
  }

  @Test
  void batch_saysWhatIsWrongWithALine_andGoesOn() throws IOException {
    Files.copy(Path.of(DOMAIN), folder.resolve("d.pddl"));
    Files.copy(Path.of(PROBLEM), folder.resolve("p.pddl"));
    String batch =
        file(
            "batch.jsonl",
            """
            {"id": "cut", "domain": "d.pddl", "problem"
            {"id": "lost", "domain": "d.pddl", "problem": "nowhere.pddl", "plan": "(board red north)"}
            {"id": "bare", "domain": "d.pddl", "problem": "p.pddl"}
            {"id": "empty", "domain": "d.pddl", "problem": "p.pddl", "plan": ""}
            """);

    Run run = Run.of("validate", "--batch", batch, "--feedback", "binary");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out().lines().toList())
        .satisfiesExactly(
            l -> assertThat(l).startsWith("{\"id\":\"line 1\"").contains("no JSON object"),
            l -> assertThat(l).startsWith("{\"id\":\"lost\"").contains("cannot be opened"),
            l -> assertThat(l).contains("the line has no \\\"plan\\\""),
            l ->
                assertThat(l)
                    .isEqualTo("{\"id\":\"empty\",\"valid\":false,\"verdict\":\"invalid\"}"));
  }

  @Test
  void check_reportsAllErrors_andSaysWhenThereAreNone() {
    Run broken = Run.of("check", EXAMPLES.resolve("ferry-broken.pddl").toString());
    Run sound = Run.of("check", DOMAIN, PROBLEM);

    assertThat(broken.exitCode()).isEqualTo(2);
    assertThat(broken.out()).contains("'(and' is not closed before ':effect'", "write 'aboard'");
    assertThat(sound).isEqualTo(new Run(0, "Nothing is wrong.\n", ""));
  }

  @Test
  void check_findsGoalsThatNoPlanReaches() throws IOException {
    String problem =
        file(
            "adrift.pddl",
            """
            (define (problem adrift) (:domain ferry)
              (:objects red - car north south - bank)
              (:init (waiting red north))
              (:goal (and (waiting red north) (aboard red))))
            """);

    Run run = Run.of("check", DOMAIN, problem);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).contains("adrift.pddl:4:35: error: the goal (aboard red) can never hold");
  }
}
