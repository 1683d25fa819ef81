package org.ponens.solvers.graph;

import java.util.Arrays;

/**
 * An undirected graph whose vertices have colours; edges may be parallel. A directed or labelled
 * edge is put in as a path over a vertex of a colour of its own. Immutable.
 */
public final class ColouredGraph {

  private final long[] colours;
  private final int[] first;
  private final int[] neighbours;

  private ColouredGraph(long[] colours, int[] first, int[] neighbours) {
    this.colours = colours;
    this.first = first;
    this.neighbours = neighbours;
  }

  /** Vertices and edges in the making; for one thread. */
  public static final class Builder {

    private long[] colours;
    private int[] ends;
    private int vertices;
    private int size;

    /** A builder of about so many vertices and edges. */
    public Builder(int vertices, int edges) {
      colours = new long[Math.max(4, vertices)];
      ends = new int[Math.max(8, 2 * edges)];
    }

    /** Adds a vertex and gives its number, from 0. */
    public int vertex(long colour) {
      if (vertices == colours.length) {
        colours = Arrays.copyOf(colours, 2 * vertices);
      }
      colours[vertices] = colour;
      return vertices++;
    }

    /** Joins two vertices, once more if they are joined. */
    public void edge(int u, int v) {
      if (size + 2 > ends.length) {
        ends = Arrays.copyOf(ends, 2 * ends.length);
      }
      ends[size++] = u;
      ends[size++] = v;
    }

    /** The graph. */
    public ColouredGraph build() {
      int[] first = new int[vertices + 1];
      for (int i = 0; i < size; i++) {
        first[ends[i] + 1]++;
      }
      for (int v = 0; v < vertices; v++) {
        first[v + 1] += first[v];
      }
      int[] neighbours = new int[size];
      int[] next = Arrays.copyOf(first, vertices);
      for (int i = 0; i < size; i += 2) {
        neighbours[next[ends[i]]++] = ends[i + 1];
        neighbours[next[ends[i + 1]]++] = ends[i];
      }
      return new ColouredGraph(Arrays.copyOf(colours, vertices), first, neighbours);
    }
  }

  /** How many vertices there are. */
  public int size() {
    return colours.length;
  }

  long[] colours() {
    return colours;
  }

  /** Where the neighbours of a vertex begin in {@link #neighbours}; they end before the next's. */
  int[] first() {
    return first;
  }

  int[] neighbours() {
    return neighbours;
  }
}
