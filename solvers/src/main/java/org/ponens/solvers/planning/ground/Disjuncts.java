package org.ponens.solvers.planning.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Splits conditions into conjunctions of literals. A disjunction that would multiply them too far
 * becomes an auxiliary derived atom with an axiom for each of its parts.
 */
final class Disjuncts {

  /** How many conjunctions a condition is split into at most. */
  private static final int MOST = 32;

  private final Atoms atoms;
  private final Map<Node, Integer> auxiliary = new HashMap<>();
  private final List<Axiom> axioms = new ArrayList<>();

  /** That an atom is true where all literals are. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed
  record Axiom(int head, int[] body) {}

  Disjuncts(Atoms atoms) {
    this.atoms = atoms;
  }

  /** The axioms of auxiliary atoms so far. */
  List<Axiom> axioms() {
    return axioms;
  }

  /** The conjunctions, each sorted, of which one holds where the condition does. */
  List<int[]> of(Node node) {
    return switch (node) {
      case Node.Lit it -> List.of(new int[] {it.literal()});
      case Node.Either it -> {
        List<int[]> all = new ArrayList<>();
        it.operands().forEach(o -> all.addAll(of(o)));
        yield all;
      }
      case Node.Both it -> conjunction(it.operands());
    };
  }

  private List<int[]> conjunction(List<Node> operands) {
    int[] fixed = new int[operands.size()];
    int count = 0;
    List<List<int[]>> factors = new ArrayList<>();
    List<Node> sources = new ArrayList<>();
    for (Node operand : operands) {
      if (operand instanceof Node.Lit it) {
        fixed[count++] = it.literal();
      } else {
        factors.add(of(operand));
        sources.add(operand);
      }
    }
    List<int[]> product = new ArrayList<>();
    int[] start = sorted(Arrays.copyOf(fixed, count));
    if (isConsistent(start)) {
      product.add(start);
    }
    for (int f = 0; f < factors.size(); f++) {
      List<int[]> factor = factors.get(f);
      if ((long) product.size() * factor.size() > MOST && factor.size() > 1) {
        factor = List.of(new int[] {2 * auxiliary(sources.get(f), factor)});
      }
      product = product(product, factor);
    }
    return product;
  }

  private static List<int[]> product(List<int[]> left, List<int[]> right) {
    List<int[]> product = new ArrayList<>();
    Set<List<Integer>> seen = new LinkedHashSet<>();
    for (int[] a : left) {
      for (int[] b : right) {
        int[] both = Arrays.copyOf(a, a.length + b.length);
        System.arraycopy(b, 0, both, a.length, b.length);
        int[] literals = sorted(both);
        if (isConsistent(literals) && seen.add(Arrays.stream(literals).boxed().toList())) {
          product.add(literals);
        }
      }
    }
    return product;
  }

  /** The atom that is true where one of several conjunctions is. */
  int auxiliary(Node node, List<int[]> parts) {
    Integer known = auxiliary.get(node);
    if (known != null) {
      return known;
    }
    int atom = atoms.auxiliary("(condition-" + (auxiliary.size() + 1) + ")");
    auxiliary.put(node, atom);
    parts.forEach(part -> axioms.add(new Axiom(atom, part)));
    return atom;
  }

  private static int[] sorted(int[] literals) {
    return Arrays.stream(literals).sorted().distinct().toArray();
  }

  private static boolean isConsistent(int[] sorted) {
    for (int i = 1; i < sorted.length; i++) {
      if (sorted[i] == sorted[i - 1] + 1 && (sorted[i - 1] & 1) == 0) {
        return false;
      }
    }
    return true;
  }
}
