package org.ponens.generators.planning.instance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.task.Fingerprint;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.TypedName;
import org.ponens.solvers.graph.CanonicalHash;
import org.ponens.solvers.graph.ColouredGraph;
import org.ponens.solvers.graph.GraphHash;

/**
 * Instances up to the names of objects and all order: the canonical hash of a graph of the objects,
 * coloured by type, and the facts, coloured by predicate and by where they stand (at first, in the
 * first goal, in an action), with a vertex for each argument, coloured by its position.
 */
public final class InstanceHash {

  private static final long INITIAL = 1;
  private static final long GOAL = 2;
  private static final long STEP = 3;
  private static final long CANDIDATE = 4;
  private static final long POSITION = 5;
  private static final long TYPE = 6;

  private final ColouredGraph.Builder graph = new ColouredGraph.Builder(128, 256);
  private final Map<String, Integer> objects = new HashMap<>();

  private InstanceHash(Scene scene) {
    for (TypedName object : scene.objects()) {
      objects.put(object.name(), graph.vertex(colour(TYPE, object.type().toString(), 0)));
    }
    for (Fact fact : scene.initial()) {
      add(INITIAL, fact.predicate(), 0, fact.arguments());
    }
  }

  /**
   * The hash.
   *
   * @param steps in order, which counts
   * @param candidates goals, whose order does not count
   */
  public static Fingerprint of(
      String world,
      Scene scene,
      List<Fact> goal,
      List<Plan.Step> steps,
      List<List<Fact>> candidates) {
    InstanceHash hash = new InstanceHash(scene);
    for (Fact fact : goal) {
      hash.add(GOAL, fact.predicate(), 0, fact.arguments());
    }
    for (int i = 0; i < steps.size(); i++) {
      hash.add(STEP, steps.get(i).action(), i, steps.get(i).arguments());
    }
    for (List<Fact> candidate : candidates) {
      int whole = hash.graph.vertex(CANDIDATE);
      for (Fact fact : candidate) {
        hash.graph.edge(whole, hash.add(GOAL, fact.predicate(), 1, fact.arguments()));
      }
    }
    GraphHash found = CanonicalHash.of(hash.graph.build());
    return new Fingerprint(found.high(), found.low()).with(world);
  }

  private int add(long place, String name, int number, List<String> arguments) {
    int fact = graph.vertex(colour(place, name, number));
    for (int i = 0; i < arguments.size(); i++) {
      int argument = graph.vertex(POSITION + 16L * (i + 1));
      graph.edge(fact, argument);
      graph.edge(argument, objects.getOrDefault(arguments.get(i), fact));
    }
    return fact;
  }

  /** Different for what differs; a clash would only make two classes one. */
  private static long colour(long place, String name, int number) {
    long hash = 1_125_899_906_842_597L;
    for (int i = 0; i < name.length(); i++) {
      hash = 31 * hash + name.charAt(i);
    }
    return (31 * hash + number) * 16 + place;
  }
}
