package org.ponens.solvers.prolog;

import org.ponens.grammar.prolog.Builtin;

/** The predicates that are not programs themselves. */
final class Builtins {

  private static final long CONS = Cell.functor(KnowledgeBase.CONS, 2);
  private static final long NIL = Cell.of(Cell.ATOM, KnowledgeBase.NIL);

  private final Machine machine;
  private final Arithmetic arithmetic;

  Builtins(Machine machine, Arithmetic arithmetic) {
    this.machine = machine;
    this.arithmetic = arithmetic;
  }

  /** Whether it holds of these templates; variables in them are bound. */
  boolean holds(Builtin builtin, long[] templates) throws PrologError {
    long a = machine.build(templates[0]);
    long b = templates.length > 1 ? machine.build(templates[1]) : a;
    return switch (builtin) {
      case UNIFY -> machine.unify(a, b);
      case NOT_UNIFIABLE -> !machine.unifiable(a, b);
      case IDENTICAL -> machine.identical(a, b);
      case NOT_IDENTICAL -> !machine.identical(a, b);
      case IS -> machine.unify(a, arithmetic.evaluate(b));
      case EQUAL -> arithmetic.compare(a, b) == 0;
      case NOT_EQUAL -> arithmetic.compare(a, b) != 0;
      case LESS -> arithmetic.compare(a, b) < 0;
      case LESS_OR_EQUAL -> arithmetic.compare(a, b) <= 0;
      case GREATER -> arithmetic.compare(a, b) > 0;
      case GREATER_OR_EQUAL -> arithmetic.compare(a, b) >= 0;
      case LENGTH -> length(a, b);
      case BETWEEN -> between(a, b, machine.build(templates[2]));
      case SUM_LIST, SUMLIST -> machine.unify(b, fold(a, builtin));
      case MAX_LIST, MIN_LIST -> a != NIL && machine.unify(b, fold(a, builtin));
      case VAR -> Cell.tag(a) == Cell.REF;
      case NONVAR -> Cell.tag(a) != Cell.REF;
      case NUMBER -> Cell.tag(a) == Cell.INT || Cell.tag(a) == Cell.REAL;
      case INTEGER -> Cell.tag(a) == Cell.INT;
      case ATOM -> Cell.tag(a) == Cell.ATOM || Cell.tag(a) == Cell.OBJECT;
      case FLOAT -> Cell.tag(a) == Cell.REAL;
      case ATOMIC -> Cell.tag(a) != Cell.REF && Cell.tag(a) != Cell.STRUCT;
      case COMPOUND -> Cell.tag(a) == Cell.STRUCT;
      case IS_LIST -> isList(a);
      case SUCC -> successor(a, b);
      case PLUS -> plus(a, b, machine.deref(machine.build(templates[2])));
      case MEMBER,
          MEMBERCHK,
          APPEND,
          NTH0,
          NTH1,
          LAST,
          REVERSE,
          SELECT,
          NEXTTO,
          DELETE,
          SUBTRACT,
          INTERSECTION,
          UNION,
          LIST_TO_SET ->
          throw new IllegalStateException(builtin + " is a program of the library");
    };
  }

  /** The tail of a list's cell; what is no cell gives -1. */
  private long tail(long list) {
    int index = Cell.index(list);
    return Cell.tag(list) == Cell.STRUCT && machine.cell(index) == CONS
        ? machine.deref(machine.cell(index + 2))
        : -1;
  }

  private boolean isList(long list) throws PrologError {
    long at = list;
    for (long next = tail(at); next != -1; next = tail(at)) {
      machine.step();
      at = next;
    }
    return at == NIL;
  }

