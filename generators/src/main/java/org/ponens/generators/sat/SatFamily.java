package org.ponens.generators.sat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.ponens.generators.sat.instance.InstanceSources;
import org.ponens.generators.sat.judge.AnswerReader;
import org.ponens.generators.sat.judge.SatVerifier;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.problem.SatAnswer;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.generators.sat.prompt.Format;
import org.ponens.generators.sat.proof.Certificate;
import org.ponens.generators.sat.proof.Claims;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.Curriculum;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Knob;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.TaskSource;
import org.ponens.generators.task.Verifier;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.ModelCount;
import org.ponens.solvers.sat.ModelCounter;

/**
 * Questions about propositional formulas: the five problems of SATQuest (Zhao and others, 2025) in
 * its four formats, and eight more that a guess does not solve.
 */
public final class SatFamily implements TaskFamily {

  static final String PROBLEM = "problem";
  static final String FORMAT = "format";
  static final String ANSWER = "answer";
  static final String VARIABLES = "variables";
  static final String MODULUS = "modulus";

  @Override
  public String name() {
    return "sat";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String description() {
    return "Questions about propositional formulas, with models, cores and refutations for answers";
  }

  @Override
  public List<Knob> knobs() {
    List<String> problems = labels(Problem.values(), Problem::label);
    List<String> formats = labels(Format.values(), Format::label);
    List<Knob> own =
        List.of(
            new Knob.Choice(PROBLEM, "what is asked", problems, problems),
            new Knob.Choice(FORMAT, "how the formula is put", formats, formats),
            new Knob.Choice(
                ANSWER,
                "where in a response the answer stands",
                AnswerFormat.offered().stream().map(AnswerFormat::label).toList(),
                List.of(AnswerFormat.TAG.label())),
            new Knob.Whole(VARIABLES, "how many variables; a level chooses itself", 3, 200, 5, 12),
            new Knob.Whole(MODULUS, "of count-modulo", 2, 1_000_003, 5, 97));
    return Stream.concat(own.stream(), InstanceSources.knobs().stream()).toList();
  }

  private static <T> List<String> labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  @Override
  public List<String> problems() {
    return labels(Problem.values(), Problem::label);
  }

  @Override
  public Curriculum curriculum(String problem) {
    for (Problem one : Problem.values()) {
      if (one.label().equals(problem)) {
        return SatLevels.curriculum(one);
      }
    }
    throw new IllegalArgumentException("family sat has no problem '" + problem + "'");
  }

  @Override
  public TaskSource source(Settings settings) throws InvalidSettingException {
    return new SatSource(settings, InstanceSources.of(settings));
  }

  @Override
  public Verifier verifier(Task task) throws InvalidTaskException {
    return new SatVerifier(spec(task));
  }

  private static SatSpec spec(Task task) throws InvalidTaskException {
    for (Problem problem : Problem.values()) {
      if (problem.label().equals(task.problem())) {
        return SatSpec.read(problem, task.spec());
      }
    }
    throw new InvalidTaskException("family sat has no problem '" + task.problem() + "'");
  }

  @Override
  public Optional<String> check(Task task, Meter meter) throws InvalidTaskException {
    if (task.certificate().isEmpty() || task.reference().isEmpty()) {
      return Optional.empty();
    }
    SatSpec spec = spec(task);
    Certificate certificate = Certificate.read(task.certificate().get());
    Optional<SatAnswer> answer = AnswerReader.read(spec, task.reference().get());
    if (answer.isEmpty()) {
      return Optional.of("the reference is no answer to the question");
    }
    Optional<BigInteger> models = Optional.empty();
    if (spec.asked().modulus().isPresent()) {
      ModelCount count = ModelCounter.count(spec.asked().cnf(), Long.MAX_VALUE, meter);
      models = Optional.of(BigInteger.valueOf(count.models()));
    }
    return certificate.check(Claims.of(spec.asked(), answer.get(), models), meter);
  }

  @Override
  public String explain(Task task) throws InvalidTaskException {
    Optional<String> certificate = task.certificate();
    if (certificate.isEmpty()) {
      return "The task was written without its certificate.";
    }
    return Explanation.of(spec(task), certificate.get());
  }
}
