package org.ponens.generators.planning.judge;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.TransitionSystem;

/**
 * A claim about which facts are true in a state: those listed, of the predicates that actions
 * change, and no others.
 */
final class StateClaim {

  private final TransitionSystem system;
  private final Set<Fact> claimed = new LinkedHashSet<>();
  private final Set<Fact> denied = new HashSet<>();

  /**
   * What is wrong with a claim.
   *
   * @param nearness the share of facts that are both claimed and true among those that are either
   */
  record Fault(String reason, double nearness) {}

  StateClaim(TransitionSystem system, List<FactReader.Literal> literals) {
    this.system = system;
    for (FactReader.Literal literal : literals) {
      (literal.positive() ? claimed : denied).add(literal.fact());
    }
  }

  /**
   * The first thing that is wrong.
   *
   * @param truth the facts that are true
   * @param before those of the state before, which tell whether a fact that is missing, or one too
   *     many, was forgotten when it changed or invented
   */
  Optional<Fault> fault(List<Fact> truth, List<Fact> before) {
    Set<Fact> state = new HashSet<>(truth);
    Set<Fact> earlier = new HashSet<>(before);
    Set<Fact> said = new LinkedHashSet<>(claimed);
    // What never changes may be said as well, if it is so.
    said.removeIf(system::isStaticTruth);
    Set<Fact> common = new HashSet<>(said);
    common.retainAll(state);
    double either = said.size() + state.size() - common.size();
    double nearness = either == 0 ? 0 : Math.min(0.99, common.size() / either) * 0.5;
    for (Fact fact : truth) {
      if (denied.contains(fact) || !said.contains(fact)) {
        return Optional.of(
            new Fault(
                fact
                    + (earlier.contains(fact)
                        ? " is still true, and the answer lacks it"
                        : " has become true, and the answer lacks it"),
                nearness));
      }
    }
    for (Fact fact : said) {
      if (!state.contains(fact)) {
        return Optional.of(
            new Fault(
                fact
                    + (earlier.contains(fact)
                        ? " is true no longer, and the answer has it"
                        : " is false, and the answer has it"),
                nearness));
      }
    }
    return Optional.empty();
  }
}