  /** Of natural numbers. */
  private boolean successor(long number, long next) throws PrologError {
    boolean down = Cell.tag(number) == Cell.REF;
    long given = down ? next : number;
    boolean wrong =
        Cell.tag(given) != Cell.INT
            || Cell.value(given) < 0
            || (!down && Cell.tag(next) != Cell.REF && Cell.tag(next) != Cell.INT);
    if (wrong) {
      throw PrologError.of("succ/2 needs a natural number");
    }
    if (down) {
      return Cell.value(next) > 0 && machine.unify(number, Cell.of(Cell.INT, Cell.value(next) - 1));
    }
    if (Cell.tag(next) == Cell.INT && Cell.value(next) < 0) {
      throw PrologError.of("succ/2 needs a natural number");
    }
    return machine.unify(next, arithmetic.add(number, Cell.of(Cell.INT, 1)));
  }

  /** Two of three integers give the third. */
  private boolean plus(long a, long b, long sum) throws PrologError {
    int unknown = 0;
    for (long cell : new long[] {a, b, sum}) {
      if (Cell.tag(cell) == Cell.REF) {
        unknown++;
      } else if (Cell.tag(cell) != Cell.INT) {
        throw PrologError.of("plus/3 needs integers");
      }
    }
    if (unknown > 1) {
      throw PrologError.of("plus/3 needs two integers");
    }
    if (Cell.tag(a) == Cell.REF) {
      return machine.unify(a, arithmetic.subtract(sum, b));
    }
    if (Cell.tag(b) == Cell.REF) {
      return machine.unify(b, arithmetic.subtract(sum, a));
    }
    return machine.unify(sum, arithmetic.add(a, b));
  }

  private boolean length(long list, long length) throws PrologError {
    if (Cell.tag(length) != Cell.REF && Cell.tag(length) != Cell.INT) {
      throw PrologError.of("the length of a list is an integer");
    }
    long count = 0;
    long at = list;
    for (long next = tail(at); next != -1; next = tail(at)) {
      machine.step();
      at = next;
      count++;
    }
    if (at == NIL) {
      return machine.unify(length, Cell.of(Cell.INT, count));
    }
    if (Cell.tag(at) != Cell.REF) {
      return false;
    }
    if (Cell.tag(length) == Cell.REF) {
      throw PrologError.of("length/2 of a list without end, and no length");
    }
    if (Cell.value(length) < count) {
      return false;
    }
    long rest = NIL;
    for (long i = count; i < Cell.value(length); i++) {
      machine.step();
      rest = cons(machine.variable(), rest);
    }
    return machine.unify(at, rest);
  }

  private long cons(long head, long tail) throws PrologError {
    int start = machine.allocate(3);
    machine.set(start, CONS);
    machine.set(start + 1, head);
    machine.set(start + 2, tail);
    return Cell.of(Cell.STRUCT, start);
  }

  private boolean between(long low, long high, long x) throws PrologError {
    if (Cell.tag(low) != Cell.INT || Cell.tag(high) != Cell.INT) {
      throw PrologError.of("between/3 needs two integers");
    }
    if (Cell.tag(x) == Cell.INT) {
      return Cell.value(low) <= Cell.value(x) && Cell.value(x) <= Cell.value(high);
    }
    if (Cell.tag(x) != Cell.REF) {
      throw PrologError.of("between/3 gives integers");
    }
    return machine.between(Cell.value(low), Cell.value(high), x);
  }

  private long fold(long list, Builtin builtin) throws PrologError {
    long result =
        builtin == Builtin.SUM_LIST || builtin == Builtin.SUMLIST
            ? Cell.of(Cell.INT, 0)
            : Solutions.NONE;
    long at = list;
    for (long next = tail(at); next != -1; next = tail(at)) {
      machine.step();
      long number = arithmetic.evaluate(machine.cell(Cell.index(at) + 1));
      if (result == Solutions.NONE) {
        result = number;
      } else if (builtin == Builtin.MAX_LIST || builtin == Builtin.MIN_LIST) {
        result = arithmetic.extreme(result, number, builtin == Builtin.MAX_LIST);
      } else {
        result = arithmetic.add(result, number);
      }
      at = next;
    }
    if (at != NIL) {
      throw PrologError.of(builtin.signature() + " needs a list");
    }
    return result;
  }
}
