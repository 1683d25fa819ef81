package org.ponens.solvers.graph;

import java.util.Arrays;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/**
 * Formulas up to isomorphism: up to the names of variables, which of a variable's two literals is
 * the negated one, and the order of literals and constraints. Isomorphic formulas have the same
 * {@link CanonicalHash}; an exclusive or is taken for what it says, whichever of its literals are
 * negated. (Of an exclusive or over more than {@value #LONGEST_PARITY} variables the parity is not
 * looked at, so that formulas which differ in nothing else share a hash.)
 */
public final class Isomorphism {

  static final int LONGEST_PARITY = 8;

  private static final long LITERAL = 1;
  private static final long VARIABLE = 2;
  private static final long CLAUSE = 3;
  private static final long PARITY = 4;
  private static final long PARITY_CLAUSE = 5;
  private static final long LONG_PARITY = 6;
  private static final long CARDINALITY = 8;
  private static final long SECOND_FORMULA = 1L << 40;

  private final ColouredGraph.Builder graph;

  private Isomorphism(int variables, int edges) {
    graph = new ColouredGraph.Builder(3 * variables + edges / 3 + 8, variables * 2 + edges);
    for (int v = 1; v <= variables; v++) {
      int positive = graph.vertex(LITERAL);
      int negative = graph.vertex(LITERAL);
      int variable = graph.vertex(VARIABLE);
      graph.edge(positive, variable);
      graph.edge(negative, variable);
    }
  }

  /** The hash of a formula's class. */
  public static GraphHash hash(Cnf cnf) {
    Isomorphism isomorphism = new Isomorphism(cnf.variables(), size(cnf));
    isomorphism.add(cnf, 0);
    return CanonicalHash.of(isomorphism.graph.build());
  }

  /** The hash of the class of an ordered pair of formulas over the same variables. */
  public static GraphHash hash(Cnf first, Cnf second) {
    Isomorphism isomorphism =
        new Isomorphism(
            Math.max(first.variables(), second.variables()), size(first) + size(second));
    isomorphism.add(first, 0);
    isomorphism.add(second, SECOND_FORMULA);
    return CanonicalHash.of(isomorphism.graph.build());
  }

  private static int size(Cnf cnf) {
    int size = 0;
    for (Constraint constraint : cnf.constraints()) {
      size += constraint.size() + 1;
    }
    return size;
  }

  private static int vertex(int literal) {
    return literal > 0 ? 3 * (literal - 1) : 3 * (-literal - 1) + 1;
  }

  private void add(Cnf cnf, long formula) {
    for (Constraint constraint : cnf.constraints()) {
      switch (constraint) {
        case Clause clause -> join(graph.vertex(formula + CLAUSE), clause);
        case Cardinality cardinality ->
            join(
                graph.vertex(
                    formula
                        + CARDINALITY
                        + 4L * cardinality.bound()
                        + relation(cardinality.relation())),
                cardinality);
        case Xor xor -> parity(xor, formula);
      }
    }
  }

  private static int relation(Cardinality.Relation relation) {
    return switch (relation) {
      case AT_MOST -> 0;
      case AT_LEAST -> 1;
      case EXACTLY -> 2;
    };
  }

  private void join(int vertex, Constraint constraint) {
    for (int i = 0; i < constraint.size(); i++) {
      graph.edge(vertex, vertex(constraint.literal(i)));
    }
  }

  /** A parity is put in as the clauses that say the same. */
  private void parity(Xor xor, long formula) {
    int[] literals = xor.literals();
    Arrays.sort(literals);
    boolean odd = true;
    int[] variables = new int[literals.length];
    int count = 0;
    int[] all = Arrays.stream(literals).map(Math::abs).sorted().toArray();
    for (int literal : literals) {
      odd ^= literal < 0;
    }
    for (int variable : all) {
      if (count > 0 && variables[count - 1] == variable) {
        count--;
      } else {
        variables[count++] = variable;
      }
    }
    if (count > LONGEST_PARITY) {
      int hub = graph.vertex(formula + LONG_PARITY);
      for (int i = 0; i < count; i++) {
        graph.edge(hub, 3 * (variables[i] - 1) + 2);
      }
      return;
    }
    int hub = graph.vertex(formula + PARITY);
    for (int signs = 0; signs < 1 << count; signs++) {
      // A clause rules out the valuation that makes it false, one of the wrong parity.
      boolean ruledOutIsOdd = Integer.bitCount(signs) % 2 == 1;
      if (ruledOutIsOdd != odd) {
        int clause = graph.vertex(formula + PARITY_CLAUSE);
        graph.edge(hub, clause);
        for (int i = 0; i < count; i++) {
          boolean isTrue = (signs >> i & 1) == 1;
          graph.edge(clause, vertex(isTrue ? -variables[i] : variables[i]));
        }
      }
    }
  }
}
