package org.ponens.generators.sat.instance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;

/**
 * The degrees of a graph, from which graphs are drawn by joining stubs at random. Degrees settle
 * how many clauses of each length there are and how often each variable occurs.
 */
final class Wiring {

  private static final int TRIES = 40;

  /** The vertices of each stub on one side and on the other; 0 colours for pigeons and holes. */
  private final int[] left;

  private final int[] right;
  private final int vertices;
  private final int colours;

  private Wiring(int[] left, int[] right, int vertices, int colours) {
    this.left = left;
    this.right = right;
    this.vertices = vertices;
    this.colours = colours;
  }

  /** Pigeons with two or three holes each, and nearly as many holes; an edge is a variable. */
  static @Nullable Wiring pigeons(int edges, ItemRandom random) {
    if (edges < 8) {
      return null;
    }
    int pigeons = Math.max(3, random.between((2 * edges + 4) / 5, edges / 2));
    int holes = pigeons + random.nextInt(1 + pigeons / 4);
    int[] left = new int[edges];
    int[] right = new int[edges];
    for (int i = 0; i < edges; i++) {
      left[i] = i < 2 * pigeons ? i % pigeons : random.nextInt(pigeons);
      right[i] = i < holes ? i : random.nextInt(holes);
    }
    return new Wiring(left, right, Math.max(pigeons, holes), 0);
  }

  /** A graph near the threshold of colourability; a vertex has a variable for each colour. */
  static @Nullable Wiring colouring(int variables, int wanted, ItemRandom random) {
    int colours = Math.max(2, Math.min(wanted, variables / 6));
    int vertices = variables / colours;
    if (vertices < 5) {
      return null;
    }
    double[] edgesPerVertex = {0, 0, 0.9, 2.3, 4.3, 6.4};
    int edges =
        Math.min(
            vertices * (vertices - 1) / 2 - 1,
            Math.max(3, (int) Math.round(vertices * edgesPerVertex[colours])));
    int[] left = new int[edges];
    int[] right = new int[edges];
    boolean[][] joined = new boolean[vertices][vertices];
    for (int i = 0; i < edges; ) {
      int from = random.nextInt(vertices);
      int to = random.nextInt(vertices);
      if (from != to && !joined[from][to]) {
        joined[from][to] = true;
        joined[to][from] = true;
        left[i] = from;
        right[i++] = to;
      }
    }
    return new Wiring(left, right, vertices, colours);
  }

  /** A formula of a random graph with these degrees; null if no simple graph was found. */
  @Nullable Cnf draw(ItemRandom random) {
    for (int tries = 0; tries < TRIES; tries++) {
      int[] from = left.clone();
      int[] to = right.clone();
      if (colours == 0) {
        random.shuffle(to);
      }
      if (colours == 0 ? repaired(from, to, random) : switched(from, to, random)) {
        return colours == 0 ? holes(from, to) : colouring(from, to);
      }
    }
    return null;
  }

  private boolean repaired(int[] from, int[] to, ItemRandom random) {
    for (int round = 0; round < 20 * from.length; round++) {
      int twice = twice(from, to);
      if (twice < 0) {
        return true;
      }
      int other = random.nextInt(to.length);
      int swapped = to[twice];
      to[twice] = to[other];
      to[other] = swapped;
    }
    return false;
  }

  private int twice(int[] from, int[] to) {
    boolean[] seen = new boolean[vertices * vertices];
    for (int i = 0; i < from.length; i++) {
      if (seen[from[i] * vertices + to[i]]) {
        return i;
      }
      seen[from[i] * vertices + to[i]] = true;
    }
    return -1;
  }

  /** Exchanges ends of pairs of edges that leave the graph simple. */
  private boolean switched(int[] from, int[] to, ItemRandom random) {
    boolean[][] joined = new boolean[vertices][vertices];
    for (int i = 0; i < from.length; i++) {
      join(joined, from[i], to[i], true);
    }
    for (int round = 0; round < 6 * from.length; round++) {
      int i = random.nextInt(from.length);
      int j = random.nextInt(from.length);
      boolean turned = random.nextBoolean();
      int a = turned ? to[i] : from[i];
      int b = turned ? from[i] : to[i];
      int c = from[j];
      int d = to[j];
      if (a != d && c != b && i != j && !joined[a][d] && !joined[c][b]) {
        join(joined, a, b, false);
        join(joined, c, d, false);
        join(joined, a, d, true);
        join(joined, c, b, true);
        from[i] = a;
        to[i] = d;
        from[j] = c;
        to[j] = b;
      }
    }
    return true;
  }

  private static void join(boolean[][] joined, int from, int to, boolean now) {
    joined[from][to] = now;
    joined[to][from] = now;
  }

  private Cnf holes(int[] from, int[] to) {
    List<Constraint> constraints = new ArrayList<>();
    for (int pigeon = 0; pigeon < vertices; pigeon++) {
      int[] edges = new int[from.length];
      int count = 0;
      for (int i = 0; i < from.length; i++) {
        if (from[i] == pigeon) {
          edges[count++] = i + 1;
        }
      }
      if (count > 0) {
        constraints.add(Clause.of(Arrays.copyOf(edges, count)));
      }
    }
    for (int i = 0; i < to.length; i++) {
      for (int j = 0; j < i; j++) {
        if (to[i] == to[j]) {
          constraints.add(Clause.of(-(i + 1), -(j + 1)));
        }
      }
    }
    return new Cnf(from.length, constraints);
  }

  private Cnf colouring(int[] from, int[] to) {
    List<Constraint> constraints = new ArrayList<>();
    for (int vertex = 0; vertex < vertices; vertex++) {
      int[] clause = new int[colours];
      for (int colour = 0; colour < colours; colour++) {
        clause[colour] = 1 + vertex * colours + colour;
      }
      constraints.add(Clause.of(clause));
    }
    for (int i = 0; i < from.length; i++) {
      for (int colour = 1; colour <= colours; colour++) {
        constraints.add(Clause.of(-(from[i] * colours + colour), -(to[i] * colours + colour)));
      }
    }
    return new Cnf(vertices * colours, constraints);
  }
}
