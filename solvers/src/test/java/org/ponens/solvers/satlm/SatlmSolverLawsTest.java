package org.ponens.solvers.satlm;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.grammar.satlm.Constraint;
import org.ponens.grammar.satlm.Expression;
import org.ponens.grammar.satlm.Query;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.grammar.satlm.Signature;
import org.ponens.solvers.Budget;
import org.ponens.solvers.OptionReport;

/** The solver against the enumeration of all interpretations. */
class SatlmSolverLawsTest {

  private static List<Interpretation> interpretations(SatlmProgram program, Signature signature) {
    Ranges ranges = new Ranges(program, signature);
    // Undefined values only where the program asks for them.
    int least = signature.isPartial("slot") ? 0 : 1;
    List<Interpretation> all = new ArrayList<>();
    for (int ann = least; ann <= 3; ann++) {
      for (int bob = least; bob <= 3; bob++) {
        for (int on = 0; on < 8; on++) {
          for (int first = 1; first <= 2; first++) {
            Map<Cell, Integer> values = new HashMap<>();
            if (ann > 0) {
              values.put(new Cell("slot", List.of(1)), ann);
            }
            if (bob > 0) {
              values.put(new Cell("slot", List.of(2)), bob);
            }
            for (int slot = 1; slot <= 3; slot++) {
              values.put(new Cell("on", List.of(slot)), on >> (slot - 1) & 1);
            }
            values.put(new Cell("first", List.of()), first);
            all.add(new Interpretation(program, signature, ranges, values));
          }
        }
      }
    }
    return all;
  }

  private record Oracle(SatlmProgram program, Signature signature, List<Interpretation> all) {

    boolean isTrue(Expression formula, Interpretation interpretation) {
      return new Evaluator(signature, new Ranges(program, signature), interpretation)
          .isTrue(formula);
    }

    List<Interpretation> models(List<Expression> formulas) {
      return all.stream()
          .filter(i -> formulas.stream().allMatch(formula -> isTrue(formula, i)))
          .toList();
    }

    boolean holds(Query query, List<Interpretation> models) {
      return switch (query) {
        case Query.Valid(var f) -> models.stream().allMatch(m -> isTrue(f, m));
        case Query.Satisfiable(var f) -> models.stream().anyMatch(m -> isTrue(f, m));
        case Query.Unsatisfiable(var f) -> models.stream().noneMatch(m -> isTrue(f, m));
        case Query.AccurateList(var list) ->
            models.stream().allMatch(m -> list.stream().anyMatch(f -> isTrue(f, m)))
                && list.stream().allMatch(f -> models.stream().anyMatch(m -> isTrue(f, m)));
        case Query.Equivalent(var a, var b) -> {
          List<Expression> others = new ArrayList<>();
          program.constraints().stream()
              .map(Constraint::formula)
              .filter(f -> !f.equals(a) && !f.equals(b))
              .forEach(others::add);
          yield models(others).stream().allMatch(m -> isTrue(a, m) == isTrue(b, m));
        }
        case Query.Except(var inner) -> isSpecified(inner) && !holds(inner, models);
        case Query.Unspecified u -> false;
      };
    }

    private static boolean isSpecified(Query query) {
      return !(query instanceof Query.Unspecified)
          && !(query instanceof Query.Except(var inner) && !isSpecified(inner));
    }
  }

  @Property(tries = 400, seed = "1")
  void solve_agreesWithEnumeration(@ForAll long seed) {
    SatlmProgram program = new SmallPrograms(seed).program();
    Signature signature = Signature.of(program);
    Oracle oracle = new Oracle(program, signature, interpretations(program, signature));
    List<Expression> constraints = program.constraints().stream().map(Constraint::formula).toList();
    List<Interpretation> models = oracle.models(constraints);
    SatlmResult result = SatlmSolver.solve(program, Budget.of(Duration.ofSeconds(20)));
    assertThat(result).isInstanceOf(SatlmResult.Decided.class);
    OptionReport report = ((SatlmResult.Decided) result).report();
    switch (report.premises()) {
      case OptionReport.Premises.Consistent c -> {
        assertThat(models).isNotEmpty();
        for (int i = 0; i < program.options().size(); i++) {
          Query query = program.options().get(i).query();
          assertThat(report.options().get(i).selected())
              .as(() -> query.print() + " in\n" + program.print())
              .isEqualTo(oracle.holds(query, models));
        }
      }
      case OptionReport.Premises.Inconsistent(var core, var minimal) -> {
        assertThat(models).isEmpty();
        assertThat(minimal).isTrue();
        assertThat(report.selected()).isEmpty();
        assertThat(oracle.models(core.stream().map(constraints::get).toList())).isEmpty();
        for (int left : core) {
          List<Expression> rest =
              core.stream().filter(i -> i != left).map(constraints::get).toList();
          assertThat(oracle.models(rest)).isNotEmpty();
        }
      }
    }
  }
}
