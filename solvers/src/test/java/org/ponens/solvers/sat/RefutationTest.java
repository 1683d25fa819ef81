package org.ponens.solvers.sat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Xor;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.Refutation.Resolvent;

class RefutationTest {

  private final Meter meter = Budget.of(Duration.ofMinutes(5)).start();

  private static final Cnf FORMULA =
      Cnf.ofClauses(
          3,
          new int[] {1, 2},
          new int[] {1, -2},
          new int[] {-1, 3},
          new int[] {-1, -3},
          new int[] {2, 3});

  private static Resolvent step(int left, int right, int... literals) {
    return new Resolvent(literals, left, right);
  }

  private static String fault(Resolvent... steps) {
    return new Refutation(List.of(steps)).check(FORMULA).orElse("right");
  }

  @Test
  void check_takesARefutationThatSomebodyWrote() {
    assertThat(fault(step(1, 2, 1), step(3, 4, -1), step(6, 7))).isEqualTo("right");
    assertThat(fault(step(2, 1, 1, 1), step(4, 3, -1), step(7, 6))).isEqualTo("right");
  }

  @Test
  void check_saysWhyItIsNone() {
    assertThat(fault()).isEqualTo("there are no steps");
    assertThat(fault(step(1, 2, 1))).isEqualTo("the last clause still has literals");
    assertThat(fault(step(1, 2, 1), step(3, 4, -1), step(6, 7), step(1, 2, 1)))
        .isEqualTo("the last clause still has literals");
    assertThat(fault(step(1, 6, 1))).contains("clause 6, which is not before it");
    assertThat(fault(step(0, 1, 1))).contains("clause 0, which is not before it");
    assertThat(fault(step(-7, 1, 1))).contains("clause -7, which is not before it");
    assertThat(fault(step(1, 2, 1, 3))).contains("not the resolvent of clauses 1 and 2");
    assertThat(fault(step(1, 2))).contains("not the resolvent of clauses 1 and 2");
    assertThat(fault(step(1, 5, 1))).contains("not the resolvent of clauses 1 and 5");
    assertThat(fault(step(1, 1, 1))).contains("not the resolvent of clauses 1 and 1");
  }

  @Test
  void check_doesNotResolveTwoVariablesAtOnce() {
    Cnf cnf = Cnf.ofClauses(2, new int[] {1, 2}, new int[] {-1, -2});
    assertThat(new Refutation(List.of(step(1, 2))).check(cnf)).isPresent();
    assertThat(new Refutation(List.of(step(1, 2, 2, -2))).check(cnf))
        .contains("the last clause still has literals");
  }

  @Test
  void aFormulaWithAnEmptyClause_isRefutedWithoutSteps() {
    Cnf cnf = Cnf.ofClauses(1, new int[] {1}, new int[] {});
    assertThat(Refutation.find(cnf, meter)).contains(new Refutation(List.of()));
    assertThat(new Refutation(List.of()).check(cnf)).isEmpty();
    assertThat(new Refutation(List.of()).check(new Cnf(0, List.of()))).isPresent();
    assertThat(Refutation.find(new Cnf(0, List.of()), meter)).isEmpty();
  }

  @Test
  void otherConstraintsThanClauses_areToBeMadeClausesFirst() {
    Cnf cnf = new Cnf(1, List.of(Xor.of(1, 1)));
    assertThatThrownBy(() -> Refutation.find(cnf, meter))
        .isInstanceOf(IllegalArgumentException.class);
    ClausalForm form = ClausalForm.of(cnf).orElseThrow();
    assertThat(form.check(cnf)).isEmpty();
    Refutation refutation = Refutation.find(form.clauses(), meter).orElseThrow();
    assertThat(refutation.check(form.clauses())).isEmpty();
  }

  @Test
  void theClausalForm_isCheckedAgainstTheConstraints() {
    Cnf cnf = new Cnf(2, List.of(Xor.of(1, 2), Clause.of(1, 2)));
    ClausalForm wrong =
        new ClausalForm(Cnf.ofClauses(2, new int[] {1, 2}, new int[] {-1, -2}), List.of(0, 1));
    assertThat(wrong.check(cnf)).contains("clause 2 does not follow from constraint 2");
    ClausalForm beyond = new ClausalForm(Cnf.ofClauses(2, new int[] {1, 2}), List.of(2));
    assertThat(beyond.check(cnf)).contains("clause 1 is from no constraint");
  }

