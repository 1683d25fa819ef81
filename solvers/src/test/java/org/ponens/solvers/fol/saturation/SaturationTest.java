package org.ponens.solvers.fol.saturation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.Budget;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.clause.Literal;
import org.ponens.solvers.fol.proof.Check;
import org.ponens.solvers.fol.proof.Proof;
import org.ponens.solvers.fol.proof.ProofChecker;

class SaturationTest {

  private static final String[] GROUP = {
    "m(m(X, Y), Z) = m(X, m(Y, Z))", "m(e, X) = X", "m(i(X), X) = e"
  };

  @Test
  void run_provesThatALeftInverseIsARightInverse() {
    assertRefuted(with(GROUP, "m(a, i(a)) != e"));
  }

  @Test
  void run_provesThatAGroupOfExponentTwoIsCommutative() {
    assertRefuted(with(GROUP, "m(X, X) = e", "m(a, b) != m(b, a)"));
  }

  @Test
  void run_provesThatTheInverseOfAProductIsTheProductOfInverses() {
    assertRefuted(with(GROUP, "i(m(a, b)) != m(i(b), i(a))"));
  }

  @Test
  void run_findsWhoKilledAgatha() {
    assertRefuted(
        "lives(k)",
        "killed(k, agatha)",
        "~lives(X) | X = agatha | X = butler | X = charles",
        "~killed(X, Y) | hates(X, Y)",
        "~killed(X, Y) | ~richer(X, Y)",
        "~hates(agatha, X) | ~hates(charles, X)",
        "X = butler | hates(agatha, X)",
        "richer(X, agatha) | hates(butler, X)",
        "~hates(agatha, X) | hates(butler, X)",
        "~hates(X, n(X))",
        "agatha != butler",
        "~killed(agatha, agatha)");
  }

  @Test
  void run_provesTheSteamroller() {
    assertRefuted(
        "wolf(w)",
        "fox(f)",
        "bird(b)",
        "snail(s)",
        "grain(g)",
        "~wolf(X) | animal(X)",
        "~fox(X) | animal(X)",
        "~bird(X) | animal(X)",
        "~snail(X) | animal(X)",
        "~grain(X) | plant(X)",
        "~animal(X) | ~plant(Y) | ~animal(Z) | ~plant(V) | eats(X, Y) | ~smaller(Z, X)"
            + " | ~eats(Z, V) | eats(X, Z)",
        "~snail(X) | ~bird(Y) | smaller(X, Y)",
        "~bird(X) | ~fox(Y) | smaller(X, Y)",
        "~fox(X) | ~wolf(Y) | smaller(X, Y)",
        "~wolf(X) | ~fox(Y) | ~eats(X, Y)",
        "~wolf(X) | ~grain(Y) | ~eats(X, Y)",
        "~bird(X) | ~snail(Y) | ~eats(X, Y)",
        "~snail(X) | plant(h(X))",
        "~snail(X) | eats(X, h(X))",
        "~animal(X) | ~animal(Y) | ~grain(Z) | ~eats(X, Y) | ~eats(Y, Z)");
  }

  @Test
  void run_followsALongChain() {
    List<String> clauses = new ArrayList<>();
    clauses.add("~less(X, Y) | ~less(Y, Z) | less(X, Z)");
    for (int i = 0; i < 30; i++) {
      clauses.add("less(c" + i + ", c" + (i + 1) + ")");
    }
    clauses.add("~less(c0, c30)");
    assertRefuted(clauses.toArray(String[]::new));
  }

  @Test
  void run_rewritesAlongALongChainOfEquations() {
    List<String> clauses = new ArrayList<>();
    for (int i = 0; i < 60; i++) {
      clauses.add("f(c" + i + ") = c" + (i + 1));
      clauses.add("d" + i + " = d" + (i + 1));
    }
    clauses.add("p(c60, d0)");
    clauses.add("~p(f(c59), d60)");
    assertRefuted(clauses.toArray(String[]::new));
  }

  @Test
  void run_refutesTheEmptyClause() {
    assertRefuted("p(a)", "");
  }

  @Test
  void run_namesTheStatementsOfAProof() {
    SaturationResult result = run(ClauseText.problem("p(a)", "q(a)", "~p(X)"), Strategy.BALANCED);
    assertThat(result)
        .isInstanceOfSatisfying(
            SaturationResult.Refutation.class,
            refutation -> assertThat(refutation.proof().statementsUsed()).containsExactly(0, 1));
  }

  @Test
  void run_saturatesWhatIsSatisfiable() {
    for (Strategy strategy : Strategy.ALL) {
      assertThat(run(ClauseText.problem("p(a)", "~p(X) | p(f(X))", "~p(b)"), strategy))
          .isNotInstanceOf(SaturationResult.Refutation.class);
      assertThat(run(ClauseText.problem("f(f(X)) = X", "a = b | p(a)", "~p(b)"), strategy))
          .isEqualTo(new SaturationResult.Saturated());
      assertThat(run(List.of(), strategy)).isEqualTo(new SaturationResult.Saturated());
    }
  }

  @Test
  void run_endsWithItsSlice() {
    List<InputClause> endless = ClauseText.problem(with(GROUP, "m(a, b) != m(b, a)"));
    for (Strategy strategy : Strategy.ALL) {
      Saturation saturation = Saturation.of(endless, 1, strategy);
      long start = System.nanoTime();
      for (int i = 0; i < 10; i++) {
        assertThat(saturation.run(Budget.of(Duration.ofMillis(20)).start()))
            .isEqualTo(new SaturationResult.Exhausted());
      }
      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(10));
    }
  }

  @Test
  void run_givesUpOnDeepTermsWithoutThrowing() {
    Term deep = Term.constant("a");
    for (int i = 0; i < 3_000; i++) {
      deep = Term.apply("f", deep);
    }
    List<InputClause> clauses =
        List.of(
            new InputClause(Clause.of(new Literal(true, "p", List.of(deep))), 0),
            new InputClause(ClauseText.clause("~q(X)"), 1));
    assertThat(run(clauses, Strategy.BALANCED)).isEqualTo(new SaturationResult.Exhausted());
  }

  @Test
  void run_boundsExplosiveUnification() {
    StringBuilder left = new StringBuilder("p(");
    StringBuilder right = new StringBuilder("~p(");
    for (int i = 0; i < 60; i++) {
      left.append(i > 0 ? "," : "").append("f(X" + i + ", X" + i + ")");
      right.append(i > 0 ? "," : "").append("X" + (i + 1));
    }
    List<InputClause> clauses = ClauseText.problem(left + ")", right + ")");
    assertThat(run(clauses, Strategy.BALANCED)).isNotNull();
  }

  private static String[] with(String[] axioms, String... more) {
    String[] all = Arrays.copyOf(axioms, axioms.length + more.length);
    System.arraycopy(more, 0, all, axioms.length, more.length);
    return all;
  }

  private static void assertRefuted(String... clauses) {
    List<InputClause> problem = ClauseText.problem(clauses);
    SaturationResult result = run(problem, Strategy.BALANCED);
    assertThat(result).isInstanceOf(SaturationResult.Refutation.class);
    if (result instanceof SaturationResult.Refutation(Proof proof)) {
      assertThat(ProofChecker.check(proof, problem)).isEqualTo(new Check.Valid());
    }
  }

  private static SaturationResult run(List<InputClause> clauses, Strategy strategy) {
    return Saturation.of(clauses, 1, strategy)
        .run(new Budget(Duration.ofSeconds(10), 5_000).start());
  }
}
