package org.ponens.solvers.sat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;
import org.ponens.solvers.Meter;

/**
 * Counts models: for a dozen variables in a table, beyond by parts ({@link ComponentCounter}).
 *
 * <p>{@link #enumerate} is another way, for checks: a search gives each valuation of most variables
 * that some model has, and a table says how many valuations of the last eleven go with it.
 */
public final class ModelCounter {

  /** How many variables a table stands for. */
  private static final int MOST_COLUMNS = 11;

  private static final int UNUSED = -1;

  private final Cnf cnf;

  /** The variable of the tables that stands for a variable; 0 for those that are branched on. */
  private final int[] column;

  private final int unused;

  private final int columns;

  /** Branches on the variables that occur most often, of equals on the first. */
  private ModelCounter(Cnf cnf) {
    this.cnf = cnf;
    int n = cnf.variables();
    long[] byOccurrences = new long[n];
    for (int v = 1; v <= n; v++) {
      byOccurrences[v - 1] = (long) n - v;
    }
    for (Constraint constraint : cnf.constraints()) {
      for (int i = 0; i < constraint.size(); i++) {
        byOccurrences[Math.abs(constraint.literal(i)) - 1] += 1L << 32;
      }
    }
    Arrays.sort(byOccurrences);
    column = new int[n + 1];
    int found = 0;
    while (found < n && byOccurrences[found] < 1L << 32) {
      column[n - (int) byOccurrences[found]] = UNUSED;
      found++;
    }
    unused = found;
    columns = Math.min(n - unused, MOST_COLUMNS);
    for (int i = 0; i < columns; i++) {
      column[n - (int) byOccurrences[unused + i]] = i + 1;
    }
  }

  /**
   * How many valuations of the formula's variables are models; variables that occur nowhere count.
   *
   * @param limit how many are enough, at least 1
   */
  public static ModelCount count(Cnf cnf, long limit, Meter meter) {
    checkLimit(limit);
    if (ViolationTable.isSmall(cnf)) {
      return meter.step()
          ? result(ViolationTable.count(new ViolationTable(cnf).models()), limit)
          : new ModelCount.AtLeast(0);
    }
    Optional<ClausalForm> form =
        cnf.variables() <= ComponentCounter.MOST_VARIABLES ? ClausalForm.of(cnf) : Optional.empty();
    if (form.isEmpty()) {
      return enumerate(cnf, limit, meter);
    }
    long models = new ComponentCounter(form.get().clauses(), meter).count();
    return models < 0 ? new ModelCount.AtLeast(0) : result(models, limit);
  }

  private static ModelCount result(long models, long limit) {
    return models >= limit ? new ModelCount.AtLeast(limit) : new ModelCount.Exactly(models);
  }

  /** The same number, found by enumeration: takes time with the number of models. */
  public static ModelCount enumerate(Cnf cnf, long limit, Meter meter) {
    checkLimit(limit);
    return new ModelCounter(cnf).count(limit, meter);
  }

  private static void checkLimit(long limit) {
    if (limit < 1) {
      throw new IllegalArgumentException("a limit is positive: " + limit);
    }
  }

  private ModelCount count(long limit, Meter meter) {
    long models = 0;
    Cdcl solver = Satisfiability.solver(cnf, cnf.variables());
    while (true) {
      switch (solver.solve(meter)) {
        case SATISFIABLE -> {
          BitSet model = solver.model(cnf.variables());
          long more = rest(model);
          // A model more for each valuation of what occurs nowhere.
          more = unused < Long.numberOfLeadingZeros(more) - 1 ? more << unused : Long.MAX_VALUE;
          if (more >= limit - models) {
            return new ModelCount.AtLeast(limit);
          }
          models += more;
          solver.addClause(otherThan(model));
        }
        case UNSATISFIABLE -> {
          return new ModelCount.Exactly(models);
        }
        case EXHAUSTED -> {
          return new ModelCount.AtLeast(models);
        }
      }
      if (!meter.step()) {
        return new ModelCount.AtLeast(models);
      }
    }
  }

  private int[] otherThan(BitSet model) {
    IntStack clause = new IntStack(cnf.variables());
    for (int v = 1; v <= cnf.variables(); v++) {
      if (column[v] == 0) {
        clause.push(model.get(v) ? -v : v);
      }
    }
    return clause.toArray();
  }

  /** How many models agree with this one on the branching variables. */
  private long rest(BitSet model) {
    List<Constraint> left = new ArrayList<>();
    for (Constraint constraint : cnf.constraints()) {
      int trueLiterals = 0;
      IntStack open = new IntStack(8);
      for (int i = 0; i < constraint.size(); i++) {
        int literal = constraint.literal(i);
        int variable = column[Math.abs(literal)];
        if (variable > 0) {
          open.push(literal > 0 ? variable : -variable);
        } else if (Constraint.isTrue(literal, model)) {
          trueLiterals++;
        }
      }
      if (!open.isEmpty()) {
        Constraint restricted = restricted(constraint, trueLiterals, open.toArray());
        if (restricted != null) {
          left.add(restricted);
        }
      }
    }
    return ViolationTable.count(new ViolationTable(new Cnf(columns, left)).models());
  }

  /** What a constraint says of its open literals, so many others being true; null for nothing. */
  private static @Nullable Constraint restricted(
      Constraint constraint, int trueLiterals, int[] open) {
    return switch (constraint) {
      case Clause clause -> trueLiterals > 0 ? null : Clause.of(open);
      case Xor xor -> {
        if ((trueLiterals & 1) != 0) {
          open[0] = -open[0];
        }
        yield Xor.of(open);
      }
      case Cardinality cardinality -> {
        int bound = cardinality.bound() - trueLiterals;
        if (bound >= 0) {
          yield Cardinality.of(cardinality.relation(), bound, open);
        }
        yield cardinality.relation() == Cardinality.Relation.AT_LEAST ? null : Clause.of();
      }
    };
  }
}
