package org.ponens.solvers.prolog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.prolog.Builtin;
import org.ponens.grammar.prolog.Clause;
import org.ponens.grammar.prolog.Goal;
import org.ponens.grammar.prolog.PrologProgram;
import org.ponens.grammar.prolog.Signature;
import org.ponens.grammar.prolog.Term;
import org.ponens.solvers.prolog.Procedure.Instruction;
import org.ponens.solvers.prolog.Procedure.Operation;
import org.ponens.solvers.prolog.Procedure.Rule;

/** A program made ready to be run on a knowledge base. */
final class Compiled {

  private static final long[] NO_ARGUMENTS = {};
  private static final Instruction PROCEED =
      new Instruction(Operation.PROCEED, null, null, NO_ARGUMENTS, 0, null);
  private static final Instruction FAIL =
      new Instruction(Operation.FAIL, null, null, NO_ARGUMENTS, 0, null);

  private final KnowledgeBase base;
  private final Map<String, Integer> atoms = new HashMap<>();
  private final List<String> atomNames = new ArrayList<>();
  private final Map<Signature, Procedure> procedures = new LinkedHashMap<>();
  private final Map<Procedure, List<Call>> calls = new HashMap<>();
  private final List<long[]> structures = new ArrayList<>();
  private double[] reals = {};
  private int greatestArity;

  /** What is collected by a {@link Operation#COLLECT}. */
  record Collection(Goal.@Nullable Aggregate aggregate) {}

  /**
   * A call.
   *
   * @param whole whether it matters that there are no more solutions
   * @param counted whether it matters how often there is one
   */
  private record Call(Procedure to, boolean whole, boolean counted) {}

  private Compiled(KnowledgeBase base) {
    this.base = base;
  }

  /**
   * Makes a program ready.
   *
   * @throws PrologError if a number is too large
   */
  static Compiled of(PrologProgram program, KnowledgeBase base) throws PrologError {
    Compiled compiled = new Compiled(base);
    Map<Signature, List<Clause>> clauses = new LinkedHashMap<>();
    for (Clause clause : program.clauses()) {
      clauses.computeIfAbsent(clause.signature(), key -> new ArrayList<>()).add(clause);
    }
    Set<Signature> own = Set.copyOf(clauses.keySet());
    for (Signature signature : Library.calledBy(program)) {
      clauses.computeIfAbsent(signature, Library::clauses);
    }
    for (Signature signature : clauses.keySet()) {
      compiled.procedures.put(signature, new Procedure(signature, compiled.procedures.size()));
    }
    for (Map.Entry<Signature, List<Clause>> entry : clauses.entrySet()) {
      Procedure procedure = compiled.procedure(entry.getKey());
      Rule[] rules = new Rule[entry.getValue().size()];
      for (int i = 0; i < rules.length; i++) {
        rules[i] = compiled.new ClauseCompiler(procedure).rule(entry.getValue().get(i));
      }
      procedure.define(rules);
    }
    compiled.components();
    // What the library recurs on are lists, which end.
    for (Procedure procedure : compiled.procedures.values()) {
      procedure.recursive &= own.contains(procedure.signature);
    }
    return compiled;
  }

  Optional<Procedure> find(Signature signature) {
    return Optional.ofNullable(procedures.get(signature));
  }

  private Procedure procedure(Signature signature) {
    Procedure procedure = procedures.get(signature);
    if (procedure == null) {
      throw new IllegalArgumentException("no such predicate: " + signature);
    }
    return procedure;
  }

  long[] structure(int index) {
    return structures.get(index);
  }

  /** Of what is called. */
  int greatestArity() {
    return greatestArity;
  }

  double[] reals() {
    return reals;
  }

  /** The name of an atom that the program writes; empty for others. */
  String name(int atom) {
    int own = atom - base.atomCount();
    return own < 0 ? base.name(atom) : atomNames.get(own);
  }

