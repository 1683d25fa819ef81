package org.ponens.solvers.sat;

import java.util.Arrays;
import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.ponens.solvers.Meter;

/**
 * A clause-learning solver (CDCL) that is cheap to make, for formulas of tens to thousands of
 * clauses that are each solved once or a few times: two watched literals (Moskewicz et al., DAC
 * 2001), first unique implication points with minimized clauses (Sörensson & Biere, SAT 2009),
 * activities, saved phases, restarts after Luby's sequence, and clauses forgotten by literal block
 * distance (Audemard & Simon, IJCAI 2009).
 *
 * <p>Literals are DIMACS numbers outside; inside, variable {@code v} is {@code 2v} and its negation
 * {@code 2v + 1}. Deterministic. A step of the meter is a conflict, or 256 decisions. For one
 * thread.
 */
final class Cdcl extends WatchedClauses implements ClauseReceiver {

  /** What a check gave. */
  enum Status {
    SATISFIABLE,
    UNSATISFIABLE,
    EXHAUSTED
  }

  private static final int[] NONE = {};
  private static final int RESTART_UNIT = 64;
  private static final int FIRST_LIMIT = 4000;
  private static final int LIMIT_STEP = 1000;

  private float[] weight;
  private byte[] seen;

  private final IntStack learnedClauses = new IntStack(64);
  private int learnedLimit = FIRST_LIMIT;

  private boolean contradiction;
  private boolean prepared;
  private int[] core = NONE;

  private final @Nullable LearningLog log;
  private int[] unitIdentity;
  private int unitsLogged;
  private int tag;

  private final IntStack learned = new IntStack(32);
  private final IntStack toClear = new IntStack(32);
  private final IntStack stack = new IntStack(32);
  private int[] levelStamp;
  private int stamp;

  private long decisions;
  private long conflicts;
  private long restarts;

  /** A solver with variables {@code 1..variables}. */
  Cdcl(int variables) {
    this(variables, null);
  }

  /** A solver that notes what it learns. */
  Cdcl(int variables, @Nullable LearningLog log) {
    super(variables);
    this.log = log;
    int size = variables + 1;
    weight = new float[2 * size];
    seen = new byte[size];
    levelStamp = new int[size + 1];
    unitIdentity = log == null ? NONE : new int[size];
  }

  @Override
  public int newVariable() {
    variables++;
    if (variables >= reason.length) {
      grow(Math.max(16, 2 * reason.length));
    }
    order.grow(variables);
    order.insert(variables);
    return variables;
  }

  @Override
  void grow(int size) {
    super.grow(size);
    weight = Arrays.copyOf(weight, 2 * size);
    seen = Arrays.copyOf(seen, size);
    levelStamp = Arrays.copyOf(levelStamp, size + 1);
    if (log != null) {
      unitIdentity = Arrays.copyOf(unitIdentity, size);
    }
  }

  int variables() {
    return variables;
  }

  /** What the log calls the clauses added from now on. */
  void tag(int newTag) {
    tag = newTag;
  }

  private static int code(int literal) {
    return literal > 0 ? 2 * literal : -2 * literal + 1;
  }

  private static int dimacs(int code) {
    return (code & 1) == 0 ? code >> 1 : -(code >> 1);
  }

  /** Adds a clause over variables that there are. */
  @Override
  public void addClause(int... literals) {
    if (contradiction) {
      return;
    }
    backTo(0);
    int clause = arenaSize;
    reserve(literals.length);
    int end = clause + HEADER;
    // Literals that are not false come first, to be watched.
    int open = end;
    boolean satisfied = false;
    for (int literal : literals) {
      int code = code(literal);
      boolean repeated = false;
      for (int i = clause + HEADER; i < end; i++) {
        if (arena[i] == code) {
          repeated = true;
          break;
        }
        satisfied |= arena[i] == (code ^ 1);
      }
      if (repeated) {
        continue;
      }
      satisfied |= value[code] > 0;
      if (value[code] == 0) {
        arena[end] = arena[open];
        arena[open++] = code;
      } else {
        arena[end] = code;
      }
      end++;
    }
    int identity = log == null ? 0 : log.added(tag);
    if (satisfied) {
      return;
    }
    int size = end - clause - HEADER;
    arena[clause] = size;
    arena[clause + IDENTITY] = identity;
    arena[clause + DISTANCE] = 0;
    arenaSize = end;
    int free = open - clause - HEADER;
    if (free == 0) {
      contradiction = true;
      logEmpty(clause);
      return;
    }
    if (size > 1 && free > 1) {
      attach(clause);
    }
    if (free == 1) {
      assign(arena[clause + HEADER], clause);
      return;
    }
    float share = size > 30 ? 0 : 1f / (1 << size);
    for (int i = clause + HEADER; i < end; i++) {
      weight[arena[i]] += share;
    }
  }

