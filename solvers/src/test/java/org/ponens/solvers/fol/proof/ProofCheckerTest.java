package org.ponens.solvers.fol.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ponens.solvers.fol.saturation.ClauseText.clause;
import static org.ponens.solvers.fol.saturation.ClauseText.term;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.clause.Literal;
import org.ponens.solvers.fol.clause.Substitution;
import org.ponens.solvers.fol.saturation.ClauseText;
import org.ponens.solvers.fol.saturation.FiniteModels;
import org.ponens.solvers.fol.saturation.RandomClauses;

class ProofCheckerTest {

  private static final List<InputClause> INPUTS =
      ClauseText.problem("p(a)", "~p(X) | q(f(X))", "f(X) = X", "~q(a)");

  private static final List<Step> STEPS =
      List.of(
          input(1, "p(a)", 0),
          input(2, "~p(X) | q(f(X))", 0),
          input(3, "f(X) = X", 0),
          input(4, "~q(a)", 1),
          derived(5, "~p(Z) | q(Z)", Rule.SUPERPOSITION, parent(3, "X", "Z"), parent(2, "X", "Z")),
          derived(6, "q(a)", Rule.RESOLUTION, parent(1), parent(5, "Z", "a")),
          derived(7, "", Rule.RESOLUTION, parent(6), parent(4)));

  @Test
  void check_acceptsAProof() {
    assertThat(check(STEPS)).isEqualTo(new Check.Valid());
  }

  @Test
  void check_rejectsADroppedParent() {
    for (int step = 5; step <= 7; step++) {
      for (int dropped = 0; dropped < 2; dropped++) {
        int index = dropped;
        List<Step> mutated =
            change(
                step,
                s -> {
                  List<Step.Parent> parents = new ArrayList<>(s.parents());
                  parents.remove(index);
                  return new Step(s.id(), s.clause(), s.rule(), parents, s.statement());
                });
        assertInvalid(mutated, step);
      }
    }
  }

  @Test
  void check_rejectsAChangedSubstitution() {
    assertInvalid(change(6, s -> derived(6, "q(a)", s.rule(), parent(1), parent(5, "Z", "b"))), 6);
    assertInvalid(change(6, s -> derived(6, "q(a)", s.rule(), parent(1), parent(5))), 6);
    assertInvalid(
        change(5, s -> derived(5, "~p(Z) | q(Z)", s.rule(), parent(3), parent(2, "X", "Z"))), 5);
  }

  @Test
  void check_rejectsAChangedLiteral() {
    assertInvalid(change(6, s -> derived(6, "~q(a)", s.rule(), parent(1), parent(5, "Z", "a"))), 6);
    assertInvalid(change(6, s -> derived(6, "q(b)", s.rule(), parent(1), parent(5, "Z", "a"))), 6);
    assertInvalid(
        change(5, s -> derived(5, "q(Z)", s.rule(), parent(3, "X", "Z"), parent(2, "X", "Z"))), 5);
  }

  @Test
  void check_rejectsAForeignInput() {
    assertInvalid(change(1, s -> input(1, "p(b)", 0)), 1);
    assertInvalid(change(1, s -> input(1, "p(a)", 1)), 1);
  }

  @Test
  void check_rejectsParentsThatComeLater() {
    assertInvalid(
        change(5, s -> derived(5, "~p(Z) | q(Z)", s.rule(), parent(3, "X", "Z"), parent(6))), 5);
    assertInvalid(change(4, s -> input(2, "~q(a)", 1)), 2);
  }

  @Test
  void check_readsVariablesOfTheConclusionAsConstants() {
    List<InputClause> inputs = ClauseText.problem("p(a)", "~p(b)");
    List<Step> steps =
        List.of(
            input(1, "p(a)", 0),
            input(2, "~p(b)", 1),
            derived(3, "p(X)", Rule.INSTANCE, parent(1)),
            derived(4, "", Rule.RESOLUTION, parent(3, "X", "b"), parent(2)));
    assertThat(ProofChecker.check(new Proof(steps), inputs))
        .isInstanceOfSatisfying(
            Check.Invalid.class, invalid -> assertThat(invalid.step()).isEqualTo(3));
  }

