package org.ponens.solvers.planning.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.ponens.solvers.Meter;

/**
 * Evaluates conditions in a state. Existential variables are found by joins over true atoms, in the
 * order of fewest candidates, not by trying all objects; a step is counted for each binding tried.
 */
final class Interpreter {

  private static final BitSet NO_SLOTS = new BitSet();

  private final Universe universe;
  private final List<List<Scheme>> axioms;
  private final State state;
  private final Meter meter;

  /**
   * @param axioms by stratum
   */
  Interpreter(Universe universe, List<List<Scheme>> axioms, State state, Meter meter) {
    this.universe = universe;
    this.axioms = axioms;
    this.state = state;
    this.meter = meter;
  }

  /** What is done with an environment; says whether that was enough. */
  interface Visitor {
    boolean visit(int[] environment);
  }

  /** The budget is spent; caught where the validator is called. */
  static final class ExhaustedException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private ExhaustedException() {
      super(null, null, false, false);
    }
  }

  private void step() {
    if (!meter.step()) {
      throw new ExhaustedException();
    }
  }

  /** Whether a formula, whose slots all have objects, is true. */
  boolean holds(Formula formula, Scheme scheme, int[] environment) {
    return switch (formula) {
      case Formula.Literal it -> holds(it, environment) == it.positive();
      case Formula.Same it -> isSame(it, environment) == it.positive();
      case Formula.Compare it -> holds(it, environment);
      case Formula.All it -> {
        for (Formula operand : it.operands()) {
          if (!holds(operand, scheme, environment)) {
            yield false;
          }
        }
        yield true;
      }
      case Formula.Any it -> {
        for (Formula operand : it.operands()) {
          if (holds(operand, scheme, environment)) {
            yield true;
          }
        }
        yield false;
      }
      case Formula.Quantified it ->
          it.universal()
              ? !exceptions(it, scheme, environment, e -> true)
              : exists(it, scheme, environment);
    };
  }

  private boolean exists(Formula formula, Scheme scheme, int[] environment) {
    return search(List.of(formula), NO_SLOTS, scheme, environment, e -> true);
  }

  /** Visits environments in which the body of a universal formula does not hold. */
  boolean exceptions(
      Formula.Quantified universal, Scheme scheme, int[] environment, Visitor visitor) {
    BitSet slot = new BitSet();
    slot.set(universal.slot());
    if (!Formula.hasNumbers(universal.body())) {
      return search(List.of(universal.body().negated()), slot, scheme, environment, visitor);
    }
    return search(
        List.of(),
        slot,
        scheme,
        environment,
        e -> !holds(universal.body(), scheme, e) && visitor.visit(e));
  }

  private boolean holds(Formula.Literal literal, int[] environment) {
    return isTrue(
        literal.predicate(),
        universe.predicates().code(literal.predicate(), literal.terms(), environment));
  }

  private static boolean isSame(Formula.Same same, int[] environment) {
    return Formula.object(same.left(), environment) == Formula.object(same.right(), environment);
  }

  private boolean holds(Formula.Compare compare, int[] environment) {
    Optional<Rational> left = value(compare.left(), environment);
    Optional<Rational> right = value(compare.right(), environment);
    if (left.isEmpty() || right.isEmpty()) {
      return false;
    }
    int order = left.get().compareTo(right.get());
    boolean holds =
        switch (compare.comparator()) {
          case LESS -> order < 0;
          case LESS_OR_EQUAL -> order <= 0;
          case EQUAL -> order == 0;
          case GREATER_OR_EQUAL -> order >= 0;
          case GREATER -> order > 0;
        };
    return holds == compare.positive();
  }

  /** The number that an expression stands for, where it has one. */
  Optional<Rational> value(Formula.Value value, int[] environment) {
    return switch (value) {
      case Formula.Value.Constant it -> Optional.of(it.number());
      case Formula.Value.None it -> Optional.empty();
      case Formula.Value.Fluent it -> state.number(fluent(it, environment));
      case Formula.Value.Operation it -> operation(it, environment);
    };
  }

  /** The code of a numeric fluent. */
  long fluent(Formula.Value.Fluent fluent, int[] environment) {
    return universe.functions().code(fluent.function(), fluent.terms(), environment);
  }

  private Optional<Rational> operation(Formula.Value.Operation operation, int[] environment) {
    Optional<Rational> result = value(operation.operands().get(0), environment);
    if (operation.operands().size() == 1) {
      return result.map(Rational::negated);
    }
    for (Formula.Value operand : operation.operands().subList(1, operation.operands().size())) {
      Optional<Rational> right = value(operand, environment);
      if (result.isEmpty() || right.isEmpty()) {
        return Optional.empty();
      }
      result =
          switch (operation.operator()) {
            case PLUS -> result.get().plus(right.get());
            case MINUS -> result.get().minus(right.get());
            case TIMES -> result.get().times(right.get());
            case DIVIDED_BY -> result.get().dividedBy(right.get());
          };
    }
    return result;
  }

  /** Whether an atom, basic or derived, is true. */
  boolean isTrue(int predicate, long code) {
    if (!universe.isDerived(predicate)) {
      return state.isTrue(code);
    }
    derive();
    return state.derived().atoms().get(code) != 0;
  }

  /** Brings the derived atoms up to date with the state, stratum by stratum to the fixpoint. */
  void derive() {
    if (state.isDerivedStale()) {
      new Derivation(universe, axioms, state, this).run();
    }
  }

  /**
   * Visits environments in which all of some formulas are true, until told that it is enough.
   *
   * @param wanted the slots that are to have objects, besides those that the formulas bind
   * @param environment -1 in the slots without an object; as it was when this returns
   * @return whether a visit was enough
   */
  boolean search(
      List<Formula> formulas, BitSet wanted, Scheme scheme, int[] environment, Visitor visitor) {
    step();
    List<Formula> left = new ArrayList<>(formulas);
    List<Formula> open = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      Formula formula = left.get(i);
      if (formula instanceof Formula.All all) {
        left.addAll(all.operands());
      } else if (formula instanceof Formula.Quantified it && !it.universal()) {
        left.add(it.body());
      } else if (!isBound(formula, environment)) {
        open.add(formula);
      } else if (!holds(formula, scheme, environment)) {
        return false;
      }
    }
    if (open.isEmpty()) {
      return visit(wanted, scheme, environment, visitor);
    }
    Formula next = cheapest(open, environment);
    List<Formula> rest = new ArrayList<>(open);
    rest.remove(next);
    return switch (next) {
      case Formula.Literal it when it.positive() ->
          match(it, rest, wanted, scheme, environment, visitor);
      case Formula.Any it -> {
        for (Formula operand : it.operands()) {
          rest.add(operand);
          if (search(rest, wanted, scheme, environment, visitor)) {
            yield true;
          }
          rest.remove(rest.size() - 1);
        }
        yield false;
      }
      default ->
          tryAll(smallest(next, scheme, environment), open, wanted, scheme, environment, visitor);
    };
  }

  private static boolean isBound(Formula formula, int[] environment) {
    for (int slot : formula.slots()) {
      if (environment[slot] < 0) {
        return false;
      }
    }
    return true;
  }

  // An atom with the fewest candidates; else a disjunction; else what comes first.
  private Formula cheapest(List<Formula> open, int[] environment) {
    Formula best = open.get(0);
    long least = Long.MAX_VALUE;
    for (Formula formula : open) {
      long cost =
          switch (formula) {
            case Formula.Literal it when it.positive() -> candidates(it, environment);
            case Formula.Any it -> Long.MAX_VALUE - 1;
            default -> Long.MAX_VALUE;
          };
      if (cost < least) {
        least = cost;
        best = formula;
      }
    }
    return best;
  }

  private long candidates(Formula.Literal literal, int[] environment) {
    long count = 0;
    for (FactIndex index : indices(literal)) {
      count += index.candidates(literal, environment).size();
    }
    return count;
  }

  private List<FactIndex> indices(Formula.Literal literal) {
    if (!universe.isDerived(literal.predicate())) {
      return state.indices();
    }
    derive();
    return List.of(state.derived().index());
  }

  private boolean match(
      Formula.Literal literal,
      List<Formula> rest,
      BitSet wanted,
      Scheme scheme,
      int[] environment,
      Visitor visitor) {
    for (FactIndex index : indices(literal)) {
      FactIndex.Codes codes = index.candidates(literal, environment);
      int size = codes.size(); // what is derived meanwhile comes in the next round
      for (int i = 0; i < size; i++) {
        long code = codes.get(i);
        if (isTrue(literal.predicate(), code)
            && searchWith(literal, code, rest, wanted, scheme, environment, visitor)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Searches with a literal's slots bound to the arguments of an atom, where they fit. */
  boolean searchWith(
      Formula.Literal literal,
      long code,
      List<Formula> rest,
      BitSet wanted,
      Scheme scheme,
      int[] environment,
      Visitor visitor) {
    int[] arguments = universe.predicates().arguments(code);
    int[] bound = new int[arguments.length];
    int count = 0;
    boolean fits = true;
    for (int i = 0; i < arguments.length && fits; i++) {
      int term = literal.terms()[i];
      int object = Formula.object(term, environment);
      if (object >= 0) {
        fits = object == arguments[i];
      } else if (scheme.ranges()[term].get(arguments[i])) {
        environment[term] = arguments[i];
        bound[count++] = term;
      } else {
        fits = false;
      }
    }
    boolean enough = fits && search(rest, wanted, scheme, environment, visitor);
    for (int i = 0; i < count; i++) {
      environment[bound[i]] = -1;
    }
    return enough;
  }

  private static int smallest(Formula formula, Scheme scheme, int[] environment) {
    return Arrays.stream(formula.slots())
        .filter(s -> environment[s] < 0)
        .boxed()
        .min(Comparator.comparingInt(s -> scheme.ranges()[s].cardinality()))
        .orElseThrow();
  }

  private boolean tryAll(
      int slot,
      List<Formula> open,
      BitSet wanted,
      Scheme scheme,
      int[] environment,
      Visitor visitor) {
    BitSet range = scheme.ranges()[slot];
    boolean enough = false;
    for (int o = range.nextSetBit(0); o >= 0 && !enough; o = range.nextSetBit(o + 1)) {
      environment[slot] = o;
      enough = search(open, wanted, scheme, environment, visitor);
    }
    environment[slot] = -1;
    return enough;
  }

  private boolean visit(BitSet wanted, Scheme scheme, int[] environment, Visitor visitor) {
    for (int slot = wanted.nextSetBit(0); slot >= 0; slot = wanted.nextSetBit(slot + 1)) {
      if (environment[slot] < 0) {
        return tryAll(slot, List.of(), wanted, scheme, environment, visitor);
      }
    }
    return visitor.visit(environment);
  }
}
