package org.ponens.solvers.graph;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A hash of a graph's isomorphism class, by individualisation and refinement (McKay, "Practical
 * graph isomorphism", 1981). Colours are refined by those of the neighbours; where several vertices
 * still share one, each vertex of the smallest such class is singled out in turn, and of the
 * discrete colourings that this leads to, the one with the least hash counts. Branches that an
 * automorphism maps to one searched before are left out.
 *
 * <p>Isomorphic graphs have equal hashes, and graphs that are not have different ones but for
 * collisions of 64 bits. A search of more than {@value #MOST_NODES} nodes is given up for the hash
 * of the colours after one vertex is singled out, each in turn: equal for isomorphic graphs too,
 * and it tells fewer apart. (Whether it is given up could in principle depend on the vertices'
 * order: for a graph whose search takes just about so many nodes.)
 */
public final class CanonicalHash {

  static final int MOST_NODES = 20_000;

  private static final int MOST_LEAVES = 64;

  private final ColouredGraph graph;
  private final int size;
  private final long[] scratch;
  private final long[] sorted;
  private int nodes;

  /** The vertices singled out on the way to the node at hand. */
  private final List<Integer> path = new ArrayList<>();

  private final Map<GraphHash, Leaf> leaves = new HashMap<>();

  /** For each node on the way, which vertices known automorphisms that fix the way map together. */
  private final List<int[]> orbits = new ArrayList<>();

  private GraphHash best = new GraphHash(-1, -1);

  /** A discrete colouring found. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  private record Leaf(List<Integer> path, int[] order) {}

  private CanonicalHash(ColouredGraph graph) {
    this.graph = graph;
    this.size = graph.size();
    this.scratch = new long[size];
    this.sorted = new long[size];
  }

  /** The hash of a graph. */
  public static GraphHash of(ColouredGraph graph) {
    return new CanonicalHash(graph).hash();
  }

  private GraphHash hash() {
    long[] colours = new long[size];
    for (int v = 0; v < size; v++) {
      colours[v] = mix(graph.colours()[v]);
    }
    if (refine(colours) == size) {
      return summary(colours);
    }
    search(colours);
    return nodes <= MOST_NODES ? best : withoutSearch(colours);
  }

  /** SplitMix64's finalizer (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /**
   * Refines colours in place until no class of equal ones falls apart any more; gives the number of
   * classes.
   */
  private int refine(long[] colours) {
    int[] first = graph.first();
    int[] neighbours = graph.neighbours();
    int classes = classes(colours);
    while (classes < size) {
      for (int v = 0; v < size; v++) {
        scratch[v] = mix(colours[v] ^ 0xD1B54A32D192ED03L);
      }
      for (int v = 0; v < size; v++) {
        long sum = 0;
        for (int i = first[v]; i < first[v + 1]; i++) {
          sum += scratch[neighbours[i]];
        }
        colours[v] = mix(colours[v] * 3 + sum);
      }
      int finer = classes(colours);
      if (finer == classes) {
        return classes;
      }
      classes = finer;
    }
    return classes;
  }

  /** How many different colours there are; leaves them in order in {@link #sorted}. */
  private int classes(long[] colours) {
    System.arraycopy(colours, 0, sorted, 0, size);
    Arrays.sort(sorted);
    int classes = size == 0 ? 0 : 1;
    for (int i = 1; i < size; i++) {
      classes += sorted[i] != sorted[i - 1] ? 1 : 0;
    }
    return classes;
  }

  /** What does not depend on the order of vertices: all of the graph where colours are discrete. */
  private GraphHash summary(long[] colours) {
    int[] first = graph.first();
    int[] neighbours = graph.neighbours();
    long high = size;
    long low = neighbours.length;
    for (int v = 0; v < size; v++) {
      long colour = colours[v];
      high += mix(colour);
      low += mix(~colour);
      for (int i = first[v]; i < first[v + 1]; i++) {
        long other = colours[neighbours[i]];
        high += mix(mix(colour) + other);
        low += mix(colour ^ mix(~other));
      }
    }
    return new GraphHash(mix(high), mix(low));
  }

  /**
   * Searches below a node.
   *
   * @return the depth of the node to leave: this one, or the one above it that an automorphism maps
   *     to one searched before; -1 to leave all
   */
  private int search(long[] colours) {
    int depth = path.size();
    int[] cell = cell(colours);
    long least = 0;
    long[][] children = new long[cell.length][];
    int kept = 0;
    for (int i = 0; i < cell.length; i++) {
      if (++nodes > MOST_NODES) {
        return -1;
      }
      long[] child = colours.clone();
      child[cell[i]] = mix(child[cell[i]] ^ 0x8CB92BA72F3D8DD7L);
      refine(child);
      long invariant = 0;
      for (long colour : child) {
        invariant += mix(colour);
      }
      if (kept == 0 || invariant < least) {
        least = invariant;
        kept = 0;
      }
      if (invariant == least) {
        cell[kept] = cell[i];
        children[kept++] = child;
      }
    }
    int[] orbit = new int[size];
    for (int v = 0; v < size; v++) {
      orbit[v] = v;
    }
    orbits.add(orbit);
    for (int i = 0; i < kept; i++) {
      if (isSeen(orbit, cell, i)) {
        continue;
      }
      path.add(cell[i]);
      int back = classes(children[i]) == size ? leaf(children[i]) : search(children[i]);
      path.removeLast();
      if (back <= depth) {
        orbits.removeLast();
        return back;
      }
    }
    orbits.removeLast();
    return depth;
  }

  /** The vertices of the smallest class of several, of those the one of the least colour. */
  private int[] cell(long[] colours) {
    classes(colours);
    int count = 0;
    long colour = 0;
    for (int i = 0; i < size; ) {
      int j = i + 1;
      while (j < size && sorted[j] == sorted[i]) {
        j++;
      }
      if (j - i > 1 && (count == 0 || j - i < count)) {
        count = j - i;
        colour = sorted[i];
      }
      i = j;
    }
    int[] cell = new int[count];
    for (int v = 0, k = 0; k < count; v++) {
      if (colours[v] == colour) {
        cell[k++] = v;
      }
    }
    return cell;
  }

  private static boolean isSeen(int[] orbit, int[] cell, int index) {
    int root = root(orbit, cell[index]);
    for (int i = 0; i < index; i++) {
      if (root(orbit, cell[i]) == root) {
        return true;
      }
    }
    return false;
  }

  private static int root(int[] orbit, int vertex) {
    int root = vertex;
    while (orbit[root] != root) {
      orbit[root] = orbit[orbit[root]];
      root = orbit[root];
    }
    return root;
  }

  /** Takes a discrete colouring; gives the depth of the node to leave, see {@link #search}. */
  private int leaf(long[] colours) {
    int depth = path.size();
    GraphHash hash = summary(colours);
    Leaf same = leaves.get(hash);
    int[] order = order(colours);
    if (same == null) {
      if (leaves.size() < MOST_LEAVES) {
        leaves.put(hash, new Leaf(List.copyOf(path), order));
      }
      if (Long.compareUnsigned(hash.high(), best.high()) < 0
          || (hash.high() == best.high() && Long.compareUnsigned(hash.low(), best.low()) < 0)) {
        best = hash;
      }
      return depth;
    }
    // Vertices of the same rank in both colourings are mapped to one another by an automorphism
    // that fixes what both paths begin with.
    int common = 0;
    while (common < depth - 1 && path.get(common).equals(same.path.get(common))) {
      common++;
    }
    for (int d = 0; d <= common; d++) {
      int[] orbit = orbits.get(d);
      for (int i = 0; i < size; i++) {
        int u = root(orbit, order[i]);
        int v = root(orbit, same.order[i]);
        orbit[Math.max(u, v)] = Math.min(u, v);
      }
    }
    return common + 1;
  }

  /** The vertices by colour. */
  private int[] order(long[] colours) {
    classes(colours);
    int[] order = new int[size];
    for (int v = 0; v < size; v++) {
      order[Arrays.binarySearch(sorted, colours[v])] = v;
    }
    return order;
  }

  /** The hash of what refinement makes of the graph with one vertex singled out, each in turn. */
  private GraphHash withoutSearch(long[] colours) {
    long high = 1;
    long low = 2;
    for (int v = 0; v < size; v++) {
      long[] child = colours.clone();
      child[v] = mix(child[v] ^ 0x8CB92BA72F3D8DD7L);
      refine(child);
      GraphHash hash = summary(child);
      high += mix(hash.high());
      low += mix(hash.low());
    }
    return new GraphHash(mix(high), mix(low));
  }
}
