package org.ponens.solvers.planning.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Expression;
import org.ponens.grammar.pddl.Term;
import org.ponens.grammar.pddl.TypedName;

/** Puts numbers for names: one action, axiom or goal. */
final class Compilation {

  static final Formula TRUE = new Formula.All(List.of(), new int[0]);

  private final Universe universe;
  private final List<String> variables = new ArrayList<>();
  private final List<BitSet> ranges = new ArrayList<>();
  private final List<Scheme.SchemeEffect> effects = new ArrayList<>();

  /** Whether a formula is the conjunction of nothing. */
  static boolean isTrue(Formula formula) {
    return formula instanceof Formula.All all && all.operands().isEmpty();
  }

  private Compilation(Universe universe) {
    this.universe = universe;
  }

  static Scheme action(Universe universe, Domain.Action action) {
    Compilation it = new Compilation(universe);
    Map<String, Integer> scope = it.declare(action.parameters(), Map.of());
    Formula condition = it.formula(action.precondition(), scope, true);
    it.effect(action.effect(), scope, new int[0], TRUE);
    return it.scheme(action.name(), action.parameters().size(), condition);
  }

  static Scheme axiom(Universe universe, Domain.Axiom axiom) {
    Compilation it = new Compilation(universe);
    List<TypedName> parameters = axiom.head().parameters();
    Map<String, Integer> scope = it.declare(parameters, Map.of());
    int[] terms = IntStream.range(0, parameters.size()).toArray();
    Formula.Literal head =
        new Formula.Literal(universe.predicates().number(axiom.head().name()), terms, true, terms);
    it.effects.add(new Scheme.SchemeEffect(new int[0], TRUE, List.of(head), List.of(), List.of()));
    return it.scheme(axiom.head().name(), parameters.size(), it.formula(axiom.body(), scope, true));
  }

  static Scheme goal(Universe universe, Condition goal) {
    Compilation it = new Compilation(universe);
    return it.scheme("goal", 0, it.formula(goal, Map.of(), true));
  }

  /** An expression without variables. */
  static Formula.Value value(Universe universe, Expression expression) {
    return new Compilation(universe).value(expression, Map.of());
  }

  private Scheme scheme(String name, int parameters, Formula condition) {
    return new Scheme(
        name,
        parameters,
        List.copyOf(variables),
        ranges.toArray(BitSet[]::new),
        condition,
        List.copyOf(effects));
  }

  private Map<String, Integer> declare(List<TypedName> names, Map<String, Integer> scope) {
    Map<String, Integer> inner = new HashMap<>(scope);
    for (TypedName name : names) {
      inner.put(name.name(), ranges.size());
      variables.add(name.name());
      ranges.add(universe.extension(name.type()));
    }
    return inner;
  }

  private Formula formula(Condition condition, Map<String, Integer> scope, boolean positive) {
    return switch (condition) {
      case Condition.Atom it -> {
        int[] terms = terms(it.arguments(), scope);
        yield new Formula.Literal(
            universe.predicates().number(it.predicate()), terms, positive, slots(terms));
      }
      case Condition.Equality it -> {
        int[] terms = terms(List.of(it.left(), it.right()), scope);
        yield new Formula.Same(terms[0], terms[1], positive, slots(terms));
      }
      case Condition.Not it -> formula(it.operand(), scope, !positive);
      case Condition.And it -> {
        List<Formula> parts = formulas(it.operands(), scope, positive);
        yield positive ? all(parts) : any(parts);
      }
      case Condition.Or it -> {
        List<Formula> parts = formulas(it.operands(), scope, positive);
        yield positive ? any(parts) : all(parts);
      }
      case Condition.Imply it -> {
        List<Formula> parts =
            List.of(
                formula(it.antecedent(), scope, !positive),
                formula(it.consequent(), scope, positive));
        yield positive ? any(parts) : all(parts);
      }
      case Condition.Exists it -> quantified(it.variables(), it.body(), scope, positive, !positive);
      case Condition.Forall it -> quantified(it.variables(), it.body(), scope, positive, positive);
      case Condition.Comparison it -> {
        Formula.Value left = value(it.left(), scope);
        Formula.Value right = value(it.right(), scope);
        BitSet slots = new BitSet();
        slots(left, slots);
        slots(right, slots);
        yield new Formula.Compare(it.comparator(), left, right, positive, slots.stream().toArray());
      }
      case Condition.Preference it -> throw unsupported(it.place());
      case Condition.Timed it -> throw unsupported(it.place());
      case Condition.Trajectory it -> throw unsupported(it.place());
    };
  }

  private static IllegalArgumentException unsupported(Place place) {
    return new IllegalArgumentException("not validated here: " + place);
  }

  private List<Formula> formulas(
      List<Condition> operands, Map<String, Integer> scope, boolean positive) {
    return operands.stream().map(o -> formula(o, scope, positive)).toList();
  }

  private static Formula all(List<Formula> parts) {
    return parts.isEmpty()
        ? TRUE
        : parts.size() == 1 ? parts.get(0) : new Formula.All(parts, slotsOf(parts));
  }

