package org.ponens.solvers.planning.validation;

import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Meter;

/** A plan being executed: the state, and how actions change it. For one thread. */
final class Execution {

  private static final int FEW = 16;

  private final Model model;
  private final State state;
  private final Interpreter interpreter;
  private final Changes changes = new Changes();
  private final int[] goalEnvironment;

  Execution(Model model, Meter meter) {
    this.model = model;
    this.state = new State(model.initial());
    this.interpreter = new Interpreter(model.universe(), model.axioms(), state, meter);
    this.goalEnvironment = new int[model.goal().slots()];
    Arrays.fill(goalEnvironment, -1);
  }

  State state() {
    return state;
  }

  Interpreter interpreter() {
    return interpreter;
  }

  /** An action with numbers for its objects. */
  @SuppressWarnings("ArrayRecordComponent") // never compared, never changed but by searches
  record Call(Scheme scheme, int[] environment) {}

  /** What an action is to be done with; empty if the domain does not have it so. */
  Optional<Call> resolve(Plan.Step step) {
    Scheme scheme = model.actions().get(step.action());
    if (scheme == null || scheme.parameters() != step.arguments().size()) {
      return Optional.empty();
    }
    int[] environment = new int[scheme.slots()];
    for (int i = 0; i < environment.length; i++) {
      if (i < scheme.parameters()) {
        int object = model.universe().object(step.arguments().get(i));
        if (object < 0 || !scheme.ranges()[i].get(object)) {
          return Optional.empty();
        }
        environment[i] = object;
      } else {
        environment[i] = -1;
      }
    }
    return Optional.of(new Call(scheme, environment));
  }

  boolean isApplicable(Call call) {
    return interpreter.holds(call.scheme().condition(), call.scheme(), call.environment());
  }

  boolean holds(Formula goal) {
    return interpreter.holds(goal, model.goal(), goalEnvironment);
  }

  boolean isGoalReached() {
    return holds(model.goal().condition());
  }

  /** The value of the problem's metric, where it has one that has a value. */
  Optional<Rational> metric() {
    return model.metric().flatMap(m -> interpreter.value(m, goalEnvironment));
  }

  /**
   * What an action changes in the state as it is. The same object every time.
   *
   * @return empty if a number has no value, leaves the bounds, or is assigned twice
   */
  Optional<Changes> changes(Call call) {
    changes.clear();
    for (Scheme.SchemeEffect effect : call.scheme().effects()) {
      if (effect.isPlain()) {
        collect(effect, call.environment());
      } else {
        collectWhere(effect, call);
      }
    }
    return changes.undefined == null ? Optional.of(changes) : Optional.empty();
  }

  /** Why the changes last asked for are none. */
  String undefined() {
    return String.valueOf(changes.undefined);
  }

  private void collectWhere(Scheme.SchemeEffect effect, Call call) {
    Scheme scheme = call.scheme();
    if (effect.quantified().length == 0) {
      if (interpreter.holds(effect.condition(), scheme, call.environment())) {
        collect(effect, call.environment());
      }
      return;
    }
    BitSet quantified = new BitSet();
    Arrays.stream(effect.quantified()).forEach(quantified::set);
    if (effect.assignments().isEmpty()) {
      interpreter.search(
          List.of(effect.condition()),
          quantified,
          scheme,
          call.environment(),
          e -> {
            collect(effect, e);
            return false;
          });
      return;
    }
    // A search may come to the same objects twice, which numbers would feel.
    interpreter.search(
        List.of(),
        quantified,
        scheme,
        call.environment(),
        e -> {
          if (interpreter.holds(effect.condition(), scheme, e)) {
            collect(effect, e);
          }
          return false;
        });
  }

  private void collect(Scheme.SchemeEffect effect, int[] environment) {
    for (Formula.Literal add : effect.adds()) {
      changes.add(code(add, environment));
    }
    for (Formula.Literal delete : effect.deletes()) {
      changes.delete(code(delete, environment));
    }
    for (Scheme.Assignment assignment : effect.assignments()) {
      long fluent = interpreter.fluent(assignment.fluent(), environment);
      Optional<Rational> value = interpreter.value(assignment.value(), environment);
      changes.assign(fluent, assignment.how(), value, () -> name(assignment, environment));
    }
  }

  private long code(Formula.Literal literal, int[] environment) {
    return model.universe().predicates().code(literal.predicate(), literal.terms(), environment);
  }

  private String name(Scheme.Assignment assignment, int[] environment) {
    int[] objects =
        Arrays.stream(assignment.fluent().terms())
            .map(t -> Formula.object(t, environment))
            .toArray();
    return model
        .universe()
        .write(model.universe().functions().name(assignment.fluent().function()), objects);
  }

