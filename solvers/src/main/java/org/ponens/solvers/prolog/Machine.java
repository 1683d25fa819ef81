package org.ponens.solvers.prolog;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.prolog.Builtin;
import org.ponens.solvers.prolog.Procedure.Instruction;
import org.ponens.solvers.prolog.Procedure.Operation;
import org.ponens.solvers.prolog.Procedure.Rule;

/**
 * Runs a compiled program by resolution, depth first, from left to right. Terms are copied onto a
 * heap; frames of callers are linked, so that no call nests in the host; choices are a stack. For
 * one thread.
 *
 * <p>A step is a call, a row of facts or a clause that is tried, or a term built, compared or
 * collected.
 */
final class Machine {

  private static final int MAX_DEPTH = 1 << 18;
  private static final int MAX_HEAP = 1 << 21;
  private static final int MAX_CHOICES = 1 << 18;
  private static final int FIRST_TIME = -1;
  private static final long[] NO_ARGUMENTS = {};
  private static final int[] NO_ROWS = {};
  private static final Instruction FAILED =
      new Instruction(Operation.FAIL, null, null, NO_ARGUMENTS, 0, null);
  private static final Instruction DONE =
      new Instruction(Operation.PROCEED, null, null, NO_ARGUMENTS, 0, null);
  private static final Frame TOP = new Frame(DONE, 0, null, 0);

  private final Compiled program;
  private final Steps steps;
  private final long key;
  private final @Nullable Tables tables;

  private long[] heap = new long[256];
  private int heapTop;
  private int[] trail = new int[64];
  private int trailTop;
  private double[] reals;
  private int realCount;
  private final List<Solutions> collecting = new ArrayList<>();
  private final long[] row;
  private long[] pending = new long[32];
  private final Arithmetic arithmetic;
  private final Builtins builtins;

  private int choices;
  private Instruction[] choiceAt = new Instruction[16];
  private int[] choiceEnvironment = new int[16];
  private Frame[] choiceFrame = new Frame[16];
  private int[] choiceTrail = new int[16];
  private int[] choiceHeap = new int[16];
  private int[] choicePosition = new int[16];
  private int[] choiceBase = new int[16];
  private int[][] choiceRows = new int[16][];
  private long[] choiceFrom = new long[16];
  private long[] choiceTo = new long[16];
  private final Map<Integer, List<long[]>> choiceAnswers = new HashMap<>();

  private Instruction at = FAILED;

  /** The call that the machine is asked: its clauses are run, tables or no tables. */
  private Instruction root = FAILED;

  private int environment;
  private Frame frame = TOP;

  /** Where a caller goes on; the one that asked the machine has no parent. */
  private record Frame(Instruction next, int environment, @Nullable Frame parent, int depth) {}

  /**
   * A machine that has run nothing.
   *
   * @param key disguises the numbers of objects
   * @param tables what recursive procedures are looked up in, or null to run them
   */
  Machine(Compiled program, Steps steps, long key, @Nullable Tables tables) {
    this.program = program;
    this.steps = steps;
    this.key = key;
    this.tables = tables;
    this.reals = program.reals();
    this.realCount = reals.length;
    this.row = new long[program.greatestArity()];
    this.arithmetic = new Arithmetic(this, program);
    this.builtins = new Builtins(this, arithmetic);
  }

  Arithmetic arithmetic() {
    return arithmetic;
  }

  /** Counts towards the end of the evaluation. */
  void step() throws PrologError {
    steps.step();
  }

  /** What is told of solutions. */
  interface Receiver {
    /** Takes the arguments of the call, instantiated; whether to go on. */
    boolean solution(long[] arguments) throws PrologError;
  }

  /**
   * Whether a call succeeds.
   *
   * @param arguments atomic
   */
  boolean succeeds(Procedure procedure, long... arguments) throws PrologError {
    boolean[] found = {false};
    solve(
        procedure,
        arguments,
        solution -> {
          found[0] = true;
          return false;
        });
    return found[0];
  }

