package org.ponens.generators.sat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.ponens.generators.sat.instance.Instance;
import org.ponens.generators.sat.instance.InstanceSource;
import org.ponens.generators.sat.instance.InstanceSources;
import org.ponens.generators.sat.instance.Wanted;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.sat.problem.Counterpart;
import org.ponens.generators.sat.problem.Guesses;
import org.ponens.generators.sat.problem.Measures;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.generators.sat.problem.Solution;
import org.ponens.generators.sat.prompt.Format;
import org.ponens.generators.sat.prompt.Prompt;
import org.ponens.generators.sat.prompt.PromptWriter;
import org.ponens.generators.sat.proof.Certificate;
import org.ponens.generators.sat.proof.Claim;
import org.ponens.generators.sat.proof.Claims;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.Difficulty;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.GuessFloor;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.TaskSource;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.graph.GraphHash;
import org.ponens.solvers.graph.Isomorphism;
import org.ponens.solvers.sat.TruthTable;

/** Draws questions about formulas. Stateless but for what the settings hold. */
final class SatSource implements TaskSource {

  /** Steps that solving one draft may take; no clock decides what a task is. */
  private static final Budget BUDGET = new Budget(Duration.ofDays(1), 100_000);

  /** The logarithm of how many models large formulas to count them of have, about. */
  private static final double MODELS_TO_COUNT = 11;

  /** How much a clause of three literals constrains, in bits. */
  private static final double BITS_OF_A_CLAUSE = 0.1926;

  /** Nobody writes down more, in characters; refutations of large formulas can take megabytes. */
  private static final int LONGEST_REFERENCE = 16_000;

  private final Settings settings;
  private final List<Problem> problems;
  private final List<Format> formats;
  private final List<AnswerFormat> answerFormats;
  private final List<InstanceSource> sources;

  SatSource(Settings settings, List<InstanceSource> sources) {
    this.settings = settings;
    this.sources = List.copyOf(sources);
    this.problems = chosen(Problem.values(), SatFamily.PROBLEM, Problem::label);
    this.formats = chosen(Format.values(), SatFamily.FORMAT, Format::label);
    this.answerFormats =
        chosen(
            AnswerFormat.offered().toArray(AnswerFormat[]::new),
            SatFamily.ANSWER,
            AnswerFormat::label);
  }

  private <T> List<T> chosen(T[] all, String knob, Function<T, String> label) {
    List<String> names = settings.choices(knob);
    List<T> chosen = new ArrayList<>();
    for (T value : all) {
      if (names.contains(label.apply(value))) {
        chosen.add(value);
      }
    }
    return List.copyOf(chosen);
  }

  @Override
  public Optional<Draft> draw(ItemRandom kind, ItemRandom random, OptionalInt level) {
    Problem problem = kind.pick(problems);
    Format format = kind.pick(formats);
    AnswerFormat answerFormat = kind.pick(answerFormats);
    InstanceSource source = random.pick(sources);
    int variables =
        level.isPresent() && !settings.isSet(SatFamily.VARIABLES)
            ? SatLevels.variables(problem, level.getAsInt(), random)
            : settings.whole(SatFamily.VARIABLES, random);
    Wanted wanted =
        new Wanted(
            problem.need(),
            variables,
            !problem.takesAllConstraints(),
            settings.isSet(InstanceSources.RATIO) ? 0 : looser(problem, variables),
            settings.isSet(InstanceSources.MIN_VIOLATIONS) ? 1 : minViolations(problem));
    return source
        .draw(wanted, random)
        .flatMap(
            instance ->
                asked(problem, instance, random)
                    .map(
                        asked ->
                            new SatDraft(asked, instance, format, answerFormat, level, random)));
  }

  /**
   * Questions about all models are about formulas that have some, and correction sets of two
   * constraints take denser ones than cores, unless the user says more.
   */
  private static double looser(Problem problem, int variables) {
    return switch (problem) {
      case COUNT, COUNT_MODULO ->
          Math.clamp(4 - (1 - MODELS_TO_COUNT / variables) / BITS_OF_A_CLAUSE, 0, 2);
      case BACKBONE, EQUIVALENCE, MINIMAL_MODEL, FIRST_MODEL -> 1;
      case MCS -> -1;
      default -> 0;
    };
  }

