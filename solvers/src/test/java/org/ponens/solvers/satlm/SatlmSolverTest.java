package org.ponens.solvers.satlm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.satlm.Satlm;
import org.ponens.solvers.Budget;
import org.ponens.solvers.OptionReport;
import org.ponens.solvers.OptionReport.Modality;

class SatlmSolverTest {

  private static final String QUEUE =
      """
      # Declarations
      people = EnumSort([Ann, Bob, Cy, Dee])
      place = Function([people] -> [int])
      ForAll([p:people], And(1 <= place(p), place(p) <= 4))

      # Constraints
      Distinct([p:people], place(p))
      place(Ann) < place(Bob)
      Abs(place(Cy) - place(Dee)) == 1
      """;

  private static SatlmResult.Decided solve(String text) {
    SatlmResult result =
        SatlmSolver.solve(Satlm.parse(text).orElseThrow(), Budget.of(Duration.ofSeconds(10)));
    assertThat(result).isInstanceOf(SatlmResult.Decided.class);
    return (SatlmResult.Decided) result;
  }

  private static List<String> selected(String text) {
    return solve(text).report().selected().stream().map(OptionReport.Option::label).toList();
  }

  @Test
  void solve_selectsWhatEachQueryAsksFor() {
    SatlmResult.Decided decided =
        solve(
            QUEUE
                + """
                # Options
                is_valid(place(Bob) != 1) ::: (A)
                is_sat(place(Ann) == 4) ::: (B)
                is_unsat(place(Ann) == 4) ::: (C)
                is_exception(is_sat(place(Cy) == 1)) ::: (D)
                is_accurate_list([place(Ann) == 1, place(Ann) == 3]) ::: (E)
                place(Ann) == 1 ::: (F)
                """);
    assertThat(decided.remarks()).isEmpty();
    List<OptionReport.Option> options = decided.report().options();
    assertThat(options)
        .extracting(OptionReport.Option::selected)
        .containsExactly(true, false, true, false, true, false);
    assertThat(options.get(5).modality()).isEqualTo(Modality.POSSIBLE);
    assertThat(options.get(5).witness().orElseThrow()).containsEntry("place(Ann)", "1");
    assertThat(options.get(0).counterexample()).isEmpty();
  }

  @Test
  void solve_givesAMinimalCoreOfInconsistentConstraints() {
    SatlmResult.Decided decided =
        solve(
            QUEUE
                + "place(Bob) == 1\nplace(Cy) == 2\n# Options\nis_valid(place(Ann) == 1) ::: (A)\n");
    assertThat(decided.report().premises())
        .isEqualTo(new OptionReport.Premises.Inconsistent(List.of(0, 2, 4), true));
    assertThat(decided.report().selected()).isEmpty();
  }

  @Test
  void solve_searchesWideEnough_whereIntegersHaveNoBounds() {
    String text =
        """
        # Declarations
        people = EnumSort([Ann, Bob, Cy])
        score = Function([people] -> [int])
        # Constraints
        score(Ann) > score(Bob) + 3
        score(Bob) > score(Cy) + 3
        # Options
        is_sat(score(Ann) == 1) ::: (A)
        is_valid(score(Ann) > score(Cy) + 7) ::: (B)
        is_valid(score(Ann) > score(Cy) + 8) ::: (C)
        """;
    SatlmResult.Decided decided = solve(text);
    assertThat(decided.remarks()).isEmpty();
    assertThat(decided.report().selected())
        .extracting(OptionReport.Option::label)
        .containsExactly("A", "B");
  }

  @Test
  void solve_saysWhereARangeWasGuessed() {
    SatlmResult.Decided decided =
        solve(
            """
            # Declarations
            people = EnumSort([Ann, Bob])
            score = Function([people] -> [int])
            # Constraints
            score(Ann) * score(Bob) == 12
            # Options
            is_sat(score(Ann) == 1) ::: (A)
            is_sat(score(Ann) == 5) ::: (B)
            """);
    assertThat(decided.remarks())
        .extracting(d -> d.code().id())
        .containsExactly("satlm.unbounded-integer");
  }

  @Test
  void solve_countsWhatLiesOutsideASortAsFalse() {
    String text =
        """
        # Declarations
        days = EnumSort([1, 2, 3])
        open = Function([days] -> [bool])
        # Constraints
        ForAll([d:days], Implies(open(d), Not(open(d + 1))))
        # Options
        is_sat(And(open(3), open(1))) ::: (A)
        is_sat(Exists([d:days], And(d == 3, open(d + 1)))) ::: (B)
        """;
    assertThat(selected(text)).containsExactly("A");
  }

  @Test
  void solve_letsAFunctionBeUndefined_whereItIsComparedWithNone() {
    String text =
        """
        # Declarations
        people = EnumSort([Ann, Bob])
        posts = EnumSort([chair, clerk])
        holds = Function([people] -> [posts])
        # Constraints
        holds(Ann) == chair
        # Options
        is_sat(holds(Bob) == None) ::: (A)
        is_sat(holds(Ann) == None) ::: (B)
        is_valid(holds(Bob) in [chair, clerk]) ::: (C)
        """;
    assertThat(selected(text)).containsExactly("A");
  }

  @Test
  void solve_comparesAConditionWithWhatItWouldReplace() {
    String text =
        QUEUE
            + """
            place(Ann) == 1
            # Options
            is_equivalent(place(Ann) == 1, ForAll([p:people], place(p) >= place(Ann))) ::: (A)
            is_equivalent(place(Ann) == 1, place(Bob) == 2) ::: (B)
            """;
    assertThat(selected(text)).containsExactly("A");
  }

  @Test
  void solve_doubtsAnAnswerThatRestatesAConstraint() {
    SatlmResult.Decided decided =
        solve(
            QUEUE
                + """
                # Options
                is_valid(place(Bob) > place(Ann)) ::: (A)
                is_valid(place(Ann) == 1) ::: (B)
                """);
    assertThat(decided.remarks())
        .extracting(d -> d.code().id())
        .containsExactly("satlm.restated-constraint");
  }

  @Test
  void solve_runsOutOfBudgetRatherThanOfMemory() {
    String pigeons =
        """
        # Declarations
        birds = IntSort([1..14])
        holes = IntSort([1..13])
        nest = Function([birds] -> [holes])
        # Constraints
        Distinct([b:birds], nest(b))
        # Options
        is_sat(nest(1) == 1) ::: (A)
        """;
    assertThat(
            SatlmSolver.solve(
                Satlm.parse(pigeons).orElseThrow(), new Budget(Duration.ofMillis(300), 100_000)))
        .isInstanceOf(SatlmResult.OutOfBudget.class);
    String vast =
        """
        # Declarations
        s = IntSort([1..900])
        p = Function([s, s, s] -> [bool])
        # Constraints
        ForAll([x:s, y:s, z:s], p(x, y, z))
        # Options
        is_sat(p(1, 1, 1)) ::: (A)
        """;
    assertThat(SatlmSolver.solve(Satlm.parse(vast).orElseThrow(), Budget.oneSecond()))
        .isInstanceOf(SatlmResult.OutOfBudget.class);
  }
}