  /**
   * Tells all solutions of a call.
   *
   * @param arguments atomic, or {@code Cell.of(Cell.REF, n)} for the n-th free variable
   */
  void solve(Procedure procedure, long[] arguments, Receiver receiver) throws PrologError {
    heapTop = 0;
    trailTop = 0;
    choices = 0;
    collecting.clear();
    realCount = program.reals().length;
    int base = allocate(arguments.length);
    int[] variables = new int[arguments.length];
    Arrays.fill(variables, -1);
    for (int i = 0; i < arguments.length; i++) {
      if (Cell.tag(arguments[i]) == Cell.REF) {
        int number = Cell.index(arguments[i]);
        if (variables[number] < 0) {
          variables[number] = base + i;
        }
        heap[base + i] = Cell.of(Cell.REF, variables[number]);
      } else {
        heap[base + i] = arguments[i];
      }
    }
    root = new Instruction(Operation.CALL, DONE, null, NO_ARGUMENTS, 0, procedure);
    at = root;
    boolean running = enter(procedure, 0, base, TOP) || backtrack();
    while (running && run()) {
      long[] solution = new long[arguments.length];
      for (int i = 0; i < solution.length; i++) {
        solution[i] = deref(heap[base + i]);
      }
      if (!receiver.solution(solution)) {
        return;
      }
      running = backtrack();
    }
  }

  /** Runs until the first caller is to go on, or until nothing is left to try. */
  private boolean run() throws PrologError {
    while (true) {
      if (at.operation == Operation.PROCEED && frame.parent == null) {
        return true;
      }
      if (!execute() && !backtrack()) {
        return false;
      }
    }
  }

  private boolean execute() throws PrologError {
    return switch (at.operation) {
      case PROCEED -> {
        Frame caller = frame;
        at = caller.next;
        environment = caller.environment;
        frame = caller.parent == null ? TOP : caller.parent;
        yield true;
      }
      case FAIL -> false;
      case FACTS -> facts((Relation) target(), NO_ROWS, FIRST_TIME);
      case CALL -> call((Procedure) target());
      case CHOICE -> {
        push(NO_ROWS, 0, 0);
        yield go(at.next);
      }
      case MARK -> {
        heap[environment + at.slot] = choices;
        yield go(at.next);
      }
      case CUT -> {
        choices = (int) heap[environment + at.slot];
        yield go(at.next);
      }
      case CUT_AND_FAIL -> {
        choices = (int) heap[environment + at.slot];
        yield false;
      }
      case COLLECT -> {
        heap[environment + at.slot] = collecting.size();
        collecting.add(new Solutions(((Compiled.Collection) target()).aggregate()));
        push(NO_ROWS, 0, 0);
        yield go(at.next);
      }
      case SOLUTION -> {
        steps.step();
        int collection = (int) heap[environment + at.slot];
        collecting.get(collection).add(build(at.arguments[0]), this);
        yield false;
      }
      case COLLECTED -> {
        Solutions solutions = collecting.remove(collecting.size() - 1);
        long result = solutions.result(this);
        yield result != Solutions.NONE && unify(build(at.arguments[0]), result) && go(at.next);
      }
      case BUILTIN -> {
        steps.step();
        yield builtins.holds((Builtin) target(), at.arguments) && go(at.next);
      }
    };
  }

  private Object target() {
    Object target = at.target;
    if (target == null) {
      throw new IllegalStateException("nothing to call");
    }
    return target;
  }

  private boolean go(@Nullable Instruction next) {
    if (next == null) {
      throw new IllegalStateException("nothing follows");
    }
    at = next;
    return true;
  }

  private boolean call(Procedure procedure) throws PrologError {
    steps.step();
    int arity = at.arguments.length;
    Tables known = tables;
    if (known != null && procedure.recursive) {
      for (int i = 0; i < arity; i++) {
        row[i] = build(at.arguments[i]);
      }
      return answers(known.answers(procedure, row), 0);
    }
    int base = allocate(arity);
    for (int i = 0; i < arity; i++) {
      heap[base + i] = build(at.arguments[i]);
    }
    Frame caller = frame;
    Instruction next = at.next;
    if (next != null && next.operation != Operation.PROCEED) {
      if (caller.depth >= MAX_DEPTH) {
        throw PrologError.exhausted("calls nest more than " + MAX_DEPTH + " deep");
      }
      caller = new Frame(next, environment, caller, caller.depth + 1);
    }
    return enter(procedure, 0, base, caller);
  }