  /** The number of an atom. */
  private int atom(String name) {
    OptionalInt known = base.atom(name);
    if (known.isPresent()) {
      return known.getAsInt();
    }
    return atoms.computeIfAbsent(
        name,
        key -> {
          atomNames.add(key);
          return base.atomCount() + atomNames.size() - 1;
        });
  }

  /**
   * Numbers the strongly connected components of calls so that those called come first (Tarjan
   * 1972); procedures are few, and the depth of the search is their number.
   */
  private void components() {
    List<Procedure> all = new ArrayList<>(procedures.values());
    int[] order = new int[all.size()];
    int[] low = new int[all.size()];
    Arrays.fill(order, -1);
    Tarjan tarjan = new Tarjan(order, low);
    all.forEach(tarjan::visit);
  }

  private final class Tarjan {
    private final int[] order;
    private final int[] low;
    private final List<Procedure> stack = new ArrayList<>();
    private int visited;
    private int components;

    Tarjan(int[] order, int[] low) {
      this.order = order;
      this.low = low;
    }

    /** Depth first, without recursion: a program may be a chain of a thousand predicates. */
    void visit(Procedure root) {
      if (order[root.number] >= 0) {
        return;
      }
      List<Procedure> path = new ArrayList<>();
      List<Integer> positions = new ArrayList<>();
      enter(root, path, positions);
      while (!path.isEmpty()) {
        Procedure at = path.getLast();
        int position = positions.getLast();
        List<Call> out = calls.getOrDefault(at, List.of());
        if (position < out.size()) {
          positions.set(positions.size() - 1, position + 1);
          Procedure to = out.get(position).to();
          if (to == at) {
            at.recursive = true;
          }
          if (order[to.number] < 0) {
            enter(to, path, positions);
          } else if (stack.contains(to)) {
            low[at.number] = Math.min(low[at.number], order[to.number]);
          }
          continue;
        }
        path.removeLast();
        positions.removeLast();
        if (!path.isEmpty()) {
          int above = path.getLast().number;
          low[above] = Math.min(low[above], low[at.number]);
        }
        if (low[at.number] == order[at.number]) {
          close(at);
        }
      }
    }

    private void enter(Procedure procedure, List<Procedure> path, List<Integer> positions) {
      order[procedure.number] = visited;
      low[procedure.number] = visited++;
      stack.add(procedure);
      path.add(procedure);
      positions.add(0);
    }

    private void close(Procedure root) {
      boolean several = stack.getLast() != root;
      while (true) {
        Procedure member = stack.removeLast();
        member.component = components;
        member.recursive |= several;
        if (member == root) {
          break;
        }
      }
      components++;
    }
  }

  /**
   * Whether tables give every recursive call what it would get from resolution that ends: none is
   * asked for all its solutions or for its failure within its own component, none is cut, and none
   * is counted.
   */
  boolean suitsTables() {
    List<Procedure> fromBelow = new ArrayList<>(procedures.values());
    fromBelow.sort(Comparator.comparingInt(p -> p.component));
    Set<Procedure> recursing = new HashSet<>();
    for (Procedure from : fromBelow) {
      if (from.recursive && hasCut(from)) {
        return false;
      }
      List<Call> out = calls.getOrDefault(from, List.of());
      if (from.recursive || out.stream().anyMatch(call -> recursing.contains(call.to()))) {
        recursing.add(from);
      }
      for (Call call : out) {
        boolean inside = call.to().recursive && call.to().component == from.component;
        if ((inside && call.whole()) || (call.counted() && recursing.contains(call.to()))) {
          return false;
        }
      }
    }
    return !recursing.isEmpty();
  }

  private static boolean hasCut(Procedure procedure) {
    for (int i = 0; i < procedure.size(); i++) {
      if (procedure.rule(i).cutSlot != Rule.NO_CUT) {
        return true;
      }
    }
    return false;
  }

  /** Compiles one clause. */
  private final class ClauseCompiler {
    private final Procedure procedure;
    private final Map<String, Integer> slots = new HashMap<>();
    private int size;
    private int cutSlot = Rule.NO_CUT;
    private boolean whole;
    private boolean counted;

