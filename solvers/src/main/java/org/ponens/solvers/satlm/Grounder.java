package org.ponens.solvers.satlm;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.ponens.grammar.satlm.Binding;
import org.ponens.grammar.satlm.Expression;
import org.ponens.grammar.satlm.FunctionDeclaration;
import org.ponens.grammar.satlm.Operator;
import org.ponens.grammar.satlm.Relation;
import org.ponens.grammar.satlm.Signature;
import org.ponens.grammar.satlm.Sort;

/**
 * Grounds expressions over finite ranges. A term becomes a choice among its values, one literal
 * each; counting becomes a sequential counter (Sinz, CP 2005) cut at the bound it is compared with.
 * An undefined term has no value, so that every comparison with it is false by itself. For one
 * thread.
 */
final class Grounder {

  private final Circuit circuit;
  private final Signature signature;
  private final Ranges ranges;
  private final Map<String, Integer> environment = new HashMap<>();
  private final Map<Cell, Values> cells = new LinkedHashMap<>();
  private final Map<Cell, Integer> atoms = new LinkedHashMap<>();
  private final Map<Sort, Set<Integer>> elements = new HashMap<>();
  private final Map<Sort, int[]> domains = new HashMap<>();

  Grounder(Circuit circuit, Signature signature, Ranges ranges) {
    this.circuit = circuit;
    this.signature = signature;
    this.ranges = ranges;
  }

  /** The unknown truth values met so far, each with its literal. */
  Map<Cell, Integer> atoms() {
    return atoms;
  }

  /** The unknown terms met so far. */
  Map<Cell, Values> cells() {
    return cells;
  }

  /** The literal of a formula whose variables are bound. */
  int truth(Expression expression) {
    return switch (expression) {
      case Expression.Truth(var value) -> value ? Circuit.TRUE : Circuit.FALSE;
      case Expression.Variable(var name) -> value(name) != 0 ? Circuit.TRUE : Circuit.FALSE;
      case Expression.Application(var function, var arguments) -> atom(function, arguments);
      case Expression.Not(var operand) -> -truth(operand);
      case Expression.And(var operands) -> conjunction(operands, 1);
      case Expression.Or(var operands) -> -conjunction(operands, -1);
      case Expression.Xor(var left, var right) -> circuit.xor(truth(left), truth(right));
      case Expression.Iff(var left, var right) -> -circuit.xor(truth(left), truth(right));
      case Expression.Implies(var left, var right) -> {
        int antecedent = truth(left);
        yield antecedent == Circuit.FALSE ? Circuit.TRUE : circuit.or(-antecedent, truth(right));
      }
      case Expression.If(var condition, var then, var otherwise) ->
          circuit.choose(truth(condition), truth(then), truth(otherwise));
      case Expression.Comparison(var relation, var left, var right) ->
          comparison(relation, left, right);
      case Expression.In(var element, var values) -> membership(element, values);
      case Expression.Defined(var term) -> defined(term(term));
      case Expression.ForAll(var bindings, var body) -> quantifier(bindings, body, 1);
      case Expression.Exists(var bindings, var body) -> -quantifier(bindings, body, -1);
      case Expression.Distinct(var operands) ->
          distinct(operands.stream().map(this::term).toList());
      case Expression.DistinctOver(var bindings, var term) -> {
        List<Values> terms = new ArrayList<>();
        each(bindings, 0, () -> terms.add(term(term)));
        yield distinct(terms);
      }
      case Expression.Member m -> throw notAFormula(expression);
      case Expression.Numeral n -> throw notAFormula(expression);
      case Expression.Arithmetic a -> throw notAFormula(expression);
      case Expression.Absolute a -> throw notAFormula(expression);
      case Expression.Max m -> throw notAFormula(expression);
      case Expression.Min m -> throw notAFormula(expression);
      case Expression.Sum s -> throw notAFormula(expression);
      case Expression.SumOver s -> throw notAFormula(expression);
      case Expression.Count c -> throw notAFormula(expression);
    };
  }

  private static IllegalArgumentException notAFormula(Expression expression) {
    return new IllegalArgumentException("a term stands where a formula is expected: " + expression);
  }

