package org.ponens.solvers.rules;

import org.jspecify.annotations.Nullable;
import org.ponens.solvers.Meter;
import org.ponens.solvers.rules.Coding.CodedLiteral;
import org.ponens.solvers.rules.Coding.CodedRule;

/**
 * Finds the matches of a rule's body in which one literal, the pivot, is new. The other literals
 * follow in an order that has as many arguments bound as can be; each is looked up by its most
 * selective bound argument. Without recursion, as a body may be long.
 */
final class Join {

  private static final int SMALL = 16;

  private final CodedRule rule;
  private final Relation[] relations;
  private final int pivot;
  private final int[] order;
  // For each level and argument whether this is where the variable gets its value.
  private final boolean[][] binds;

  private final int[] values;
  private final int[] rows;
  private final int[] cursor;
  private final int[] limit;
  private final @Nullable IntList[] lists;

  Join(CodedRule rule, int pivot, Relation[] relations) {
    this.rule = rule;
    this.relations = relations;
    this.pivot = pivot;
    int length = rule.body().length;
    this.order = new int[length];
    this.binds = new boolean[length][];
    this.values = new int[rule.variables().length];
    this.rows = new int[length];
    this.cursor = new int[length];
    this.limit = new int[length];
    this.lists = new @Nullable IntList[length];
    plan();
  }

  /** Whether every body literal has rows to be matched with, cheaply. */
  static boolean canMatch(CodedRule rule, int pivot, Relation[] relations) {
    CodedLiteral[] body = rule.body();
    for (int i = 0; i < body.length; i++) {
      Relation relation = relations[body[i].relation()];
      if ((i < pivot ? relation.oldEnd : relation.newEnd) == 0) {
        return false;
      }
    }
    return true;
  }

  private void plan() {
    boolean[] bound = new boolean[values.length];
    boolean[] placed = new boolean[order.length];
    for (int level = 0; level < order.length; level++) {
      int next = level == 0 ? pivot : mostBound(bound, placed);
      placed[next] = true;
      order[level] = next;
      int[] arguments = rule.body()[next].arguments();
      binds[level] = new boolean[arguments.length];
      for (int i = 0; i < arguments.length; i++) {
        if (arguments[i] < 0 && !bound[-1 - arguments[i]]) {
          bound[-1 - arguments[i]] = true;
          binds[level][i] = true;
        }
      }
    }
  }

  private int mostBound(boolean[] bound, boolean[] placed) {
    int best = -1;
    int bestFree = Integer.MAX_VALUE;
    int bestBound = -1;
    for (int i = 0; i < placed.length; i++) {
      if (placed[i]) {
        continue;
      }
      int free = 0;
      int fixed = 0;
      for (int argument : rule.body()[i].arguments()) {
        if (argument < 0 && !bound[-1 - argument]) {
          free++;
        } else {
          fixed++;
        }
      }
      // Something bound first, then as little free as possible.
      boolean better =
          best < 0
              || (fixed > 0 && bestBound == 0)
              || ((fixed > 0) == (bestBound > 0) && free < bestFree);
      if (better) {
        best = i;
        bestFree = free;
        bestBound = fixed;
      }
    }
    return best;
  }

  /** Receives a match. */
  interface Sink {
    /** False to end the search. */
    boolean match(Join match);
  }

  /** The row that the body literal at an index is matched with. */
  int row(int literal) {
    return rows[literal];
  }

  /** The instance of a head under the match. */
  void instantiate(CodedLiteral head, int[] tuple) {
    int[] arguments = head.arguments();
    for (int i = 0; i < arguments.length; i++) {
      tuple[i] = arguments[i] >= 0 ? arguments[i] : values[-1 - arguments[i]];
    }
  }

  /**
   * Gives every match with a new pivot to the sink. A candidate row tried is a step.
   *
   * @return whether the search came to its end
   */
  boolean run(Meter meter, Sink sink) {
    int level = 0;
    enter(0);
    while (level >= 0) {
      if (cursor[level] >= limit[level]) {
        level--;
        continue;
      }
      if (!meter.step()) {
        return false;
      }
      int at = cursor[level]++;
      IntList list = lists[level];
      if (!matches(level, list == null ? at : list.get(at))) {
        continue;
      }
      if (level < order.length - 1) {
        enter(++level);
      } else if (!sink.match(this)) {
        return false;
      }
    }
    return true;
  }

  private void enter(int level) {
    int literal = order[level];
    CodedLiteral pattern = rule.body()[literal];
    Relation relation = relations[pattern.relation()];
    int low = literal == pivot ? relation.oldEnd : 0;
    int high = literal < pivot ? relation.oldEnd : relation.newEnd;
    cursor[level] = low;
    limit[level] = high;
    lists[level] = null;
    if (high - low < SMALL) {
      return;
    }
    int[] arguments = pattern.arguments();
    int best = Integer.MAX_VALUE;
    for (int i = 0; i < arguments.length; i++) {
      if (binds[level][i] || (arguments[i] < 0 && boundHere(level, i))) {
        continue;
      }
      int constant = arguments[i] >= 0 ? arguments[i] : values[-1 - arguments[i]];
      IntList list = relation.rowsWith(i, constant);
      if (list == null) {
        cursor[level] = limit[level];
        return;
      }
      if (list.size() < best) {
        best = list.size();
        lists[level] = list;
      }
    }
    IntList list = lists[level];
    if (list != null) {
      cursor[level] = list.lowerBound(low);
      limit[level] = list.lowerBound(high);
    }
  }

  /** Whether a variable's value comes from an earlier argument of the same literal. */
  private boolean boundHere(int level, int argument) {
    int[] arguments = rule.body()[order[level]].arguments();
    for (int i = 0; i < argument; i++) {
      if (binds[level][i] && arguments[i] == arguments[argument]) {
        return true;
      }
    }
    return false;
  }

  private boolean matches(int level, int row) {
    int literal = order[level];
    CodedLiteral pattern = rule.body()[literal];
    Relation relation = relations[pattern.relation()];
    int[] arguments = pattern.arguments();
    for (int i = 0; i < arguments.length; i++) {
      int cell = relation.cell(row, i);
      if (arguments[i] >= 0) {
        if (arguments[i] != cell) {
          return false;
        }
      } else if (binds[level][i]) {
        values[-1 - arguments[i]] = cell;
      } else if (values[-1 - arguments[i]] != cell) {
        return false;
      }
    }
    rows[literal] = row;
    return true;
  }
}