  @Test
  void check_refusesTermsThatAreTooDeep() {
    Term deep = Term.constant("a");
    for (int i = 0; i < 2_000; i++) {
      deep = Term.apply("f", deep);
    }
    Step step =
        new Step(
            3,
            Clause.EMPTY,
            Rule.RESOLUTION,
            List.of(
                new Step.Parent(1, new Substitution(Map.of("X", deep))),
                new Step.Parent(2, new Substitution(Map.of("X", deep)))),
            OptionalInt.empty());
    List<InputClause> inputs = ClauseText.problem("p(X)", "~p(X)");
    Proof proof = new Proof(List.of(input(1, "p(X)", 0), input(2, "~p(X)", 1), step));
    assertThat(ProofChecker.check(proof, inputs)).isInstanceOf(Check.Invalid.class);
  }

  @Property(tries = 1500, seed = "1")
  void check_acceptsOnlyWhatFollows(
      @ForAll("sets") List<Clause> parents, @ForAll("conclusions") Clause conclusion) {
    List<InputClause> inputs = new ArrayList<>();
    List<Step> steps = new ArrayList<>();
    List<Step.Parent> all = new ArrayList<>();
    int id = 0;
    for (Clause parent : parents) {
      inputs.add(new InputClause(parent, 0));
      steps.add(new Step(++id, parent, Rule.INPUT, List.of(), OptionalInt.of(0)));
      all.add(parent(id));
    }
    steps.add(new Step(++id, conclusion, Rule.PROPAGATION, all, OptionalInt.empty()));
    // What the checker says of this step alone; the proof as a whole ends with a false step.
    steps.add(new Step(id + 1, Clause.EMPTY, Rule.PROPAGATION, List.of(), OptionalInt.empty()));
    Check check = ProofChecker.check(new Proof(steps), inputs);
    assertThat(check).isInstanceOf(Check.Invalid.class);
    if (check instanceof Check.Invalid(int step, var why) && step == id + 1) {
      // Accepted, so no structure makes the parents true and the conclusion false.
      List<Clause> refuted = new ArrayList<>(parents);
      Substitution constants =
          new Substitution(Map.of("X", Term.constant("x"), "Y", Term.constant("y")));
      for (Literal literal : constants.apply(conclusion).literals()) {
        refuted.add(Clause.of(literal.negate()));
      }
      assertThat(FiniteModels.exist(refuted, 2)).isFalse();
    }
  }

  @Provide
  Arbitrary<List<Clause>> sets() {
    return RandomClauses.sets(true, true, 4);
  }

  @Provide
  Arbitrary<Clause> conclusions() {
    return RandomClauses.clauses(true, true);
  }

  private static Check check(List<Step> steps) {
    return ProofChecker.check(new Proof(steps), INPUTS);
  }

  private static void assertInvalid(List<Step> steps, int step) {
    assertThat(check(steps))
        .isInstanceOfSatisfying(
            Check.Invalid.class, invalid -> assertThat(invalid.step()).isEqualTo(step));
  }

  private static List<Step> change(int id, UnaryOperator<Step> change) {
    return STEPS.stream().map(step -> step.id() == id ? change.apply(step) : step).toList();
  }

  private static Step input(int id, String clause, int statement) {
    return new Step(id, clause(clause), Rule.INPUT, List.of(), OptionalInt.of(statement));
  }

  private static Step derived(int id, String clause, Rule rule, Step.Parent... parents) {
    return new Step(id, clause(clause), rule, List.of(parents), OptionalInt.empty());
  }

  private static Step.Parent parent(int id, String... bindings) {
    Map<String, Term> terms = new LinkedHashMap<>();
    for (int i = 0; i < bindings.length; i += 2) {
      terms.put(bindings[i], term(bindings[i + 1]));
    }
    return new Step.Parent(id, new Substitution(terms));
  }
}
