package org.ponens.solvers.planning.equivalence;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ponens.solvers.Meter;

/**
 * Decides whether two graphs are isomorphic, by individualisation and refinement (McKay, "Practical
 * graph isomorphism", 1981) on both graphs at a time: colours are refined by those of the
 * neighbours, and where vertices still share one, a vertex of the one graph is matched with each of
 * its colour in the other. What is left without the vertices whose colour is unique falls into
 * components. One that is matched with one of the other graph stays so: if there is an isomorphism
 * at all, there is one that maps them to each other. That many objects are interchangeable costs no
 * search thereby.
 *
 * <p>For one use by one thread; counts a step for each vertex that is coloured or looked at.
 */
final class GraphMatching {

  private final LabelledGraph left;
  private final LabelledGraph right;
  private final Meter meter;
  private final int size;

  // Of the right graph's vertices too, behind those of the left one.
  private final long[] colours;
  private final long[] scratch;
  private final boolean[] open;
  private long attempts;
  private boolean exhausted;

  /** What came of it. */
  sealed interface Outcome {

    /**
     * An isomorphism.
     *
     * @param image for each vertex of the first graph one of the second
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
    record Found(int[] image) implements Outcome {}

    /** There is none. */
    record None() implements Outcome {}

    /** The budget was spent first. */
    record Exhausted() implements Outcome {}
  }

  /** The components of a part of the left graph, each to be matched within a part of the right. */
  private static final class Frame {
    private final List<int[]> components;
    private final int[] rightScope;
    private int next;
    private int pivot = -1;
    private int[] component = {};
    private int candidate;
    private int[] touched = {};
    private long[] before = {};

    Frame(List<int[]> components, int[] rightScope) {
      this.components = components;
      this.rightScope = rightScope;
    }
  }

  private GraphMatching(LabelledGraph left, LabelledGraph right, Meter meter) {
    this.left = left;
    this.right = right;
    this.meter = meter;
    this.size = left.size();
    this.colours = new long[2 * size];
    this.scratch = new long[2 * size];
    this.open = new boolean[2 * size];
  }

  /** Looks for an isomorphism from the first graph to the second. */
  static Outcome find(LabelledGraph first, LabelledGraph second, Meter meter) {
    if (first.size() != second.size() || first.edgeEnds() != second.edgeEnds()) {
      return new Outcome.None();
    }
    return new GraphMatching(first, second, meter).find();
  }

  private Outcome find() {
    int[] all = new int[size];
    int[] twins = new int[size];
    for (int v = 0; v < size; v++) {
      all[v] = v;
      twins[v] = v + size;
      colours[v] = mix(left.label(v));
      colours[v + size] = mix(right.label(v));
    }
    boolean found = refine(all, twins) && search(all, twins);
    if (exhausted) {
      return new Outcome.Exhausted();
    }
    return found ? verified() : new Outcome.None();
  }