  private int value(String variable) {
    Integer value = environment.get(variable);
    if (value == null) {
      throw new IllegalArgumentException("a variable is not bound: " + variable);
    }
    return value;
  }

  // Of the operands or, with sign -1, of their negations.
  private int conjunction(List<Expression> operands, int sign) {
    int[] literals = new int[operands.size()];
    int count = 0;
    for (Expression operand : operands) {
      int literal = sign * truth(operand);
      if (literal == Circuit.FALSE) {
        return Circuit.FALSE;
      }
      literals[count++] = literal;
    }
    return circuit.and(literals, count);
  }

  private int quantifier(List<Binding> bindings, Expression body, int sign) {
    Literals literals = new Literals();
    each(
        bindings,
        0,
        () -> {
          if (!literals.holdsFalse) {
            literals.add(sign * truth(body));
          }
        });
    return literals.holdsFalse ? Circuit.FALSE : circuit.and(literals.all, literals.count);
  }

  private static final class Literals {
    private int[] all = new int[8];
    private int count;
    private boolean holdsFalse;

    void add(int literal) {
      if (count == all.length) {
        all = Arrays.copyOf(all, 2 * count);
      }
      all[count++] = literal;
      holdsFalse |= literal == Circuit.FALSE;
    }
  }

  private void each(List<Binding> bindings, int from, Runnable action) {
    if (from == bindings.size()) {
      action.run();
      return;
    }
    Binding binding = bindings.get(from);
    Integer outer = environment.get(binding.variable());
    for (int value : domains.computeIfAbsent(binding.sort(), ranges::values)) {
      environment.put(binding.variable(), value);
      each(bindings, from + 1, action);
    }
    if (outer == null) {
      environment.remove(binding.variable());
    } else {
      environment.put(binding.variable(), outer);
    }
  }

  private int atom(String name, List<Expression> arguments) {
    FunctionDeclaration function = signature.function(name).orElseThrow();
    List<Values> given = arguments(function, arguments);
    int[] found = {Circuit.FALSE};
    combine(
        function,
        given,
        0,
        new ArrayList<>(),
        Circuit.TRUE,
        (cell, condition) -> {
          int literal = atoms.computeIfAbsent(cell, c -> circuit.input());
          found[0] = circuit.or(found[0], circuit.and(condition, literal));
        });
    return found[0];
  }

  private Values application(String name, List<Expression> arguments) {
    FunctionDeclaration function = signature.function(name).orElseThrow();
    List<Values> given = arguments(function, arguments);
    if (given.stream().allMatch(Values::isConstant)) {
      List<Integer> place = given.stream().map(v -> v.values()[0]).toList();
      for (int i = 0; i < place.size(); i++) {
        if (!contains(function.parameters().get(i), place.get(i))) {
          return Values.UNDEFINED;
        }
      }
      return cell(function, new Cell(name, place));
    }
    Sums sums = new Sums();
    boolean[] total = {given.stream().allMatch(Values::total)};
    for (int i = 0; i < given.size(); i++) {
      for (int value : given.get(i).values()) {
        total[0] &= contains(function.parameters().get(i), value);
      }
    }
    combine(
        function,
        given,
        0,
        new ArrayList<>(),
        Circuit.TRUE,
        (cell, condition) -> {
          Values values = cell(function, cell);
          total[0] &= values.total();
          for (int i = 0; i < values.size(); i++) {
            sums.add(values.values()[i], circuit.and(condition, values.literals()[i]));
          }
        });
    return sums.values(total[0]);
  }

  private List<Values> arguments(FunctionDeclaration function, List<Expression> arguments) {
    List<Values> given = new ArrayList<>(arguments.size());
    for (int i = 0; i < arguments.size(); i++) {
      if (function.parameters().get(i) instanceof Sort.Bool) {
        int literal = truth(arguments.get(i));
        given.add(
            Math.abs(literal) == Circuit.TRUE
                ? Values.of(literal == Circuit.TRUE ? 1 : 0)
                : new Values(new int[] {0, 1}, new int[] {-literal, literal}, true));
      } else {
        given.add(term(arguments.get(i)));
      }
    }
    return given;
  }

