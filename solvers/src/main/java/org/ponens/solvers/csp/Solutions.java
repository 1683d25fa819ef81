package org.ponens.solvers.csp;

import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ponens.grammar.csp.CspProgram;
import org.ponens.grammar.csp.Variable;

/** Tells solutions in the program's words. */
final class Solutions {

  private final CspProgram program;

  Solutions(CspProgram program) {
    this.program = program;
  }

  /** A solution that the search may still change; {@link Solution#kept()} makes it last. */
  Solution of(int[] values) {
    return new Solution(program, values, new int[0]);
  }

  /** One solution; what is kept is copied once. */
  static final class Solution {
    private final CspProgram program;
    private final int[] live;
    private int[] copy;

    private Solution(CspProgram program, int[] live, int[] copy) {
      this.program = program;
      this.live = live;
      this.copy = copy;
    }

    Solution kept() {
      if (copy.length == 0) {
        copy = live.clone();
      }
      return this;
    }

    /** The variables in the order of their values, with what the domain calls them. */
    Map<String, String> byName() {
      int[] values = kept().copy;
      List<Variable> variables = program.variables();
      Map<String, String> named = new LinkedHashMap<>();
      IntStream.range(0, values.length)
          .boxed()
          .sorted(Comparator.comparingInt(i -> values[i]))
          .forEach(i -> named.put(variables.get(i).name(), value(values[i])));
      return Collections.unmodifiableMap(named);
    }

    private String value(int value) {
      String label = program.domain().get(value);
      return label == null ? Integer.toString(value) : value + " (" + label + ")";
    }
  }
}