    ClauseCompiler(Procedure procedure) {
      this.procedure = procedure;
    }

    Rule rule(Clause clause) throws PrologError {
      long[] head = new long[clause.arguments().size()];
      for (int i = 0; i < head.length; i++) {
        boolean first =
            clause.arguments().get(i) instanceof Term.Variable variable
                && (variable.isAnonymous() || !slots.containsKey(variable.name()));
        head[i] = template(clause.arguments().get(i));
        if (first) {
          head[i] = Cell.of(Cell.FIRST, Cell.index(head[i]));
        }
      }
      int cut = Rule.NO_CUT;
      if (cuts(clause.body())) {
        cut = size++;
      }
      cutSlot = cut;
      Instruction body = compile(clause.body(), PROCEED);
      return new Rule(head, size, cut, body);
    }

    private Instruction compile(Goal goal, Instruction next) throws PrologError {
      return switch (goal) {
        case Goal.Conjunction(var goals, var place) -> {
          List<Goal> ordered = EarlyTests.order(goals, this::isFact);
          Instruction at = next;
          for (int i = ordered.size() - 1; i >= 0; i--) {
            at = compile(ordered.get(i), at);
          }
          yield at;
        }
        case Goal.Disjunction(var goals, var place) -> {
          if (goals.isEmpty()) {
            yield FAIL;
          }
          Instruction at = compile(goals.get(goals.size() - 1), next);
          for (int i = goals.size() - 2; i >= 0; i--) {
            at = choice(compile(goals.get(i), next), at);
          }
          yield at;
        }
        case Goal.IfThenElse(var condition, var then, var otherwise, var place) -> {
          int slot = size++;
          Instruction yes = compile(then, next);
          Instruction no = otherwise.isPresent() ? compile(otherwise.get(), next) : FAIL;
          Instruction tested = opaque(condition, marked(Operation.CUT, yes, slot), true, counted);
          yield marked(Operation.MARK, choice(tested, no), slot);
        }
        case Goal.Negation(var negated, var place) -> negation(negated, next);
        case Goal.ForAll(var condition, var action, var place) ->
            negation(
                new Goal.Conjunction(List.of(condition, new Goal.Negation(action, place)), place),
                next);
        case Goal.FindAll(var template, var collected, var result, var place) ->
            collection(null, template, collected, result, next);
        case Goal.AggregateAll(var aggregate, var template, var collected, var result, var place) ->
            collection(
                aggregate,
                template.orElse(new Term.Atom(Term.EMPTY_LIST, place)),
                collected,
                result,
                next);
        case Goal.Cut(var place) -> marked(Operation.CUT, next, cutSlot);
        case Goal.Call call -> call(call, next);
      };
    }

    private boolean isFact(Signature signature) {
      return !procedures.containsKey(signature) && base.relation(signature).isPresent();
    }

    private Instruction choice(Instruction first, Instruction second) {
      return new Instruction(Operation.CHOICE, first, second, NO_ARGUMENTS, 0, null);
    }

    private Instruction marked(Operation operation, Instruction next, int slot) {
      return new Instruction(operation, next, null, NO_ARGUMENTS, slot, null);
    }

    private Instruction negation(Goal negated, Instruction next) throws PrologError {
      int slot = size++;
      Instruction found =
          new Instruction(Operation.CUT_AND_FAIL, null, null, NO_ARGUMENTS, slot, null);
      return marked(Operation.MARK, choice(opaque(negated, found, true, counted), next), slot);
    }