  /** Makes the changes, as done by the action of this number. */
  void apply(Changes made, int number) {
    state.begin(number);
    for (int i = 0; i < made.deleteCount; i++) {
      if (!made.isAdded(made.deletes[i])) {
        state.put(made.deletes[i], false);
      }
    }
    for (int i = 0; i < made.addCount; i++) {
      state.put(made.adds[i], true);
    }
    made.numbers.forEach(
        (fluent, change) ->
            change.result(state.number(fluent)).ifPresent(v -> state.put(fluent, v)));
  }

  /** What an action changes, collected before anything is changed. */
  final class Changes {
    private long[] adds = new long[8];
    private int addCount;
    private long[] deletes = new long[8];
    private int deleteCount;
    private final Map<Long, NumberChange> numbers = new LinkedHashMap<>();
    private @Nullable AtomMap added;
    private @Nullable String undefined;

    private void clear() {
      addCount = 0;
      deleteCount = 0;
      added = null;
      undefined = null;
      if (!numbers.isEmpty()) {
        numbers.clear();
      }
    }

    private void add(long code) {
      if (addCount == adds.length) {
        adds = Arrays.copyOf(adds, 2 * addCount);
      }
      adds[addCount++] = code;
    }

    private void delete(long code) {
      if (deleteCount == deletes.length) {
        deletes = Arrays.copyOf(deletes, 2 * deleteCount);
      }
      deletes[deleteCount++] = code;
    }

    /** The atoms made true, which may be true already. */
    long[] adds() {
      return Arrays.stream(adds, 0, addCount).sorted().distinct().toArray();
    }

    /** The atoms made false, which may be false already; not those that are added, too. */
    long[] deletes() {
      return Arrays.stream(deletes, 0, deleteCount)
          .filter(c -> !isAdded(c))
          .sorted()
          .distinct()
          .toArray();
    }

    boolean isAdded(long code) {
      if (addCount <= FEW) {
        for (int i = 0; i < addCount; i++) {
          if (adds[i] == code) {
            return true;
          }
        }
        return false;
      }
      AtomMap known = added;
      if (known == null) {
        known = new AtomMap(addCount);
        for (int i = 0; i < addCount; i++) {
          known.put(adds[i], 1);
        }
        added = known;
      }
      return known.get(code) != 0;
    }

    boolean isDeleted(long code) {
      for (int i = 0; i < deleteCount; i++) {
        if (deletes[i] == code) {
          return !isAdded(code);
        }
      }
      return false;
    }

    private void assign(
        long fluent, Effect.Assign how, Optional<Rational> value, Supplier<String> name) {
      if (value.isEmpty()) {
        undefined = "what " + name.get() + " is changed by has no value";
        return;
      }
      Optional<NumberChange> change =
          NumberChange.of(how, value.get())
              .flatMap(
                  c -> {
                    NumberChange earlier = numbers.get(fluent);
                    return earlier == null ? Optional.of(c) : earlier.and(c);
                  });
      if (change.isEmpty()) {
        undefined = name.get() + " is changed twice, or divided by zero";
      } else if (change.get().result(state.number(fluent)).isEmpty()) {
        undefined = name.get() + " has no value to change, or leaves the bounds of numbers";
      } else {
        numbers.put(fluent, change.get());
      }
    }
  }

  /** What several effects of one action do to a number: put it, add to it, or multiply it. */
  private record NumberChange(Kind kind, Rational value) {

    enum Kind {
      PUT,
      ADD,
      MULTIPLY
    }

    static Optional<NumberChange> of(Effect.Assign how, Rational value) {
      return switch (how) {
        case ASSIGN -> Optional.of(new NumberChange(Kind.PUT, value));
        case INCREASE -> Optional.of(new NumberChange(Kind.ADD, value));
        case DECREASE -> Optional.of(new NumberChange(Kind.ADD, value.negated()));
        case SCALE_UP -> Optional.of(new NumberChange(Kind.MULTIPLY, value));
        case SCALE_DOWN ->
            Rational.ONE.dividedBy(value).map(v -> new NumberChange(Kind.MULTIPLY, v));
      };
    }

    Optional<NumberChange> and(NumberChange other) {
      if (kind != other.kind) {
        return Optional.empty();
      }
      return switch (kind) {
        case PUT -> value.equals(other.value) ? Optional.of(this) : Optional.empty();
        case ADD -> value.plus(other.value).map(v -> new NumberChange(kind, v));
        case MULTIPLY -> value.times(other.value).map(v -> new NumberChange(kind, v));
      };
    }

    Optional<Rational> result(Optional<Rational> before) {
      return switch (kind) {
        case PUT -> Optional.of(value);
        case ADD -> before.flatMap(b -> b.plus(value));
        case MULTIPLY -> before.flatMap(b -> b.times(value));
      };
    }
  }
}
