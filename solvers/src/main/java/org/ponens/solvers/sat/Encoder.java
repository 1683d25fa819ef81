package org.ponens.solvers.sat;

import java.util.Arrays;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;

/**
 * Constraints as clauses. Short ones become the clauses that they entail; long ones get auxiliary
 * variables: an exclusive or is cut into pieces (each new variable is the parity of three), a
 * cardinality becomes a sequential counter (Sinz, CP 2005).
 *
 * <p>A guarded constraint holds where its guard is true. Auxiliary variables are defined whatever
 * the guard is, and every valuation of the others extends to them.
 */
final class Encoder {

  /** The longest exclusive or that is not cut. */
  private static final int LONGEST_XOR = 5;

  /** The most clauses for a cardinality without auxiliary variables. */
  private static final int MOST_DIRECT = 64;

  private final ClauseReceiver receiver;
  private final int guard;

  private Encoder(ClauseReceiver receiver, int guard) {
    this.receiver = receiver;
    this.guard = guard;
  }

  /** Adds a constraint that always holds. */
  static void add(Constraint constraint, ClauseReceiver receiver) {
    addGuarded(constraint, 0, receiver);
  }

  /** Adds a constraint that holds where this literal is true; 0 for everywhere. */
  static void addGuarded(Constraint constraint, int guard, ClauseReceiver receiver) {
    Encoder encoder = new Encoder(receiver, guard);
    switch (constraint) {
      case Clause clause -> encoder.emit(clause.literals());
      case Xor xor -> encoder.xor(ParityOf.literals(xor.literals()));
      case Cardinality cardinality -> encoder.cardinality(cardinality);
    }
  }

  /** Adds what holds where the constraint does not, wherever this literal is true. */
  static void addNegationGuarded(Constraint constraint, int guard, ClauseReceiver receiver) {
    Encoder encoder = new Encoder(receiver, guard);
    switch (constraint) {
      case Clause clause -> {
        for (int i = 0; i < clause.size(); i++) {
          encoder.emit(new int[] {-clause.literal(i)});
        }
      }
      case Xor xor -> {
        ParityOf parity = ParityOf.literals(xor.literals());
        encoder.xor(new ParityOf(parity.variables(), !parity.odd()));
      }
      case Cardinality cardinality -> encoder.notCardinality(cardinality);
    }
  }

  private void emit(int[] literals) {
    if (guard == 0) {
      receiver.addClause(literals);
      return;
    }
    int[] guarded = Arrays.copyOf(literals, literals.length + 1);
    guarded[literals.length] = -guard;
    receiver.addClause(guarded);
  }

  private void xor(ParityOf parity) {
    int[] rest = parity.variables().clone();
    int from = 0;
    while (rest.length - from > LONGEST_XOR) {
      int sum = receiver.newVariable();
      int[] piece = {rest[from], rest[from + 1], rest[from + 2], sum};
      parityClauses(piece, false, receiver::addClause);
      from += 2;
      rest[from] = sum;
    }
    parityClauses(Arrays.copyOfRange(rest, from, rest.length), parity.odd(), this::emit);
  }

  /** Takes a clause. */
  interface Sink {
    void accept(int[] literals);
  }

  /** The clauses that say that an odd (or even) number of different variables is true. */
  static void parityClauses(int[] variables, boolean odd, Sink sink) {
    for (int flipped = 0; flipped < 1 << variables.length; flipped++) {
      // The clause forbids the one valuation in which the flipped variables are the true ones.
      if ((Integer.bitCount(flipped) & 1) == (odd ? 0 : 1)) {
        int[] clause = new int[variables.length];
        for (int i = 0; i < clause.length; i++) {
          clause[i] = ((flipped >> i) & 1) != 0 ? -variables[i] : variables[i];
        }
        sink.accept(clause);
      }
    }
  }

  private void cardinality(Cardinality cardinality) {
    int[] literals = cardinality.literals();
    int bound = cardinality.bound();
    switch (cardinality.relation()) {
      case AT_MOST -> atMost(literals, bound);
      case AT_LEAST -> atLeast(literals, bound);
      case EXACTLY -> {
        atMost(literals, bound);
        atLeast(literals, bound);
      }
    }
  }

