package org.ponens.solvers.planning.validation;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Problem;
import org.ponens.grammar.pddl.Term;

/** What is so at first. Immutable, but for an index that is made when first asked for. */
final class InitialState {

  private static final String TOTAL_COST = "total-cost";

  private final Universe universe;
  private final AtomMap atoms;
  private final Map<Long, Rational> numbers = new HashMap<>();
  private volatile @Nullable FactIndex index;

  InitialState(Universe universe, Problem problem) {
    this.universe = universe;
    this.atoms = new AtomMap(problem.initial().size());
    problem.initial().forEach(this::take);
    costsStartAtZero();
  }

  private void take(Problem.Initial item) {
    switch (item) {
      case Problem.Initial.True it -> atoms.put(code(it.atom()), 1);
      case Problem.Initial.NumberValue it ->
          Rational.of(it.value())
              .ifPresent(
                  v ->
                      numbers.put(
                          universe
                              .functions()
                              .code(
                                  universe.functions().number(it.fluent().function()),
                                  objects(it.fluent().arguments())),
                          v));
      case Problem.Initial.False it -> {}
      case Problem.Initial.ObjectValue it -> {}
      case Problem.Initial.At it -> {}
    }
  }

  // Many problems have the cost in the metric and no value for it at first.
  private void costsStartAtZero() {
    for (int i = 0; i < universe.functions().size(); i++) {
      if (universe.functions().name(i).equals(TOTAL_COST) && universe.functions().arity(i) == 0) {
        numbers.putIfAbsent(universe.functions().code(i, new int[0]), Rational.ZERO);
      }
    }
  }

  private long code(Condition.Atom atom) {
    return universe
        .predicates()
        .code(universe.predicates().number(atom.predicate()), objects(atom.arguments()));
  }

  private int[] objects(List<Term> terms) {
    return terms.stream().mapToInt(t -> universe.object(((Term.Name) t).name())).toArray();
  }

  Universe universe() {
    return universe;
  }

  boolean holds(long code) {
    return atoms.get(code) != 0;
  }

  void forEach(LongConsumer action) {
    atoms.forEach(action);
  }

  Optional<Rational> number(long fluent) {
    return Optional.ofNullable(numbers.get(fluent));
  }

  Map<Long, Rational> numbers() {
    return numbers;
  }

  /** All atoms, indexed. */
  FactIndex index() {
    FactIndex made = index;
    if (made == null) {
      made = nothing();
      atoms.forEach(made::add);
      index = made; // two threads may make it twice, to the same end
    }
    return made;
  }

  /** An index without atoms. */
  FactIndex nothing() {
    return new FactIndex(universe.predicates());
  }
}
