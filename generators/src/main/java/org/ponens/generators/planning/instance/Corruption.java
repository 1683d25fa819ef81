package org.ponens.generators.planning.instance;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ponens.generators.planning.world.Transition;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.pddl.Plan;

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
        int other = random.chance(0.6) ? (at + 1) % steps.size() : random.nextInt(steps.size());
        Plan.Step step = steps.get(at);
        steps.set(at, steps.get(other));
        steps.set(other, step);
      }
      case ARGUMENT -> steps.set(at, random.pick(others(steps.get(at), true, system)));
      case ACTION -> steps.set(at, random.pick(others(steps.get(at), false, system)));
      case INSERTED -> steps.add(at, random.pick(system.transitions()).step());
      case TRUNCATED -> {
        int left = random.between(Math.max(1, steps.size() - 3), steps.size() - 1);
        steps.subList(Math.max(1, left), steps.size()).clear();
      }
    }
    return steps;
  }

  /** Actions with one object that differs, or other actions with some of the same objects. */
  private static List<Plan.Step> others(
      Plan.Step step, boolean sameAction, TransitionSystem system) {
    List<Plan.Step> others = new ArrayList<>();
    for (Transition transition : system.transitions()) {
      Plan.Step other = transition.step();
      if (sameAction && other.action().equals(step.action())) {
        int differing = 0;
        for (int i = 0; i < step.arguments().size(); i++) {
          differing += step.arguments().get(i).equals(other.arguments().get(i)) ? 0 : 1;
        }
        if (differing == 1) {
          others.add(other);
        }
      } else if (!sameAction && !other.action().equals(step.action())) {
        Set<String> common = new HashSet<>(other.arguments());
        common.retainAll(step.arguments());
        if (!common.isEmpty()) {
          others.add(other);
        }
      }
    }
    return others.isEmpty() ? List.of(step) : others;
  }
}