  /** SplitMix64's finalizer (Steele, Lea and Flood, OOPSLA 2014). */
  private static long mix(long value) {
    long z = value + 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  private boolean search(int[] all, int[] twins) {
    Deque<Frame> frames = new ArrayDeque<>();
    frames.push(frame(all, twins));
    while (!frames.isEmpty() && !exhausted) {
      Frame frame = frames.element();
      if (frame.pivot < 0 && frame.next == frame.components.size()) {
        frames.pop();
        if (!frames.isEmpty()) {
          frames.element().pivot = -1; // its component is matched
        }
        continue;
      }
      if (frame.pivot < 0) {
        frame.component = frame.components.get(frame.next++);
        frame.pivot = pivot(frame.component);
        frame.candidate = 0;
      }
      int[] image = attempt(frame);
      if (image != null) {
        frames.push(frame(frame.component, image));
      } else {
        frames.pop();
        if (frames.isEmpty()) {
          return false;
        }
        restore(frames.element());
      }
    }
    return !exhausted;
  }

  // Matches the pivot with the next vertex that is left for it; gives that one's component.
  private int @Nullable [] attempt(Frame frame) {
    while (frame.candidate < frame.rightScope.length && !exhausted) {
      int other = frame.rightScope[frame.candidate++];
      step(1);
      if (!open[other] || colours[other] != colours[frame.pivot]) {
        continue;
      }
      int[] image = component(other, frame.component.length);
      if (image.length != frame.component.length) {
        continue;
      }
      save(frame, image);
      attempts++;
      for (int v : frame.touched) {
        colours[v] = mix(colours[v] + 0xD1B54A32D192ED03L * attempts);
      }
      colours[frame.pivot] = mix(~colours[frame.pivot]);
      colours[other] = mix(~colours[other]);
      if (refine(frame.component, image)) {
        return image;
      }
      restore(frame);
    }
    return null;
  }

  private void save(Frame frame, int[] image) {
    int count = image.length;
    frame.touched = Arrays.copyOf(frame.component, 2 * count);
    System.arraycopy(image, 0, frame.touched, count, count);
    frame.before = Arrays.stream(frame.touched).mapToLong(v -> colours[v]).toArray();
  }

  private void restore(Frame frame) {
    for (int i = 0; i < frame.touched.length; i++) {
      colours[frame.touched[i]] = frame.before[i];
      open[frame.touched[i]] = true;
    }
  }

  // Opens the vertices whose colour is not unique, closes the others, and splits the former.
  private Frame frame(int[] scope, int[] image) {
    mark(scope);
    mark(image);
    List<int[]> components = new ArrayList<>();
    for (int v : scope) {
      if (open[v]) {
        int[] component = component(v, scope.length);
        components.add(component);
        for (int member : component) {
          open[member] = false; // seen
        }
      }
    }
    components.forEach(c -> Arrays.stream(c).forEach(v -> open[v] = true));
    return new Frame(components, Arrays.stream(image).filter(v -> open[v]).toArray());
  }

  private void mark(int[] vertices) {
    long[] sorted = sorted(vertices);
    for (int v : vertices) {
      int at = Arrays.binarySearch(sorted, colours[v]);
      open[v] =
          (at > 0 && sorted[at - 1] == colours[v])
              || (at + 1 < sorted.length && sorted[at + 1] == colours[v]);
    }
  }

  private long[] sorted(int[] vertices) {
    return Arrays.stream(vertices).mapToLong(v -> colours[v]).sorted().toArray();
  }

  // The open vertices connected with one, if they are not too many.
  private int[] component(int start, int most) {
    int[] found = new int[Math.min(most + 1, 16)];
    int count = 0;
    found[count++] = start;
    open[start] = false;
    for (int i = 0; i < count && count <= most; i++) {
      boolean isRight = found[i] >= size;
      LabelledGraph graph = isRight ? right : left;
      int offset = isRight ? size : 0;
      int vertex = found[i] - offset;
      for (int e = graph.first(vertex); e < graph.first(vertex + 1) && count <= most; e++) {
        int next = graph.neighbour(e) + offset;
        if (open[next]) {
          open[next] = false;
          if (count == found.length) {
            found = Arrays.copyOf(found, 2 * count);
          }
          found[count++] = next;
        }
      }
    }
    for (int i = 0; i < count; i++) {
      open[found[i]] = true;
    }
    step(count);
    return Arrays.copyOf(found, count);
  }

  private void step(int count) {
    for (int i = 0; i < count && !exhausted; i++) {
      exhausted = !meter.step();
    }
  }

  // The first vertex of the smallest class.
  private int pivot(int[] component) {
    long[] sorted = sorted(component);
    int least = Integer.MAX_VALUE;
    long colour = 0;
    for (int i = 0, j; i < sorted.length; i = j) {
      for (j = i + 1; j < sorted.length && sorted[j] == sorted[i]; j++) {}
      if (j - i < least) {
        least = j - i;
        colour = sorted[i];
      }
    }
    for (int v : component) {
      if (colours[v] == colour) {
        return v;
      }
    }
    throw new AssertionError("a component without vertices");
  }

  /**
   * Refines the colours of corresponding parts of the graphs until no class of equal ones falls
   * apart any more; false if they show that the parts do not correspond.
   */
  private boolean refine(int[] part, int[] image) {
    int classes = 0;
    while (!exhausted) {
      long[] sorted = sorted(part);
      if (!Arrays.equals(sorted, sorted(image))) {
        return false;
      }
      int finer = (int) Arrays.stream(sorted).distinct().count();
      if (finer == classes) {
        return true;
      }
      classes = finer;
      for (int v : part) {
        scratch[v] = refined(left, v, 0);
      }
      for (int v : image) {
        scratch[v] = refined(right, v - size, size);
      }
      for (int i = 0; i < part.length; i++) {
        colours[part[i]] = scratch[part[i]];
        colours[image[i]] = scratch[image[i]];
      }
      step(2 * part.length);
    }
    return false;
  }

  private long refined(LabelledGraph graph, int vertex, int offset) {
    long sum = 0;
    for (int e = graph.first(vertex); e < graph.first(vertex + 1); e++) {
      sum +=
          mix(colours[graph.neighbour(e) + offset] ^ mix(0x8CB92BA72F3D8DD7L + graph.edgeLabel(e)));
    }
    return mix(colours[vertex + offset] * 3 + sum);
  }

  // Colours are hashes. If two collide, then the answer is not known.
  private Outcome verified() {
    Map<Long, Integer> byColour = new HashMap<>();
    for (int v = 0; v < size; v++) {
      byColour.put(colours[v + size], v);
    }
    int[] image = new int[size];
    boolean[] taken = new boolean[size];
    for (int v = 0; v < size; v++) {
      Integer other = byColour.get(colours[v]);
      if (other == null || taken[other] || left.label(v) != right.label(other)) {
        return new Outcome.Exhausted();
      }
      taken[other] = true;
      image[v] = other;
    }
    for (int v = 0; v < size; v++) {
      if (!Arrays.equals(edges(left, v, image), edges(right, image[v], null))) {
        return new Outcome.Exhausted();
      }
    }
    return new Outcome.Found(image);
  }

  private static long[] edges(LabelledGraph graph, int vertex, int @Nullable [] image) {
    long[] edges = new long[graph.first(vertex + 1) - graph.first(vertex)];
    for (int i = 0; i < edges.length; i++) {
      int e = graph.first(vertex) + i;
      int neighbour = graph.neighbour(e);
      edges[i] = ((long) graph.edgeLabel(e) << 32) | (image == null ? neighbour : image[neighbour]);
    }
    Arrays.sort(edges);
    return edges;
  }
}