  /** The clauses of a cardinality over its own variables. */
  static void directCardinality(Cardinality cardinality, Sink sink) {
    int[] literals = cardinality.literals();
    int size = literals.length;
    int bound = cardinality.bound();
    if (cardinality.relation() != Cardinality.Relation.AT_LEAST && bound < size) {
      atMostClauses(literals, bound, sink);
    }
    if (cardinality.relation() != Cardinality.Relation.AT_MOST) {
      if (bound > size) {
        sink.accept(new int[0]);
      } else if (bound > 0) {
        atMostClauses(negated(literals), size - bound, sink);
      }
    }
  }

  /** How many clauses {@link #directCardinality} gives, or some number beyond the limit. */
  static long directSize(Cardinality cardinality, long limit) {
    int size = cardinality.size();
    int bound = cardinality.bound();
    long atMost = bound < size ? combinations(size, bound + 1, limit) : 0;
    long atLeast = bound > size ? 1 : bound == 0 ? 0 : combinations(size, size - bound + 1, limit);
    return switch (cardinality.relation()) {
      case AT_MOST -> atMost;
      case AT_LEAST -> atLeast;
      case EXACTLY -> atMost + atLeast;
    };
  }

  private void notCardinality(Cardinality cardinality) {
    int[] literals = cardinality.literals();
    int bound = cardinality.bound();
    switch (cardinality.relation()) {
      case AT_MOST -> more(literals, bound);
      case AT_LEAST -> atMost(literals, bound - 1);
      case EXACTLY -> {
        int less = receiver.newVariable();
        new Encoder(receiver, less).atMost(literals, bound - 1);
        int more = receiver.newVariable();
        new Encoder(receiver, more).more(literals, bound);
        emit(new int[] {less, more});
      }
    }
  }

  private void more(int[] literals, int bound) {
    if (bound >= literals.length) {
      emit(new int[0]);
    } else {
      atLeast(literals, bound + 1);
    }
  }

  private void atLeast(int[] literals, int bound) {
    if (bound > literals.length) {
      emit(new int[0]);
      return;
    }
    atMost(negated(literals), literals.length - bound);
  }

  private static int[] negated(int[] literals) {
    int[] negated = new int[literals.length];
    for (int i = 0; i < literals.length; i++) {
      negated[i] = -literals[i];
    }
    return negated;
  }

  private void atMost(int[] literals, int bound) {
    if (bound < 0) {
      emit(new int[0]);
    } else if (bound < literals.length) {
      if (combinations(literals.length, bound + 1, MOST_DIRECT) <= MOST_DIRECT) {
        atMostClauses(literals, bound, this::emit);
      } else {
        counter(literals, bound);
      }
    }
  }

  /** How many ways there are to choose {@code k} of {@code n}, or some number beyond the limit. */
  static long combinations(int n, int k, long limit) {
    long result = 1;
    int least = Math.min(k, n - k);
    for (int i = 1; i <= least; i++) {
      result = result * (n - least + i) / i;
      if (result > limit) {
        return result;
      }
    }
    return result;
  }

  /** The clauses that say that of any {@code bound + 1} literals one is false. */
  static void atMostClauses(int[] literals, int bound, Sink sink) {
    int k = bound + 1;
    int[] chosen = new int[k];
    for (int i = 0; i < k; i++) {
      chosen[i] = i;
    }
    while (true) {
      int[] clause = new int[k];
      for (int i = 0; i < k; i++) {
        clause[i] = -literals[chosen[i]];
      }
      sink.accept(clause);
      int last = k - 1;
      while (last >= 0 && chosen[last] == literals.length - k + last) {
        last--;
      }
      if (last < 0) {
        return;
      }
      chosen[last]++;
      for (int i = last + 1; i < k; i++) {
        chosen[i] = chosen[i - 1] + 1;
      }
    }
  }

  /** {@code reached[j]} is implied where more than {@code j} of the literals so far are true. */
  private void counter(int[] literals, int bound) {
    int[] before = new int[0];
    for (int literal : literals) {
      int[] reached = new int[Math.min(before.length + 1, bound + 1)];
      for (int j = 0; j < reached.length; j++) {
        reached[j] = receiver.newVariable();
        if (j < before.length) {
          receiver.addClause(-before[j], reached[j]);
        }
        if (j == 0) {
          receiver.addClause(-literal, reached[j]);
        } else {
          receiver.addClause(-literal, -before[j - 1], reached[j]);
        }
      }
      before = reached;
    }
    emit(new int[] {-before[bound]});
  }
}
