package org.ponens.generators.planning.instance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ponens.generators.planning.world.Transition;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.TypedName;

/** A change of a plan, such as people and models make by mistake. It may leave the plan valid. */
public enum Corruption {
  /** An action is left out. */
  DROPPED,
  /** Two actions change places. */
  SWAPPED,
  /** An action is done with another object. */
  ARGUMENT,
  /** Another action is done in its place. */
  ACTION,
  /** An action is put in. */
  INSERTED,
  /** The last actions are left out. */
  TRUNCATED;

  /** The plan changed. */
  public List<Plan.Step> apply(List<Plan.Step> plan, TransitionSystem system, ItemRandom random) {
    List<Plan.Step> steps = new ArrayList<>(plan);
    int at = random.nextInt(steps.size());
    switch (this) {
      case DROPPED -> steps.remove(at);
      case SWAPPED -> {
        // Neighbours, more often than not.
        int neighbour = at + 1 < steps.size() ? at + 1 : Math.max(0, at - 1);
        int other = random.chance(0.6) ? neighbour : random.nextInt(steps.size());
        Plan.Step step = steps.get(at);
        steps.set(at, steps.get(other));
        steps.set(other, step);
      }
      case ARGUMENT -> steps.set(at, withOtherObject(steps.get(at), system, random));
      case ACTION -> steps.set(at, random.pick(others(steps.get(at), system)));
      case INSERTED -> steps.add(at, random.pick(system.transitions()).step());
      case TRUNCATED -> {
        int left = random.between(Math.max(1, steps.size() - 3), steps.size() - 1);
        steps.subList(Math.max(1, left), steps.size()).clear();
      }
    }
    return steps;
  }

  /**
   * The same action with another object of the type, which may be one it can never be done with.
   */
  private static Plan.Step withOtherObject(
      Plan.Step step, TransitionSystem system, ItemRandom random) {
    List<TypedName> parameters = system.domain().action(step.action()).orElseThrow().parameters();
    int at = random.nextInt(parameters.size());
    List<String> objects =
        system.objects(parameters.get(at).type()).stream()
            .filter(object -> !step.arguments().contains(object))
            .toList();
    if (objects.isEmpty()) {
      return step;
    }
    List<String> arguments = new ArrayList<>(step.arguments());
    arguments.set(at, random.pick(objects));
    return Plan.Step.of(step.action(), arguments);
  }

  /** Other actions with some of the same objects. */
  private static List<Plan.Step> others(Plan.Step step, TransitionSystem system) {
    List<Plan.Step> others = new ArrayList<>();
    for (Transition transition : system.transitions()) {
      Plan.Step other = transition.step();
      Set<String> common = new HashSet<>(other.arguments());
      common.retainAll(step.arguments());
      if (!other.action().equals(step.action()) && !common.isEmpty()) {
        others.add(other);
      }
    }
    return others.isEmpty() ? List.of(step) : others;
  }
}
