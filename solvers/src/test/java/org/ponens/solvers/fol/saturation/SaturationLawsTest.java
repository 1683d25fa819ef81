package org.ponens.solvers.fol.saturation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ponens.solvers.Budget;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.proof.Check;
import org.ponens.solvers.fol.proof.ProofChecker;

class SaturationLawsTest {

  private static final Budget BUDGET = new Budget(Duration.ofSeconds(5), 200);

  @Property(tries = 1500, seed = "1")
  void run_decidesSetsWithoutFunctions(@ForAll("relational") List<Clause> clauses) {
    // Without functions and with two constants, two elements are enough.
    boolean satisfiable = FiniteModels.exist(clauses, 2);
    for (Strategy strategy : Strategy.ALL) {
      SaturationResult result = run(clauses, strategy);
      switch (result) {
        case SaturationResult.Refutation(var proof) -> assertThat(satisfiable).isFalse();
        case SaturationResult.Saturated() -> assertThat(satisfiable).isTrue();
        case SaturationResult.Exhausted() -> assertThat(satisfiable).isTrue();
      }
    }
  }

  @Property(tries = 600, seed = "1")
  void run_neverRefutesWhatHasAFiniteModel(@ForAll("functional") List<Clause> clauses) {
    boolean model = FiniteModels.exist(clauses, 3);
    boolean refuted = false;
    boolean saturated = false;
    for (Strategy strategy : Strategy.ALL) {
      SaturationResult result = run(clauses, strategy);
      refuted |= result instanceof SaturationResult.Refutation;
      saturated |= result instanceof SaturationResult.Saturated;
    }
    assertThat(refuted && (model || saturated)).isFalse();
  }

  @Property(tries = 300, seed = "1")
  void run_comesToTheSameEndInSmallSlices(@ForAll("functional") List<Clause> clauses) {
    Saturation whole = Saturation.of(inputs(clauses), 0, Strategy.BALANCED);
    Saturation sliced = Saturation.of(inputs(clauses), 0, Strategy.BALANCED);
    SaturationResult expected = whole.run(new Budget(Duration.ofSeconds(5), 40).start());
    SaturationResult actual = new SaturationResult.Exhausted();
    for (int i = 0; i < 40; i++) {
      actual = sliced.run(new Budget(Duration.ofSeconds(5), 2).start());
    }
    if (!(expected instanceof SaturationResult.Exhausted)) {
      assertThat(actual).isEqualTo(expected);
    }
  }

  private static SaturationResult run(List<Clause> clauses, Strategy strategy) {
    List<InputClause> inputs = inputs(clauses);
    SaturationResult result =
        Saturation.of(inputs, Saturation.NO_GOAL, strategy).run(BUDGET.start());
    if (result instanceof SaturationResult.Refutation(var proof)) {
      assertThat(ProofChecker.check(proof, inputs)).isEqualTo(new Check.Valid());
    }
    return result;
  }

  private static List<InputClause> inputs(List<Clause> clauses) {
    List<InputClause> inputs = new ArrayList<>();
    for (int i = 0; i < clauses.size(); i++) {
      inputs.add(new InputClause(clauses.get(i), i));
    }
    return inputs;
  }

  @Provide
  Arbitrary<List<Clause>> relational() {
    return RandomClauses.sets(false, true, 7);
  }

  @Provide
  Arbitrary<List<Clause>> functional() {
    return RandomClauses.sets(true, true, 6);
  }
}
