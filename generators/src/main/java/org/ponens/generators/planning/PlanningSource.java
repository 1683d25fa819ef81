package org.ponens.generators.planning;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.ponens.generators.planning.disguise.Disguise;
import org.ponens.generators.planning.instance.Target;
import org.ponens.generators.planning.instance.Walk;
import org.ponens.generators.planning.problem.Kind;
import org.ponens.generators.planning.prompt.Wording;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.generators.planning.world.World;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.TaskSource;
import org.ponens.grammar.pddl.Plan;

/** Draws questions about worlds. Stateless but for what the settings hold. */
final class PlanningSource implements TaskSource {

  private final Settings settings;
  private final List<Kind> kinds;
  private final List<World> worlds;
  private final List<Wording> wordings;
  private final List<Disguise> disguises;
  private final List<AnswerFormat> answerFormats;

  PlanningSource(Settings settings) {
    this.settings = settings;
    this.kinds = chosen(List.of(Kind.values()), PlanningFamily.PROBLEM, Kind::label);
    this.worlds = chosen(World.all(), PlanningFamily.WORLD, World::label);
    this.wordings = chosen(List.of(Wording.values()), PlanningFamily.WORDING, Wording::label);
    this.disguises = chosen(List.of(Disguise.values()), PlanningFamily.NAMES, Disguise::label);
    this.answerFormats = chosen(AnswerFormat.offered(), PlanningFamily.ANSWER, AnswerFormat::label);
  }

  private <T> List<T> chosen(List<T> all, String knob, Function<T, String> label) {
    List<String> names = settings.choices(knob);
    return all.stream().filter(value -> names.contains(label.apply(value))).toList();
  }

  @Override
  public Optional<Draft> draw(ItemRandom kind, ItemRandom random, OptionalInt level) {
    Style style =
        new Style(
            kind.pick(kinds),
            kind.pick(worlds),
            kind.pick(wordings),
            kind.pick(disguises),
            kind.pick(answerFormats),
            kind.nextDouble());
    World world = style.world();
    int size =
        level.isPresent() && !settings.isSet(PlanningFamily.SIZE)
            ? PlanningLevels.size(style.kind(), world, level.getAsInt(), random)
            : Math.max(world.least(), settings.whole(PlanningFamily.SIZE, random));
    Scene scene = world.scene(size, style.kind() != Kind.REACHABLE, random);
    Settings.Range lengths = settings.range(PlanningFamily.LENGTH);
    // A level decides by itself how long plans are.
    int least = lengths.from();
    int most =
        level.isPresent() && !settings.isSet(PlanningFamily.LENGTH)
            ? Integer.MAX_VALUE
            : lengths.to();
    return switch (style.kind()) {
      case PLAN, OPTIMAL, VERIFY ->
          world
              .goal(scene, random)
              .map(
                  goal ->
                      new PlanningDraft(
                          style,
                          new Instance(size, scene, goal, List.of(), List.of()),
                          least,
                          most,
                          level,
                          random));
      case REACHABLE ->
          ofLevel(level, world, scene)
              .flatMap(ofLevel -> Target.draw(world, ofLevel, random))
              .map(
                  goal ->
                      new PlanningDraft(
                          style,
                          new Instance(size, scene, goal, List.of(), List.of()),
                          least,
                          most,
                          level,
                          random));
      case STATE, TRACE -> {
        int length =
            level.isPresent() && !settings.isSet(PlanningFamily.STEPS)
                ? PlanningLevels.steps(level.getAsInt(), random)
                : settings.whole(PlanningFamily.STEPS, random);
        Optional<List<Plan.Step>> walk =
            Walk.draw(new TransitionSystem(world.domain(), scene), length, random);
        yield walk.map(
            steps ->
                new PlanningDraft(
                    style,
                    new Instance(size, scene, List.of(), steps, List.of()),
                    least,
                    most,
                    level,
                    random));
      }
      case RECOGNISE -> {
        int count = settings.whole(PlanningFamily.GOALS, random);
        yield candidates(world, scene, count, random)
            .map(
                goals ->
                    new PlanningDraft(
                        style,
                        new Instance(size, scene, List.of(), List.of(), goals),
                        least,
                        most,
                        level,
                        random));
      }
    };
  }

  /** The scene, unless questions about it are of another level. */
  private static Optional<Scene> ofLevel(OptionalInt level, World world, Scene scene) {
    if (level.isEmpty()) {
      return Optional.of(scene);
    }
    double hardness = Measures.reachability(new TransitionSystem(world.domain(), scene));
    return PlanningLevels.curriculum(Kind.REACHABLE).level(level.getAsInt()).contains(hardness)
        ? Optional.of(scene)
        : Optional.empty();
  }

  /** Goals that all differ. */
  private static Optional<List<List<Fact>>> candidates(
      World world, Scene scene, int count, ItemRandom random) {
    List<List<Fact>> goals = new ArrayList<>();
    Set<Set<Fact>> seen = new HashSet<>();
    for (int tries = 0; goals.size() < count && tries < 4 * count; tries++) {
      world
          .goal(scene, random)
          .ifPresent(
              goal -> {
                if (seen.add(new HashSet<>(goal))) {
                  goals.add(goal);
                }
              });
    }
    return goals.size() == count ? Optional.of(goals) : Optional.empty();
  }

  /**
   * What kind of question it is, the same for many attempts at an item.
   *
   * @param label decides between kinds of answers
   */
  record Style(
      Kind kind,
      World world,
      Wording wording,
      Disguise disguise,
      AnswerFormat answerFormat,
      double label) {}

  /**
   * What it is about.
   *
   * @param goal to reach, or that may be out of reach
   * @param steps that are done
   * @param candidates goals to choose from
   */
  record Instance(
      int size, Scene scene, List<Fact> goal, List<Plan.Step> steps, List<List<Fact>> candidates) {}
}
