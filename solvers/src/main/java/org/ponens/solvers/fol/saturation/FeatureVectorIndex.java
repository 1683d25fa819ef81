package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the stored clauses that may subsume a given one, or be subsumed by it, whatever the signs
 * of their literals (feature vector indexing, Schulz 2013). A feature counts something that an
 * instance or a larger clause has at least as often.
 */
final class FeatureVectorIndex {

  private static final int SYMBOL_FEATURES = 14;
  private static final int LENGTH = SYMBOL_FEATURES + 2;
  private static final int CAP = 7;

  private static final class Node {
    private final @Nullable Node[] children = new Node[CAP + 1];
    private List<SharedClause> clauses = List.of();
  }

  private final Node root = new Node();
  private final int[] query = new int[LENGTH];

  void add(SharedClause clause) {
    Node leaf = leaf(clause);
    if (leaf.clauses.isEmpty()) {
      leaf.clauses = new ArrayList<>(2);
    }
    leaf.clauses.add(clause);
  }

  void remove(SharedClause clause) {
    Node leaf = leaf(clause);
    if (!leaf.clauses.isEmpty()) {
      leaf.clauses.remove(clause);
    }
  }

  /** Adds to the list the clauses that may subsume this one but for a sign. */
  void general(SharedLiteral[] literals, List<SharedClause> found) {
    vector(literals);
    collectGeneral(root, 0, found);
  }

  /** Adds to the list the clauses that this one may subsume but for a sign. */
  void special(SharedLiteral[] literals, List<SharedClause> found) {
    vector(literals);
    collectSpecial(root, 0, found);
  }

  private Node leaf(SharedClause clause) {
    vector(clause.literals);
    Node node = root;
    for (int value : query) {
      Node child = node.children[value];
      if (child == null) {
        child = new Node();
        node.children[value] = child;
      }
      node = child;
    }
    return node;
  }

  private void collectGeneral(Node node, int level, List<SharedClause> found) {
    if (level == LENGTH) {
      found.addAll(node.clauses);
      return;
    }
    for (int value = 0; value <= query[level]; value++) {
      Node child = node.children[value];
      if (child != null) {
        collectGeneral(child, level + 1, found);
      }
    }
  }

  private void collectSpecial(Node node, int level, List<SharedClause> found) {
    if (level == LENGTH) {
      found.addAll(node.clauses);
      return;
    }
    for (int value = query[level]; value <= CAP; value++) {
      Node child = node.children[value];
      if (child != null) {
        collectSpecial(child, level + 1, found);
      }
    }
  }

  private void vector(SharedLiteral[] literals) {
    Arrays.fill(query, 0);
    query[0] = literals.length;
    int depth = 0;
    for (SharedLiteral literal : literals) {
      depth = Math.max(depth, literal.depth());
      count(literal.left);
      if (literal.equality) {
        count(literal.right);
      }
    }
    query[1] = depth;
    for (int i = 0; i < LENGTH; i++) {
      query[i] = Math.min(query[i], CAP);
    }
  }

  private void count(SharedTerm term) {
    if (!term.isVariable()) {
      query[2 + term.symbol % SYMBOL_FEATURES]++;
      for (SharedTerm argument : term.arguments) {
        count(argument);
      }
    }
  }
}
