package org.ponens.generators.sat.instance;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/**
 * Tseitin's parity formulas: the edges of a connected graph are variables, and at each vertex the
 * number of true edges has the parity of its charge. There is a model exactly if the charges sum to
 * an even number, for each edge is counted twice.
 */
final class TseitinGraph {

  private static final int MOST_DEGREE = 5;

  private TseitinGraph() {}

  /** A circle of vertices and chords, this many edges in all; null if they were not found. */
  static Signing.@Nullable Pair draw(int edges, boolean clauses, ItemRandom random) {
    int vertices = Math.max(3, (2 * edges + 2) / 3);
    List<List<Integer>> at = new ArrayList<>();
    boolean[][] joined = new boolean[vertices][vertices];
    for (int v = 0; v < vertices; v++) {
      at.add(new ArrayList<>());
    }
    int edge = 0;
    for (int tries = 0; edge < edges; tries++) {
      if (tries > 200 * edges) {
        return null;
      }
      int from = edge < vertices ? edge : random.nextInt(vertices);
      int to = edge < vertices ? (edge + 1) % vertices : random.nextInt(vertices);
      int most = tries < 50 * edges ? 3 : MOST_DEGREE;
      if (from != to
          && !joined[from][to]
          && at.get(from).size() < most
          && at.get(to).size() < most) {
        edge++;
        joined[from][to] = true;
        joined[to][from] = true;
        at.get(from).add(edge);
        at.get(to).add(edge);
      }
    }
    List<Constraint> constraints = new ArrayList<>();
    boolean sum = false;
    for (int v = 0; v + 1 < vertices; v++) {
      boolean charge = random.nextBoolean();
      sum ^= charge;
      add(at.get(v), charge, clauses, constraints);
    }
    List<Constraint> others = new ArrayList<>(constraints);
    add(at.getLast(), sum, clauses, constraints);
    add(at.getLast(), !sum, clauses, others);
    return new Signing.Pair(new Cnf(edges, constraints), new Cnf(edges, others));
  }

  private static void add(
      List<Integer> edges, boolean charge, boolean clauses, List<Constraint> constraints) {
    int[] literals = edges.stream().mapToInt(Integer::intValue).toArray();
    if (clauses) {
      Parity.clauses(literals, charge, constraints);
    } else {
      literals[0] = charge ? literals[0] : -literals[0];
      constraints.add(Xor.of(literals));
    }
  }
}