  private static Formula any(List<Formula> parts) {
    return parts.size() == 1 ? parts.get(0) : new Formula.Any(parts, slotsOf(parts));
  }

  private Formula quantified(
      List<TypedName> names,
      Condition body,
      Map<String, Integer> scope,
      boolean positive,
      boolean universal) {
    int first = ranges.size();
    Map<String, Integer> inner = declare(names, scope);
    Formula formula = formula(body, inner, positive);
    for (int slot = first + names.size() - 1; slot >= first; slot--) {
      if (ranges.get(slot).isEmpty()) {
        return universal ? TRUE : any(List.of());
      }
      int bound = slot;
      int[] free = Arrays.stream(formula.slots()).filter(s -> s != bound).toArray();
      formula = new Formula.Quantified(universal, slot, formula, free);
    }
    return formula;
  }

  private int[] terms(List<Term> arguments, Map<String, Integer> scope) {
    return arguments.stream().mapToInt(t -> term(t, scope)).toArray();
  }

  private int term(Term term, Map<String, Integer> scope) {
    return switch (term) {
      case Term.Variable it -> {
        Integer slot = scope.get(it.name());
        if (slot == null) {
          throw new IllegalArgumentException("variable ?" + it.name() + " is not declared");
        }
        yield slot;
      }
      case Term.Name it -> {
        int object = universe.object(it.name());
        if (object < 0) {
          throw new IllegalArgumentException("object " + it.name() + " is not declared");
        }
        yield ~object;
      }
      case Term.Fluent it -> throw unsupported(it.place());
    };
  }

  private static int[] slots(int[] terms) {
    return Arrays.stream(terms).filter(t -> t >= 0).distinct().toArray();
  }

  private static int[] slotsOf(List<Formula> parts) {
    return parts.stream().flatMapToInt(p -> Arrays.stream(p.slots())).distinct().toArray();
  }

  private Formula.Value value(Expression expression, Map<String, Integer> scope) {
    return switch (expression) {
      case Expression.Value it ->
          Rational.of(it.number())
              .<Formula.Value>map(Formula.Value.Constant::new)
              .orElseGet(Formula.Value.None::new);
      case Expression.FluentValue it -> fluent(it.fluent(), scope);
      case Expression.Operation it ->
          new Formula.Value.Operation(
              it.operator(), it.operands().stream().map(o -> value(o, scope)).toList());
      case Expression.Special it -> throw unsupported(it.place());
      case Expression.IsViolated it -> throw unsupported(it.place());
    };
  }

  private Formula.Value.Fluent fluent(Term.Fluent fluent, Map<String, Integer> scope) {
    return new Formula.Value.Fluent(
        universe.functions().number(fluent.function()), terms(fluent.arguments(), scope));
  }

  private static void slots(Formula.Value value, BitSet slots) {
    switch (value) {
      case Formula.Value.Constant it -> {}
      case Formula.Value.None it -> {}
      case Formula.Value.Fluent it ->
          Arrays.stream(it.terms()).filter(t -> t >= 0).forEach(slots::set);
      case Formula.Value.Operation it -> it.operands().forEach(o -> slots(o, slots));
    }
  }

  private void effect(
      Effect effect, Map<String, Integer> scope, int[] quantified, Formula condition) {
    List<Formula.Literal> adds = new ArrayList<>();
    List<Formula.Literal> deletes = new ArrayList<>();
    List<Scheme.Assignment> assignments = new ArrayList<>();
    List<Effect> left = new ArrayList<>(List.of(effect));
    for (int i = 0; i < left.size(); i++) {
      switch (left.get(i)) {
        case Effect.And it -> left.addAll(it.operands());
        case Effect.Add it -> adds.add(literal(it.atom(), scope));
        case Effect.Delete it -> deletes.add(literal(it.atom(), scope));
        case Effect.Forall it -> {
          int first = ranges.size();
          Map<String, Integer> inner = declare(it.variables(), scope);
          int[] more =
              IntStream.concat(Arrays.stream(quantified), IntStream.range(first, ranges.size()))
                  .toArray();
          effect(it.body(), inner, more, condition);
        }
        case Effect.When it -> {
          Formula own = formula(it.condition(), scope, true);
          effect(
              it.body(), scope, quantified, isTrue(condition) ? own : all(List.of(condition, own)));
        }
        case Effect.Assignment it ->
            assignments.add(
                new Scheme.Assignment(
                    it.how(), fluent(it.fluent(), scope), value(it.value(), scope)));
        case Effect.ObjectAssignment it -> throw unsupported(it.place());
        case Effect.Timed it -> throw unsupported(it.place());
      }
    }
    if (!adds.isEmpty() || !deletes.isEmpty() || !assignments.isEmpty()) {
      effects.add(new Scheme.SchemeEffect(quantified, condition, adds, deletes, assignments));
    }
  }

  private Formula.Literal literal(Condition.Atom atom, Map<String, Integer> scope) {
    int[] terms = terms(atom.arguments(), scope);
    return new Formula.Literal(
        universe.predicates().number(atom.predicate()), terms, true, slots(terms));
  }
}
