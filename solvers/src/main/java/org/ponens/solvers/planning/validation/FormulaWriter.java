package org.ponens.solvers.planning.validation;

import java.util.List;
import java.util.stream.Collectors;

/** Writes formulas as PDDL, with objects for the slots that have them. */
final class FormulaWriter {

  private final Universe universe;
  private final Scheme scheme;
  private final int[] environment;

  FormulaWriter(Universe universe, Scheme scheme, int[] environment) {
    this.universe = universe;
    this.scheme = scheme;
    this.environment = environment;
  }

  String write(Formula formula) {
    return switch (formula) {
      case Formula.Literal it ->
          signed(it.positive(), call(universe.predicates().name(it.predicate()), it.terms()));
      case Formula.Same it ->
          signed(it.positive(), "(= " + term(it.left()) + " " + term(it.right()) + ")");
      case Formula.Compare it ->
          signed(
              it.positive(),
              "("
                  + it.comparator().symbol()
                  + " "
                  + write(it.left())
                  + " "
                  + write(it.right())
                  + ")");
      case Formula.All it -> list("and", it.operands());
      case Formula.Any it -> list("or", it.operands());
      case Formula.Quantified it ->
          (it.universal() ? "(forall (?" : "(exists (?")
              + scheme.variables().get(it.slot())
              + ") "
              + write(it.body())
              + ")";
    };
  }

  private static String signed(boolean positive, String atom) {
    return positive ? atom : "(not " + atom + ")";
  }

  private String list(String head, List<Formula> operands) {
    return operands.stream()
        .map(this::write)
        .collect(Collectors.joining(" ", "(" + head + " ", ")"));
  }

  private String write(Formula.Value value) {
    return switch (value) {
      case Formula.Value.Constant it -> it.number().toString();
      case Formula.Value.None it -> "undefined";
      case Formula.Value.Fluent it -> call(universe.functions().name(it.function()), it.terms());
      case Formula.Value.Operation it ->
          it.operands().stream()
              .map(this::write)
              .collect(Collectors.joining(" ", "(" + it.operator().symbol() + " ", ")"));
    };
  }

  private String call(String name, int[] terms) {
    StringBuilder out = new StringBuilder("(").append(name);
    for (int term : terms) {
      out.append(' ').append(term(term));
    }
    return out.append(')').toString();
  }

  private String term(int term) {
    int object = Formula.object(term, environment);
    return object < 0 ? "?" + scheme.variables().get(term) : universe.objectName(object);
  }
}
