package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ponens.generators.task.Task;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;

class CertificateTest {

  private static final SatFamily FAMILY = new SatFamily();

  private static Meter meter() {
    return new Budget(Duration.ofMinutes(1), 1_000_000).start();
  }

  private static Task with(Task task, String reference, String certificate) {
    return new Task(
        task.id(),
        task.family(),
        task.version(),
        task.problem(),
        task.split(),
        task.index(),
        task.seed(),
        task.prompt(),
        task.answerFormat(),
        task.spec(),
        Optional.of(reference),
        Optional.of(certificate),
        task.difficulty(),
        task.guessFloor(),
        task.isomorphism());
  }

  @Test
  void check_believesEveryTaskThatIsMade() throws Exception {
    for (Task task : SatTasks.draw(Map.of(), 3, 300)) {
      assertThat(FAMILY.check(task, meter())).as(task.id()).isEmpty();
    }
  }

  @Test
  void check_believesNoReferenceWithoutAWitness() throws Exception {
    Map<String, String> knobs =
        Map.of("problem", "decision,maxsat,mcs,mus,backbone,minimal-model,first-model");
    for (Task task : SatTasks.draw(knobs, 3, 100)) {
      assertThat(FAMILY.check(with(task, task.reference().orElseThrow(), "{}"), meter()))
          .as(task.id())
          .isPresent();
    }
  }

  @Test
  void check_believesNoOtherLabelOrNumber() throws Exception {
    for (Task task : SatTasks.draw(Map.of("problem", "decision,count,count-modulo"), 4, 60)) {
      String other =
          switch (task.reference().orElseThrow()) {
            case "yes" -> "no";
            case "no" -> "yes";
            default -> task.reference().orElseThrow() + "1";
          };
      assertThat(FAMILY.check(with(task, other, task.certificate().orElseThrow()), meter()))
          .as(task.id() + ": " + other)
          .isPresent();
    }
  }

  @Test
  void check_believesNoShortenedRefutation() throws Exception {
    for (Task task : SatTasks.draw(Map.of("problem", "mus", "format", "dimacs"), 5, 40)) {
      String certificate = task.certificate().orElseThrow();
      int last = certificate.lastIndexOf(",[");
      String shortened = certificate.substring(0, last) + "]]}";
      assertThat(FAMILY.check(with(task, task.reference().orElseThrow(), shortened), meter()))
          .as(task.id())
          .isPresent();
    }
  }
}
