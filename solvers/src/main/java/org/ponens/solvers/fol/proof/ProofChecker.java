package org.ponens.solvers.fol.proof;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.clause.Literal;
import org.ponens.solvers.fol.clause.Substitution;

/**
 * Verifies refutations without trusting the solver that found them.
 *
 * <p>An input step must be one of the given clauses. Any other step is verified by one rule,
 * whatever its name: each parent is instantiated by its recorded substitution; the variables that
 * remain are read as constants, shared by name between the parents and the conclusion; the literals
 * of the conclusion are assumed false; then unit propagation over the parents, modulo the
 * congruence closure of the equations so found, must end in a contradiction. That is sound, as an
 * instance follows from its clause and a ground clause with fresh constants stands for its
 * universal closure. Binary and hyper-resolution, factoring, paramodulation, superposition and
 * simplification by units are all verified so.
 */
public final class ProofChecker {

  /** Deeper terms are refused, as the walk is recursive. */
  private static final int MAX_DEPTH = 1_000;

  /** A step of more distinct terms is refused. */
  private static final int MAX_TERMS = 200_000;

  private ProofChecker() {}

  /** Whether the proof refutes the input clauses. */
  public static Check check(Proof proof, List<InputClause> inputs) {
    Set<InputClause> known = new HashSet<>(inputs);
    Map<Integer, Clause> clauses = new HashMap<>();
    int last = 0;
    for (Step step : proof.steps()) {
      if (step.id() <= last) {
        return new Check.Invalid(step.id(), "the number does not ascend");
      }
      last = step.id();
      if (step.rule() == Rule.INPUT) {
        if (step.statement().isEmpty()
            || !known.contains(new InputClause(step.clause(), step.statement().getAsInt()))) {
          return new Check.Invalid(step.id(), "the clause is not among the input clauses");
        }
      } else {
        List<Clause> parents = new ArrayList<>();
        for (Step.Parent parent : step.parents()) {
          Clause clause = clauses.get(parent.id());
          if (clause == null) {
            return new Check.Invalid(step.id(), "there is no earlier step " + parent.id());
          }
          parents.add(clause);
        }
        GroundStep ground = new GroundStep();
        for (int i = 0; i < parents.size(); i++) {
          ground.addClause(parents.get(i), step.parents().get(i).substitution());
        }
        ground.assumeFalse(step.clause());
        if (ground.tooLarge) {
          return new Check.Invalid(step.id(), "its terms are too large to check");
        }
        if (!ground.contradictory()) {
          return new Check.Invalid(step.id(), "the clause does not follow from its parents");
        }
      }
      clauses.put(step.id(), step.clause());
    }
    return proof.steps().getLast().clause().isEmpty()
        ? new Check.Valid()
        : new Check.Invalid(last, "the last clause is not empty");
  }

  /** The instantiated parents of a step and the negation of its conclusion. */
  private static final class GroundStep {

    /** An equation or its negation; an atom is an equation with the term for true. */
    private record Equation(boolean positive, int left, int right) {}

    private final CongruenceClosure closure = new CongruenceClosure();
    private final int truth = closure.term("true", List.of());
    private final int falsity = closure.term("false", List.of());
    private final List<List<Equation>> clauses = new ArrayList<>();
    private final List<Equation> disequations = new ArrayList<>();
    private boolean tooLarge;

    GroundStep() {
      disequations.add(new Equation(false, truth, falsity));
    }

    void addClause(Clause clause, Substitution substitution) {
      List<Equation> equations = new ArrayList<>();
      for (Literal literal : clause.literals()) {
        equations.add(equation(literal, substitution));
      }
      clauses.add(equations);
    }

    void assumeFalse(Clause clause) {
      for (Literal literal : clause.literals()) {
        clauses.add(List.of(equation(literal.negate(), Substitution.IDENTITY)));
      }
    }

    private Equation equation(Literal literal, Substitution substitution) {
      List<Integer> arguments = new ArrayList<>();
      for (Term argument : literal.arguments()) {
        arguments.add(term(argument, substitution, false, 0));
      }
      if (literal.isEquality()) {
        return new Equation(literal.positive(), arguments.get(0), arguments.get(1));
      }
      int atom = closure.term("predicate " + literal.predicate(), arguments);
      return new Equation(literal.positive(), atom, truth);
    }

    /** The number of a term, instantiated unless it is already. */
    private int term(Term term, Substitution substitution, boolean instantiated, int depth) {
      if (depth > MAX_DEPTH || closure.size() > MAX_TERMS) {
        tooLarge = true;
        return truth;
      }
      return switch (term) {
        case Term.Variable(var name) -> {
          Term bound = instantiated ? null : substitution.bindings().get(name);
          yield bound == null
              ? closure.term("variable " + name, List.of())
              : term(bound, substitution, true, depth + 1);
        }
        case Term.Application(var function, var arguments) -> {
          List<Integer> numbers = new ArrayList<>();
          for (Term argument : arguments) {
            numbers.add(term(argument, substitution, instantiated, depth + 1));
          }
          yield closure.term("function " + function, numbers);
        }
      };
    }

    boolean contradictory() {
      boolean changed = true;
      while (changed) {
        changed = false;
        for (List<Equation> clause : clauses) {
          Equation unit = null;
          int open = 0;
          for (Equation equation : clause) {
            if (holds(equation)) {
              unit = null;
              open = 2;
              break;
            }
            // a = b or b = a: two spellings of one literal leave no choice.
            if (!fails(equation) && (unit == null || !agree(unit, equation))) {
              unit = equation;
              open++;
            }
          }
          if (open == 0) {
            return true;
          }
          if (open == 1 && unit != null) {
            assertTrue(unit);
            changed = true;
          }
        }
        for (Equation disequation : disequations) {
          if (same(disequation.left(), disequation.right())) {
            return true;
          }
        }
      }
      return false;
    }

    private void assertTrue(Equation unit) {
      if (unit.positive()) {
        closure.merge(unit.left(), unit.right());
      } else if (unit.right() == truth) {
        closure.merge(unit.left(), falsity);
      } else {
        disequations.add(unit);
      }
    }

    private boolean holds(Equation equation) {
      return equation.positive() ? equal(equation) : different(equation);
    }

    private boolean fails(Equation equation) {
      return equation.positive() ? different(equation) : equal(equation);
    }

    private boolean equal(Equation equation) {
      return same(equation.left(), equation.right());
    }

    private boolean different(Equation equation) {
      for (Equation known : disequations) {
        if (samePair(known, equation)) {
          return true;
        }
      }
      return false;
    }

    /** Whether two literals say the same, by what is known so far. */
    private boolean agree(Equation first, Equation second) {
      return first.positive() == second.positive() && samePair(first, second);
    }

    private boolean samePair(Equation first, Equation second) {
      return (same(first.left(), second.left()) && same(first.right(), second.right()))
          || (same(first.left(), second.right()) && same(first.right(), second.left()));
    }

    private boolean same(int first, int second) {
      return closure.find(first) == closure.find(second);
    }
  }
}
