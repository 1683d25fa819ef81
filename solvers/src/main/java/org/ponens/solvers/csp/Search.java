package org.ponens.solvers.csp;

import java.util.Arrays;
import java.util.List;
import org.ponens.solvers.Meter;

/**
 * Backtracking search for the solutions of a set of propagators, on domains that are bit sets with
 * a trail. Binary constraints are kept arc consistent (Mackworth 1977); the others are checked
 * forward (Haralick and Elliott 1980). Branches on the variable of the least ratio of domain size
 * to weight, where failures weigh (Boussemart et al. 2004), with {@code x = v} before {@code x ≠
 * v}. Complete. For one thread.
 */
final class Search {

  /** Why a search ended. */
  enum End {
    /** There are no further solutions. */
    COMPLETE,
    /** The visitor had enough. */
    STOPPED,
    /** The limit on nodes was reached. */
    NODES,
    /** The budget was spent. */
    EXHAUSTED
  }

  /** Takes solutions; says whether it wants more. */
  interface Visitor {
    boolean visit(int[] values);
  }

  private static final int CLOCK_INTERVAL = 256;

  private final int[][] domains;
  private final Propagator[][] watching;
  private final List<Propagator> propagators;
  private final Meter meter;

  private final int[] offset;
  private final int[] variableOfWord;
  private final long[] words;
  private final int[] size;
  private final double[] weight;
  private final int[] values;

  private final int[] queue;
  private final boolean[] queued;
  private int head;
  private int waiting;
  private int sinceClock;

  private int[] trailWord = new int[256];
  private long[] trailBits = new long[256];
  private int trailed;

  Search(int[][] domains, List<Propagator> propagators, Meter meter) {
    int n = domains.length;
    this.domains = domains;
    this.meter = meter;
    this.offset = new int[n + 1];
    for (int v = 0; v < n; v++) {
      offset[v + 1] = offset[v] + Compiler.words(domains[v].length);
    }
    this.words = new long[offset[n]];
    this.variableOfWord = new int[offset[n]];
    this.size = new int[n];
    this.weight = new double[n];
    this.values = new int[n];
    this.queue = new int[n];
    this.queued = new boolean[n];
    Arrays.fill(weight, 1);
    for (int v = 0; v < n; v++) {
      size[v] = domains[v].length;
      Arrays.fill(words, offset[v], offset[v + 1], -1L);
      Arrays.fill(variableOfWord, offset[v], offset[v + 1], v);
      if ((size[v] & 63) != 0) {
        words[offset[v + 1] - 1] = (1L << size[v]) - 1;
      }
    }
    this.propagators = propagators;
    this.watching = watchers(n);
  }

  private Propagator[][] watchers(int n) {
    int[] count = new int[n];
    for (Propagator propagator : propagators) {
      if (!(propagator instanceof Propagator.Never || propagator instanceof Propagator.Unary)) {
        for (int v : propagator.scope()) {
          count[v]++;
          weight[v]++;
        }
      }
    }
    Propagator[][] watchers = new Propagator[n][];
    for (int v = 0; v < n; v++) {
      watchers[v] = new Propagator[count[v]];
    }
    for (Propagator propagator : propagators) {
      if (!(propagator instanceof Propagator.Never || propagator instanceof Propagator.Unary)) {
        for (int v : propagator.scope()) {
          watchers[v][--count[v]] = propagator;
        }
      }
    }
    return watchers;
  }

