package org.ponens.solvers.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.rules.Fact;
import org.ponens.grammar.rules.Literal;
import org.ponens.grammar.rules.Rule;
import org.ponens.grammar.rules.RuleProgram;
import org.ponens.grammar.rules.Term;
import org.ponens.solvers.Budget;

class RuleSolverTest {

  private static RuleAnswer answer(String program, World world) {
    return switch (RuleSolver.solve(Programs.read(program), world, Budget.oneSecond())) {
      case RuleResult.Decided(var answer) -> answer;
      case RuleResult.Exhausted(var elapsed) -> throw new AssertionError(elapsed);
    };
  }

  private static final String CHAIN =
      """
      Facts:
      Admires(Otto, Mina, True)
      Tall(Mina, True)
      Rules:
      Admires($x, $y, True) && Tall($y, True) >>> Brave($x, True) && Loud($x, False)
      Brave($x, True) >>> Admires(Mina, $x, True)
      Query:
      """;

  @Test
  void solve_provesAQuery() {
    RuleAnswer answer = answer(CHAIN + "Admires(Mina, Otto, True)", World.OPEN);
    assertThat(answer.truth()).isEqualTo(Truth.TRUE);
    Proof proof = answer.proof().orElseThrow();
    assertThat(proof.height()).isEqualTo(2);
    assertThat(proof.factsUsed()).containsExactly(0, 1);
    assertThat(proof.rulesUsed()).containsExactly(0, 1);
    assertThat(proof.inferences().getLast())
        .isEqualTo(
            new Proof.Inference(
                List.of(Literal.of("Brave", Term.constant("Otto"))),
                1,
                Literal.of("Admires", Term.constant("Mina"), Term.constant("Otto"))));
    assertThat(proof.steps())
        .filteredOn(Proof.Step.Derived.class::isInstance)
        .first()
        .isInstanceOfSatisfying(
            Proof.Step.Derived.class,
            step -> assertThat(step.substitution()).isEqualTo(Map.of("x", "Otto", "y", "Mina")));
  }

  @Test
  void solve_refutesAQuery_byItsComplement() {
    RuleAnswer answer = answer(CHAIN + "Loud(Otto, True)", World.OPEN);
    assertThat(answer.truth()).isEqualTo(Truth.FALSE);
    assertThat(answer.proof()).isEmpty();
    assertThat(answer.refutation().orElseThrow().conclusion())
        .isEqualTo(Literal.of("Loud", Term.constant("Otto")).complement());
  }