  /**
   * Tries the clauses from one on; those behind it become a choice.
   *
   * @param base where the arguments stand
   */
  private boolean enter(Procedure procedure, int from, int base, Frame caller) throws PrologError {
    long indexed = procedure.signature.arity() == 0 ? 0 : deref(heap[base]);
    int chosen = procedure.next(from, indexed);
    if (chosen < 0) {
      return false;
    }
    int barrier = choices;
    int other = procedure.next(chosen + 1, indexed);
    if (other >= 0) {
      frame = caller;
      push(NO_ROWS, other, base);
    }
    Rule rule = procedure.rule(chosen);
    int slots = allocate(rule.slots);
    for (int i = slots; i < heapTop; i++) {
      heap[i] = Cell.of(Cell.REF, i);
    }
    environment = slots;
    frame = caller;
    if (rule.cutSlot != Rule.NO_CUT) {
      heap[slots + rule.cutSlot] = barrier;
    }
    long[] head = rule.head;
    for (int i = 0; i < head.length; i++) {
      if (Cell.tag(head[i]) == Cell.FIRST) {
        heap[slots + Cell.index(head[i])] = deref(heap[base + i]);
      } else if (!unify(build(head[i]), deref(heap[base + i]))) {
        return false;
      }
    }
    at = rule.body;
    return true;
  }

  /** The rows of a relation from a position on. */
  private boolean facts(Relation relation, int[] rows, int from) throws PrologError {
    int arity = relation.arity();
    for (int i = 0; i < arity; i++) {
      row[i] = build(at.arguments[i]);
    }
    int[] candidates = rows;
    int position = from;
    if (from == FIRST_TIME) {
      candidates = relation.all();
      position = 0;
      for (int i = 0; i < arity && candidates.length > 0; i++) {
        if (Cell.isAtomic(row[i])) {
          int[] found = relation.rows(i, Cell.disguised(row[i], key));
          candidates = found.length < candidates.length ? found : candidates;
        } else if (Cell.tag(row[i]) == Cell.STRUCT) {
          return false;
        }
      }
    }
    int chosen = match(relation, candidates, position);
    if (chosen < 0) {
      return false;
    }
    int other = match(relation, candidates, chosen + 1);
    if (other >= 0) {
      push(candidates, other, 0);
    }
    for (int i = 0; i < arity; i++) {
      if (!Cell.isAtomic(row[i])
          && !unify(row[i], Cell.disguised(relation.cell(candidates[chosen], i), key))) {
        return false;
      }
    }
    return go(at.next);
  }

  /** The next of the candidates whose atomic arguments are those of the call. */
  private int match(Relation relation, int[] candidates, int from) throws PrologError {
    for (int position = from; position < candidates.length; position++) {
      steps.step();
      boolean same = true;
      for (int i = 0; i < relation.arity() && same; i++) {
        same =
            !Cell.isAtomic(row[i])
                || relation.cell(candidates[position], i) == Cell.disguised(row[i], key);
      }
      if (same) {
        return position;
      }
    }
    return -1;
  }

  /** The answers of a table from one on; the call's arguments are in {@code row}. */
  private boolean answers(List<long[]> answers, int from) throws PrologError {
    if (from >= answers.size()) {
      return false;
    }
    steps.step();
    long[] answer = answers.get(from);
    if (from + 1 < answers.size()) {
      push(NO_ROWS, from + 1, 0);
      choiceAnswers.put(choices - 1, answers);
    }
    for (int i = 0; i < answer.length; i++) {
      if (!unify(row[i], answer[i])) {
        return false;
      }
    }
    return go(at.next);
  }

