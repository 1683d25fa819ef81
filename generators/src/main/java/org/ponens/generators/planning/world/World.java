package org.ponens.generators.planning.world;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;

/** A domain with what draws its instances. Immutable. */
public final class World {

  /** Where the domains are, and their phrases; within a jar, a path has no dots. */
  public static final String FOLDER = "/org/ponens/generators/planning/";

  private static final List<World> ALL =
      List.of(
          new World("blocksworld", new Blocks(), 3, 10),
          new World("logistics", new Logistics(), 1, 4),
          new World("gripper", new Gripper(), 1, 7),
          new World("grid", new Grid(), 2, 7),
          new World("ferry", new Ferry(), 1, 7),
          new World("elevator", new Elevator(), 1, 6));

  private final String label;
  private final Scenery scenery;
  private final int least;
  private final int most;
  private final Domain domain;

  private World(String label, Scenery scenery, int least, int most) {
    this.label = label;
    this.scenery = scenery;
    this.least = least;
    this.most = most;
    String file = label + ".pddl";
    this.domain = Pddl.parseDomain(Source.of(file, resource(file))).orElseThrow();
  }

  /** All that there are. */
  public static List<World> all() {
    return ALL;
  }

  /** A text of the package {@code org.ponens.generators.planning}. */
  private static String resource(String file) {
    try (InputStream in = World.class.getResourceAsStream(FOLDER + file)) {
      if (in == null) {
        throw new AssertionError("the resource " + file + " is missing");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(file, e);
    }
  }

  /** Its rules. */
  public Domain domain() {
    return domain;
  }

  /** The least size: how many of the things that the world is about. */
  public int least() {
    return least;
  }

  /** The largest size whose instances are solved to the optimum soon enough, for the most part. */
  public int most() {
    return most;
  }

  /**
   * Draws a scene.
   *
   * @param size see {@link #least()}
   * @param sound whether goals are to be within reach, where the world can tell
   */
  public Scene scene(int size, boolean sound, ItemRandom random) {
    return scenery.scene(size, sound, random);
  }

  /** Draws a goal; empty if the numbers gave none that is not true already. */
  public Optional<List<Fact>> goal(Scene scene, ItemRandom random) {
    List<Fact> goal = scenery.goal(scene, random);
    return new HashSet<>(scene.initial()).containsAll(goal)
        ? Optional.empty()
        : Optional.of(Scene.shuffled(goal, random));
  }

  /** The name that users write: {@code blocksworld}. */
  public String label() {
    return label;
  }
}
