package org.ponens.solvers.satlm;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.satlm.Constraint;
import org.ponens.grammar.satlm.Expression;
import org.ponens.grammar.satlm.Expressions;
import org.ponens.grammar.satlm.Query;
import org.ponens.grammar.satlm.SatlmOption;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.grammar.satlm.Signature;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.OptionReport;
import org.ponens.solvers.OptionReport.Modality;

/**
 * Decides the options of many-sorted programs by grounding to propositional satisfiability: the
 * constraints once, each behind a selector, and each option under assumptions. Complete for finite
 * sorts; for integers without bounds see {@link SatlmResult.Decided#remarks()}.
 *
 * <p>A conflict of the SAT solver and a gate of the ground program count as steps. Stateless and
 * thread-safe.
 */
public final class SatlmSolver {

  private SatlmSolver() {}

  /**
   * Decides every option. Where the constraints cannot hold together no option is selected, and the
   * report holds a minimal set of them that cannot.
   */
  public static SatlmResult solve(SatlmProgram program, Budget budget) {
    Meter meter = budget.start();
    try {
      Signature signature = Signature.of(program);
      Ranges ranges = new Ranges(program, signature);
      long size = Size.estimate(program, ranges);
      if (size > Size.LARGEST) {
        return new SatlmResult.OutOfBudget(
            meter.elapsed(), "grounding would take about " + size + " steps");
      }
      return new Run(program, signature, ranges, meter).decide();
    } catch (SpentException e) {
      return new SatlmResult.OutOfBudget(meter.elapsed(), e.reason());
    }
  }

  /** One call. */
  private static final class Run {

    private final SatlmProgram program;
    private final Signature signature;
    private final Ranges ranges;
    private final Meter meter;
    private final GroundProgram ground;

    Run(SatlmProgram program, Signature signature, Ranges ranges, Meter meter) {
      this.program = program;
      this.signature = signature;
      this.ranges = ranges;
      this.meter = meter;
      this.ground = new GroundProgram(program, signature, ranges, meter);
    }

    SatlmResult decide() {
      Optional<List<Integer>> core = ground.core(ground.all());
      List<OptionReport.Option> options = new ArrayList<>();
      OptionReport.Premises premises;
      if (core.isPresent()) {
        premises = minimize(core.get());
        for (SatlmOption option : program.options()) {
          options.add(undecided(option));
        }
      } else {
        premises = new OptionReport.Premises.Consistent(Optional.empty(), false);
        for (SatlmOption option : program.options()) {
          options.add(decide(option));
        }
      }
      List<Diagnostic> remarks = new ArrayList<>(remarks());
      List<OptionReport.Option> selected =
          options.stream().filter(OptionReport.Option::selected).toList();
      if (selected.size() == 1) {
        int index = options.indexOf(selected.get(0));
        settledEarly(program.options().get(index), selected.get(0).modality())
            .ifPresent(remarks::add);
      }
      return new SatlmResult.Decided(new OptionReport(premises, options), remarks);
    }

    // An answer that needs no inference is rarely what a question is about: more often the
    // formalization lost something.
    private Optional<Diagnostic> settledEarly(SatlmOption option, Modality modality) {
      boolean settled = modality == Modality.ENTAILED || modality == Modality.IMPOSSIBLE;
      if (!settled || option.query() instanceof Query.Equivalent) {
        return Optional.empty();
      }
      List<Expression> formulas = Expressions.formulas(option.query());
      int literal =
          ground.ground(formulas.size() == 1 ? formulas.get(0) : new Expression.Or(formulas));
      int denied = modality == Modality.ENTAILED ? -literal : literal;
      String truth = modality == Modality.ENTAILED ? "true" : "false";
      if (ground.excludes(new int[0], denied)) {
        return Optional.of(
            Diagnostic.warning(
                SatlmRemark.TRIVIAL_OPTION,
                option.span(),
                "option (" + option.label() + ") is " + truth + " whatever the constraints are"));
      }
      Set<Cell> unknowns = ground.unknowns(literal);
      for (int i = 0; i < program.constraints().size(); i++) {
        if (unknowns.equals(ground.unknowns(ground.constraintLiteral(i)))
            && ground.excludes(new int[] {i}, denied)) {
          return Optional.of(
              Diagnostic.warning(
                      SatlmRemark.RESTATED_CONSTRAINT,
                      option.span(),
                      "option ("
                          + option.label()
                          + ") is "
                          + truth
                          + " by one constraint alone, which is about the same unknowns")
                  .withNote(
                      Diagnostic.Note.at(program.constraints().get(i).span(), "the constraint")));
        }
      }
      return Optional.empty();
    }

    // Deletes constraint after constraint for as long as the budget lasts. The ranges of unbounded
    // integers come from constraints, so that a smaller set has wider ones.
    private OptionReport.Premises minimize(List<Integer> core) {
      Set<Integer> kept = new TreeSet<>(core);
      kept.addAll(ranges.sources());
      boolean minimal = ranges.inexact().isEmpty();
      for (int index : List.copyOf(kept)) {
        kept.remove(index);
        try {
          int[] rest = kept.stream().mapToInt(i -> i).toArray();
          boolean inconsistent =
              ranges.sources().isEmpty() ? ground.core(rest).isPresent() : inconsistentAlone(rest);
          if (!inconsistent) {
            kept.add(index);
          }
        } catch (SpentException e) {
          kept.add(index);
          minimal = false;
          break;
        }
      }
      return new OptionReport.Premises.Inconsistent(List.copyOf(kept), minimal);
    }

