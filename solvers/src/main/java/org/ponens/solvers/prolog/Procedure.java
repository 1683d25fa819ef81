package org.ponens.solvers.prolog;

import org.jspecify.annotations.Nullable;
import org.ponens.grammar.prolog.Signature;

/** The clauses of one predicate, made ready to be run. */
final class Procedure {

  /** One of them. Its variables are numbered, and so are the marks of its choices. */
  static final class Rule {

    /** Where there is no cut. */
    static final int NO_CUT = -1;

    final long[] head;
    final int slots;
    final int cutSlot;
    final Instruction body;

    Rule(long[] head, int slots, int cutSlot, Instruction body) {
      this.head = head;
      this.slots = slots;
      this.cutSlot = cutSlot;
      this.body = body;
    }
  }

  final Signature signature;
  final int number;

  /** Which strongly connected component of calls it is in; those it calls come before. */
  int component;

  /** Whether it may call itself, by itself or by others. */
  boolean recursive;

  private Rule[] rules = {};

  Procedure(Signature signature, int number) {
    this.signature = signature;
    this.number = number;
  }

  void define(Rule[] clauses) {
    this.rules = clauses;
  }

  int size() {
    return rules.length;
  }

  Rule rule(int i) {
    return rules[i];
  }

  /** The next rule that may match, by its first argument; -1 where there is none. */
  int next(int from, long first) {
    for (int i = from; i < rules.length; i++) {
      long[] head = rules[i].head;
      if (head.length == 0 || !Cell.isAtomic(first) || head[0] == first || !isConstant(head[0])) {
        return i;
      }
    }
    return -1;
  }

  private static boolean isConstant(long template) {
    int tag = Cell.tag(template);
    return tag == Cell.ATOM || tag == Cell.INT;
  }

  @Override
  public String toString() {
    return signature.toString();
  }

  /** Something to do, and what to do then. */
  static final class Instruction {

    final Operation operation;
    final @Nullable Instruction next;

    /** Where to go on when it fails, or the other branch. */
    final @Nullable Instruction otherwise;

    final long[] arguments;
    final int slot;
    final @Nullable Object target;

    Instruction(
        Operation operation,
        @Nullable Instruction next,
        @Nullable Instruction otherwise,
        long[] arguments,
        int slot,
        @Nullable Object target) {
      this.operation = operation;
      this.next = next;
      this.otherwise = otherwise;
      this.arguments = arguments;
      this.slot = slot;
      this.target = target;
    }
  }

  /** What an instruction does. */
  enum Operation {
    /** Goes back to where the clause was called. */
    PROCEED,
    FAIL,
    /** Looks a relation up. */
    FACTS,
    /** Calls a procedure. */
    CALL,
    /** Tries {@code next}, then {@code otherwise}. */
    CHOICE,
    /** Remembers in a slot which choices there are, to be cut back to. */
    MARK,
    /** Drops the choices since the mark in a slot. */
    CUT,
    /** As {@link #CUT}, and fails. */
    CUT_AND_FAIL,
    /** Begins to collect solutions; goes on at {@code otherwise} when there are no more. */
    COLLECT,
    /** Takes a solution, and fails to get the next. */
    SOLUTION,
    /** Gives what was collected. */
    COLLECTED,
    BUILTIN
  }
}