  private interface CellAction {
    void accept(Cell cell, int condition);
  }

  private void combine(
      FunctionDeclaration function,
      List<Values> given,
      int from,
      List<Integer> place,
      int condition,
      CellAction action) {
    if (from == given.size()) {
      action.accept(new Cell(function.name(), List.copyOf(place)), condition);
      return;
    }
    Values values = given.get(from);
    for (int i = 0; i < values.size(); i++) {
      if (contains(function.parameters().get(from), values.values()[i])) {
        place.add(values.values()[i]);
        int both = circuit.and(condition, values.literals()[i]);
        combine(function, given, from + 1, place, both, action);
        place.removeLast();
      }
    }
  }

  private boolean contains(Sort sort, int value) {
    return sort instanceof Sort.Int
        || elements.computeIfAbsent(sort, s -> new HashSet<>(signature.values(s))).contains(value);
  }

  private Values cell(FunctionDeclaration function, Cell cell) {
    Values known = cells.get(cell);
    if (known != null) {
      return known;
    }
    int[] values = ranges.values(function);
    boolean total = !signature.isPartial(function.name());
    int[] literals = new int[values.length];
    if (total && values.length == 1) {
      literals[0] = Circuit.TRUE;
    } else {
      for (int i = 0; i < values.length; i++) {
        literals[i] = circuit.input();
      }
      atMostOne(literals);
      if (total) {
        circuit.imply(0, circuit.or(literals, literals.length));
      }
    }
    Values made = new Values(values, literals, total);
    cells.put(cell, made);
    return made;
  }

  // Pairwise for few, else by a ladder: some later one is chosen.
  private void atMostOne(int[] literals) {
    if (literals.length <= 6) {
      for (int i = 0; i < literals.length; i++) {
        for (int j = 0; j < i; j++) {
          circuit.imply(0, -circuit.and(literals[i], literals[j]));
        }
      }
      return;
    }
    int later = literals[literals.length - 1];
    for (int i = literals.length - 2; i >= 0; i--) {
      circuit.imply(0, -circuit.and(literals[i], later));
      later = circuit.or(literals[i], later);
    }
  }

  /** The values of a term whose variables are bound. */
  Values term(Expression expression) {
    return switch (expression) {
      case Expression.Numeral(var value) -> Values.of(value);
      case Expression.Member(var name) -> Values.of(signature.number(name).orElseThrow());
      case Expression.Variable(var name) -> Values.of(value(name));
      case Expression.Application(var function, var arguments) -> application(function, arguments);
      case Expression.If(var condition, var then, var otherwise) -> {
        int test = truth(condition);
        if (Math.abs(test) == Circuit.TRUE) {
          yield term(test == Circuit.TRUE ? then : otherwise);
        }
        Values left = term(then);
        Values right = term(otherwise);
        Sums sums = new Sums();
        for (int i = 0; i < left.size(); i++) {
          sums.add(left.values()[i], circuit.and(test, left.literals()[i]));
        }
        for (int i = 0; i < right.size(); i++) {
          sums.add(right.values()[i], circuit.and(-test, right.literals()[i]));
        }
        yield sums.values(left.total() && right.total());
      }
      case Expression.Arithmetic(var operator, var left, var right) ->
          arithmetic(operator, term(left), term(right));
      case Expression.Absolute(var operand) -> {
        Values values = term(operand);
        Sums sums = new Sums();
        boolean total = values.total();
        for (int i = 0; i < values.size(); i++) {
          if (values.values()[i] == Integer.MIN_VALUE) {
            total = false;
          } else {
            sums.add(Math.abs(values.values()[i]), values.literals()[i]);
          }
        }
        yield sums.values(total);
      }
      case Expression.Max(var operands) -> extremum(operands, true);
      case Expression.Min(var operands) -> extremum(operands, false);
      case Expression.Sum(var operands) -> {
        Values sum = Values.of(0);
        for (Expression operand : operands) {
          sum = arithmetic(Operator.PLUS, sum, term(operand));
        }
        yield sum;
      }
      case Expression.SumOver(var bindings, var term) -> {
        Values[] sum = {Values.of(0)};
        each(bindings, 0, () -> sum[0] = arithmetic(Operator.PLUS, sum[0], term(term)));
        yield sum[0];
      }
      case Expression.Count(var bindings, var body) -> {
        Literals bodies = bodies(bindings, body);
        int[] atLeast = atLeast(bodies, bodies.count);
        Sums sums = new Sums();
        for (int k = 0; k <= bodies.count; k++) {
          int more = k < bodies.count ? atLeast[k + 1] : Circuit.FALSE;
          sums.add(k, circuit.and(atLeast[k], -more));
        }
        yield sums.values(true);
      }
      case Expression.Truth t -> throw notATerm(expression);
      case Expression.Not n -> throw notATerm(expression);
      case Expression.And a -> throw notATerm(expression);
      case Expression.Or o -> throw notATerm(expression);
      case Expression.Xor x -> throw notATerm(expression);
      case Expression.Implies i -> throw notATerm(expression);
      case Expression.Iff i -> throw notATerm(expression);
      case Expression.Comparison c -> throw notATerm(expression);
      case Expression.In i -> throw notATerm(expression);
      case Expression.Defined d -> throw notATerm(expression);
      case Expression.ForAll f -> throw notATerm(expression);
      case Expression.Exists e -> throw notATerm(expression);
      case Expression.Distinct d -> throw notATerm(expression);
      case Expression.DistinctOver d -> throw notATerm(expression);
    };
  }

