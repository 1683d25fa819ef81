package org.ponens.solvers.satlm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ponens.grammar.satlm.Constraint;
import org.ponens.grammar.satlm.Expression;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.grammar.satlm.Signature;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.SatResult;
import org.ponens.solvers.sat.Valuation;

/**
 * A program's constraints in a SAT solver, each behind a selector, and checks of further formulas
 * under assumptions. For one thread.
 */
final class GroundProgram {

  private final SatlmProgram program;
  private final Signature signature;
  private final Ranges ranges;
  private final Meter meter;
  private final Circuit circuit;
  private final Grounder grounder;
  private final int[] selectors;
  private final int[] literals;
  private final Map<Integer, Cell> cellByGate = new HashMap<>();

  GroundProgram(SatlmProgram program, Signature signature, Ranges ranges, Meter meter) {
    this.program = program;
    this.signature = signature;
    this.ranges = ranges;
    this.meter = meter;
    this.circuit = new Circuit(meter);
    this.grounder = new Grounder(circuit, signature, ranges);
    this.selectors = new int[program.constraints().size()];
    this.literals = new int[selectors.length];
    for (int i = 0; i < selectors.length; i++) {
      selectors[i] = circuit.solver().newVariable();
      literals[i] = grounder.truth(program.constraints().get(i).formula());
      circuit.imply(selectors[i], literals[i]);
    }
  }

  /** All constraints, by index. */
  int[] all() {
    return IntStream.range(0, selectors.length).toArray();
  }

  /** The literal of a formula. */
  int ground(Expression formula) {
    return grounder.truth(formula);
  }

  /**
   * A solution of some constraints in which a literal is true, re-evaluated on the original
   * formulas; empty where there is none.
   */
  Optional<Interpretation> solution(int[] constraints, int literal, Expression formula) {
    SatResult result = check(constraints, literal);
    return switch (result) {
      case SatResult.Satisfiable(var model) -> {
        Interpretation interpretation = interpretation(model);
        verify(constraints, formula, interpretation);
        yield Optional.of(interpretation);
      }
      case SatResult.Unsatisfiable(var core) -> Optional.empty();
      case SatResult.Exhausted() -> throw new SpentException("the budget was spent on search");
    };
  }

  /** Constraints, by index, that cannot hold together; empty where all can. */
  Optional<List<Integer>> core(int[] constraints) {
    return switch (check(constraints, Circuit.TRUE)) {
      case SatResult.Satisfiable s -> Optional.empty();
      case SatResult.Unsatisfiable(var core) -> {
        List<Integer> indexes = new ArrayList<>();
        for (int i : constraints) {
          if (core.contains(selectors[i])) {
            indexes.add(i);
          }
        }
        yield Optional.of(indexes);
      }
      case SatResult.Exhausted() -> throw new SpentException("the budget was spent on search");
    };
  }

  /** Whether some constraints leave a literal no way to be true. */
  boolean excludes(int[] constraints, int literal) {
    return switch (check(constraints, literal)) {
      case SatResult.Satisfiable s -> false;
      case SatResult.Unsatisfiable u -> true;
      case SatResult.Exhausted() -> throw new SpentException("the budget was spent on search");
    };
  }

  /** The functions, each at certain arguments, that the literal of a formula depends on. */
  Set<Cell> unknowns(int literal) {
    if (cellByGate.isEmpty()) {
      grounder.atoms().forEach((cell, gate) -> cellByGate.put(gate, cell));
      grounder
          .cells()
          .forEach(
              (cell, choice) -> {
                for (int gate : choice.literals()) {
                  cellByGate.put(gate, cell);
                }
              });
    }
    return circuit.inputsOf(literal).stream()
        .mapToObj(cellByGate::get)
        .filter(Objects::nonNull)
        .collect(Collectors.toSet());
  }

  int constraintLiteral(int constraint) {
    return literals[constraint];
  }

  private SatResult check(int[] constraints, int literal) {
    int[] assumptions = new int[constraints.length + 1];
    for (int i = 0; i < constraints.length; i++) {
      assumptions[i] = selectors[constraints[i]];
    }
    assumptions[constraints.length] = circuit.literal(literal);
    return circuit.solver().solve(meter, assumptions);
  }

  private Interpretation interpretation(Valuation model) {
    Map<Cell, Integer> values = new HashMap<>();
    grounder
        .atoms()
        .forEach(
            (cell, gate) -> {
              int variable = circuit.variable(gate);
              values.put(cell, variable != 0 && model.satisfies(variable) ? 1 : 0);
            });
    grounder
        .cells()
        .forEach(
            (cell, choice) -> {
              for (int i = 0; i < choice.size(); i++) {
                int gate = choice.literals()[i];
                int variable = circuit.variable(gate);
                if (variable != 0 && model.satisfies(variable)) {
                  values.put(cell, choice.values()[i]);
                }
              }
            });
    return new Interpretation(program, signature, ranges, values);
  }

  private void verify(int[] constraints, Expression formula, Interpretation interpretation) {
    Evaluator evaluator = new Evaluator(signature, ranges, interpretation);
    for (int i : constraints) {
      Constraint constraint = program.constraints().get(i);
      if (!evaluator.isTrue(constraint.formula())) {
        throw new AssertionError("a solution violates constraint " + i + ": " + constraint);
      }
    }
    if (!evaluator.isTrue(formula)) {
      throw new AssertionError("a solution violates what was asked: " + formula);
    }
  }
}
