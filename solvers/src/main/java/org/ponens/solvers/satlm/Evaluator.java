package org.ponens.solvers.satlm;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.ponens.grammar.satlm.Binding;
import org.ponens.grammar.satlm.Expression;
import org.ponens.grammar.satlm.FunctionDeclaration;
import org.ponens.grammar.satlm.Relation;
import org.ponens.grammar.satlm.Signature;
import org.ponens.grammar.satlm.Sort;

/**
 * Evaluates expressions under an interpretation, straight from their definition: it shares no code
 * with the grounding, so that it can check it. For one thread.
 */
final class Evaluator {

  private final Signature signature;
  private final Ranges ranges;
  private final Interpretation interpretation;
  private final Map<String, Integer> environment = new HashMap<>();

  Evaluator(Signature signature, Ranges ranges, Interpretation interpretation) {
    this.signature = signature;
    this.ranges = ranges;
    this.interpretation = interpretation;
  }

  boolean isTrue(Expression expression) {
    return switch (expression) {
      case Expression.Truth(var value) -> value;
      case Expression.Not(var operand) -> !isTrue(operand);
      case Expression.And(var operands) -> operands.stream().allMatch(this::isTrue);
      case Expression.Or(var operands) -> operands.stream().anyMatch(this::isTrue);
      case Expression.Xor(var left, var right) -> isTrue(left) != isTrue(right);
      case Expression.Iff(var left, var right) -> isTrue(left) == isTrue(right);
      case Expression.Implies(var left, var right) -> !isTrue(left) || isTrue(right);
      case Expression.If(var condition, var then, var otherwise) ->
          isTrue(condition) ? isTrue(then) : isTrue(otherwise);
      case Expression.Comparison(var relation, var left, var right) ->
          holds(relation, value(left), value(right));
      case Expression.In(var element, var values) -> {
        OptionalLong value = value(element);
        yield values.stream().anyMatch(v -> holds(Relation.EQUAL, value, value(v)));
      }
      case Expression.Defined(var term) -> value(term).isPresent();
      case Expression.ForAll(var bindings, var body) -> !any(bindings, 0, () -> !isTrue(body));
      case Expression.Exists(var bindings, var body) -> any(bindings, 0, () -> isTrue(body));
      case Expression.Distinct(var operands) ->
          different(operands.stream().map(this::value).toList());
      case Expression.DistinctOver(var bindings, var term) -> {
        List<OptionalLong> values = new ArrayList<>();
        any(bindings, 0, () -> !values.add(value(term)));
        yield different(values);
      }
      default -> value(expression).orElse(0) != 0;
    };
  }

  private static boolean holds(Relation relation, OptionalLong left, OptionalLong right) {
    return left.isPresent()
        && right.isPresent()
        && relation.holds(left.getAsLong(), right.getAsLong());
  }

  private static boolean different(List<OptionalLong> values) {
    Set<OptionalLong> seen = new HashSet<>();
    return values.stream().allMatch(value -> value.isPresent() && seen.add(value));
  }

  private OptionalLong value(Expression expression) {
    return switch (expression) {
      case Expression.Numeral(var value) -> OptionalLong.of(value);
      case Expression.Member(var name) -> OptionalLong.of(signature.number(name).orElseThrow());
      case Expression.Variable(var name) -> OptionalLong.of(bound(name));
      case Expression.Application(var function, var arguments) -> application(function, arguments);
      case Expression.If(var condition, var then, var otherwise) ->
          isTrue(condition) ? value(then) : value(otherwise);
      case Expression.Arithmetic(var operator, var left, var right) -> {
        OptionalLong a = value(left);
        OptionalLong b = value(right);
        yield a.isPresent() && b.isPresent()
            ? bounded(operator.apply(a.getAsLong(), b.getAsLong()))
            : OptionalLong.empty();
      }
      case Expression.Absolute(var operand) -> {
        OptionalLong value = value(operand);
        yield value.isPresent() ? bounded(OptionalLong.of(Math.abs(value.getAsLong()))) : value;
      }
      case Expression.Max(var operands) -> fold(values(operands), Math::max);
      case Expression.Min(var operands) -> fold(values(operands), Math::min);
      case Expression.Sum(var operands) -> fold(values(operands), Long::sum);
      case Expression.SumOver(var bindings, var term) -> {
        List<OptionalLong> values = new ArrayList<>();
        any(bindings, 0, () -> !values.add(value(term)));
        yield values.isEmpty() ? OptionalLong.of(0) : fold(values, Long::sum);
      }
      case Expression.Count(var bindings, var body) -> {
        int[] count = {0};
        any(
            bindings,
            0,
            () -> {
              count[0] += isTrue(body) ? 1 : 0;
              return false;
            });
        yield OptionalLong.of(count[0]);
      }
      default -> OptionalLong.of(isTrue(expression) ? 1 : 0);
    };
  }

  private int bound(String name) {
    Integer value = environment.get(name);
    if (value == null) {
      throw new IllegalArgumentException("a variable is not bound: " + name);
    }
    return value;
  }

  private List<OptionalLong> values(List<Expression> operands) {
    return operands.stream().map(this::value).toList();
  }

  private static OptionalLong fold(
      List<OptionalLong> values, java.util.function.LongBinaryOperator operator) {
    if (values.stream().anyMatch(OptionalLong::isEmpty)) {
      return OptionalLong.empty();
    }
    OptionalLong result = values.get(0);
    for (OptionalLong value : values.subList(1, values.size())) {
      if (result.isPresent()) {
        result =
            bounded(OptionalLong.of(operator.applyAsLong(result.getAsLong(), value.getAsLong())));
      }
    }
    return result;
  }

  // What does not fit 32 bits is undefined.
  private static OptionalLong bounded(OptionalLong value) {
    return value.isPresent() && value.getAsLong() == (int) value.getAsLong()
        ? value
        : OptionalLong.empty();
  }

  private OptionalLong application(String name, List<Expression> arguments) {
    FunctionDeclaration function = signature.function(name).orElseThrow();
    List<Integer> place = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      Sort parameter = function.parameters().get(i);
      if (parameter instanceof Sort.Bool) {
        place.add(isTrue(arguments.get(i)) ? 1 : 0);
        continue;
      }
      OptionalLong value = value(arguments.get(i));
      boolean outside =
          value.isEmpty()
              || value.getAsLong() != (int) value.getAsLong()
              || (!(parameter instanceof Sort.Int)
                  && !signature.values(parameter).contains((int) value.getAsLong()));
      if (outside) {
        return function.result() instanceof Sort.Bool ? OptionalLong.of(0) : OptionalLong.empty();
      }
      place.add((int) value.getAsLong());
    }
    var value = interpretation.value(function, new Cell(name, List.copyOf(place)));
    return value.isPresent() ? OptionalLong.of(value.getAsInt()) : OptionalLong.empty();
  }

  // Tries the values of the variables until the action says it is found.
  private boolean any(List<Binding> bindings, int from, BooleanSupplier action) {
    if (from == bindings.size()) {
      return action.getAsBoolean();
    }
    Binding binding = bindings.get(from);
    Integer outer = environment.get(binding.variable());
    boolean found = false;
    for (int value : ranges.values(binding.sort())) {
      environment.put(binding.variable(), value);
      if (any(bindings, from + 1, action)) {
        found = true;
        break;
      }
    }
    if (outer == null) {
      environment.remove(binding.variable());
    } else {
      environment.put(binding.variable(), outer);
    }
    return found;
  }
}