  /** A correction set is none of those that are guessed as single constraints, unless asked for. */
  private static int minViolations(Problem problem) {
    return problem == Problem.MCS ? 2 : 1;
  }

  private Optional<Asked> asked(Problem problem, Instance instance, ItemRandom random) {
    Cnf cnf = instance.cnf();
    return switch (problem) {
      case COUNT_MODULO -> {
        int modulus = settings.whole(SatFamily.MODULUS, random);
        yield Optional.of(new Asked(problem, cnf, Optional.empty(), OptionalInt.of(modulus)));
      }
      case EQUIVALENCE -> {
        boolean equivalent = random.chance(Guesses.EQUIVALENT);
        yield Counterpart.of(cnf, equivalent, random, BUDGET.start())
            .map(second -> new Asked(problem, cnf, Optional.of(second), OptionalInt.empty()));
      }
      default -> Optional.of(Asked.of(problem, cnf));
    };
  }

  /** A question that nobody has looked at yet. */
  private record SatDraft(
      Asked asked,
      Instance instance,
      Format format,
      AnswerFormat answerFormat,
      OptionalInt level,
      ItemRandom random)
      implements Draft {

    @Override
    public String problem() {
      return asked.problem().label();
    }

    @Override
    public Fingerprint isomorphism() {
      GraphHash hash =
          asked.second().isPresent()
              ? Isomorphism.hash(asked.cnf(), asked.second().get())
              : Isomorphism.hash(asked.cnf());
      return new Fingerprint(hash.high(), hash.low());
    }

    @Override
    public Optional<Solved> solve() {
      Meter meter = BUDGET.start();
      Cnf cnf = asked.cnf();
      Optional<TruthTable> table =
          cnf.variables() <= TruthTable.MOST_VARIABLES
              ? Optional.of(TruthTable.of(cnf))
              : Optional.empty();
      Optional<Solution> solution = Solution.of(asked, meter);
      if (solution.isEmpty() || Guesses.isTrivial(asked, solution.get(), table, meter)) {
        return Optional.empty();
      }
      Optional<Measures> measures =
          Measures.of(asked, instance.twin(), solution.get(), table, meter);
      if (measures.isEmpty()) {
        return Optional.empty();
      }
      SortedMap<String, String> knobs = new TreeMap<>(instance.knobs());
      knobs.put(SatFamily.FORMAT, format.label());
      knobs.put(SatFamily.PROBLEM, asked.problem().label());
      Difficulty difficulty =
          new Difficulty(level, knobs, measures.get().values(), measures.get().hardness());
      GuessFloor floor = Guesses.floor(asked, solution.get(), table, random);
      return Optional.of(new SatSolved(this, solution.get(), difficulty, floor, meter));
    }
  }

  /** A question with its answer. */
  private record SatSolved(
      SatDraft draft, Solution solution, Difficulty difficulty, GuessFloor floor, Meter meter)
      implements Solved {

    @Override
    public Optional<Content> write() {
      Asked asked = draft.asked;
      Prompt prompt = PromptWriter.write(draft.format, asked, draft.answerFormat, draft.random);
      List<Claim> claims = Claims.of(asked, solution.answer(), solution.models());
      Optional<Certificate> found = Certificate.find(claims, meter);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      Certificate certificate = found.get();
      Optional<String> fault = certificate.check(claims, meter);
      if (meter.exhausted()) {
        return Optional.empty();
      }
      if (fault.isPresent()) {
        throw new IllegalStateException("a wrong answer: " + fault.get());
      }
      String reference = solution.answer().text(asked, prompt.vocabulary());
      if (reference.length() > LONGEST_REFERENCE) {
        return Optional.empty();
      }
      return Optional.of(
          new Content(
              prompt.text(),
              draft.answerFormat,
              new SatSpec(asked, solution.optimum(), prompt.vocabulary()).toJson(),
              reference,
              certificate.toJson(asked.cnf().variables()),
              floor));
    }
  }
}