    private boolean inconsistentAlone(int[] indexes) {
      List<Constraint> constraints = new ArrayList<>();
      for (int index : indexes) {
        constraints.add(program.constraints().get(index));
      }
      // The options keep the constants that ranges are built around.
      SatlmProgram part =
          new SatlmProgram(
              program.sorts(),
              program.functions(),
              constraints,
              program.question(),
              program.options());
      GroundProgram alone = new GroundProgram(part, signature, new Ranges(part, signature), meter);
      return alone.core(alone.all()).isPresent();
    }

    private OptionReport.Option undecided(SatlmOption option) {
      return new OptionReport.Option(
          option.label(),
          option.query().print(),
          Modality.UNDECIDED,
          false,
          Optional.empty(),
          Optional.empty());
    }

    private record Standing(
        Modality modality,
        Optional<Interpretation> witness,
        Optional<Interpretation> counterexample) {}

    private OptionReport.Option decide(SatlmOption option) {
      Query query = option.query();
      Standing standing = standing(query);
      return new OptionReport.Option(
          option.label(),
          query.print(),
          standing.modality(),
          selected(query, standing),
          standing.witness().map(Interpretation::show),
          standing.counterexample().map(Interpretation::show));
    }

    private Standing standing(Query query) {
      return switch (query) {
        case Query.Valid(var formula) -> standing(ground.all(), formula);
        case Query.Satisfiable(var formula) -> standing(ground.all(), formula);
        case Query.Unsatisfiable(var formula) -> standing(ground.all(), formula);
        case Query.Unspecified(var formula) -> standing(ground.all(), formula);
        case Query.Except(var inner) -> standing(inner);
        case Query.AccurateList(var formulas) ->
            standing(
                ground.all(), formulas.size() == 1 ? formulas.get(0) : new Expression.Or(formulas));
        case Query.Equivalent(var left, var right) ->
            standing(others(left, right), new Expression.Iff(left, right));
      };
    }

    // The constraints that are neither of two formulas.
    private int[] others(Expression left, Expression right) {
      List<Integer> others = new ArrayList<>();
      for (int i = 0; i < program.constraints().size(); i++) {
        Expression formula = program.constraints().get(i).formula();
        if (!formula.equals(left) && !formula.equals(right)) {
          others.add(i);
        }
      }
      return others.stream().mapToInt(i -> i).toArray();
    }

    private Standing standing(int[] constraints, Expression formula) {
      int literal = ground.ground(formula);
      Optional<Interpretation> witness = ground.solution(constraints, literal, formula);
      Optional<Interpretation> counterexample =
          ground.solution(constraints, -literal, new Expression.Not(formula));
      Modality modality =
          witness.isEmpty()
              ? Modality.IMPOSSIBLE
              : counterexample.isEmpty() ? Modality.ENTAILED : Modality.POSSIBLE;
      return new Standing(modality, witness, counterexample);
    }

    private boolean selected(Query query, Standing standing) {
      return switch (query) {
        case Query.Valid v -> standing.modality() == Modality.ENTAILED;
        case Query.Satisfiable s -> standing.modality() != Modality.IMPOSSIBLE;
        case Query.Unsatisfiable u -> standing.modality() == Modality.IMPOSSIBLE;
        case Query.Equivalent e -> standing.modality() == Modality.ENTAILED;
        case Query.Unspecified u -> false;
        case Query.Except(var inner) -> isSpecified(inner) && !selected(inner, standing);
        case Query.AccurateList(var formulas) ->
            standing.modality() == Modality.ENTAILED
                && formulas.stream()
                    .allMatch(
                        formula ->
                            ground
                                .solution(ground.all(), ground.ground(formula), formula)
                                .isPresent());
      };
    }

    private static boolean isSpecified(Query query) {
      return !(query instanceof Query.Unspecified)
          && (!(query instanceof Query.Except(var inner)) || isSpecified(inner));
    }

    private List<Diagnostic> remarks() {
      Set<String> used = new LinkedHashSet<>();
      Expressions.walk(
          program,
          expression -> {
            if (expression instanceof Expression.Application(var function, var arguments)) {
              used.add(function);
            }
          });
      List<Diagnostic> remarks = new ArrayList<>();
      Span start = new Span(0, 0, 1, 1);
      for (String name : ranges.inexact().stream().sorted().toList()) {
        if (name.equals("int") && !used.contains(name)) {
          remarks.add(
              Diagnostic.warning(
                  SatlmRemark.UNBOUNDED_INTEGER,
                  start,
                  "a variable ranges over all integers, and only a finite range was searched"));
        } else if (used.contains(name)) {
          int[] range = ranges.values(signature.function(name).orElseThrow());
          remarks.add(
              Diagnostic.warning(
                  SatlmRemark.UNBOUNDED_INTEGER,
                  start,
                  "no constraint bounds the integer '"
                      + name
                      + "'; only "
                      + range[0]
                      + " to "
                      + range[range.length - 1]
                      + " was searched"));
        }
      }
      return remarks;
    }
  }
}
