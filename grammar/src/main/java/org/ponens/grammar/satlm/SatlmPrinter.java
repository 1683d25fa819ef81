package org.ponens.grammar.satlm;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Writes programs in the strict spelling. For one thread. */
final class SatlmPrinter {

  private static final Pattern PLAIN =
      Pattern.compile("[0-9]*[\\p{L}_][\\p{L}\\p{N}_]*(?:'[\\p{L}\\p{N}_]*)*");

  private final SatlmProgram program;
  private final Set<String> taken = new HashSet<>();

  SatlmPrinter(SatlmProgram program) {
    this.program = program;
    // A member that shares its name with a variable or function is quoted.
    program.functions().forEach(function -> taken.add(function.name()));
    Expressions.walk(
        program,
        expression ->
            Expressions.bindings(expression).forEach(binding -> taken.add(binding.variable())));
  }

  /** Prints parts of programs that are not at hand. */
  static SatlmPrinter plain() {
    return new SatlmPrinter(
        new SatlmProgram(List.of(), List.of(), List.of(), Optional.empty(), List.of()));
  }

  String print() {
    StringBuilder out = new StringBuilder("# Declarations\n");
    program.sorts().forEach(sort -> out.append(print(sort)).append('\n'));
    program.functions().forEach(function -> out.append(print(function)).append('\n'));
    out.append("\n# Constraints\n");
    for (Constraint constraint : program.constraints()) {
      out.append(print(constraint.formula())).append(gloss(constraint.gloss())).append('\n');
    }
    out.append("\n# Options\n");
    program.question().ifPresent(text -> out.append("Question ::: ").append(text).append('\n'));
    for (SatlmOption option : program.options()) {
      String label = "(" + option.label() + ")" + option.gloss().map(g -> " " + g).orElse("");
      out.append(print(option.query())).append(gloss(Optional.of(label))).append('\n');
    }
    return out.toString();
  }

  private static String gloss(Optional<String> gloss) {
    return gloss.map(text -> " ::: " + text).orElse("");
  }

  private String print(SortDeclaration sort) {
    return switch (sort) {
      case SortDeclaration.Integers(var name, var values) ->
          name
              + " = IntSort(["
              + String.join(", ", values.stream().map(v -> "" + v).toList())
              + "])";
      case SortDeclaration.Enumeration(var name, var members, var numbered) ->
          name
              + (numbered ? " = IntSort([" : " = EnumSort([")
              + String.join(", ", members.stream().map(this::member).toList())
              + "])";
    };
  }

  private static String print(FunctionDeclaration function) {
    String parameters = String.join(", ", function.parameters().stream().map(Sort::print).toList());
    return function.name()
        + " = Function(["
        + parameters
        + "] -> ["
        + function.result().print()
        + "])";
  }

  String print(Query query) {
    return switch (query) {
      case Query.Valid(var formula) -> "is_valid(" + print(formula) + ")";
      case Query.Satisfiable(var formula) -> "is_sat(" + print(formula) + ")";
      case Query.Unsatisfiable(var formula) -> "is_unsat(" + print(formula) + ")";
      case Query.Except(var inner) -> "is_exception(" + print(inner) + ")";
      case Query.AccurateList(var formulas) -> "is_accurate_list([" + list(formulas) + "])";
      case Query.Equivalent(var left, var right) -> call("is_equivalent", List.of(left, right));
      case Query.Unspecified(var formula) -> print(formula);
    };
  }

  String print(Expression expression) {
    return switch (expression) {
      case Expression.Variable(var name) -> name;
      case Expression.Member(var name) -> member(name);
      case Expression.Numeral(var value) -> Integer.toString(value);
      case Expression.Truth(var value) -> value ? "True" : "False";
      case Expression.Application(var function, var arguments) ->
          arguments.isEmpty() ? function : call(function, arguments);
      case Expression.Not(var operand) -> call("Not", List.of(operand));
      case Expression.And(var operands) -> call("And", operands);
      case Expression.Or(var operands) -> call("Or", operands);
      case Expression.Xor(var left, var right) -> call("Xor", List.of(left, right));
      case Expression.Implies(var left, var right) -> call("Implies", List.of(left, right));
      case Expression.Iff(var left, var right) -> call("Iff", List.of(left, right));
      case Expression.If(var condition, var then, var otherwise) ->
          call("If", List.of(condition, then, otherwise));
      case Expression.Comparison(var relation, var left, var right) ->
          print(left) + " " + relation.symbol() + " " + print(right);
      case Expression.In(var element, var values) -> print(element) + " in [" + list(values) + "]";
      case Expression.Defined(var term) -> print(term) + " != None";
      case Expression.Arithmetic(var operator, var left, var right) ->
          operand(left) + " " + operator.symbol() + " " + operand(right);
      case Expression.Absolute(var operand) -> call("Abs", List.of(operand));
      case Expression.Max(var operands) -> call("Max", operands);
      case Expression.Min(var operands) -> call("Min", operands);
      case Expression.Sum(var operands) -> "Sum([" + list(operands) + "])";
      case Expression.SumOver(var bindings, var term) -> bind("Sum", bindings, term);
      case Expression.Count(var bindings, var body) -> bind("Count", bindings, body);
      case Expression.ForAll(var bindings, var body) -> bind("ForAll", bindings, body);
      case Expression.Exists(var bindings, var body) -> bind("Exists", bindings, body);
      case Expression.Distinct(var operands) -> "Distinct([" + list(operands) + "])";
      case Expression.DistinctOver(var bindings, var term) -> bind("Distinct", bindings, term);
    };
  }

  private String operand(Expression expression) {
    return expression instanceof Expression.Arithmetic
        ? "(" + print(expression) + ")"
        : print(expression);
  }

  private String call(String function, List<Expression> arguments) {
    return function + "(" + list(arguments) + ")";
  }

  private String bind(String operator, List<Binding> bindings, Expression body) {
    List<String> variables =
        bindings.stream().map(b -> b.variable() + ":" + b.sort().print()).toList();
    return operator + "([" + String.join(", ", variables) + "], " + print(body) + ")";
  }

  private String list(List<Expression> expressions) {
    return String.join(", ", expressions.stream().map(this::print).toList());
  }

  private String member(String name) {
    boolean plain =
        PLAIN.matcher(name).matches()
            && !taken.contains(name)
            && !Reserved.isReserved(name.toLowerCase(Locale.ROOT));
    return plain ? name : '"' + name.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