  /**
   * Visits the solutions.
   *
   * @param mostNodes after so many decisions the search ends, if it has found a solution
   */
  End run(Visitor visitor, long mostNodes) {
    if (!start()) {
      return meter.exhausted() ? End.EXHAUSTED : End.COMPLETE;
    }
    int[] variables = new int[64];
    int[] chosen = new int[64];
    int[] marks = new int[64];
    int depth = 0;
    long nodes = 0;
    boolean solved = false;
    while (true) {
      int variable = choose();
      boolean failed;
      if (variable < 0) {
        solved = true;
        if (!visitor.visit(values())) {
          return End.STOPPED;
        }
        failed = true;
      } else {
        if (nodes++ >= mostNodes && solved) {
          return End.NODES;
        }
        if (!meter.step()) {
          return End.EXHAUSTED;
        }
        if (depth == variables.length) {
          variables = Arrays.copyOf(variables, 2 * depth);
          chosen = Arrays.copyOf(chosen, 2 * depth);
          marks = Arrays.copyOf(marks, 2 * depth);
        }
        variables[depth] = variable;
        chosen[depth] = first(variable);
        marks[depth] = trailed;
        assign(variable, chosen[depth]);
        depth++;
        failed = !propagate();
      }
      while (failed) {
        if (meter.exhausted()) {
          return End.EXHAUSTED;
        }
        if (depth == 0) {
          return End.COMPLETE;
        }
        depth--;
        undo(marks[depth]);
        failed = !remove(variables[depth], chosen[depth]) || !propagate();
      }
    }
  }

  private boolean start() {
    for (Propagator root : propagators) {
      boolean possible =
          switch (root) {
            case Propagator.Never never -> false;
            case Propagator.Unary(var variable, var allowed) -> retain(variable, allowed);
            case Propagator.Different(var scope) -> enoughValues(scope);
            case Propagator.Binary binary -> true;
            case Propagator.General general -> true;
          };
      if (!possible) {
        return false;
      }
    }
    for (int v = 0; v < domains.length; v++) {
      enqueue(v);
    }
    return propagate();
  }

  private int choose() {
    int best = -1;
    double least = Double.POSITIVE_INFINITY;
    for (int v = 0; v < size.length; v++) {
      if (size[v] > 1 && size[v] / weight[v] < least) {
        least = size[v] / weight[v];
        best = v;
      }
    }
    return best;
  }

  private int[] values() {
    for (int v = 0; v < values.length; v++) {
      values[v] = domains[v][first(v)];
    }
    return values;
  }

  /** The index of a variable's least value. */
  private int first(int variable) {
    int word = offset[variable];
    while (words[word] == 0) {
      word++;
    }
    return ((word - offset[variable]) << 6) + Long.numberOfTrailingZeros(words[word]);
  }

  private boolean propagate() {
    while (waiting > 0) {
      if (++sinceClock >= CLOCK_INTERVAL) {
        sinceClock = 0;
        if (meter.exhausted()) {
          clearQueue();
          return false;
        }
      }
      int variable = queue[head];
      head = head + 1 == queue.length ? 0 : head + 1;
      waiting--;
      queued[variable] = false;
      for (Propagator propagator : watching[variable]) {
        if (!propagate(propagator, variable)) {
          for (int v : propagator.scope()) {
            weight[v]++;
          }
          clearQueue();
          return false;
        }
      }
    }
    return true;
  }

  private boolean propagate(Propagator propagator, int changed) {
    return switch (propagator) {
      case Propagator.Never never -> false;
      case Propagator.Unary unary -> true;
      case Propagator.Binary(var scope, var fromFirst, var fromSecond) ->
          scope[0] == changed
              ? support(changed, scope[1], fromFirst)
              : support(changed, scope[0], fromSecond);
      case Propagator.Different(var scope) -> size[changed] > 1 || differ(scope, changed);
      case Propagator.General(var scope, var test) -> check(scope, test);
    };
  }

  /** Keeps those values of a variable that go with some value of another. */
  private boolean support(int from, int to, long[][] rows) {
    int count = offset[to + 1] - offset[to];
    for (int k = 0; k < count; k++) {
      long supported = 0;
      for (int word = offset[from]; word < offset[from + 1]; word++) {
        long bits = words[word];
        int base = (word - offset[from]) << 6;
        while (bits != 0) {
          supported |= rows[base + Long.numberOfTrailingZeros(bits)][k];
          bits &= bits - 1;
        }
      }
      if (!retain(to, offset[to] + k, supported)) {
        return false;
      }
    }
    return size[to] > 0;
  }

