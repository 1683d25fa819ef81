package org.ponens.solvers.satlm;

import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.SatSolver;

/**
 * A Boolean circuit with structural sharing, given to a SAT solver gate by gate as it is needed, by
 * polarity (Tseitin 1968; Plaisted and Greenbaum, JSC 1986). A literal is a gate's number or its
 * negative; gate 1 is true. For one thread.
 */
final class Circuit {

  static final int TRUE = 1;
  static final int FALSE = -1;
  private static final int MOST_INPUTS = 8_000_000;

  private static final class Gate {
    final boolean xor;
    final int[] inputs;
    final int hash;

    Gate(boolean xor, int[] inputs) {
      this.xor = xor;
      this.inputs = inputs;
      this.hash = 31 * Arrays.hashCode(inputs) + (xor ? 1 : 0);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Gate that
          && hash == that.hash
          && xor == that.xor
          && Arrays.equals(inputs, that.inputs);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  private static final Gate INPUT = new Gate(false, new int[0]);

  private final Meter meter;
  private final SatSolver solver = new SatSolver();
  private final Map<Gate, Integer> numbers = new HashMap<>();
  private Gate[] gates = new Gate[256];
  private int[] variables = new int[256];
  private int count = 1;
  private long inputs;
  private final BitSet positive = new BitSet();
  private final BitSet negative = new BitSet();

  Circuit(Meter meter) {
    this.meter = meter;
    gates[TRUE] = INPUT;
    variables[TRUE] = solver.newVariable();
    solver.addClause(variables[TRUE]);
  }

  SatSolver solver() {
    return solver;
  }

  int input() {
    return add(INPUT);
  }

  int and(int a, int b) {
    return and(new int[] {a, b}, 2);
  }

  int or(int a, int b) {
    return -and(-a, -b);
  }

  /** The conjunction of the first literals of an array, which is not kept. */
  int and(int[] literals, int length) {
    int[] all = Arrays.copyOf(literals, length);
    Arrays.sort(all);
    int kept = 0;
    for (int literal : all) {
      if (literal == FALSE) {
        return FALSE;
      }
      if (literal != TRUE && (kept == 0 || all[kept - 1] != literal)) {
        all[kept++] = literal;
      }
    }
    // Sorted, so the negation of a literal is found from the other end.
    int low = 0;
    int high = kept - 1;
    while (low < high) {
      int sum = all[low] + all[high];
      if (sum == 0) {
        return FALSE;
      }
      if (sum < 0) {
        low++;
      } else {
        high--;
      }
    }
    if (kept == 0) {
      return TRUE;
    }
    return kept == 1 ? all[0] : share(new Gate(false, Arrays.copyOf(all, kept)));
  }

  int or(int[] literals, int length) {
    int[] negated = new int[length];
    for (int i = 0; i < length; i++) {
      negated[i] = -literals[i];
    }
    return -and(negated, length);
  }

  int xor(int a, int b) {
    if (Math.abs(a) == TRUE) {
      return a == TRUE ? -b : b;
    }
    if (Math.abs(b) == TRUE) {
      return b == TRUE ? -a : a;
    }
    if (Math.abs(a) == Math.abs(b)) {
      return a == b ? FALSE : TRUE;
    }
    int x = Math.abs(a);
    int y = Math.abs(b);
    int gate = share(new Gate(true, new int[] {Math.min(x, y), Math.max(x, y)}));
    return (a < 0) == (b < 0) ? gate : -gate;
  }

  int choose(int condition, int then, int otherwise) {
    return or(and(condition, then), and(-condition, otherwise));
  }

  private int share(Gate gate) {
    Integer known = numbers.get(gate);
    if (known != null) {
      return known;
    }
    int number = add(gate);
    numbers.put(gate, number);
    return number;
  }

  private int add(Gate gate) {
    inputs += 1 + gate.inputs.length;
    if (inputs > MOST_INPUTS) {
      throw new SpentException("the ground program has more than " + MOST_INPUTS + " literals");
    }
    if (!meter.step()) {
      throw new SpentException("the budget was spent on grounding");
    }
    count++;
    if (count == gates.length) {
      gates = Arrays.copyOf(gates, 2 * count);
      variables = Arrays.copyOf(variables, 2 * count);
    }
    gates[count] = gate;
    return count;
  }

  /**
   * Adds the clauses that make one literal imply another: both in the solver's numbering, 0 none.
   */
  void imply(int selector, int literal) {
    Gate gate = gates[Math.abs(literal)];
    if (gate.inputs.length == 0 || gate.xor) {
      clause(selector, literal);
    } else if (literal > 0) {
      for (int input : gate.inputs) {
        imply(selector, input);
      }
    } else {
      int[] clause = new int[gate.inputs.length];
      for (int i = 0; i < clause.length; i++) {
        clause[i] = -gate.inputs[i];
      }
      clause(selector, clause);
    }
  }

  private void clause(int selector, int... literals) {
    int[] clause = new int[literals.length + (selector == 0 ? 0 : 1)];
    for (int i = 0; i < literals.length; i++) {
      clause[i] = literal(literals[i]);
    }
    if (selector != 0) {
      clause[literals.length] = -selector;
    }
    solver.addClause(clause);
  }

  /** A literal in the solver's numbering, its definition (in this polarity) given to the solver. */
  int literal(int root) {
    require(root);
    return signed(root);
  }

  private int signed(int literal) {
    int gate = Math.abs(literal);
    if (variables[gate] == 0) {
      variables[gate] = solver.newVariable();
    }
    return literal > 0 ? variables[gate] : -variables[gate];
  }

  private void require(int root) {
    int[] open = new int[16];
    int size = 0;
    open[size++] = root;
    while (size > 0) {
      int literal = open[--size];
      int number = Math.abs(literal);
      Gate gate = gates[number];
      BitSet done = literal > 0 ? positive : negative;
      if (gate.inputs.length == 0 || done.get(number)) {
        continue;
      }
      done.set(number);
      if (size + 2 * gate.inputs.length + 2 > open.length) {
        open = Arrays.copyOf(open, 2 * (size + 2 * gate.inputs.length + 2));
      }
      if (gate.xor) {
        int a = signed(gate.inputs[0]);
        int b = signed(gate.inputs[1]);
        int self = signed(number);
        if (literal > 0) {
          solver.addClause(-self, a, b);
          solver.addClause(-self, -a, -b);
        } else {
          solver.addClause(self, -a, b);
          solver.addClause(self, a, -b);
        }
        for (int input : gate.inputs) {
          open[size++] = input;
          open[size++] = -input;
        }
      } else if (literal > 0) {
        int self = signed(number);
        for (int input : gate.inputs) {
          solver.addClause(-self, signed(input));
          open[size++] = input;
        }
      } else {
        int[] clause = new int[gate.inputs.length + 1];
        for (int i = 0; i < gate.inputs.length; i++) {
          clause[i] = -signed(gate.inputs[i]);
          open[size++] = -gate.inputs[i];
        }
        clause[gate.inputs.length] = signed(number);
        solver.addClause(clause);
      }
    }
  }

  /** The input gates that a literal depends on. */
  BitSet inputsOf(int literal) {
    BitSet seen = new BitSet();
    BitSet found = new BitSet();
    int[] open = new int[16];
    int size = 0;
    open[size++] = Math.abs(literal);
    while (size > 0) {
      int number = open[--size];
      if (seen.get(number)) {
        continue;
      }
      seen.set(number);
      int[] below = gates[number].inputs;
      if (below.length == 0 && number != TRUE) {
        found.set(number);
      }
      if (size + below.length > open.length) {
        open = Arrays.copyOf(open, 2 * (size + below.length));
      }
      for (int input : below) {
        open[size++] = Math.abs(input);
      }
    }
    return found;
  }

  /** The solver's variable of an input gate; 0 where no clause mentions it. */
  int variable(int gate) {
    return variables[gate];
  }
}
