package org.ponens.solvers.csp;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ponens.grammar.csp.Condition;
import org.ponens.grammar.csp.Constraint;
import org.ponens.grammar.csp.CspOption;
import org.ponens.grammar.csp.CspProgram;
import org.ponens.grammar.csp.Relation;
import org.ponens.grammar.csp.Term;
import org.ponens.grammar.csp.Variable;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.solvers.Budget;
import org.ponens.solvers.OptionReport;
import org.ponens.solvers.OptionReport.Modality;
import org.ponens.solvers.OptionReport.Premises;

class CspSolverLawTest {

  private static final Span NOWHERE = new Span(0, 0, 1, 1);
  private static final List<String> NAMES = List.of("a", "b", "c", "d");

  @Property(tries = 2000, seed = "1")
  void solve_agreesWithBruteForce(@ForAll("programs") CspProgram program) {
    List<Condition> all = program.constraints().stream().map(Constraint::condition).toList();
    List<Map<String, Integer>> solutions = solutions(program, all);
    OptionReport report = solve(program);
    if (solutions.isEmpty()) {
      assertThat(report.premises()).isInstanceOf(Premises.Inconsistent.class);
      checkCore(program, all, (Premises.Inconsistent) report.premises());
      return;
    }
    assertThat(report.premises())
        .isEqualTo(new Premises.Consistent(Optional.of((long) solutions.size()), false));
    for (int i = 0; i < program.options().size(); i++) {
      Condition condition = program.options().get(i).condition().orElseThrow();
      long yes = solutions.stream().filter(s -> Oracle.holds(condition, s)).count();
      OptionReport.Option option = report.options().get(i);
      assertThat(option.modality())
          .isEqualTo(
              yes == 0
                  ? Modality.IMPOSSIBLE
                  : yes == solutions.size() ? Modality.ENTAILED : Modality.POSSIBLE);
      option.witness().ifPresent(s -> assertThat(Oracle.holds(condition, numbers(s))).isTrue());
      option
          .counterexample()
          .ifPresent(s -> assertThat(Oracle.holds(condition, numbers(s))).isFalse());
      assertThat(option.witness().isPresent()).isEqualTo(yes > 0);
      assertThat(option.counterexample().isPresent()).isEqualTo(yes < solutions.size());
    }
  }

  private static void checkCore(
      CspProgram program, List<Condition> all, Premises.Inconsistent inconsistent) {
    assertThat(inconsistent.minimal()).isTrue();
    List<Condition> core = new ArrayList<>(inconsistent.core().stream().map(all::get).toList());
    assertThat(solutions(program, core)).isEmpty();
    for (int i = 0; i < core.size(); i++) {
      List<Condition> others = new ArrayList<>(core);
      others.remove(i);
      assertThat(solutions(program, others)).isNotEmpty();
    }
  }

  private static OptionReport solve(CspProgram program) {
    return ((CspResult.Decided) CspSolver.solve(program, Budget.of(Duration.ofSeconds(10))))
        .report();
  }

  private static Map<String, Integer> numbers(Map<String, String> solution) {
    Map<String, Integer> numbers = new TreeMap<>();
    solution.forEach((name, value) -> numbers.put(name, Integer.valueOf(value)));
    return numbers;
  }

  private static List<Map<String, Integer>> solutions(
      CspProgram program, List<Condition> conditions) {
    List<Map<String, Integer>> partial = List.of(Map.of());
    for (Variable variable : program.variables()) {
      List<Map<String, Integer>> next = new ArrayList<>();
      for (Map<String, Integer> assignment : partial) {
        for (int value : variable.values()) {
          Map<String, Integer> longer = new TreeMap<>(assignment);
          longer.put(variable.name(), value);
          next.add(longer);
        }
      }
      partial = next;
    }
    return partial.stream()
        .filter(s -> conditions.stream().allMatch(c -> Oracle.holds(c, s)))
        .toList();
  }

  @Provide
  Arbitrary<CspProgram> programs() {
    Arbitrary<List<Variable>> variables =
        Arbitraries.integers()
            .between(-2, 4)
            .set()
            .ofMinSize(1)
            .ofMaxSize(4)
            .map(List::copyOf)
            .list()
            .ofSize(4)
            .map(
                lists ->
                    NAMES.stream()
                        .map(name -> new Variable(name, lists.get(NAMES.indexOf(name))))
                        .toList());
    Arbitrary<List<Constraint>> constraints =
        conditions(2).map(c -> new Constraint(c, Optional.empty(), NOWHERE)).list().ofMaxSize(5);
    Arbitrary<List<CspOption>> options =
        conditions(2)
            .map(c -> new CspOption("A", Optional.of(c), Optional.empty(), NOWHERE))
            .list()
            .ofMinSize(1)
            .ofMaxSize(3);
    return Combinators.combine(variables, constraints, options)
        .as((v, c, o) -> new CspProgram(new TreeMap<>(), v, c, o));
  }

  private static Arbitrary<Term> terms(int depth) {
    Arbitrary<Term> leaf =
        Arbitraries.frequencyOf(
            net.jqwik.api.Tuple.of(3, Arbitraries.of(NAMES).map(Term.Reference::new)),
            net.jqwik.api.Tuple.of(
                1, Arbitraries.integers().between(-3, 4).map(Term.Constant::new)));
    if (depth == 0) {
      return leaf;
    }
    Arbitrary<Term> below = terms(depth - 1);
    Arbitrary<List<Term>> several = below.list().ofMinSize(2).ofMaxSize(3);
    return Arbitraries.oneOf(
        leaf,
        several.map(Term.Sum::new),
        several.map(Term.Product::new),
        several.map(Term.Minimum::new),
        several.map(Term.Maximum::new),
        below.map(Term.Negation::new),
        below.map(Term.Magnitude::new),
        Combinators.combine(below, below).as(Term.Quotient::new),
        Combinators.combine(below, below).as(Term.Remainder::new),
        conditions(0).map(Term.Indicator::new),
        // Beyond 64 bits, so that the slow evaluation is seen to agree.
        below.map(t -> new Term.Quotient(huge(t), huge(new Term.Constant(1)))));
  }

  private static Term huge(Term term) {
    Term factor = new Term.Constant(999_999_999);
    return new Term.Product(List.of(factor, factor, factor, term));
  }

  private static Arbitrary<Condition> conditions(int depth) {
    Arbitrary<Term> terms = terms(Math.min(1, depth));
    Arbitrary<Condition> comparison =
        Combinators.combine(terms, Arbitraries.of(Relation.class), terms)
            .as(Condition.Comparison::new);
    if (depth == 0) {
      return comparison;
    }
    Arbitrary<Condition> below = conditions(depth - 1);
    Arbitrary<List<Condition>> several = below.list().ofMinSize(2).ofMaxSize(3);
    Arbitrary<List<Term>> list = terms.list().ofMinSize(1).ofMaxSize(3);
    Arbitrary<List<Term>> names =
        Arbitraries.of(NAMES).<Term>map(Term.Reference::new).list().ofMinSize(1).ofMaxSize(4);
    return Arbitraries.oneOf(
        comparison,
        names.map(Condition.AllDifferent::new),
        Combinators.combine(terms, list).as(Condition.Membership::new),
        list.map(Condition.AllDifferent::new),
        list.map(Condition.AllEqual::new),
        below.map(Condition.Not::new),
        several.map(Condition.And::new),
        several.map(Condition.Or::new),
        Combinators.combine(below, below).as(Condition.Implies::new),
        Combinators.combine(below, below).as(Condition.Iff::new),
        Combinators.combine(below, below).as(Condition.Xor::new));
  }
}