    private Instruction collection(
        Goal.@Nullable Aggregate aggregate,
        Term template,
        Goal collected,
        Term result,
        Instruction next)
        throws PrologError {
      boolean extreme = aggregate == Goal.Aggregate.MAX || aggregate == Goal.Aggregate.MIN;
      int slot = size++;
      Collection kind = new Collection(aggregate);
      Instruction taken =
          new Instruction(
              Operation.SOLUTION, null, null, new long[] {template(template)}, slot, kind);
      Instruction done =
          new Instruction(
              Operation.COLLECTED, next, null, new long[] {template(result)}, slot, kind);
      return new Instruction(
          Operation.COLLECT,
          opaque(collected, taken, true, !extreme),
          done,
          NO_ARGUMENTS,
          slot,
          kind);
    }

    /** A goal whose cuts reach no further than its own choices. */
    private Instruction opaque(Goal goal, Instruction next, boolean asksWhole, boolean counts)
        throws PrologError {
      boolean outer = whole;
      boolean outerCounted = counted;
      int outerCut = cutSlot;
      whole = asksWhole || outer;
      counted = counts || outerCounted;
      Instruction compiled;
      if (cuts(goal)) {
        int slot = size++;
        cutSlot = slot;
        compiled = marked(Operation.MARK, compile(goal, next), slot);
      } else {
        compiled = compile(goal, next);
      }
      cutSlot = outerCut;
      whole = outer;
      counted = outerCounted;
      return compiled;
    }

    private Instruction call(Goal.Call call, Instruction next) throws PrologError {
      long[] arguments = new long[call.arguments().size()];
      for (int i = 0; i < arguments.length; i++) {
        arguments[i] = template(call.arguments().get(i));
      }
      greatestArity = Math.max(greatestArity, arguments.length);
      Signature signature = call.signature();
      Procedure called = procedures.get(signature);
      if (called != null) {
        calls
            .computeIfAbsent(procedure, key -> new ArrayList<>())
            .add(new Call(called, whole, counted));
        return new Instruction(Operation.CALL, next, null, arguments, 0, called);
      }
      Optional<Relation> relation = base.relation(signature);
      if (relation.isPresent()) {
        return new Instruction(Operation.FACTS, next, null, arguments, 0, relation.get());
      }
      Optional<Builtin> builtin = Builtin.of(signature);
      if (builtin.isPresent()) {
        return new Instruction(Operation.BUILTIN, next, null, arguments, 0, builtin.get());
      }
      throw PrologError.of("there is no predicate " + signature);
    }

    private long template(Term term) throws PrologError {
      return switch (term) {
        case Term.Variable variable ->
            Cell.of(
                Cell.REF,
                variable.isAnonymous()
                    ? size++
                    : slots.computeIfAbsent(variable.name(), key -> size++));
        case Term.Atom(String name, var place) -> Cell.of(Cell.ATOM, atom(name));
        case Term.Int(var value, var place) -> {
          if (value.bitLength() > 60) {
            throw PrologError.of("the number " + value + " is too large");
          }
          yield Cell.of(Cell.INT, value.longValue());
        }
        case Term.Real(double value, var place) -> {
          reals = Arrays.copyOf(reals, reals.length + 1);
          reals[reals.length - 1] = value;
          yield Cell.of(Cell.REAL, reals.length - 1);
        }
        case Term.Compound(String functor, var arguments, var place) -> {
          long[] structure = new long[arguments.size() + 1];
          structure[0] = Cell.functor(atom(functor), arguments.size());
          for (int i = 0; i < arguments.size(); i++) {
            structure[i + 1] = template(arguments.get(i));
          }
          structures.add(structure);
          yield Cell.of(Cell.STRUCT, structures.size() - 1);
        }
      };
    }
  }

  /** Whether a cut in it cuts the clause. */
  private static boolean cuts(Goal goal) {
    return switch (goal) {
      case Goal.Cut cut -> true;
      case Goal.Conjunction(var goals, var place) -> goals.stream().anyMatch(Compiled::cuts);
      case Goal.Disjunction(var goals, var place) -> goals.stream().anyMatch(Compiled::cuts);
      case Goal.IfThenElse(var condition, var then, var otherwise, var place) ->
          cuts(then) || otherwise.filter(Compiled::cuts).isPresent();
      default -> false;
    };
  }
}
