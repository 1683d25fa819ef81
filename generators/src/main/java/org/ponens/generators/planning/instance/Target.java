package org.ponens.generators.planning.instance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.planning.world.World;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.pddl.TypedName;

/** Facts of which it is asked whether they can be true at once. */
public final class Target {

  private static final int MOST_FACTS = 3;

  private Target() {}

  /**
   * Some facts of a goal, in half of which an object is another one of its type. Whether they can
   * be reached plays no part in how they are drawn. Empty if they are true already.
   */
  public static Optional<List<Fact>> draw(World world, Scene scene, ItemRandom random) {
    Optional<List<Fact>> goal = world.goal(scene, random);
    if (goal.isEmpty()) {
      return Optional.empty();
    }
    List<Fact> facts =
        new ArrayList<>(
            goal.get().subList(0, Math.min(goal.get().size(), random.between(1, MOST_FACTS))));
    if (random.nextBoolean()) {
      int at = random.nextInt(facts.size());
      changed(facts.get(at), scene, random).ifPresent(fact -> facts.set(at, fact));
    }
    // That a thing is in two places at once is too easy a question.
    boolean twice =
        facts.stream().map(f -> f.predicate() + ' ' + f.arguments().getFirst()).distinct().count()
            < facts.size();
    return twice || new HashSet<>(scene.initial()).containsAll(facts)
        ? Optional.empty()
        : Optional.of(facts);
  }

  private static Optional<Fact> changed(Fact fact, Scene scene, ItemRandom random) {
    int at = random.nextInt(fact.arguments().size());
    String now = fact.arguments().get(at);
    List<String> others = new ArrayList<>();
    String type = "";
    for (TypedName object : scene.objects()) {
      type = object.name().equals(now) ? object.type().toString() : type;
    }
    for (String other : scene.names(type)) {
      if (!fact.arguments().contains(other)) {
        others.add(other);
      }
    }
    if (others.isEmpty()) {
      return Optional.empty();
    }
    List<String> arguments = new ArrayList<>(fact.arguments());
    arguments.set(at, random.pick(others));
    return Optional.of(new Fact(fact.predicate(), arguments));
  }
}
