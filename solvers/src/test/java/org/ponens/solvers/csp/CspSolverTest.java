package org.ponens.solvers.csp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.csp.Csp;
import org.ponens.grammar.csp.CspProgram;
import org.ponens.solvers.Budget;
import org.ponens.solvers.OptionReport;
import org.ponens.solvers.OptionReport.Modality;
import org.ponens.solvers.OptionReport.Premises;

class CspSolverTest {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(5));

  @Test
  void solve_selectsTheEntailedOption() {
    OptionReport report =
        report(
            """
            Domain:
            1: leftmost
            3: rightmost
            Variables:
            green [IN] [1, 2, 3]
            blue [IN] [1, 2, 3]
            white [IN] [1, 2, 3]
            Constraints:
            blue > white
            green == 2
            AllDifferentConstraint([green, blue, white])
            Query:
            A) green == 1
            B) blue == 3
            C) ?
            """);
    assertThat(report.premises()).isEqualTo(new Premises.Consistent(Optional.of(1L), false));
    assertThat(report.selected()).extracting(OptionReport.Option::label).containsExactly("B");
    assertThat(report.options())
        .extracting(OptionReport.Option::modality)
        .containsExactly(Modality.IMPOSSIBLE, Modality.ENTAILED, Modality.UNDECIDED);
    assertThat(report.options().get(1).witness().orElseThrow())
        .hasToString("{white=1 (leftmost), green=2, blue=3 (rightmost)}");
    assertThat(report.options().get(1).counterexample()).isEmpty();
  }

  @Test
  void solve_findsAMinimalCore() {
    OptionReport report =
        report(
            """
            Variables:
            a [IN] [1, 2, 3]
            b [IN] [1, 2, 3]
            c [IN] [1, 2, 3]
            Constraints:
            c != 2
            a < b
            b < c
            c < 3
            a != 3
            Query:
            A) a == 1
            """);
    assertThat(report.premises()).isEqualTo(new Premises.Inconsistent(List.of(1, 2, 3), true));
    assertThat(report.selected()).isEmpty();
  }

  @Test
  void solve_roundsDownAsPythonDoes_andMakesDivisionByZeroFalse() {
    OptionReport report =
        report(
            """
            Variables:
            a [IN] [-7]
            z [IN] [0]
            Constraints:
            a // 2 == -4
            a % 3 == 2
            a % -3 == -1
            Query:
            A) a // z == a // z
            B) not a // z == 1
            C) a in [1 // z, -7]
            D) 999999999 * 999999999 * 999999999 * a < -999999999 * 999999999 * 999999999
            E) 999999999 * 999999999 * 999999999 * 0 == 0
            """);
    assertThat(report.selected())
        .extracting(OptionReport.Option::label)
        .containsExactly("B", "C", "D", "E");
  }

  @Test
  void solve_decidesOptions_whereThereAreTooManySolutionsToCount() {
    OptionReport report = report(chain(30, 100));
    assertThat(report.premises())
        .isEqualTo(new Premises.Consistent(Optional.of((long) CspSolver.MOST_COUNTED), true));
    assertThat(report.options())
        .extracting(OptionReport.Option::modality)
        .containsExactly(Modality.ENTAILED, Modality.IMPOSSIBLE, Modality.POSSIBLE);
  }

  @Test
  void solve_seesThatPigeonsAreTooMany() {
    String names = names(30);
    OptionReport report =
        report(
            "Variables:\n%s [IN] [1..29]\nConstraints:\nAllDifferentConstraint([%s])\nQuery:\nA) x0 == 1"
                .formatted(names, names));
    assertThat(report.premises()).isEqualTo(new Premises.Inconsistent(List.of(0), true));
  }

  @Test
  void solve_endsWithItsBudget() {
    // Each pair differs, but as 435 constraints: no counting argument sees the pigeonhole.
    StringBuilder text =
        new StringBuilder("Variables:\n" + names(30) + " [IN] [1..29]\nConstraints:\n");
    for (int i = 0; i < 30; i++) {
      for (int k = 0; k < i; k++) {
        text.append("x").append(i).append(" != x").append(k).append('\n');
      }
    }
    CspProgram program = Csp.parse(text + "Query:\nA) x0 == 1").value().orElseThrow();
    long start = System.nanoTime();
    assertThat(CspSolver.solve(program, Budget.of(Duration.ofMillis(200))))
        .isInstanceOf(CspResult.Exhausted.class);
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(1));
    assertThat(CspSolver.solve(program, new Budget(Duration.ofMinutes(1), 1000)))
        .isInstanceOf(CspResult.Exhausted.class);
  }

  private static String chain(int variables, int values) {
    String names = names(variables);
    StringBuilder text =
        new StringBuilder("Variables:\n" + names + " [IN] [1.." + values + "]\nConstraints:\n");
    for (int i = 1; i < variables; i++) {
      text.append("x").append(i - 1).append(" < x").append(i).append('\n');
    }
    text.append("AllDifferentConstraint([").append(names).append("])\n");
    text.append(names.replace(", ", " + ")).append(" > 500\n");
    return text + "Query:\nA) x0 < x29\nB) x29 == 29\nC) x29 == 60";
  }

  private static String names(int count) {
    return IntStream.range(0, count).mapToObj(i -> "x" + i).collect(Collectors.joining(", "));
  }

  private static OptionReport report(String text) {
    CspResult result = CspSolver.solve(Csp.parse(text).value().orElseThrow(), BUDGET);
    assertThat(result).isInstanceOf(CspResult.Decided.class);
    return ((CspResult.Decided) result).report();
  }
}
