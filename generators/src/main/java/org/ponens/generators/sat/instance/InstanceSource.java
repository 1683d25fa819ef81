package org.ponens.generators.sat.instance;

import java.util.Optional;
import org.ponens.generators.task.ItemRandom;

/** Draws formulas. Stateless, for any number of threads. */
public interface InstanceSource {

  /** The name that users write. */
  String name();

  /**
   * Draws a formula as wanted; empty where the source has none such, or the numbers gave none.
   * Whether a formula is satisfiable shows in nothing that can be read off it without solving: both
   * kinds have the same sizes, lengths and counts.
   */
  Optional<Instance> draw(Wanted wanted, ItemRandom random);
}