  /** Whether there is a model in which these literals are true. */
  Status solve(Meter meter, int... assumptions) {
    core = NONE;
    if (contradiction) {
      return Status.UNSATISFIABLE;
    }
    backTo(0);
    prepare();
    // All assumptions are one level: a conflict above it leaves them where they are.
    int base = assumptions.length == 0 ? 0 : 1;
    long sinceRestart = 0;
    long restartAfter = RESTART_UNIT * LubySequence.at(0);
    long run = 0;
    while (true) {
      int conflict = propagate();
      if (log != null && levelStart.isEmpty()) {
        logUnits();
      }
      if (conflict != 0) {
        conflicts++;
        sinceRestart++;
        if (levelStart.isEmpty()) {
          contradiction = true;
          logEmpty(conflict);
          return Status.UNSATISFIABLE;
        }
        if (levelStart.size() == base) {
          core = assumptionsFor(conflict);
          return Status.UNSATISFIABLE;
        }
        learn(conflict);
        if (!meter.step()) {
          backTo(0);
          return Status.EXHAUSTED;
        }
        continue;
      }
      if (sinceRestart >= restartAfter) {
        sinceRestart = 0;
        restartAfter = RESTART_UNIT * LubySequence.at(++run);
        restarts++;
        if (learnedClauses.size() > learnedLimit) {
          backTo(0);
          forget();
        } else {
          backTo(base);
        }
        continue;
      }
      if (levelStart.size() < base) {
        if (!assume(assumptions)) {
          return Status.UNSATISFIABLE;
        }
        continue;
      }
      int next = decide();
      if (next == 0) {
        return Status.SATISFIABLE;
      }
      decisions++;
      if ((decisions & 255) == 0 && !meter.step()) {
        backTo(0);
        return Status.EXHAUSTED;
      }
      levelStart.push(trailSize);
      assign(next, 0);
    }
  }

  /** Makes all assumptions true on a level of their own; false if one is false, with the core. */
  private boolean assume(int[] assumptions) {
    levelStart.push(trailSize);
    for (int literal : assumptions) {
      int code = code(literal);
      if (value[code] < 0) {
        core = level[code >> 1] == 0 ? new int[] {literal} : new int[] {literal, -literal};
        return false;
      }
      if (value[code] == 0) {
        assign(code, 0);
      }
    }
    return true;
  }

  /** Variables of many short clauses first, and the sign that satisfies more of them. */
  private void prepare() {
    if (prepared) {
      return;
    }
    prepared = true;
    for (int v = 1; v <= variables; v++) {
      float positive = weight[2 * v];
      float negative = weight[2 * v + 1];
      phase[v] = positive > negative;
      if (positive + negative > 0) {
        order.prefer(v, positive + negative);
      }
    }
  }

  /** What a variable is first tried as. */
  void phase(int variable, boolean isTrue) {
    prepare();
    phase[variable] = isTrue;
  }

  private int decide() {
    while (true) {
      int variable = order.poll();
      if (variable == 0) {
        return 0;
      }
      if (value[2 * variable] == 0) {
        return phase[variable] ? 2 * variable : 2 * variable + 1;
      }
    }
  }

