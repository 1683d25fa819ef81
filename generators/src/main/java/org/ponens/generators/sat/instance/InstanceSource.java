package org.ponens.generators.sat.instance;

import java.util.Optional;
import org.ponens.generators.task.ItemRandom;

/**
 * Where formulas come from. Stateless and safe for many threads; what it draws follows from the
 * random numbers alone.
 */
public interface InstanceSource {

  /** The name that users write: {@code uniform}. */
  String name();

  /**
   * A formula, in which each variable occurs; empty where this source can't give what is wanted.
   * Where either label will do, whether it is empty does not depend on the label.
   */
  Optional<Instance> draw(Wanted wanted, ItemRandom random);
}