  /** The integers from one to another. */
  boolean between(long from, long to, long variable) throws PrologError {
    if (from > to) {
      return false;
    }
    if (from < to) {
      push(NO_ROWS, 0, 0);
      choiceFrom[choices - 1] = from + 1;
      choiceTo[choices - 1] = to;
    }
    return unify(variable, Cell.of(Cell.INT, from));
  }

  private void push(int[] rows, int position, int base) throws PrologError {
    if (choices == choiceAt.length) {
      if (choices >= MAX_CHOICES) {
        throw PrologError.exhausted("more than " + MAX_CHOICES + " choices are open");
      }
      int size = choices * 2;
      choiceAt = Arrays.copyOf(choiceAt, size);
      choiceFrame = Arrays.copyOf(choiceFrame, size);
      choiceEnvironment = Arrays.copyOf(choiceEnvironment, size);
      choiceTrail = Arrays.copyOf(choiceTrail, size);
      choiceHeap = Arrays.copyOf(choiceHeap, size);
      choicePosition = Arrays.copyOf(choicePosition, size);
      choiceBase = Arrays.copyOf(choiceBase, size);
      choiceRows = Arrays.copyOf(choiceRows, size);
      choiceFrom = Arrays.copyOf(choiceFrom, size);
      choiceTo = Arrays.copyOf(choiceTo, size);
    }
    choiceAt[choices] = at;
    choiceFrame[choices] = frame;
    choiceEnvironment[choices] = environment;
    choiceTrail[choices] = trailTop;
    choiceHeap[choices] = heapTop;
    choicePosition[choices] = position;
    choiceBase[choices] = base;
    choiceRows[choices] = rows;
    choices++;
  }

  /** Goes back to the last choice that can go on. */
  private boolean backtrack() throws PrologError {
    while (choices > 0) {
      steps.step();
      int last = --choices;
      while (trailTop > choiceTrail[last]) {
        int variable = trail[--trailTop];
        heap[variable] = Cell.of(Cell.REF, variable);
      }
      heapTop = choiceHeap[last];
      at = choiceAt[last];
      frame = choiceFrame[last];
      environment = choiceEnvironment[last];
      boolean going =
          switch (at.operation) {
            case FACTS -> facts((Relation) target(), choiceRows[last], choicePosition[last]);
            case CALL -> again((Procedure) target(), last);
            case BUILTIN ->
                between(choiceFrom[last], choiceTo[last], build(at.arguments[2])) && go(at.next);
            default -> go(at.otherwise);
          };
      if (going) {
        return true;
      }
    }
    return false;
  }

  private boolean again(Procedure procedure, int choice) throws PrologError {
    if (tables == null || !procedure.recursive || choiceAt[choice] == root) {
      return enter(procedure, choicePosition[choice], choiceBase[choice], choiceFrame[choice]);
    }
    List<long[]> answers = choiceAnswers.getOrDefault(choice, List.of());
    for (int i = 0; i < at.arguments.length; i++) {
      row[i] = build(at.arguments[i]);
    }
    return answers(answers, choicePosition[choice]);
  }

  // The heap.

  /** Room for so many cells. */
  int allocate(int cells) throws PrologError {
    int start = heapTop;
    if (start + cells > heap.length) {
      if (start + cells > MAX_HEAP) {
        throw PrologError.exhausted("terms take more than " + MAX_HEAP + " cells");
      }
      heap = Arrays.copyOf(heap, Math.max(start + cells, heap.length * 2));
    }
    heapTop = start + cells;
    return start;
  }

  long cell(int index) {
    return heap[index];
  }

  void set(int index, long cell) {
    heap[index] = cell;
  }

  /** A free variable. */
  long variable() throws PrologError {
    int index = allocate(1);
    heap[index] = Cell.of(Cell.REF, index);
    return heap[index];
  }

  /** What a cell stands for: a free variable, or what is none. */
  long deref(long cell) {
    long at = cell;
    while (Cell.tag(at) == Cell.REF) {
      long next = heap[Cell.index(at)];
      if (next == at) {
        return at;
      }
      at = next;
    }
    return at;
  }