  /** Learns the clause of the first unique implication point, and goes back to where it is unit. */
  private void learn(int conflict) {
    learned.shrink(0);
    learned.push(0);
    int open = 0;
    int index = trailSize - 1;
    int clause = conflict;
    int code = -1;
    do {
      note(clause);
      int end = clause + HEADER + arena[clause];
      for (int i = clause + HEADER; i < end; i++) {
        int other = arena[i];
        int variable = other >> 1;
        if (other == code || seen[variable] != 0) {
          continue;
        }
        if (level[variable] == 0) {
          noteUnit(variable);
          continue;
        }
        seen[variable] = 1;
        toClear.push(variable);
        order.bump(variable);
        if (level[variable] >= levelStart.size()) {
          open++;
        } else {
          learned.push(other);
        }
      }
      while (seen[trail[index] >> 1] == 0) {
        index--;
      }
      code = trail[index--];
      clause = reason[code >> 1];
      open--;
    } while (open > 0);
    learned.set(0, code ^ 1);
    minimize();
    int distance = distance();
    int target = 0;
    for (int i = 1; i < learned.size(); i++) {
      int at = level[learned.get(i) >> 1];
      if (at > target) {
        target = at;
        int swapped = learned.get(1);
        learned.set(1, learned.get(i));
        learned.set(i, swapped);
      }
    }
    while (!toClear.isEmpty()) {
      seen[toClear.pop()] = 0;
    }
    backTo(target);
    order.decay();
    addLearned(distance);
  }

  private void addLearned(int distance) {
    int identity = 0;
    if (log != null) {
      for (int i = 0; i < learned.size(); i++) {
        log.literal(dimacs(learned.get(i)));
      }
      identity = log.learned();
    }
    int size = learned.size();
    int clause = arenaSize;
    reserve(size);
    arena[clause] = size;
    arena[clause + IDENTITY] = identity;
    arena[clause + DISTANCE] = distance;
    for (int i = 0; i < size; i++) {
      arena[clause + HEADER + i] = learned.get(i);
    }
    arenaSize += HEADER + size;
    if (size > 1) {
      attach(clause);
      learnedClauses.push(clause);
    }
    assign(learned.get(0), clause);
  }

  private int distance() {
    stamp++;
    int distance = 0;
    for (int i = 0; i < learned.size(); i++) {
      int at = level[learned.get(i) >> 1];
      if (levelStamp[at] != stamp) {
        levelStamp[at] = stamp;
        distance++;
      }
    }
    return distance;
  }

  /** Drops literals that the others imply. */
  private void minimize() {
    int kept = 1;
    int size = learned.size();
    for (int i = 1; i < size; i++) {
      int code = learned.get(i);
      if (reason[code >> 1] == 0 || !isImplied(code)) {
        learned.set(kept++, code);
      }
    }
    learned.shrink(kept);
  }

  // Marks of a variable while a clause is learned.
  private static final byte IN_CLAUSE = 1;
  private static final byte IMPLIED = 2;
  private static final byte NOT_IMPLIED = 3;

  /** Whether a false literal follows from the other literals of the learned clause being false. */
  private boolean isImplied(int code) {
    stack.shrink(0);
    stack.push(code >> 1);
    int marked = toClear.size();
    for (int s = 0; s < stack.size(); s++) {
      int clause = reason[stack.get(s)];
      int end = clause + HEADER + arena[clause];
      for (int i = clause + HEADER; i < end; i++) {
        int variable = arena[i] >> 1;
        if (variable == stack.get(s) || level[variable] == 0) {
          continue;
        }
        byte mark = seen[variable];
        if (mark == IN_CLAUSE || mark == IMPLIED) {
          continue;
        }
        if (mark == NOT_IMPLIED || reason[variable] == 0) {
          for (int t = marked; t < toClear.size(); t++) {
            seen[toClear.get(t)] = NOT_IMPLIED;
          }
          return false;
        }
        seen[variable] = IMPLIED;
        toClear.push(variable);
        stack.push(variable);
      }
    }
    if (log != null) {
      for (int s = 0; s < stack.size(); s++) {
        int clause = reason[stack.get(s)];
        note(clause);
        for (int i = clause + HEADER; i < clause + HEADER + arena[clause]; i++) {
          if (level[arena[i] >> 1] == 0) {
            noteUnit(arena[i] >> 1);
          }
        }
      }
    }
    return true;
  }

  private void note(int clause) {
    if (log != null) {
      log.antecedent(arena[clause + IDENTITY]);
    }
  }

