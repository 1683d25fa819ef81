package org.ponens.translators.verbalize;

import java.util.List;
import java.util.stream.Collectors;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.grammar.fol.Statement;
import org.ponens.solvers.fol.Satisfiability;
import org.ponens.solvers.fol.Structure;
import org.ponens.solvers.fol.Verdict;

/** A first-order verdict with its proof or its structures, in words. */
final class VerdictText {

  private final FolProblem problem;

  VerdictText(FolProblem problem) {
    this.problem = problem;
  }

  String of(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Entailed(var proof, var support) ->
          "The conclusion follows"
              + from(support)
              + ". Its denial leads to a contradiction:\n"
              + new ProofText(problem, true).of(proof);
      case Verdict.Refuted(var proof, var support) ->
          "The conclusion is refuted: its denial follows"
              + from(support)
              + ". The conclusion itself leads to a contradiction:\n"
              + new ProofText(problem, false).of(proof);
      case Verdict.Independent(var whenTrue, var whenFalse) ->
          "The premises leave the conclusion open. They are all true here, where the conclusion is true:\n"
              + indent(whenTrue)
              + "and here, where it is false:\n"
              + indent(whenFalse);
      case Verdict.InconsistentPremises(var core, var minimal, var proof) ->
          contradictory(core, minimal) + new ProofText(problem, true).of(proof);
      case Verdict.Undecided undecided -> undecided(undecided);
    };
  }

  String of(Satisfiability answer) {
    return switch (answer) {
      case Satisfiability.Satisfiable(var model) ->
          "The formulas can all be true, as here:\n" + indent(model);
      case Satisfiability.Unsatisfiable(var core, var minimal, var proof) ->
          contradictory(core, minimal) + new ProofText(problem, true).of(proof);
      case Satisfiability.Undecided(var reason, var elapsed) ->
          "Not decided: " + words(reason) + ".\n";
    };
  }

  /** The English of premises, or their labels where there is none. */
  List<String> statements(List<Integer> premises) {
    return premises.stream()
        .filter(i -> i < problem.premises().size())
        .map(i -> problem.premises().get(i))
        .map(premise -> premise.gloss().orElseGet(premise::label))
        .toList();
  }

  private String from(Verdict.Support support) {
    if (support.premises().isEmpty()) {
      return " from no premise: it is valid";
    }
    return " from " + labels(support.premises());
  }

  private String labels(List<Integer> premises) {
    return premises.stream()
        .map(i -> problem.premises().get(i))
        .map(Statement::label)
        .collect(Collectors.joining(", "));
  }

  private String contradictory(List<Integer> core, boolean minimal) {
    return "The premises contradict each other: "
        + labels(core)
        + " cannot all be true"
        + (minimal ? ", and each is needed for it" : "")
        + ".\n";
  }

  private static String undecided(Verdict.Undecided undecided) {
    StringBuilder out = new StringBuilder();
    undecided
        .conclusionFalse()
        .ifPresent(
            structure ->
                out.append(
                        "The conclusion does not follow: here the premises are true and it is false:\n")
                    .append(indent(structure)));
    undecided
        .conclusionTrue()
        .ifPresent(
            structure ->
                out.append("The conclusion is not refuted: here the premises and it are true:\n")
                    .append(indent(structure)));
    out.append(out.isEmpty() ? "Not decided: " : "More was not decided: ");
    return out.append(words(undecided.reason())).append(".\n").toString();
  }

  private static String words(Verdict.Reason reason) {
    return switch (reason) {
      case OUT_OF_BUDGET -> "the budget was spent";
      case TOO_LARGE -> "the formulas are too large";
      case NO_FINITE_MODEL -> "there is no proof, and no finite structure was found";
    };
  }

  private static String indent(Structure structure) {
    return structure.print().indent(4);
  }
}
