package org.ponens.generators.induction;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ponens.generators.induction.example.Sampling;
import org.ponens.generators.induction.judge.InductionVerifier;
import org.ponens.generators.induction.problem.InductionSpec;
import org.ponens.generators.induction.prompt.Format;
import org.ponens.generators.induction.rule.RuleClass;
import org.ponens.generators.induction.schema.Schema;
import org.ponens.generators.induction.schema.Schemas;
import org.ponens.generators.induction.slr.SlrBench;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.Curriculum;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Knob;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.TaskSource;
import org.ponens.generators.task.Verdict;
import org.ponens.generators.task.Verifier;
import org.ponens.solvers.Meter;

/**
 * Rules to be found from examples, as in SLR (Helff et al. 2025, arXiv 2506.15787), and judged by
 * what they say of these and other examples.
 */
public final class InductionFamily implements TaskFamily {

  static final String PROBLEM = "problem";
  static final String SCHEMA = "schema";
  static final String FILE = "file";
  static final String FORMAT = "format";
  static final String ANSWER = "answer";
  static final String SAMPLING = "sampling";
  static final String EXAMPLES = "examples";
  static final String PARTS = "parts";
  static final String PREDICATES = "predicates";
  static final String LENGTH = "length";

  @Override
  public String name() {
    return "induction";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String description() {
    return "Rules to be found from labelled examples, judged on hidden ones as well";
  }

  @Override
  public List<Knob> knobs() {
    List<String> classes = problems();
    List<String> schemas = Schemas.all().stream().map(Schema::name).toList();
    List<String> formats = labels(Format.values(), Format::label);
    return List.of(
        new Knob.Choice(PROBLEM, "what the hidden rule is made with", classes, classes),
        new Knob.Choice(SCHEMA, "what the examples are", schemas, schemas),
        new Knob.Text(FILE, "a schema of your own in its place", "a JSON file"),
        new Knob.Choice(FORMAT, "how the examples are put", formats, formats),
        new Knob.Choice(
            ANSWER,
            "where in a response the answer stands",
            AnswerFormat.offered().stream().map(AnswerFormat::label).toList(),
            List.of(AnswerFormat.TAG.label())),
        new Knob.Choice(
            SAMPLING,
            "how examples are drawn",
            labels(Sampling.values(), Sampling::label),
            List.of(Sampling.UNIFORM.label(), Sampling.MIRROR.label())),
        new Knob.Whole(EXAMPLES, "how many are shown before any are added", 2, 64, 6, 12),
        new Knob.Whole(PARTS, "how many parts an example has", 1, Schema.MOST_PARTS, 2, 4),
        new Knob.Whole(PREDICATES, "how many predicates there are to speak with", 2, 40, 5, 8),
        new Knob.Whole(LENGTH, "how many literals the hidden rule has", 1, 8, 1, 4));
  }

  private static <T> List<String> labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  @Override
  public List<String> problems() {
    return labels(RuleClass.values(), RuleClass::label);
  }

  @Override
  public Curriculum curriculum(String problem) {
    if (!problems().contains(problem)) {
      throw new IllegalArgumentException("family induction has no problem '" + problem + "'");
    }
    return InductionLevels.curriculum();
  }

  @Override
  public TaskSource source(Settings settings) throws InvalidSettingException {
    return new InductionSource(settings);
  }

  @Override
  public Verifier verifier(Task task) throws InvalidTaskException {
    return SlrBench.isOurs(task)
        ? SlrBench.verifier(task)
        : new InductionVerifier(InductionSpec.read(task.spec()));
  }

  @Override
  public Optional<String> check(Task task, Meter meter) throws InvalidTaskException {
    if (task.reference().isEmpty()) {
      return Optional.empty();
    }
    Verdict verdict = verifier(task).verify(task.reference().get(), meter);
    return verdict.correct() || verdict.status() == Verdict.Status.OVER_BUDGET
        ? Optional.empty()
        : Optional.of(verdict.reason());
  }

  @Override
  public String explain(Task task) throws InvalidTaskException {
    return SlrBench.isOurs(task)
        ? "A row of SLR-Bench, whose rule labelled the examples: nothing else is known of it."
        : Certificate.read(task.certificate().orElse("{}")).explain();
  }
}
