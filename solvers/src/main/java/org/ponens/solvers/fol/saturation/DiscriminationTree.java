package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Finds the stored terms that may be more general than a given one (discrimination trees, McCune
 * 1992): all variables are taken for one, so that candidates are still to be matched.
 */
final class DiscriminationTree<T> {

  private static final class Node<T> {
    private int[] symbols = new int[2];
    private List<Node<T>> children = List.of();
    private List<T> entries = List.of();

    private int find(int symbol) {
      return Arrays.binarySearch(symbols, 0, children.size(), symbol);
    }

    private Node<T> descend(int symbol) {
      int at = find(symbol);
      if (at >= 0) {
        return children.get(at);
      }
      int insertion = -at - 1;
      int size = children.size();
      if (size == 0) {
        children = new ArrayList<>(2);
      }
      if (size == symbols.length) {
        symbols = Arrays.copyOf(symbols, size * 2);
      }
      System.arraycopy(symbols, insertion, symbols, insertion + 1, size - insertion);
      symbols[insertion] = symbol;
      Node<T> child = new Node<>();
      children.add(insertion, child);
      return child;
    }
  }

  private static final int VARIABLE = -1;

  private final Node<T> root = new Node<>();

  /** The subterms of the query in preorder, and where each ends. */
  private SharedTerm[] flat = new SharedTerm[64];

  private int[] ends = new int[64];
  private int flatLength;

  void add(SharedTerm term, T entry) {
    Node<T> leaf = walk(root, term);
    if (leaf.entries.isEmpty()) {
      leaf.entries = new ArrayList<>(1);
    }
    leaf.entries.add(entry);
  }

  void remove(SharedTerm term, T entry) {
    Node<T> leaf = walk(root, term);
    if (!leaf.entries.isEmpty()) {
      leaf.entries.remove(entry);
    }
  }

  private Node<T> walk(Node<T> from, SharedTerm term) {
    if (term.isVariable()) {
      return from.descend(VARIABLE);
    }
    Node<T> node = from.descend(term.symbol);
    for (SharedTerm argument : term.arguments) {
      node = walk(node, argument);
    }
    return node;
  }

  /** Adds to the list what is stored at terms that may be more general than this one. */
  void candidates(SharedTerm query, List<T> found) {
    if (root.children.isEmpty()) {
      return;
    }
    flatLength = 0;
    flatten(query);
    collect(root, 0, found);
  }

  private void flatten(SharedTerm term) {
    if (flatLength == flat.length) {
      flat = Arrays.copyOf(flat, flatLength * 2);
      ends = Arrays.copyOf(ends, flatLength * 2);
    }
    int at = flatLength++;
    flat[at] = term;
    for (SharedTerm argument : term.arguments) {
      flatten(argument);
    }
    ends[at] = flatLength;
  }

  private void collect(Node<T> node, int at, List<T> found) {
    if (at == flatLength) {
      found.addAll(node.entries);
      return;
    }
    int size = node.children.size();
    if (size > 0 && node.symbols[0] == VARIABLE) {
      collect(node.children.get(0), ends[at], found);
    }
    if (!flat[at].isVariable()) {
      int child = node.find(flat[at].symbol);
      if (child >= 0) {
        collect(node.children.get(child), at + 1, found);
      }
    }
  }
}
