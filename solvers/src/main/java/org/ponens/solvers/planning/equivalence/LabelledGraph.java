package org.ponens.solvers.planning.equivalence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * A graph whose vertices and edges have labels, for what a problem says: a vertex for each object,
 * fact and part of a formula, and an edge from each to its parts, labelled with their position. Two
 * graphs whose labels come from the same numbering are isomorphic where the problems say the same
 * but for the objects' names. Immutable.
 */
final class LabelledGraph {

  private static final int UNORDERED = 0;
  private static final int BINDS = 1;
  private static final int FIRST_POSITION = 2;

  private final int[] labels;
  private final int[] first;
  private final int[] neighbours;
  private final int[] edgeLabels;

  private LabelledGraph(int[] labels, int[] first, int[] neighbours, int[] edgeLabels) {
    this.labels = labels;
    this.first = first;
    this.neighbours = neighbours;
    this.edgeLabels = edgeLabels;
  }

  /** The numbers of labels, of all graphs that are to be compared. */
  static final class Labels {
    private final Map<String, Integer> numbers = new HashMap<>();

    private int number(String label) {
      return numbers.computeIfAbsent(label, l -> numbers.size());
    }
  }

  /** A graph in the making; the objects are its first vertices, in their order. */
  static final class Builder {
    private final Labels numbering;
    private final List<Integer> labels = new ArrayList<>();
    private final List<int[]> edges = new ArrayList<>();
    private final Map<String, Integer> things = new HashMap<>();

    Builder(Labels numbering, ProblemContent content) {
      this.numbering = numbering;
      content.objects().forEach((name, type) -> things.put(name, vertex("object " + type)));
      content.constants().forEach(name -> things.put(name, vertex("constant " + name)));
    }

    /** Adds what is said, in a role: at first, as a goal, ... */
    Builder add(String role, Iterable<Tree> trees) {
      for (Tree tree : trees) {
        int root = vertex("in " + role);
        edge(root, add(tree, new HashMap<>()), UNORDERED);
      }
      return this;
    }

    private int vertex(String label) {
      labels.add(numbering.number(label));
      return labels.size() - 1;
    }

    // From the whole to its part; the way back has a label of its own.
    private void edge(int whole, int part, int label) {
      edges.add(new int[] {whole, part, label});
    }

    private int add(Tree tree, Map<Integer, Integer> bound) {
      return switch (tree) {
        case Tree.Thing it -> Objects.requireNonNull(things.get(it.name()), it.name());
        case Tree.Bound it -> Objects.requireNonNull(bound.get(it.number()), "a free variable");
        case Tree.Leaf it -> vertex("leaf " + it.label());
        case Tree.Node it -> {
          int vertex = vertex((it.ordered() ? "list " : "set ") + it.label());
          for (int i = 0; i < it.children().size(); i++) {
            edge(vertex, add(it.children().get(i), bound), it.ordered() ? FIRST_POSITION + i : 0);
          }
          yield vertex;
        }
        case Tree.Quantified it -> {
          int vertex = vertex("quantifier " + it.quantifier());
          for (Tree.Variable variable : it.variables()) {
            int bindsAt = vertex("variable " + variable.type());
            bound.put(variable.number(), bindsAt);
            edge(vertex, bindsAt, BINDS);
          }
          edge(vertex, add(it.body(), bound), UNORDERED);
          yield vertex;
        }
      };
    }

    LabelledGraph build() {
      int[] first = new int[labels.size() + 1];
      for (int[] edge : edges) {
        first[edge[0] + 1]++;
        first[edge[1] + 1]++;
      }
      for (int v = 0; v < labels.size(); v++) {
        first[v + 1] += first[v];
      }
      int[] neighbours = new int[2 * edges.size()];
      int[] edgeLabels = new int[2 * edges.size()];
      int[] next = Arrays.copyOf(first, labels.size());
      for (int[] edge : edges) {
        neighbours[next[edge[0]]] = edge[1];
        edgeLabels[next[edge[0]]++] = 2 * edge[2];
        neighbours[next[edge[1]]] = edge[0];
        edgeLabels[next[edge[1]]++] = 2 * edge[2] + 1;
      }
      return new LabelledGraph(
          labels.stream().mapToInt(i -> i).toArray(), first, neighbours, edgeLabels);
    }
  }

  int size() {
    return labels.length;
  }

  int edgeEnds() {
    return neighbours.length;
  }

  int label(int vertex) {
    return labels[vertex];
  }

  /** Where the edges of a vertex begin; they end before the next's. */
  int first(int vertex) {
    return first[vertex];
  }

  int neighbour(int edge) {
    return neighbours[edge];
  }

  int edgeLabel(int edge) {
    return edgeLabels[edge];
  }
}
