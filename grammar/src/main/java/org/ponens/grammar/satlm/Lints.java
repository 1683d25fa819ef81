package org.ponens.grammar.satlm;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Span;

/** What can be said of a program that was read but may not mean what was meant. */
final class Lints {

  private Lints() {}

  static void check(
      SatlmProgram program,
      Signature signature,
      DeclarationReader declarations,
      Diagnostics diagnostics) {
    for (String sort : signature.overlapping()) {
      diagnostics.add(
          Diagnostic.warning(
              SatlmCode.OVERLAPPING_SORTS,
              declarations.place(sort),
              "sort '"
                  + sort
                  + "' shares some members with another sort, and no sort holds all of both"));
    }
    if (!diagnostics.hasErrors()) {
      unconstrained(program, declarations, diagnostics);
    }
    duplicates(program, diagnostics);
    for (Constraint constraint : program.constraints()) {
      trivial(constraint, diagnostics);
    }
  }

  private static Set<String> functions(Expression expression) {
    Set<String> names = new HashSet<>();
    Expressions.walk(
        expression,
        part -> {
          if (part instanceof Expression.Application(var function, var arguments)) {
            names.add(function);
          }
        });
    return names;
  }

  private static void unconstrained(
      SatlmProgram program, DeclarationReader declarations, Diagnostics diagnostics) {
    Set<String> constrained = new HashSet<>();
    program.constraints().forEach(c -> constrained.addAll(functions(c.formula())));
    Set<String> asked = new HashSet<>();
    program
        .options()
        .forEach(
            option ->
                Expressions.formulas(option.query())
                    .forEach(formula -> asked.addAll(functions(formula))));
    for (FunctionDeclaration function : program.functions()) {
      if (constrained.contains(function.name())) {
        continue;
      }
      Span span = declarations.place(function.name());
      String message = "no constraint mentions function '" + function.name() + "'";
      diagnostics.add(
          asked.contains(function.name())
              ? Diagnostic.warning(
                  SatlmCode.UNCONSTRAINED_FUNCTION, span, message + ", and an option asks about it")
              : Diagnostic.note(SatlmCode.UNCONSTRAINED_FUNCTION, span, message));
    }
  }

  private static void duplicates(SatlmProgram program, Diagnostics diagnostics) {
    Map<Query, SatlmOption> seen = new HashMap<>();
    for (SatlmOption option : program.options()) {
      SatlmOption before = seen.putIfAbsent(option.query(), option);
      if (before != null) {
        diagnostics.add(
            Diagnostic.warning(
                    SatlmCode.DUPLICATE_OPTION,
                    option.span(),
                    "option (" + option.label() + ") says the same as (" + before.label() + ")")
                .withNote(Diagnostic.Note.at(before.span(), "the other option")));
      }
    }
  }

  private static void trivial(Constraint constraint, Diagnostics diagnostics) {
    Map<String, Integer> equations = new HashMap<>();
    Expressions.equations(constraint.formula(), equations);
    Optional<Boolean> value = equations.isEmpty() ? value(constraint.formula()) : Optional.empty();
    value.ifPresent(
        truth ->
            diagnostics.add(
                Diagnostic.warning(
                    SatlmCode.TRIVIAL_CONSTRAINT,
                    constraint.span(),
                    "the constraint is "
                        + (truth ? "true" : "false")
                        + " whatever the functions are")));
  }

  /** The truth value that a formula has by its form alone, if it has one. */
  private static Optional<Boolean> value(Expression formula) {
    return switch (formula) {
      case Expression.Truth(var value) -> Optional.of(value);
      case Expression.Not(var operand) -> value(operand).map(v -> !v);
      case Expression.And(var operands) -> junction(operands, false);
      case Expression.Or(var operands) -> junction(operands, true);
      case Expression.Implies(var left, var right) -> {
        Optional<Boolean> antecedent = value(left);
        Optional<Boolean> consequent = value(right);
        if (left.equals(right) || isFalse(antecedent) || isTrue(consequent)) {
          yield Optional.of(true);
        }
        yield isTrue(antecedent) ? consequent : Optional.empty();
      }
      case Expression.Iff(var left, var right) -> {
        if (left.equals(right)) {
          yield Optional.of(true);
        }
        Optional<Boolean> a = value(left);
        Optional<Boolean> b = value(right);
        yield a.isPresent() && b.isPresent() ? Optional.of(a.equals(b)) : Optional.empty();
      }
      case Expression.Xor(var left, var right) ->
          left.equals(right) ? Optional.of(false) : Optional.empty();
      case Expression.Comparison(var relation, var left, var right) ->
          comparison(relation, left, right);
      case Expression.ForAll(var bindings, var body) -> value(body);
      case Expression.Exists(var bindings, var body) -> value(body);
      default -> Optional.empty();
    };
  }

  private static boolean isTrue(Optional<Boolean> value) {
    return value.isPresent() && value.get();
  }

  private static boolean isFalse(Optional<Boolean> value) {
    return value.isPresent() && !value.get();
  }

  private static Optional<Boolean> junction(List<Expression> operands, boolean absorbing) {
    boolean all = true;
    for (Expression operand : operands) {
      Optional<Boolean> value = value(operand);
      if (value.isPresent() && value.get() == absorbing) {
        return value;
      }
      all &= value.isPresent();
    }
    return all ? Optional.of(!absorbing) : Optional.empty();
  }

  private static Optional<Boolean> comparison(
      Relation relation, Expression left, Expression right) {
    if (left instanceof Expression.Numeral(var a) && right instanceof Expression.Numeral(var b)) {
      return Optional.of(relation.holds(a, b));
    }
    boolean closed = left instanceof Expression.Member || left instanceof Expression.Variable;
    if (closed && left.equals(right)) {
      return Optional.of(relation.holds(0, 0));
    }
    boolean equality = relation == Relation.EQUAL || relation == Relation.UNEQUAL;
    if (equality && left instanceof Expression.Member && right instanceof Expression.Member) {
      return Optional.of(relation == Relation.UNEQUAL);
    }
    return Optional.empty();
  }
}
