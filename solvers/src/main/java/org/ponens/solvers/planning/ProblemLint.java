package org.ponens.solvers.planning;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.PddlCode;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.Grounder;
import org.ponens.solvers.planning.ground.Grounding;

/** Finds what is wrong with a problem beyond its form: goals that no plan can reach. */
public final class ProblemLint {

  private ProblemLint() {}

  /**
   * What is wrong; nothing if the budget does not allow to find out, or the problem has what cannot
   * be planned with.
   *
   * @param domain read without errors
   * @param problem of that domain, read without errors
   */
  public static List<Diagnostic> find(Domain domain, Problem problem, Meter meter) {
    if (!(Grounder.ground(domain, problem, meter) instanceof Grounding.Unreachable it)) {
      return List.of();
    }
    List<Diagnostic> found = new ArrayList<>();
    for (Condition condition : it.unreachable()) {
      List<String> why = Unreachability.explain(domain, problem, condition);
      Diagnostic diagnostic =
          Diagnostic.error(PddlCode.GOAL_UNREACHABLE, condition.place().span(), why.get(0));
      for (String line : why.subList(1, why.size())) {
        diagnostic = diagnostic.withNote(new Diagnostic.Note(line, Optional.empty()));
      }
      found.add(diagnostic);
    }
    return found;
  }
}