  @Property(tries = 400, seed = "1")
  void find_refutesWhatHasNoModel_withEveryStepUsed(
      @ForAll @IntRange(min = 0, max = 7) int used, @ForAll long seed) {
    Cnf cnf = SmallFormulas.random(used, new Random(seed));
    ClausalForm form = ClausalForm.of(cnf).orElseThrow();
    assertThat(form.check(cnf)).isEmpty();
    assertThat(SmallFormulas.models(form.clauses(), used))
        .isEqualTo(SmallFormulas.models(cnf, used));
    var refutation = Refutation.find(form.clauses(), meter);
    assertThat(refutation.isEmpty()).isEqualTo(SmallFormulas.isSatisfiable(cnf, used));
    refutation.ifPresent(found -> assertRightAndTrimmed(found, form.clauses()));
  }

  private static void assertRightAndTrimmed(Refutation refutation, Cnf cnf) {
    assertThat(refutation.check(cnf)).isEmpty();
    BitSet parents = new BitSet();
    refutation
        .steps()
        .forEach(
            step -> {
              parents.set(step.left());
              parents.set(step.right());
            });
    int premises = cnf.constraints().size();
    for (int i = 0; i < refutation.steps().size() - 1; i++) {
      assertThat(parents.get(premises + i + 1)).isTrue();
    }
  }

  @Property(tries = 20, seed = "1")
  void find_refutesFormulasOfFiftyVariables(@ForAll long seed) {
    Cnf cnf = SmallFormulas.unsatisfiable(50, new Random(seed));
    assertRightAndTrimmed(Refutation.find(cnf, meter).orElseThrow(), cnf);
  }

  @Property(tries = 300, seed = "1")
  void whateverCheckTakes_followsFromTheFormula(
      @ForAll @IntRange(min = 2, max = 5) int used, @ForAll long seed) {
    Random random = new Random(seed);
    Cnf cnf = SmallFormulas.unsatisfiable(used, random);
    List<Resolvent> steps = new ArrayList<>(Refutation.find(cnf, meter).orElseThrow().steps());
    int changed = random.nextInt(steps.size());
    Resolvent step = steps.get(changed);
    int[] literals = step.literals();
    switch (random.nextInt(3)) {
      case 0 -> literals = java.util.Arrays.copyOf(literals, Math.max(0, literals.length - 1));
      case 1 -> {
        literals = java.util.Arrays.copyOf(literals, literals.length + 1);
        literals[literals.length - 1] = 1 + random.nextInt(used);
      }
      default -> {
        if (literals.length > 0) {
          literals[0] = -literals[0];
        }
      }
    }
    int left = random.nextInt(4) == 0 ? 1 + random.nextInt(4 * used) : step.left();
    steps.set(changed, new Resolvent(literals, left, step.right()));
    if (new Refutation(steps).check(cnf).isEmpty()) {
      for (BitSet valuation : SmallFormulas.valuations(used)) {
        if (cnf.holds(valuation)) {
          throw new AssertionError("unsatisfiable by construction");
        }
      }
      Clause resolvent = Clause.of(literals);
      Clause one = (Clause) clauseAt(cnf, steps, left);
      Clause other = (Clause) clauseAt(cnf, steps, step.right());
      assertThat(SmallFormulas.valuations(used))
          .allMatch(v -> !one.holds(v) || !other.holds(v) || resolvent.holds(v));
    }
  }

  private static Object clauseAt(Cnf cnf, List<Resolvent> steps, int number) {
    int premises = cnf.constraints().size();
    return number <= premises
        ? cnf.constraints().get(number - 1)
        : Clause.of(steps.get(number - premises - 1).literals());
  }

  @Test
  void find_givesUpWhenTheBudgetIsSpent() {
    Cnf cnf = SmallFormulas.unsatisfiable(50, new Random(1));
    assertThat(Refutation.find(cnf, new Budget(Duration.ofMinutes(1), 2).start())).isEmpty();
  }
}