  /** The term that a template of the running clause stands for. */
  long build(long template) throws PrologError {
    int tag = Cell.tag(template);
    if (tag == Cell.REF || tag == Cell.FIRST) {
      return deref(heap[environment + Cell.index(template)]);
    }
    if (tag != Cell.STRUCT) {
      return template;
    }
    long[] structure = program.structure(Cell.index(template));
    int start = allocate(structure.length);
    heap[start] = structure[0];
    for (int i = 1; i < structure.length; i++) {
      heap[start + i] = build(structure[i]);
    }
    return Cell.of(Cell.STRUCT, start);
  }

  long real(double value) {
    if (realCount == reals.length) {
      reals = Arrays.copyOf(reals, Math.max(8, realCount * 2));
    }
    reals[realCount] = value;
    return Cell.of(Cell.REAL, realCount++);
  }

  double realValue(long cell) {
    return reals[Cell.index(cell)];
  }

  private void bind(long variable, long cell) {
    int index = Cell.index(variable);
    heap[index] = cell;
    if (choices > 0 && index < choiceHeap[choices - 1]) {
      if (trailTop == trail.length) {
        trail = Arrays.copyOf(trail, trailTop * 2);
      }
      trail[trailTop++] = index;
    }
  }

  /** Makes two terms equal; without the occurs check, as Prolog systems do. */
  boolean unify(long left, long right) throws PrologError {
    int depth = 0;
    long a = deref(left);
    long b = deref(right);
    while (true) {
      if (a != b) {
        if (Cell.tag(a) == Cell.REF) {
          boolean older = Cell.tag(b) == Cell.REF && Cell.index(b) > Cell.index(a);
          bind(older ? b : a, older ? a : b);
        } else if (Cell.tag(b) == Cell.REF) {
          bind(b, a);
        } else if (Cell.tag(a) == Cell.STRUCT && Cell.tag(b) == Cell.STRUCT) {
          steps.step();
          if (heap[Cell.index(a)] != heap[Cell.index(b)]) {
            return false;
          }
          for (int i = Cell.arity(heap[Cell.index(a)]); i > 0; i--) {
            pending = depth + 2 > pending.length ? Arrays.copyOf(pending, depth * 2) : pending;
            pending[depth++] = heap[Cell.index(a) + i];
            pending[depth++] = heap[Cell.index(b) + i];
          }
        } else if (!sameReal(a, b)) {
          return false;
        }
      }
      if (depth == 0) {
        return true;
      }
      b = deref(pending[--depth]);
      a = deref(pending[--depth]);
    }
  }

  /** Whether two terms are the same as they stand. */
  boolean identical(long left, long right) throws PrologError {
    int depth = 0;
    long a = deref(left);
    long b = deref(right);
    while (true) {
      if (a != b) {
        if (Cell.tag(a) != Cell.STRUCT || Cell.tag(b) != Cell.STRUCT) {
          if (!sameReal(a, b)) {
            return false;
          }
        } else {
          steps.step();
          if (heap[Cell.index(a)] != heap[Cell.index(b)]) {
            return false;
          }
          for (int i = Cell.arity(heap[Cell.index(a)]); i > 0; i--) {
            pending = depth + 2 > pending.length ? Arrays.copyOf(pending, depth * 2) : pending;
            pending[depth++] = heap[Cell.index(a) + i];
            pending[depth++] = heap[Cell.index(b) + i];
          }
        }
      }
      if (depth == 0) {
        return true;
      }
      b = deref(pending[--depth]);
      a = deref(pending[--depth]);
    }
  }

  private boolean sameReal(long a, long b) {
    return Cell.tag(a) == Cell.REAL && Cell.tag(b) == Cell.REAL && realValue(a) == realValue(b);
  }

  /** Whether two terms can be made equal; leaves them as they are. */
  boolean unifiable(long left, long right) throws PrologError {
    push(NO_ROWS, 0, 0);
    boolean unified = unify(left, right);
    int last = --choices;
    while (trailTop > choiceTrail[last]) {
      int variable = trail[--trailTop];
      heap[variable] = Cell.of(Cell.REF, variable);
    }
    return unified;
  }
}
