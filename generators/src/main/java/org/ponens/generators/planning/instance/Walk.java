package org.ponens.generators.planning.instance;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ponens.generators.planning.world.Transition;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.pddl.Plan;

/** Actions drawn at random, each of which can be done in its turn. */
public final class Walk {

  private Walk() {}

  /**
   * A walk that comes to no state twice; empty if it has nowhere to go.
   *
   * @param length how many actions
   */
  public static Optional<List<Plan.Step>> draw(
      TransitionSystem system, int length, ItemRandom random) {
    List<Plan.Step> steps = new ArrayList<>();
    Set<BitSet> seen = new HashSet<>();
    BitSet state = system.initial();
    seen.add(state);
    while (steps.size() < length) {
      List<Transition> applicable = system.applicable(state);
      boolean moved = false;
      for (int index : random.permutation(applicable.size())) {
        BitSet next = applicable.get(index).apply(state);
        if (seen.add(next)) {
          steps.add(applicable.get(index).step());
          state = next;
          moved = true;
          break;
        }
      }
      if (!moved) {
        return Optional.empty();
      }
    }
    return Optional.of(steps);
  }
}