  @Test
  void solve_dependsOnTheWorld_whereNothingIsDerived() {
    assertThat(answer(CHAIN + "Loud(Mina, True)", World.OPEN).truth()).isEqualTo(Truth.UNKNOWN);
    assertThat(answer(CHAIN + "Loud(Mina, True)", World.CLOSED).truth()).isEqualTo(Truth.FALSE);
    assertThat(answer(CHAIN + "Loud(Mina, False)", World.CLOSED).truth()).isEqualTo(Truth.FALSE);
    assertThat(answer(CHAIN + "Quiet(Ida, True)", World.OPEN).truth()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void solve_reportsAConflictOfTheQuery_withBothProofs() {
    RuleAnswer answer =
        answer(
            """
            Facts:
            Tall(Mina, True)
            Brave(Mina, False)
            Rules:
            Tall($x, True) >>> Brave($x, True)
            Query:
            Brave(Mina, True)
            """,
            World.OPEN);
    assertThat(answer.truth()).isEqualTo(Truth.CONFLICT);
    assertThat(answer.proof().orElseThrow().height()).isEqualTo(1);
    assertThat(answer.refutation().orElseThrow().height()).isZero();
    assertThat(answer.conflicts()).isEmpty();
    assertThat(answer.isConsistent()).isFalse();
  }

  @Test
  void solve_reportsAConflictElsewhere() {
    RuleAnswer answer =
        answer(
            """
            Facts:
            Tall(Mina, True)
            Tall(Mina, False)
            Kind(Otto, True)
            Query:
            Kind(Otto, True)
            """,
            World.OPEN);
    assertThat(answer.truth()).isEqualTo(Truth.TRUE);
    assertThat(answer.conflicts())
        .singleElement()
        .satisfies(
            conflict ->
                assertThat(conflict.proof().conclusion().complement())
                    .isEqualTo(conflict.refutation().conclusion()));
  }

  @Test
  void solve_findsAnInstance_ofAQueryWithVariables() {
    RuleAnswer answer = answer(CHAIN + "Admires($x, $x, True)", World.OPEN);
    assertThat(answer.truth()).isEqualTo(Truth.UNKNOWN);
    answer = answer(CHAIN + "Admires($x, Otto, True)", World.CLOSED);
    assertThat(answer.truth()).isEqualTo(Truth.TRUE);
    assertThat(answer.proof().orElseThrow().conclusion())
        .isEqualTo(Literal.of("Admires", Term.constant("Mina"), Term.constant("Otto")));
  }

  @Test
  void solve_keepsPredicatesOfDifferentArityApart() {
    RuleAnswer answer =
        answer("Facts:\nLikes(Mina, True)\nQuery:\nLikes(Mina, Mina, True)", World.OPEN);
    assertThat(answer.truth()).isEqualTo(Truth.UNKNOWN);
  }

  @Test
  void solve_decidesAPropositionalProgram() {
    RuleAnswer answer =
        answer("Facts:\nRain(True)\nRules:\nRain(True) >>> Wet(True)\nQuery:\nWet()", World.OPEN);
    assertThat(answer.truth()).isEqualTo(Truth.TRUE);
  }

  @Test
  void solve_endsWithoutAnAnswer_whenTheBudgetIsSpent() {
    // All 6-tuples over 100 constants.
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      facts.add(Programs.fact(Literal.of("Thing", Term.constant("c" + i))));
    }
    List<Literal> body = new ArrayList<>();
    List<Term> variables = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      variables.add(Term.variable("x" + i));
      body.add(Literal.of("Thing", variables.get(i)));
    }
    Rule rule = Programs.rule(body, new Literal("Tuple", variables, true));
    RuleProgram query = Programs.read(CHAIN + "Loud(Mina, True)");
    RuleProgram program = new RuleProgram(List.of(), facts, List.of(rule), query.query());
    assertThat(RuleSolver.solve(program, World.OPEN, new Budget(Duration.ofHours(1), 10_000)))
        .isInstanceOf(RuleResult.Exhausted.class);
    long start = System.nanoTime();
    assertThat(RuleSolver.solve(program, World.OPEN, Budget.of(Duration.ofMillis(50))))
        .isInstanceOf(RuleResult.Exhausted.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(5));
    // With no limit but the one on literals.
    assertThat(RuleSolver.solve(program, World.OPEN, Budget.of(Duration.ofHours(1))))
        .isInstanceOf(RuleResult.Exhausted.class);
  }

  @Test
  void solve_walksALongChain() {
    int length = 50_000;
    List<Fact> facts = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      facts.add(
          Programs.fact(Literal.of("Next", Term.constant("c" + i), Term.constant("c" + (i + 1)))));
    }
    facts.add(Programs.fact(Literal.of("Seen", Term.constant("c0"))));
    Rule rule =
        Programs.rule(
            List.of(
                Literal.of("Next", Term.variable("x"), Term.variable("y")),
                Literal.of("Seen", Term.variable("x"))),
            Literal.of("Seen", Term.variable("y")));
    LeastModel model =
        switch (RuleEngine.saturate(
            facts, List.of(rule), Budget.of(Duration.ofSeconds(20)).start())) {
          case RuleEngine.Saturation.Saturated(var saturated) -> saturated;
          case RuleEngine.Saturation.Exhausted(var elapsed) -> throw new AssertionError(elapsed);
        };
    Proof proof = model.proof(Literal.of("Seen", Term.constant("c" + length))).orElseThrow();
    assertThat(proof.height()).isEqualTo(length);
    assertThat(new ProofChecker(facts, List.of(rule)).fault(proof)).isEmpty();
  }

  @Test
  void solve_joinsLongBodies() {
    List<Literal> body = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      body.add(Literal.of("Next", Term.variable("x" + i), Term.variable("x" + (i + 1))));
    }
    List<Fact> facts =
        List.of(
            Programs.fact(Literal.of("Next", Term.constant("a"), Term.constant("b"))),
            Programs.fact(Literal.of("Next", Term.constant("b"), Term.constant("a"))));
    Rule rule = Programs.rule(body, Literal.of("Far", Term.variable("x2000")));
    assertThat(RuleEngine.saturate(facts, List.of(rule), Budget.of(Duration.ofSeconds(20)).start()))
        .isInstanceOfSatisfying(
            RuleEngine.Saturation.Saturated.class,
            saturated -> assertThat(saturated.model().size()).isEqualTo(4));
  }
}
