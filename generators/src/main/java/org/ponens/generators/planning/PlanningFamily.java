package org.ponens.generators.planning;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.ponens.generators.planning.disguise.Disguise;
import org.ponens.generators.planning.judge.PlanningVerifier;
import org.ponens.generators.planning.problem.Asked;
import org.ponens.generators.planning.problem.Kind;
import org.ponens.generators.planning.problem.PlanningSpec;
import org.ponens.generators.planning.prompt.Wording;
import org.ponens.generators.planning.solution.Shortest;
import org.ponens.generators.planning.solution.ShortestPlans;
import org.ponens.generators.planning.world.World;
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
 * Questions about planning: to find plans, to say what is wrong with one, what actions lead to,
 * what can be brought about, and what somebody is up to.
 */
public final class PlanningFamily implements TaskFamily {

  static final String PROBLEM = "problem";
  static final String WORLD = "world";
  static final String WORDING = "wording";
  static final String NAMES = "names";
  static final String ANSWER = "answer";
  static final String SIZE = "size";
  static final String LENGTH = "length";
  static final String STEPS = "steps";
  static final String GOALS = "goals";

  @Override
  public String name() {
    return "planning";
  }

  @Override
  public int version() {
    return 1;
  }

  @Override
  public String description() {
    return "Questions about planning, with plans, faults, states and goals for answers";
  }

  @Override
  public List<Knob> knobs() {
    List<String> kinds = problems();
    List<String> worlds = World.all().stream().map(World::label).toList();
    List<String> wordings = labels(Wording.values(), Wording::label);
    List<String> disguises = labels(Disguise.values(), Disguise::label);
    return List.of(
        new Knob.Choice(PROBLEM, "what is asked", kinds, kinds),
        new Knob.Choice(WORLD, "which domain it is about", worlds, worlds),
        new Knob.Choice(WORDING, "how the world is put", wordings, wordings),
        new Knob.Choice(
            NAMES,
            "whether names are the world's own, or words or tokens in their place",
            disguises,
            disguises),
        new Knob.Choice(
            ANSWER,
            "where in a response the answer stands",
            AnswerFormat.offered().stream().map(AnswerFormat::label).toList(),
            List.of(AnswerFormat.TAG.label())),
        new Knob.Whole(
            SIZE,
            "how many blocks, packages, balls, cars or people, or a third of the cells",
            1,
            30,
            3,
            5),
        new Knob.Whole(LENGTH, "how many actions a shortest plan has", 1, 60, 2, 30),
        new Knob.Whole(STEPS, "how many actions are done, of state and trace", 1, 60, 3, 8),
        new Knob.Whole(GOALS, "how many goals to choose from, of recognise", 2, 8, 4, 5));
  }

  private static <T> List<String> labels(T[] values, Function<T, String> label) {
    return Arrays.stream(values).map(label).toList();
  }

  @Override
  public List<String> problems() {
    return labels(Kind.values(), Kind::label);
  }

  @Override
  public Curriculum curriculum(String problem) {
    for (Kind kind : Kind.values()) {
      if (kind.label().equals(problem)) {
        return PlanningLevels.curriculum(kind);
      }
    }
    throw new IllegalArgumentException("family planning has no problem '" + problem + "'");
  }

  @Override
  public TaskSource source(Settings settings) throws InvalidSettingException {
    return new PlanningSource(settings);
  }

  @Override
  public Verifier verifier(Task task) throws InvalidTaskException {
    return verifier(asked(task));
  }

  private static Verifier verifier(Asked asked) throws InvalidTaskException {
    try {
      return new PlanningVerifier(asked);
    } catch (IllegalArgumentException e) {
      throw new InvalidTaskException("the spec can't be: " + e.getMessage(), e);
    }
  }

  private static Asked asked(Task task) throws InvalidTaskException {
    for (Kind kind : Kind.values()) {
      if (kind.label().equals(task.problem())) {
        return PlanningSpec.read(kind, task.spec());
      }
    }
    throw new InvalidTaskException("family planning has no problem '" + task.problem() + "'");
  }

  @Override
  public Optional<String> check(Task task, Meter meter) throws InvalidTaskException {
    if (task.reference().isEmpty()) {
      return Optional.empty();
    }
    Asked asked = asked(task);
    if (asked.kind() == Kind.OPTIMAL) {
      switch (ShortestPlans.find(asked.domain(), asked.scene(), asked.goal(), meter)) {
        case Shortest.Exhausted exhausted -> {
          return Optional.empty();
        }
        case Shortest.None none -> {
          return Optional.of("there is no plan");
        }
        case Shortest.Found found -> {
          if (found.steps().size() != asked.optimum().orElseThrow()) {
            return Optional.of("a shortest plan has " + found.steps().size() + " actions");
          }
        }
      }
    }
    Verdict verdict = verifier(asked).verify(task.reference().get(), meter);
    return verdict.correct() || verdict.status() == Verdict.Status.OVER_BUDGET
        ? Optional.empty()
        : Optional.of(verdict.reason());
  }

  @Override
  public String explain(Task task) throws InvalidTaskException {
    return Explanation.of(asked(task), task.certificate());
  }
}