  private static IllegalArgumentException notATerm(Expression expression) {
    return new IllegalArgumentException("a formula stands where a term is expected: " + expression);
  }

  private Literals bodies(List<Binding> bindings, Expression body) {
    Literals literals = new Literals();
    each(bindings, 0, () -> literals.add(truth(body)));
    return literals;
  }

  // Whether at least 0..most of the literals are true.
  private int[] atLeast(Literals literals, int most) {
    int[] atLeast = new int[most + 1];
    Arrays.fill(atLeast, Circuit.FALSE);
    atLeast[0] = Circuit.TRUE;
    for (int i = 0; i < literals.count; i++) {
      for (int k = Math.min(most, i + 1); k > 0; k--) {
        atLeast[k] = circuit.or(atLeast[k], circuit.and(atLeast[k - 1], literals.all[i]));
      }
    }
    return atLeast;
  }

  private Values arithmetic(Operator operator, Values left, Values right) {
    Sums sums = new Sums();
    boolean total = left.total() && right.total();
    for (int i = 0; i < left.size(); i++) {
      for (int j = 0; j < right.size(); j++) {
        var result = operator.apply(left.values()[i], right.values()[j]);
        if (result.isPresent() && result.getAsLong() == (int) result.getAsLong()) {
          int both = circuit.and(left.literals()[i], right.literals()[j]);
          sums.add((int) result.getAsLong(), both);
        } else {
          total = false;
        }
      }
    }
    return sums.values(total);
  }

  private Values extremum(List<Expression> operands, boolean greatest) {
    Values best = term(operands.get(0));
    for (Expression operand : operands.subList(1, operands.size())) {
      Values next = term(operand);
      Sums sums = new Sums();
      for (int i = 0; i < best.size(); i++) {
        for (int j = 0; j < next.size(); j++) {
          int a = best.values()[i];
          int b = next.values()[j];
          int both = circuit.and(best.literals()[i], next.literals()[j]);
          sums.add(greatest ? Math.max(a, b) : Math.min(a, b), both);
        }
      }
      best = sums.values(best.total() && next.total());
    }
    return best;
  }

  /** Values with the ways in which a term comes to have them. */
  private final class Sums {
    private final TreeMap<Integer, Literals> ways = new TreeMap<>();

    void add(int value, int literal) {
      if (literal != Circuit.FALSE) {
        ways.computeIfAbsent(value, v -> new Literals()).add(literal);
      }
    }

    Values values(boolean total) {
      int[] values = new int[ways.size()];
      int[] literals = new int[ways.size()];
      int i = 0;
      for (var way : ways.entrySet()) {
        values[i] = way.getKey();
        literals[i++] = circuit.or(way.getValue().all, way.getValue().count);
      }
      return new Values(values, literals, total);
    }
  }