  private void noteUnit(int variable) {
    if (log != null) {
      log.antecedent(unitIdentity[variable]);
    }
  }

  /** Gives each literal that has come to hold everywhere a clause of its own. */
  private void logUnits() {
    if (log == null) {
      return;
    }
    for (; unitsLogged < trailSize; unitsLogged++) {
      int code = trail[unitsLogged];
      int clause = reason[code >> 1];
      if (arena[clause] == 1) {
        unitIdentity[code >> 1] = arena[clause + IDENTITY];
        continue;
      }
      note(clause);
      for (int i = clause + HEADER; i < clause + HEADER + arena[clause]; i++) {
        if (arena[i] != code) {
          noteUnit(arena[i] >> 1);
        }
      }
      log.literal(dimacs(code));
      unitIdentity[code >> 1] = log.learned();
    }
  }

  private void logEmpty(int conflict) {
    if (log == null) {
      return;
    }
    logUnits();
    note(conflict);
    for (int i = conflict + HEADER; i < conflict + HEADER + arena[conflict]; i++) {
      noteUnit(arena[i] >> 1);
    }
    log.learned();
  }

  /** The assumptions from which it follows that this clause is false. */
  private int[] assumptionsFor(int conflict) {
    IntStack result = new IntStack(8);
    markAbove(conflict);
    int start = levelStart.get(0);
    for (int i = trailSize - 1; i >= start; i--) {
      int variable = trail[i] >> 1;
      if (seen[variable] == 0) {
        continue;
      }
      if (reason[variable] == 0) {
        result.push(dimacs(trail[i]));
      } else {
        markAbove(reason[variable]);
      }
      seen[variable] = 0;
    }
    return result.toArray();
  }

  private void markAbove(int clause) {
    for (int i = clause + HEADER; i < clause + HEADER + arena[clause]; i++) {
      if (level[arena[i] >> 1] > 0) {
        seen[arena[i] >> 1] = 1;
      }
    }
  }

  /** Forgets the half of the learned clauses whose literals are from the most levels. */
  private void forget() {
    learnedLimit += LIMIT_STEP;
    int count = learnedClauses.size();
    long[] byDistance = new long[count];
    for (int i = 0; i < count; i++) {
      int clause = learnedClauses.get(i);
      // Of equals, the older goes first.
      byDistance[i] = ((long) arena[clause + DISTANCE] << 32) | (count - i);
    }
    Arrays.sort(byDistance);
    BitSet gone = new BitSet(arenaSize);
    for (int i = count / 2; i < count; i++) {
      int clause = learnedClauses.get(count - (int) byDistance[i]);
      if (arena[clause + DISTANCE] > 2) {
        gone.set(clause);
      }
    }
    // What holds at level 0 needs no reason any more, so all clauses may move.
    for (int i = 0; i < trailSize; i++) {
      reason[trail[i] >> 1] = 0;
    }
    Arrays.fill(watchSize, 0);
    learnedClauses.shrink(0);
    int to = 1;
    int clause = 1;
    while (clause < arenaSize) {
      int length = HEADER + arena[clause];
      if (!gone.get(clause)) {
        System.arraycopy(arena, clause, arena, to, length);
        if (arena[to] > 1) {
          if (isOpen(to)) {
            attach(to);
            if (arena[to + DISTANCE] > 0) {
              learnedClauses.push(to);
            }
            to += length;
          }
        }
      }
      clause += length;
    }
    arenaSize = to;
  }

  /** After a satisfiable check, until the next call: whether a variable is true in the model. */
  boolean isTrue(int variable) {
    return value[2 * variable] > 0;
  }

  /** After a satisfiable check: the true variables of the model among the first ones. */
  BitSet model(int first) {
    BitSet model = new BitSet(first + 1);
    for (int v = 1; v <= first; v++) {
      if (value[2 * v] > 0) {
        model.set(v);
      }
    }
    return model;
  }

  /** After an unsatisfiable check: assumptions that suffice for it. */
  int[] core() {
    return core;
  }

  Statistics statistics() {
    return new Statistics(decisions, conflicts, propagations, restarts);
  }
}
