package org.ponens.generators.sat.instance;

import java.util.Optional;
import java.util.TreeMap;
import org.ponens.generators.task.ItemRandom;

/**
 * Parities on a random cubic graph (Tseitin, 1968; Urquhart, 1987), as clauses, among random ones:
 * an edge is a variable, and at each vertex an odd or even number of edges is true. There is a
 * model if and only if the number of odd vertices is even.
 */
final class ParityGraph implements InstanceSource {

  private static final int MOST_DRAWS = 40;

  @Override
  public String name() {
    return "parity";
  }

  @Override
  public Optional<Instance> draw(Wanted wanted, ItemRandom random) {
    int vertices = 2 * Math.round(wanted.variables() / 3f);
    if (vertices < 4 || wanted.minViolations() > 1) {
      return Optional.empty();
    }
    boolean satisfiable = Draft.satisfiable(wanted, random);
    int n = vertices / 2 * 3;
    for (int i = 0; i < MOST_DRAWS; i++) {
      Draft draft = new Draft(n);
      graph(draft, vertices, satisfiable, random);
      int more = Math.max(2, n / 4);
      for (int c = 0; c < more; c++) {
        int[] literals = Draft.variables(3, n, random);
        Draft.sign(literals, random);
        draft.add(literals);
      }
      if (draft.isFull() && draft.is(satisfiable, wanted)) {
        TreeMap<String, String> knobs = new TreeMap<>();
        knobs.put("vertices", Integer.toString(vertices));
        return Optional.of(draft.disguised(name(), satisfiable, knobs, random));
      }
    }
    return Optional.empty();
  }

  /** A cycle through all vertices, so that the graph is connected, and a random matching. */
  private static void graph(Draft draft, int vertices, boolean even, ItemRandom random) {
    int[] matching = new int[vertices];
    int[] order = random.permutation(vertices);
    for (int i = 0; i < vertices; i += 2) {
      int edge = vertices + i / 2 + 1;
      matching[order[i]] = edge;
      matching[order[i + 1]] = edge;
    }
    boolean sum = false;
    for (int v = 0; v < vertices; v++) {
      boolean odd = v < vertices - 1 ? random.nextBoolean() : sum == even;
      sum ^= odd;
      int[] edges = {v + 1, (v + 1) % vertices + 1, matching[v]};
      for (int signs = 0; signs < 8; signs++) {
        // The clause is false for one valuation of the edges, of the wrong parity.
        if ((Integer.bitCount(signs) % 2 == 1) != odd) {
          int[] literals = new int[3];
          for (int i = 0; i < 3; i++) {
            literals[i] = (signs >> i & 1) == 1 ? -edges[i] : edges[i];
          }
          draft.add(literals);
        }
      }
    }
  }
}
