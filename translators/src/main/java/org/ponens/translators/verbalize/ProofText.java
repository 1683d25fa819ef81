package org.ponens.translators.verbalize;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.Literal;
import org.ponens.solvers.fol.proof.Proof;
import org.ponens.solvers.fol.proof.Step;

/** A proof as numbered lines: what each step says and where it comes from. */
final class ProofText {

  private static final int WIDEST_CLAUSE = 60;

  private final FolProblem problem;
  private final boolean conclusionDenied;

  /**
   * @param conclusionDenied whether the refuted clauses hold the conclusion's denial (to prove it)
   *     or the conclusion itself (to refute it)
   */
  ProofText(FolProblem problem, boolean conclusionDenied) {
    this.problem = problem;
    this.conclusionDenied = conclusionDenied;
  }

  String of(Proof proof) {
    List<String> clauses = proof.steps().stream().map(step -> of(step.clause())).toList();
    int width = Math.min(WIDEST_CLAUSE, clauses.stream().mapToInt(String::length).max().orElse(0));
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < clauses.size(); i++) {
      Step step = proof.steps().get(i);
      String clause = clauses.get(i);
      out.append(String.format("%4d. ", step.id())).append(clause);
      out.append(" ".repeat(Math.max(0, width - clause.length()))).append("   ");
      out.append(origin(step)).append('\n');
    }
    return out.toString();
  }

  /** The name of a statement by its index: a premise's label, or the conclusion. */
  String statement(int index) {
    if (index < problem.premises().size()) {
      return problem.premises().get(index).label();
    }
    return conclusionDenied ? "the conclusion, denied" : "the conclusion, assumed";
  }

  private String origin(Step step) {
    if (step.statement().isPresent()) {
      return statement(step.statement().getAsInt());
    }
    List<String> parents = new ArrayList<>();
    for (Step.Parent parent : step.parents()) {
      String bindings = bindings(parent.substitution().bindings());
      parents.add(parent.id() + (bindings.isEmpty() ? "" : " with " + bindings));
    }
    return "from " + String.join(", and ", parents);
  }

  private static String bindings(Map<String, Term> bindings) {
    return bindings.entrySet().stream()
        .filter(e -> !e.getValue().equals(new Term.Variable(e.getKey())))
        .map(e -> e.getKey() + " := " + of(e.getValue()))
        .collect(Collectors.joining(", "));
  }

  static String of(Clause clause) {
    return clause.isEmpty()
        ? "contradiction"
        : clause.literals().stream().map(ProofText::of).collect(Collectors.joining(" ∨ "));
  }

  private static String of(Literal literal) {
    List<String> arguments = literal.arguments().stream().map(ProofText::of).toList();
    if (literal.isEquality()) {
      return arguments.getFirst() + (literal.positive() ? " = " : " ≠ ") + arguments.getLast();
    }
    String list = arguments.isEmpty() ? "" : "(" + String.join(", ", arguments) + ")";
    return (literal.positive() ? "" : "¬") + literal.predicate() + list;
  }

  static String of(Term term) {
    return switch (term) {
      case Term.Variable(var name) -> name;
      case Term.Application(var function, var arguments) ->
          arguments.isEmpty()
              ? function
              : function
                  + arguments.stream()
                      .map(ProofText::of)
                      .collect(Collectors.joining(", ", "(", ")"));
    };
  }
}
