package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the stored terms that may unify with a given one, or be instances of it (fingerprint
 * indexing, Schulz 2012): a term is filed by what it has at seven sample positions.
 */
final class FingerprintIndex<T> {

  private static final int VARIABLE = -1;

  /** A position that some instances have. */
  private static final int BELOW_VARIABLE = -2;

  /** A position that no instance has. */
  private static final int NOWHERE = -3;

  private static final int[][] POSITIONS = {{}, {0}, {1}, {0, 0}, {0, 1}, {1, 0}, {1, 1}};

  private static final class Node<T> {
    private int[] features = new int[2];
    private List<Node<T>> children = List.of();
    private List<T> entries = List.of();

    private Node<T> descend(int feature) {
      int size = children.size();
      int at = Arrays.binarySearch(features, 0, size, feature);
      if (at >= 0) {
        return children.get(at);
      }
      int insertion = -at - 1;
      if (size == 0) {
        children = new ArrayList<>(2);
      }
      if (size == features.length) {
        features = Arrays.copyOf(features, size * 2);
      }
      System.arraycopy(features, insertion, features, insertion + 1, size - insertion);
      features[insertion] = feature;
      Node<T> child = new Node<>();
      children.add(insertion, child);
      return child;
    }
  }

  private final Node<T> root = new Node<>();
  private final int[] query = new int[POSITIONS.length];

  void add(SharedTerm term, T entry) {
    Node<T> leaf = leaf(term);
    if (leaf.entries.isEmpty()) {
      leaf.entries = new ArrayList<>(2);
    }
    leaf.entries.add(entry);
  }

  void remove(SharedTerm term, T entry) {
    Node<T> leaf = leaf(term);
    if (!leaf.entries.isEmpty()) {
      leaf.entries.remove(entry);
    }
  }

  private Node<T> leaf(SharedTerm term) {
    Node<T> node = root;
    for (int[] position : POSITIONS) {
      node = node.descend(feature(term, position));
    }
    return node;
  }

  /** Adds to the list what is stored at terms that may unify with this one, variables apart. */
  void unifiable(SharedTerm term, List<T> found) {
    sample(term);
    collectUnifiable(root, 0, found);
  }

  /** Adds to the list what is stored at terms that may be instances of this one. */
  void instances(SharedTerm term, List<T> found) {
    sample(term);
    collectInstances(root, 0, found);
  }

  private void sample(SharedTerm term) {
    for (int i = 0; i < query.length; i++) {
      query[i] = feature(term, POSITIONS[i]);
    }
  }

  private static int feature(SharedTerm term, int[] position) {
    SharedTerm at = term;
    for (int index : position) {
      if (at.isVariable()) {
        return BELOW_VARIABLE;
      }
      if (index >= at.arguments.length) {
        return NOWHERE;
      }
      at = at.arguments[index];
    }
    return at.isVariable() ? VARIABLE : at.symbol;
  }

  private void collectUnifiable(Node<T> node, int level, List<T> found) {
    if (level == query.length) {
      found.addAll(node.entries);
      return;
    }
    int wanted = query[level];
    for (int i = 0; i < node.children.size(); i++) {
      int stored = node.features[i];
      boolean compatible =
          stored == wanted
              || stored == BELOW_VARIABLE
              || wanted == BELOW_VARIABLE
              || (stored == VARIABLE && wanted != NOWHERE)
              || (wanted == VARIABLE && stored != NOWHERE);
      if (compatible) {
        collectUnifiable(node.children.get(i), level + 1, found);
      }
    }
  }

  private void collectInstances(Node<T> node, int level, List<T> found) {
    if (level == query.length) {
      found.addAll(node.entries);
      return;
    }
    int wanted = query[level];
    for (int i = 0; i < node.children.size(); i++) {
      int stored = node.features[i];
      boolean compatible =
          stored == wanted
              || wanted == BELOW_VARIABLE
              || (wanted == VARIABLE && (stored >= 0 || stored == VARIABLE));
      if (compatible) {
        collectInstances(node.children.get(i), level + 1, found);
      }
    }
  }
}
