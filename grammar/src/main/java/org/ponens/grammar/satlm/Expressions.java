package org.ponens.grammar.satlm;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Walks over expressions that the reader, the printer and solvers share. */
public final class Expressions {

  private Expressions() {}

  /** The immediate parts of an expression, in the order of the text. */
  public static List<Expression> parts(Expression expression) {
    return switch (expression) {
      case Expression.Variable v -> List.of();
      case Expression.Member m -> List.of();
      case Expression.Numeral n -> List.of();
      case Expression.Truth t -> List.of();
      case Expression.Application(var function, var arguments) -> arguments;
      case Expression.Not(var operand) -> List.of(operand);
      case Expression.And(var operands) -> operands;
      case Expression.Or(var operands) -> operands;
      case Expression.Xor(var left, var right) -> List.of(left, right);
      case Expression.Implies(var left, var right) -> List.of(left, right);
      case Expression.Iff(var left, var right) -> List.of(left, right);
      case Expression.If(var condition, var then, var otherwise) ->
          List.of(condition, then, otherwise);
      case Expression.Comparison(var relation, var left, var right) -> List.of(left, right);
      case Expression.In(var element, var values) ->
          Stream.concat(Stream.of(element), values.stream()).toList();
      case Expression.Defined(var term) -> List.of(term);
      case Expression.Arithmetic(var operator, var left, var right) -> List.of(left, right);
      case Expression.Absolute(var operand) -> List.of(operand);
      case Expression.Max(var operands) -> operands;
      case Expression.Min(var operands) -> operands;
      case Expression.Sum(var operands) -> operands;
      case Expression.SumOver(var bindings, var term) -> List.of(term);
      case Expression.Count(var bindings, var body) -> List.of(body);
      case Expression.ForAll(var bindings, var body) -> List.of(body);
      case Expression.Exists(var bindings, var body) -> List.of(body);
      case Expression.Distinct(var operands) -> operands;
      case Expression.DistinctOver(var bindings, var term) -> List.of(term);
    };
  }

  /** What an expression binds in its parts. */
  public static List<Binding> bindings(Expression expression) {
    return switch (expression) {
      case Expression.SumOver(var bindings, var term) -> bindings;
      case Expression.Count(var bindings, var body) -> bindings;
      case Expression.ForAll(var bindings, var body) -> bindings;
      case Expression.Exists(var bindings, var body) -> bindings;
      case Expression.DistinctOver(var bindings, var term) -> bindings;
      case Expression.Variable v -> List.of();
      case Expression.Member m -> List.of();
      case Expression.Numeral n -> List.of();
      case Expression.Truth t -> List.of();
      case Expression.Application a -> List.of();
      case Expression.Not n -> List.of();
      case Expression.And a -> List.of();
      case Expression.Or o -> List.of();
      case Expression.Xor x -> List.of();
      case Expression.Implies i -> List.of();
      case Expression.Iff i -> List.of();
      case Expression.If i -> List.of();
      case Expression.Comparison c -> List.of();
      case Expression.In i -> List.of();
      case Expression.Defined d -> List.of();
      case Expression.Arithmetic a -> List.of();
      case Expression.Absolute a -> List.of();
      case Expression.Max m -> List.of();
      case Expression.Min m -> List.of();
      case Expression.Sum s -> List.of();
      case Expression.Distinct d -> List.of();
    };
  }

  /** The formulas of a query. */
  public static List<Expression> formulas(Query query) {
    return switch (query) {
      case Query.Valid(var formula) -> List.of(formula);
      case Query.Satisfiable(var formula) -> List.of(formula);
      case Query.Unsatisfiable(var formula) -> List.of(formula);
      case Query.Except(var inner) -> formulas(inner);
      case Query.AccurateList(var formulas) -> formulas;
      case Query.Equivalent(var left, var right) -> List.of(left, right);
      case Query.Unspecified(var formula) -> List.of(formula);
    };
  }

  /** Visits an expression and all its parts, the whole before its parts. */
  public static void walk(Expression expression, Consumer<Expression> visitor) {
    visitor.accept(expression);
    for (Expression part : parts(expression)) {
      walk(part, visitor);
    }
  }

  /** Visits every expression of a program, parts included. */
  public static void walk(SatlmProgram program, Consumer<Expression> visitor) {
    program.constraints().forEach(constraint -> walk(constraint.formula(), visitor));
    program
        .options()
        .forEach(option -> formulas(option.query()).forEach(formula -> walk(formula, visitor)));
  }

  static void definedFunctions(SatlmProgram program, Consumer<String> visitor) {
    walk(
        program,
        expression -> {
          if (expression instanceof Expression.Defined(var term)) {
            visitor.accept(term.function());
          }
        });
  }

  /** Collects {@code member == number} from a formula and its conjuncts. */
  static void equations(Expression formula, Map<String, Integer> numbers) {
    switch (formula) {
      case Expression.And(var operands) -> operands.forEach(operand -> equations(operand, numbers));
      case Expression.Comparison(
              var relation,
              Expression.Member(var member),
              Expression.Numeral(var number))
          when relation == Relation.EQUAL ->
          numbers.putIfAbsent(member, number);
      case Expression.Comparison(
              var relation,
              Expression.Numeral(var number),
              Expression.Member(var member))
          when relation == Relation.EQUAL ->
          numbers.putIfAbsent(member, number);
      default -> {}
    }
  }
}
