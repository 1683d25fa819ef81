package org.ponens.generators.sat.instance;

import java.util.Optional;
import java.util.TreeMap;
import org.ponens.generators.task.ItemRandom;

/**
 * Can a random graph be coloured with three colours: each vertex has one of them, and neighbours do
 * not share it. The number of edges is near the threshold of 4.69 neighbours a vertex.
 */
final class Colouring implements InstanceSource {

  private static final int COLOURS = 3;

  private static final int MOST_DRAWS = 60;

  @Override
  public String name() {
    return "colouring";
  }

  @Override
  public Optional<Instance> draw(Wanted wanted, ItemRandom random) {
    int vertices = Math.round(wanted.variables() / (float) COLOURS);
    if (vertices < 4 || wanted.minViolations() > 1) {
      return Optional.empty();
    }
    boolean satisfiable = Draft.satisfiable(wanted, random);
    int pairs = vertices * (vertices - 1) / 2;
    // Small graphs need more edges for both answers to be likely.
    int edges = Math.min(pairs - 1, (int) Math.round(2.35 * vertices + 2));
    for (int i = 0; i < MOST_DRAWS; i++) {
      Draft draft = new Draft(vertices * COLOURS);
      for (int v = 0; v < vertices; v++) {
        draft.add(v * COLOURS + 1, v * COLOURS + 2, v * COLOURS + 3);
      }
      for (int e = 0; e < edges; ) {
        int u = random.nextInt(vertices);
        int v = random.nextInt(vertices);
        if (u != v && draft.add(-(u * COLOURS + 1), -(v * COLOURS + 1))) {
          draft.add(-(u * COLOURS + 2), -(v * COLOURS + 2));
          draft.add(-(u * COLOURS + 3), -(v * COLOURS + 3));
          e++;
        }
      }
      if (draft.is(satisfiable, wanted)) {
        TreeMap<String, String> knobs = new TreeMap<>();
        knobs.put("vertices", Integer.toString(vertices));
        knobs.put("edges", Integer.toString(edges));
        return Optional.of(draft.disguised(name(), satisfiable, knobs, random));
      }
    }
    return Optional.empty();
  }
}
