package org.ponens.solvers.prolog;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Answers of recursive procedures, call by call, computed to a fixpoint: the calls that come up are
 * run again, with the answers so far for their recursive calls, until no answer is new. Calls of
 * another component are completed first. (Tamaki and Sato, "OLD resolution with tabulation", 1986;
 * the evaluation is naive.) For one thread.
 */
final class Tables {

  /** What running a call costs beside the steps of the run. */
  private static final int STEPS_OF_A_RUN = 10;

  private final Compiled program;
  private final Steps steps;
  private final long key;
  private final Map<List<Long>, Table> tables = new HashMap<>();
  private final List<Fixpoint> running = new ArrayList<>();
  private final ArrayDeque<Machine> idle = new ArrayDeque<>();

  Tables(Compiled program, Steps steps, long key) {
    this.program = program;
    this.steps = steps;
    this.key = key;
  }

  /** A call and what is known to follow. */
  private static final class Table {
    final Procedure procedure;
    final long[] call;
    final List<long[]> answers = new ArrayList<>();
    final Set<List<Long>> known = new HashSet<>();

    Table(Procedure procedure, long[] call) {
      this.procedure = procedure;
      this.call = call;
    }
  }

  /** The calls of one component that are being computed. */
  private record Fixpoint(int component, List<Table> calls) {}

  /**
   * The answers to a call: all of them, or, within its own component, those so far.
   *
   * @param arguments may have more cells than the procedure has arguments
   */
  List<long[]> answers(Procedure procedure, long[] arguments) throws PrologError {
    int arity = procedure.signature.arity();
    long[] call = new long[arity];
    List<Long> name = new ArrayList<>(arity + 1);
    name.add((long) procedure.number);
    Map<Long, Integer> variables = new HashMap<>();
    for (int i = 0; i < arity; i++) {
      long cell = arguments[i];
      if (Cell.tag(cell) == Cell.REF) {
        cell = Cell.of(Cell.REF, variables.computeIfAbsent(cell, free -> variables.size()));
      } else if (!Cell.isAtomic(cell)) {
        throw PrologError.unsuited();
      }
      call[i] = cell;
      name.add(cell);
    }
    Table table = tables.get(name);
    if (table == null) {
      table = new Table(procedure, call);
      tables.put(name, table);
      Fixpoint innermost = running.isEmpty() ? null : running.get(running.size() - 1);
      if (innermost != null && innermost.component() == procedure.component) {
        innermost.calls().add(table);
      } else {
        complete(table);
      }
    }
    // A copy: a table that grows would give answers to a call that runs.
    return List.copyOf(table.answers);
  }

  private void complete(Table first) throws PrologError {
    Fixpoint fixpoint = new Fixpoint(first.procedure.component, new ArrayList<>());
    fixpoint.calls().add(first);
    running.add(fixpoint);
    boolean changed = true;
    while (changed) {
      int calls = fixpoint.calls().size();
      changed = false;
      for (int i = 0; i < fixpoint.calls().size(); i++) {
        changed |= run(fixpoint.calls().get(i));
      }
      changed |= fixpoint.calls().size() > calls;
    }
    running.remove(running.size() - 1);
  }

  /** Runs a call's clauses; whether there is a new answer. */
  private boolean run(Table table) throws PrologError {
    for (int i = 0; i < STEPS_OF_A_RUN; i++) {
      steps.step();
    }
    int before = table.answers.size();
    Machine waiting = idle.poll();
    Machine machine = waiting == null ? new Machine(program, steps, key, this) : waiting;
    machine.solve(
        table.procedure,
        table.call,
        answer -> {
          List<Long> cells = new ArrayList<>(answer.length);
          for (long cell : answer) {
            if (!Cell.isAtomic(cell) || Cell.tag(cell) == Cell.REAL) {
              throw PrologError.unsuited();
            }
            cells.add(cell);
          }
          if (table.known.add(cells)) {
            table.answers.add(answer);
          }
          return true;
        });
    idle.push(machine);
    return table.answers.size() > before;
  }
}
