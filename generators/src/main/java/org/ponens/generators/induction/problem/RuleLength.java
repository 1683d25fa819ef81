package org.ponens.generators.induction.problem;

import java.util.List;
import org.ponens.grammar.prolog.Clause;
import org.ponens.grammar.prolog.Goal;
import org.ponens.grammar.prolog.PrologProgram;

/** How long a program is: the calls in its bodies, but for those that name or tell apart parts. */
public final class RuleLength {

  private RuleLength() {}

  /**
   * The length.
   *
   * @param has the predicate of examples and their parts
   */
  public static int of(PrologProgram program, String has) {
    int length = 0;
    for (Clause clause : program.clauses()) {
      length += of(clause.body(), has);
    }
    return length;
  }

  private static int of(Goal goal, String has) {
    return switch (goal) {
      case Goal.Conjunction(var goals, var place) -> of(goals, has);
      case Goal.Disjunction(var goals, var place) -> of(goals, has);
      case Goal.IfThenElse(var condition, var then, var otherwise, var place) ->
          of(condition, has) + of(then, has) + otherwise.map(other -> of(other, has)).orElse(0);
      case Goal.Negation(var negated, var place) -> of(negated, has);
      case Goal.ForAll(var condition, var action, var place) ->
          of(condition, has) + of(action, has);
      case Goal.FindAll(var template, var all, var result, var place) -> of(all, has);
      case Goal.AggregateAll(var aggregate, var template, var all, var result, var place) ->
          of(all, has);
      case Goal.Cut cut -> 0;
      case Goal.Call(String name, var arguments, var place) ->
          name.equals(has) || name.equals("\\=") || name.equals("\\==") ? 0 : 1;
    };
  }

  private static int of(List<Goal> goals, String has) {
    int length = 0;
    for (Goal goal : goals) {
      length += of(goal, has);
    }
    return length;
  }
}
