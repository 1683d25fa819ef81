package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.problem.SatAnswer;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.verify.Judgement;
import org.ponens.generators.verify.Verification;

/** A small task whose verdicts brute force can check. */
record Target(Task task, SatSpec spec, Verification verification) {

  /** One of each problem, as a formula and as a story. */
  static final List<Target> ALL = all();

  private static List<Target> all() {
    List<Target> targets = new ArrayList<>();
    try {
      for (Problem problem : Problem.values()) {
        for (String format : List.of("dimacs", "story")) {
          Map<String, String> knobs =
              Map.of("problem", problem.label(), "format", format, "variables", "4..5");
          targets.add(of(SatTasks.draw(knobs, 11, 1).getFirst()));
        }
      }
    } catch (InvalidSettingException | InvalidTaskException e) {
      throw new AssertionError(e);
    }
    return List.copyOf(targets);
  }

  static Target of(Task task) throws InvalidTaskException {
    return new Target(task, Answers.spec(task), SatTasks.verification(task));
  }

  /** One whose reference looks like this. */
  static Target of(Problem problem, String reference) {
    try {
      for (Task task :
          SatTasks.draw(Map.of("problem", problem.label(), "variables", "4..5"), 11, 40)) {
        if (task.reference().orElseThrow().matches(reference)) {
          return of(task);
        }
      }
    } catch (InvalidSettingException | InvalidTaskException e) {
      throw new AssertionError(e);
    }
    throw new AssertionError("no such task of " + problem);
  }

  String reference() {
    return task.reference().orElseThrow();
  }

  /** A verdict within the steps allowed, which is right exactly if brute force agrees. */
  Judgement judged(String answer) {
    Judgement judgement = verification.judgeAnswer(answer);
    assertThat(judgement).as(answer).isInstanceOf(Judgement.Judged.class);
    assertThat(judgement.status()).as(answer).isNotEqualTo("over_budget");
    Optional<SatAnswer> read = Answers.read(spec.asked(), spec.vocabulary(), answer);
    boolean right = read.isPresent() && Oracle.isRight(spec.asked(), read.get());
    assertThat(judgement.correct()).as(answer).isEqualTo(right);
    return judgement;
  }

  @Override
  public String toString() {
    return task.prompt();
  }
}
