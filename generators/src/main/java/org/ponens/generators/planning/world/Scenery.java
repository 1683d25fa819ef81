package org.ponens.generators.planning.world;

import java.util.List;
import org.ponens.generators.task.ItemRandom;

/** Draws the scenes and goals of one world. Stateless. */
interface Scenery {

  /**
   * Draws a scene.
   *
   * @param size how many of the things that the world is about (blocks, packages, people; of a
   *     grid, a third of its cells)
   * @param sound whether whatever a goal may ask for is to be within reach, where the world can
   *     tell; otherwise something that is needed may be missing
   */
  Scene scene(int size, boolean sound, ItemRandom random);

  /**
   * Draws a goal.
   *
   * @return facts, none of them twice, at least one of which is not true yet; empty if the numbers
   *     gave none
   */
  List<Fact> goal(Scene scene, ItemRandom random);
}
