package org.ponens.solvers.sat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/**
 * A formula as clauses over the same variables, each with the constraint that entails it, so that a
 * {@link Refutation} of the clauses refutes the formula. {@link #check} says so without trust in
 * how the clauses were made.
 *
 * @param clauses a formula of clauses alone
 * @param origins for each clause the position of its constraint, from 0
 */
public record ClausalForm(Cnf clauses, List<Integer> origins) {

  /** The most clauses that one constraint becomes. */
  private static final int MOST_CLAUSES = 4096;

  public ClausalForm {
    origins = List.copyOf(origins);
    if (!clauses.isClausal() || clauses.constraints().size() != origins.size()) {
      throw new IllegalArgumentException("as many clauses as origins");
    }
  }

  /**
   * The clauses equivalent to a formula, without auxiliary variables; empty if one constraint would
   * become more than 4096 of them.
   */
  public static Optional<ClausalForm> of(Cnf cnf) {
    List<Constraint> clauses = new ArrayList<>();
    List<Integer> origins = new ArrayList<>();
    for (int i = 0; i < cnf.constraints().size(); i++) {
      Constraint constraint = cnf.constraints().get(i);
      if (size(constraint) > MOST_CLAUSES) {
        return Optional.empty();
      }
      switch (constraint) {
        case Clause clause -> clauses.add(clause);
        case Xor xor -> {
          ParityOf parity = ParityOf.literals(xor.literals());
          Encoder.parityClauses(
              parity.variables(), parity.odd(), literals -> clauses.add(Clause.of(literals)));
        }
        case Cardinality cardinality ->
            Encoder.directCardinality(
                cardinality, literals -> clauses.add(Clause.of(distinct(literals))));
      }
      while (origins.size() < clauses.size()) {
        origins.add(i);
      }
    }
    return Optional.of(new ClausalForm(new Cnf(cnf.variables(), clauses), origins));
  }

  private static int[] distinct(int[] literals) {
    return Arrays.stream(literals).distinct().toArray();
  }

  private static long size(Constraint constraint) {
    return switch (constraint) {
      case Clause clause -> 1;
      case Xor xor -> {
        int size = ParityOf.literals(xor.literals()).variables().length;
        yield size > 13 ? Long.MAX_VALUE : 1L << Math.max(0, size - 1);
      }
      case Cardinality cardinality -> Encoder.directSize(cardinality, MOST_CLAUSES);
    };
  }

  /**
   * Why these are not clauses that the formula entails, each from its constraint, in a sentence;
   * empty if they are. That they are all it entails is not checked: for a refutation it does not
   * matter.
   */
  public Optional<String> check(Cnf cnf) {
    BitSet all = new BitSet();
    all.set(0, origins.size());
    return check(cnf, all);
  }

  /**
   * The same for some of the clauses alone.
   *
   * @param positions of clauses, from 0
   */
  public Optional<String> check(Cnf cnf, BitSet positions) {
    for (int i = positions.nextSetBit(0); i >= 0; i = positions.nextSetBit(i + 1)) {
      int origin = origins.get(i);
      if (origin < 0 || origin >= cnf.constraints().size()) {
        return Optional.of("clause " + (i + 1) + " is from no constraint");
      }
      if (!entails(cnf.constraints().get(origin), clauses.constraints().get(i).literals())) {
        return Optional.of(
            "clause " + (i + 1) + " does not follow from constraint " + (origin + 1));
      }
    }
    return Optional.empty();
  }

  /** Whether no valuation that makes all these literals false is a model of the constraint. */
  private static boolean entails(Constraint constraint, int[] clause) {
    int[] literals = Arrays.stream(clause).sorted().distinct().toArray();
    for (int literal : literals) {
      if (Arrays.binarySearch(literals, -literal) >= 0) {
        return true;
      }
    }
    return switch (constraint) {
      case Clause premise ->
          Arrays.stream(premise.literals()).allMatch(l -> Arrays.binarySearch(literals, l) >= 0);
      case Xor xor -> {
        // Free variables left over make either parity possible.
        boolean odd = false;
        ParityOf parity = ParityOf.literals(xor.literals());
        boolean free = false;
        for (int variable : parity.variables()) {
          boolean isTrue = Arrays.binarySearch(literals, -variable) >= 0;
          odd ^= isTrue;
          free |= !isTrue && Arrays.binarySearch(literals, variable) < 0;
        }
        yield !free && odd != parity.odd();
      }
      case Cardinality cardinality -> !canHold(cardinality, literals);
    };
  }

  /**
   * The number of true literals moves by steps of a variable's weight (how often it occurs as it is
   * less how often negated), so reachable sums are found by adding one variable after the other.
   */
  private static boolean canHold(Cardinality cardinality, int[] falseLiterals) {
    int[] all = cardinality.literals();
    int[] variables = Arrays.stream(all).map(Math::abs).sorted().distinct().toArray();
    int[] positive = new int[variables.length];
    int[] negative = new int[variables.length];
    for (int literal : all) {
      int index = Arrays.binarySearch(variables, Math.abs(literal));
      if (literal > 0) {
        positive[index]++;
      } else {
        negative[index]++;
      }
    }
    boolean[] reachable = new boolean[all.length + 1];
    reachable[0] = true;
    for (int i = 0; i < variables.length; i++) {
      boolean canBeTrue = Arrays.binarySearch(falseLiterals, variables[i]) < 0;
      boolean canBeFalse = Arrays.binarySearch(falseLiterals, -variables[i]) < 0;
      boolean[] next = new boolean[reachable.length];
      for (int sum = 0; sum < reachable.length; sum++) {
        if (reachable[sum]) {
          if (canBeTrue) {
            next[sum + positive[i]] = true;
          }
          if (canBeFalse) {
            next[sum + negative[i]] = true;
          }
        }
      }
      reachable = next;
    }
    int bound = cardinality.bound();
    for (int sum = 0; sum < reachable.length; sum++) {
      boolean holds =
          switch (cardinality.relation()) {
            case AT_MOST -> sum <= bound;
            case AT_LEAST -> sum >= bound;
            case EXACTLY -> sum == bound;
          };
      if (reachable[sum] && holds) {
        return true;
      }
    }
    return false;
  }
}