  private boolean differ(int[] scope, int fixed) {
    int value = domains[fixed][first(fixed)];
    for (int v : scope) {
      if (v != fixed) {
        int index = share(v, fixed) ? first(fixed) : Arrays.binarySearch(domains[v], value);
        if (index >= 0 && !remove(v, index)) {
          return false;
        }
      }
    }
    return enoughValues(scope);
  }

  /** Whether variables that share a domain have as many values left together as they are. */
  private boolean enoughValues(int[] scope) {
    int first = scope[0];
    int count = offset[first + 1] - offset[first];
    int together = 0;
    for (int k = 0; k < count; k++) {
      long union = 0;
      for (int v : scope) {
        if (!share(v, first)) {
          return true;
        }
        union |= words[offset[v] + k];
      }
      together += Long.bitCount(union);
    }
    return together >= scope.length;
  }

  /** Whether two variables have the same domain; the compiler shares the arrays of equal ones. */
  @SuppressWarnings("ReferenceEquality")
  private boolean share(int a, int b) {
    return domains[a] == domains[b];
  }

  private boolean check(int[] scope, Evaluation.Test test) {
    int open = -1;
    for (int v : scope) {
      if (size[v] > 1) {
        if (open >= 0) {
          return true;
        }
        open = v;
      }
    }
    for (int v : scope) {
      values[v] = domains[v][first(v)];
    }
    if (open < 0) {
      return test.holds(values);
    }
    int[] domain = domains[open];
    for (int word = offset[open]; word < offset[open + 1]; word++) {
      long kept = words[word];
      long bits = kept;
      int base = (word - offset[open]) << 6;
      while (bits != 0) {
        int bit = Long.numberOfTrailingZeros(bits);
        values[open] = domain[base + bit];
        if (!test.holds(values)) {
          kept &= ~(1L << bit);
        }
        bits &= bits - 1;
      }
      if (!retain(open, word, kept)) {
        return false;
      }
    }
    return size[open] > 0;
  }

  private void assign(int variable, int index) {
    for (int word = offset[variable]; word < offset[variable + 1]; word++) {
      boolean here = word == offset[variable] + (index >> 6);
      set(word, here ? 1L << index : 0);
    }
    enqueue(variable);
  }

  private boolean remove(int variable, int index) {
    int word = offset[variable] + (index >> 6);
    return retain(variable, word, ~(1L << index));
  }

  private boolean retain(int variable, long[] allowed) {
    for (int k = 0; k < allowed.length; k++) {
      if (!retain(variable, offset[variable] + k, allowed[k])) {
        return false;
      }
    }
    return true;
  }

  private boolean retain(int variable, int word, long allowed) {
    long kept = words[word] & allowed;
    if (kept != words[word]) {
      set(word, kept);
      if (size[variable] == 0) {
        return false;
      }
      enqueue(variable);
    }
    return true;
  }

  private void set(int word, long bits) {
    if (trailed == trailWord.length) {
      trailWord = Arrays.copyOf(trailWord, 2 * trailed);
      trailBits = Arrays.copyOf(trailBits, 2 * trailed);
    }
    trailWord[trailed] = word;
    trailBits[trailed++] = words[word];
    size[variableOfWord[word]] += Long.bitCount(bits) - Long.bitCount(words[word]);
    words[word] = bits;
  }

  private void undo(int mark) {
    while (trailed > mark) {
      int word = trailWord[--trailed];
      size[variableOfWord[word]] += Long.bitCount(trailBits[trailed]) - Long.bitCount(words[word]);
      words[word] = trailBits[trailed];
    }
  }

  private void enqueue(int variable) {
    if (!queued[variable]) {
      queued[variable] = true;
      int at = head + waiting;
      queue[at >= queue.length ? at - queue.length : at] = variable;
      waiting++;
    }
  }

  private void clearQueue() {
    while (waiting > 0) {
      queued[queue[head]] = false;
      head = head + 1 == queue.length ? 0 : head + 1;
      waiting--;
    }
  }
}
