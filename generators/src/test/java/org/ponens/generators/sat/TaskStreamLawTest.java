package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.problem.SatAnswer;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.generators.sat.prompt.Format;
import org.ponens.generators.sat.proof.Certificate;
import org.ponens.generators.sat.proof.Claim;
import org.ponens.generators.sat.proof.Claims;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;
import org.ponens.generators.task.TaskStream;
import org.ponens.generators.verify.Judgement;
import org.ponens.generators.verify.Verification;
import org.ponens.solvers.Budget;

/** What holds of every task of the family, from the seed to the verdict. */
class TaskStreamLawTest {

  private static final Map<String, String> ALL = Map.of("answer", "all", "variables", "4..9");
  private static final Budget BUDGET = new Budget(Duration.ofDays(1), 5_000_000);

  /** A model that thinks aloud, in all formats at once. */
  private static final String THOUGHT =
      """
      <think>Is it <answer>1 0 1</answer>?
      Answer: no
      Or \\boxed{none}, but wait.</think>

      I looked at all of it. Here is what I found.

      """;

  private static List<Task> tasks = List.of();

  @BeforeAll
  static void draw() throws InvalidSettingException {
    tasks = SatTasks.draw(ALL, 42, 300 * SatTasks.FACTOR);
  }

  @Test
  void tasks_areOfAllProblemsAndFormats() {
    assertThat(kinds(Task::problem)).hasSize(Problem.values().length);
    assertThat(kinds(task -> String.valueOf(task.difficulty().knobs().get("format"))))
        .hasSize(Format.values().length);
    assertThat(kinds(task -> task.answerFormat().label())).hasSameSizeAs(AnswerFormat.offered());
    assertThat(kinds(task -> String.valueOf(task.difficulty().knobs().get("source"))))
        .contains("satquest", "uniform", "planted", "xor", "cardinality", "pigeonhole", "parity");
    assertThat(tasks).hasSizeGreaterThan(290 * SatTasks.FACTOR);
  }

  private static Set<String> kinds(Function<Task, String> kind) {
    return tasks.stream().map(kind).collect(Collectors.toSet());
  }

  @Test
  void theReference_isCorrect_inTheFormatAskedFor_behindThoughts() throws InvalidTaskException {
    for (Task task : tasks) {
      String response = THOUGHT + task.answerFormat().mark(task.reference().orElseThrow());
      Judgement judgement = SatTasks.verification(task).judge(response);
      assertThat(judgement.correct())
          .as(() -> task.prompt() + "\n" + response + "\n" + judgement.reason())
          .isTrue();
      assertThat(judgement.score()).isEqualTo(1);
    }
  }

  @Test
  void theReference_isReadInTheNotationOfTheFormulaToo() throws InvalidTaskException {
    for (Task task : tasks) {
      if ("math".equals(task.difficulty().knobs().get("format"))) {
        String reference = task.reference().orElseThrow();
        String asked = reference.replaceAll("x(\\d+)", "x_$1");
        String latex =
            reference.replaceAll("-x(\\d+)", "\\\\neg x_{$1}").replaceAll("x(\\d+)", "x_{$1}");
        Verification verification = SatTasks.verification(task);
        assertThat(verification.judgeAnswer(asked).correct()).as(asked).isTrue();
        assertThat(verification.judgeAnswer(latex).correct()).as(latex).isTrue();
      }
    }
  }

  @Test
  void theCertificate_showsWhatTheReferenceClaims() throws InvalidTaskException {
    for (Task task : tasks) {
      SatSpec spec = Answers.spec(task);
      SatAnswer answer =
          Answers.read(spec.asked(), spec.vocabulary(), task.reference().orElseThrow())
              .orElseThrow();
      Optional<BigInteger> models =
          spec.asked().problem() == Problem.COUNT_MODULO
              ? Optional.of(BigInteger.valueOf(Oracle.models(spec.asked().cnf()).size()))
              : Optional.empty();
      Certificate certificate = Certificate.read(task.certificate().orElseThrow());
      assertThat(certificate.check(Claims.of(spec.asked(), answer, models), BUDGET.start()))
          .as(() -> task.spec() + "\n" + task.reference() + "\n" + task.certificate())
          .isEmpty();
    }
  }

  @Test
  void anotherTasksCertificate_showsNothing() throws InvalidTaskException {
    int shown = 0;
    int tried = 0;
    for (int i = 1; i < tasks.size(); i++) {
      SatSpec spec = Answers.spec(tasks.get(i));
      if (spec.asked().problem() == Problem.COUNT_MODULO) {
        continue;
      }
      SatAnswer answer =
          Answers.read(spec.asked(), spec.vocabulary(), tasks.get(i).reference().orElseThrow())
              .orElseThrow();
      Certificate other = Certificate.read(tasks.get(i - 1).certificate().orElseThrow());
      List<Claim> claims = Claims.of(spec.asked(), answer, Optional.empty());
      // A model shows itself, a refutation too, and models are counted once more.
      if (claims.stream().anyMatch(c -> c instanceof Claim.Unsatisfiable)) {
        tried++;
        shown += other.check(claims, BUDGET.start()).isEmpty() ? 1 : 0;
      }
    }
    assertThat(tried).isGreaterThan(80);
    assertThat(shown).isZero();
  }

