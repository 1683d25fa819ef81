package org.ponens.solvers.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;

class CdclTest {

  private final Meter meter = Budget.of(Duration.ofMinutes(5)).start();

  private static int[] clause(int variables, int length, Random random) {
    return random.ints(length, 1, variables + 1).map(v -> random.nextBoolean() ? v : -v).toArray();
  }

  /** Clauses, variables and checks under assumptions come in any order, as with Sat4j's solver. */
  @Property(tries = 150, seed = "1")
  void solve_agreesWithSat4j_whateverIsAddedBetweenChecks(@ForAll long seed) {
    Random random = new Random(seed);
    int variables = 5 + random.nextInt(60);
    Cdcl solver = new Cdcl(variables);
    SatSolver peer = new SatSolver();
    List<int[]> clauses = new ArrayList<>();
    for (int round = 0; round < 6; round++) {
      for (int i = 0; i < variables; i++) {
        int[] clause = clause(variables, 1 + random.nextInt(10) / 4 + random.nextInt(2), random);
        clauses.add(clause);
        solver.addClause(clause);
        peer.addClause(clause);
      }
      for (int check = 0; check < 3; check++) {
        int[] assumptions = clause(variables, random.nextInt(5), random);
        assertAgrees(solver, peer, clauses, assumptions);
      }
      variables += random.nextInt(3);
      while (solver.variables() < variables) {
        solver.newVariable();
      }
    }
  }

  private void assertAgrees(Cdcl solver, SatSolver peer, List<int[]> clauses, int[] assumptions) {
    switch (solver.solve(meter, assumptions)) {
      case SATISFIABLE -> {
        assertThat(Arrays.stream(assumptions).allMatch(literal -> isTrue(solver, literal)))
            .isTrue();
        assertThat(clauses)
            .allMatch(clause -> Arrays.stream(clause).anyMatch(literal -> isTrue(solver, literal)));
        assertThat(peer.solve(meter, assumptions)).isInstanceOf(SatResult.Satisfiable.class);
      }
      case UNSATISFIABLE -> {
        int[] core = solver.core();
        for (int literal : core) {
          assertThat(assumptions).contains(literal);
        }
        assertThat(peer.solve(meter, core)).isInstanceOf(SatResult.Unsatisfiable.class);
      }
      case EXHAUSTED -> throw new AssertionError("the budget is ample");
    }
  }

  private static boolean isTrue(Cdcl solver, int literal) {
    return solver.isTrue(Math.abs(literal)) == (literal > 0);
  }

  /** n + 1 pigeons in n holes. */
  private static Cnf pigeons(int holes) {
    List<int[]> clauses = new ArrayList<>();
    for (int p = 0; p <= holes; p++) {
      int[] somewhere = new int[holes];
      for (int h = 1; h <= holes; h++) {
        somewhere[h - 1] = p * holes + h;
        for (int q = 0; q < p; q++) {
          clauses.add(new int[] {-(p * holes + h), -(q * holes + h)});
        }
      }
      clauses.add(somewhere);
    }
    return Cnf.ofClauses(holes * (holes + 1), clauses.toArray(new int[0][]));
  }

  @Test
  void manyConflicts_areSurvivedByForgetting() {
    Cnf cnf = pigeons(8);
    assertThat(Satisfiability.solve(cnf, meter)).isInstanceOf(SatResult.Unsatisfiable.class);
    Cdcl solver = Satisfiability.solver(cnf, cnf.variables());
    assertThat(solver.solve(meter)).isEqualTo(Cdcl.Status.UNSATISFIABLE);
    assertThat(solver.statistics().conflicts()).isGreaterThan(5_000);
  }

  @Test
  void aSpentBudget_leavesTheSolverUsable() {
    Cnf cnf = pigeons(6);
    Cdcl solver = Satisfiability.solver(cnf, cnf.variables());
    assertThat(solver.solve(new Budget(Duration.ofMinutes(1), 50).start()))
        .isEqualTo(Cdcl.Status.EXHAUSTED);
    assertThat(solver.solve(meter)).isEqualTo(Cdcl.Status.UNSATISFIABLE);
    assertThat(solver.solve(meter, 1)).isEqualTo(Cdcl.Status.UNSATISFIABLE);
  }

  @Test
  void theLoggedCore_isUnsatisfiable_alsoAfterForgetting() {
    Cnf hole = pigeons(7);
    List<int[]> clauses = new ArrayList<>();
    hole.constraints().forEach(constraint -> clauses.add(constraint.literals()));
    Random random = new Random(1);
    for (int i = 0; i < 50; i++) {
      clauses.add(clause(hole.variables(), 4, random));
    }
    Cnf cnf = Cnf.ofClauses(hole.variables(), clauses.toArray(new int[0][]));
    LearningLog log = new LearningLog();
    BitSet all = new BitSet();
    all.set(0, clauses.size());
    assertThat(MinimalCore.solve(cnf, all, log, meter).status())
        .isEqualTo(Cdcl.Status.UNSATISFIABLE);
    assertThat(Satisfiability.solve(SmallFormulas.part(cnf, log.core()), meter))
        .isInstanceOf(SatResult.Unsatisfiable.class);
    assertThat(Refutation.find(cnf, meter).orElseThrow().check(cnf)).isEmpty();
  }

  @Property(tries = 25, seed = "1")
  void ofFiftyVariables_whatIsFound_isAcceptedByTheChecks(@ForAll long seed) {
    Cnf cnf = SmallFormulas.unsatisfiable(50, new Random(seed));
    BitSet mus = Mus.find(cnf, meter).orElseThrow();
    assertThat(Mus.check(cnf, mus, meter)).isEqualTo(new Mus.Check.Minimal());
    assertThat(slowly(cnf, mus)).isEqualTo(mus);
    BitSet mcs = Mcs.find(cnf, meter).orElseThrow();
    assertThat(Mcs.check(cnf, mcs, meter)).isEqualTo(new Mcs.Check.Minimal());
    MaxSat.Optimum optimum = MaxSat.solve(cnf, meter).orElseThrow();
    assertThat(optimum.violations()).isBetween(1, mcs.cardinality());
    assertThat(MaxSat.byCoresAlone(cnf, meter).orElseThrow())
        .extracting(MaxSat.Optimum::violations)
        .isEqualTo(optimum.violations());
  }

  /** What deletion leaves of a set, one Sat4j check after the other. */
  private BitSet slowly(Cnf cnf, BitSet set) {
    BitSet core = (BitSet) set.clone();
    for (int p = core.nextSetBit(0); p >= 0; p = core.nextSetBit(p + 1)) {
      core.clear(p);
      SatSolver solver = new SatSolver();
      core.stream().forEach(q -> solver.addClause(cnf.constraints().get(q).literals()));
      if (solver.solve(meter) instanceof SatResult.Satisfiable) {
        core.set(p);
      }
    }
    return core;
  }
}
