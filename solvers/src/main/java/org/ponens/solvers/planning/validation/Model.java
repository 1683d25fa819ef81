package org.ponens.solvers.planning.validation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.planning.Unsupported;

/**
 * A problem, compiled for execution. Immutable.
 *
 * @param axioms by stratum
 * @param goals the parts of the goal
 * @param changing the predicates that actions or axioms change
 * @param changingNumbers the functions whose numbers actions change
 * @param metric what the problem asks to make small or large
 */
record Model(
    Universe universe,
    InitialState initial,
    Map<String, Scheme> actions,
    List<List<Scheme>> axioms,
    Scheme goal,
    List<Formula> goals,
    BitSet changing,
    BitSet changingNumbers,
    Optional<Formula.Value> metric) {

  static Model of(Domain domain, Problem problem) {
    Universe universe = new Universe(domain, problem);
    Map<String, Scheme> actions = new LinkedHashMap<>();
    domain.actions().forEach(a -> actions.putIfAbsent(a.name(), Compilation.action(universe, a)));
    List<List<Scheme>> axioms = new ArrayList<>();
    for (int i = 0; i < universe.strata(); i++) {
      axioms.add(new ArrayList<>());
    }
    for (Domain.Axiom axiom : domain.derived()) {
      axioms
          .get(universe.stratum(universe.predicates().number(axiom.head().name())))
          .add(Compilation.axiom(universe, axiom));
    }
    BitSet changing = new BitSet();
    BitSet changingNumbers = new BitSet();
    actions.values().forEach(a -> note(a, changing, changingNumbers));
    axioms.forEach(stratum -> stratum.forEach(a -> note(a, changing, changingNumbers)));
    Scheme goal = Compilation.goal(universe, problem.goal());
    return new Model(
        universe,
        new InitialState(universe, problem),
        actions,
        axioms,
        goal,
        Formula.conjuncts(goal.condition()),
        changing,
        changingNumbers,
        problem
            .metric()
            .filter(m -> !Unsupported.isSpecial(m.expression()))
            .map(m -> Compilation.value(universe, m.expression())));
  }

  /** Whether no action and no axiom changes a predicate. */
  boolean isStatic(int predicate) {
    return !changing.get(predicate);
  }

  /** Whether some action changes a number of a function. */
  boolean isNumberChanging(int function) {
    return changingNumbers.get(function);
  }

  private static void note(Scheme scheme, BitSet predicates, BitSet functions) {
    for (Scheme.SchemeEffect effect : scheme.effects()) {
      effect.adds().forEach(l -> predicates.set(l.predicate()));
      effect.deletes().forEach(l -> predicates.set(l.predicate()));
      effect.assignments().forEach(a -> functions.set(a.fluent().function()));
    }
  }
}