  private int comparison(Relation relation, Expression left, Expression right) {
    if (left instanceof Expression.Count count && right instanceof Expression.Numeral(var bound)) {
      return counted(count, relation, bound);
    }
    if (right instanceof Expression.Count count && left instanceof Expression.Numeral(var bound)) {
      return counted(count, relation.converse(), bound);
    }
    return compare(relation, term(left), term(right));
  }

  private int counted(Expression.Count count, Relation relation, int bound) {
    Literals bodies = bodies(count.bindings(), count.body());
    return switch (relation) {
      case AT_LEAST -> atLeast(bodies, (long) bound);
      case GREATER -> atLeast(bodies, bound + 1L);
      case LESS -> -atLeast(bodies, (long) bound);
      case AT_MOST -> -atLeast(bodies, bound + 1L);
      case EQUAL -> exactly(bodies, bound);
      case UNEQUAL -> -exactly(bodies, bound);
    };
  }

  private int atLeast(Literals bodies, long bound) {
    if (bound <= 0) {
      return Circuit.TRUE;
    }
    return bound > bodies.count ? Circuit.FALSE : atLeast(bodies, (int) bound)[(int) bound];
  }

  private int exactly(Literals bodies, int bound) {
    if (bound < 0 || bound > bodies.count) {
      return Circuit.FALSE;
    }
    int[] atLeast = atLeast(bodies, Math.min(bodies.count, bound + 1));
    int more = bound < bodies.count ? atLeast[bound + 1] : Circuit.FALSE;
    return circuit.and(atLeast[bound], -more);
  }

  private int defined(Values values) {
    return values.total() ? Circuit.TRUE : circuit.or(values.literals(), values.size());
  }

  private int compare(Relation relation, Values left, Values right) {
    return switch (relation) {
      case EQUAL -> equal(left, right);
      case UNEQUAL -> circuit.and(circuit.and(defined(left), defined(right)), -equal(left, right));
      case LESS -> less(left, right, 1);
      case AT_MOST -> less(left, right, 0);
      case GREATER -> less(right, left, 1);
      case AT_LEAST -> less(right, left, 0);
    };
  }

  private int equal(Values left, Values right) {
    Literals ways = new Literals();
    int i = 0;
    int j = 0;
    while (i < left.size() && j < right.size()) {
      int order = Integer.compare(left.values()[i], right.values()[j]);
      if (order == 0) {
        ways.add(circuit.and(left.literals()[i], right.literals()[j]));
      }
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return circuit.or(ways.all, ways.count);
  }

  // left + gap <= right.
  private int less(Values left, Values right, int gap) {
    Literals ways = new Literals();
    int above = Circuit.FALSE;
    int j = right.size() - 1;
    boolean always = left.total() && right.total();
    for (int i = left.size() - 1; i >= 0; i--) {
      while (j >= 0 && right.values()[j] >= (long) left.values()[i] + gap) {
        above = circuit.or(above, right.literals()[j]);
        j--;
      }
      boolean all = j < 0 && right.total();
      always &= j < 0;
      ways.add(circuit.and(left.literals()[i], all ? Circuit.TRUE : above));
    }
    return always ? Circuit.TRUE : circuit.or(ways.all, ways.count);
  }

  private int membership(Expression element, List<Expression> values) {
    Values term = term(element);
    Literals ways = new Literals();
    for (Expression value : values) {
      ways.add(equal(term, term(value)));
    }
    return circuit.or(ways.all, ways.count);
  }

  private int distinct(List<Values> terms) {
    Literals conditions = new Literals();
    for (int i = 0; i < terms.size(); i++) {
      conditions.add(defined(terms.get(i)));
      for (int j = 0; j < i; j++) {
        Values a = terms.get(i);
        Values b = terms.get(j);
        int p = 0;
        int q = 0;
        while (p < a.size() && q < b.size()) {
          int order = Integer.compare(a.values()[p], b.values()[q]);
          if (order == 0) {
            conditions.add(-circuit.and(a.literals()[p], b.literals()[q]));
          }
          p += order <= 0 ? 1 : 0;
          q += order >= 0 ? 1 : 0;
        }
      }
    }
    return circuit.and(conditions.all, conditions.count);
  }
}