  @Test
  void aTask_survivesItsLine_andIsVerifiedEqually_withoutItsReference()
      throws InvalidTaskException {
    for (int i = 0; i < tasks.size(); i++) {
      Task task = tasks.get(i);
      Task read = TaskJson.read(TaskJson.write(task));
      assertThat(read).isEqualTo(task);
      Task blind = TaskJson.read(TaskJson.write(task.withoutReference()));
      assertThat(blind).isEqualTo(task.withoutReference());
      assertThat(TaskJson.write(blind)).doesNotContain("\"reference\":", "\"certificate\":");
      String right = task.answerFormat().mark(task.reference().orElseThrow());
      String other =
          task.answerFormat().mark(tasks.get((i + 1) % tasks.size()).reference().orElseThrow());
      Verification sighted = SatTasks.verification(task);
      for (String response : List.of(right, other, right + "\n" + other, "", THOUGHT)) {
        assertThat(SatTasks.verification(blind).judge(response))
            .as(response)
            .isEqualTo(sighted.judge(response));
      }
    }
  }

  @Test
  void anItem_isTheSame_aloneInOrderBackwardsAndOnFourThreads()
      throws InvalidSettingException, InterruptedException, ExecutionException {
    int count = 48;
    List<String> inOrder = lines(SatTasks.stream(ALL, 7, Split.TEST), 0, count);
    TaskStream again = SatTasks.stream(ALL, 7, Split.TEST);
    List<String> backwards = new ArrayList<>();
    for (int i = count - 1; i >= 0; i--) {
      backwards.addAll(lines(again, i, i + 1));
    }
    Collections.reverse(backwards);
    assertThat(backwards).isEqualTo(inOrder);
    assertThat(lines(SatTasks.stream(ALL, 7, Split.TEST), 31, 32))
        .isEqualTo(inOrder.subList(31, 32));
    TaskStream shared = SatTasks.stream(ALL, 7, Split.TEST);
    try (ExecutorService threads = Executors.newFixedThreadPool(4)) {
      List<Future<List<String>>> pieces = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        int index = i;
        pieces.add(threads.submit(() -> lines(shared, index, index + 1)));
      }
      for (int i = 0; i < count; i++) {
        assertThat(pieces.get(i).get()).isEqualTo(inOrder.subList(i, i + 1));
      }
    }
  }

  private static List<String> lines(TaskStream stream, int from, int to) {
    List<String> lines = new ArrayList<>();
    for (int i = from; i < to; i++) {
      lines.add(
          switch (stream.item(i)) {
            case TaskStream.Item.Made made -> TaskJson.write(made.task());
            case TaskStream.Item.Missed missed -> missed.toString();
          });
    }
    return lines;
  }

  @Test
  void neighbouringSeeds_shareNoQuestion() throws InvalidSettingException {
    // The structured sources have so few formulas of this size that some recur by right.
    Map<String, String> knobs =
        Map.of("variables", "8..12", "source", "satquest,uniform,planted,xor,cardinality");
    List<Task> some = SatTasks.draw(knobs, 42, 100 * SatTasks.FACTOR);
    List<Task> others = SatTasks.draw(knobs, 43, 100 * SatTasks.FACTOR);
    Set<Fingerprint> keys = some.stream().map(Task::duplicateKey).collect(Collectors.toSet());
    assertThat(others).noneMatch(task -> keys.contains(task.duplicateKey()));
  }

  @Test
  void splits_shareNoFormula_evenWhereThereAreFew() throws InvalidSettingException {
    Map<String, String> knobs =
        Map.of("variables", "3..4", "problem", "decision", "source", "uniform,parity");
    Set<String> seen = new HashSet<>();
    int drawn = 0;
    for (Split split : Split.values()) {
      TaskStream stream = SatTasks.stream(knobs, 1, split);
      Set<String> classes = new HashSet<>();
      for (int i = 0; i < 100 * SatTasks.FACTOR; i++) {
        if (stream.item(i) instanceof TaskStream.Item.Made made) {
          classes.add(made.task().isomorphism());
          drawn++;
        }
      }
      assertThat(classes).as(split.label()).isNotEmpty();
      assertThat(seen).as(split.label()).noneMatch(classes::contains);
      seen.addAll(classes);
    }
    assertThat(seen).as("formulas recur, or else this shows nothing").hasSizeLessThan(drawn);
  }

  @Test
  void guessFloors_areProbabilities_thatDoNotTellTheLabel() {
    for (Task task : tasks) {
      double constant =
          switch (task.problem()) {
            case "decision" -> 0.5;
            case "equivalence" -> 0.2;
            default -> 0;
          };
      assertThat(task.guessFloor().constant()).as(task.problem()).isEqualTo(constant);
      assertThat(task.guessFloor().majority())
          .isGreaterThanOrEqualTo(task.guessFloor().random())
          .isLessThanOrEqualTo(1);
    }
  }
}
