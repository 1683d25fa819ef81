package org.ponens.solvers.prolog;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ponens.grammar.prolog.Builtin;
import org.ponens.grammar.prolog.Goal;
import org.ponens.grammar.prolog.Signature;
import org.ponens.grammar.prolog.Term;

/**
 * Moves goals that only test to where what they test is bound: {@code has_car(T, C), has_car(T, D),
 * red(C)} is run as {@code has_car(T, C), red(C), has_car(T, D)}. They move past facts and other
 * such tests alone, which end, raise no error and bind the same in the same order: so the solutions
 * are the same, in the same order.
 */
final class EarlyTests {

  private EarlyTests() {}

  /**
   * The goals in the order to run them in.
   *
   * @param isFact whether a predicate has facts and nothing else
   */
  static List<Goal> order(List<Goal> goals, Predicate<Signature> isFact) {
    if (goals.size() < 3) {
      return goals;
    }
    List<Goal> ordered = new ArrayList<>(goals.size());
    // What is bound before each of the goals, by facts among those before it.
    List<Set<String>> bound = new ArrayList<>(goals.size());
    Set<String> now = new HashSet<>();
    int passable = 0;
    for (Goal goal : goals) {
      boolean fact = goal instanceof Goal.Call call && isFact.test(call.signature());
      if (!fact && !isHarmless(goal)) {
        ordered.add(goal);
        bound.add(Set.copyOf(now));
        passable = ordered.size();
        continue;
      }
      Set<String> variables = new HashSet<>();
      boolean named = collect(((Goal.Call) goal).arguments(), variables);
      int place = ordered.size();
      if (named && now.containsAll(variables)) {
        while (place > passable && bound.get(place - 1).containsAll(variables)) {
          place--;
        }
      }
      bound.add(place, place == ordered.size() ? Set.copyOf(now) : bound.get(place));
      ordered.add(place, goal);
      if (fact) {
        now.addAll(variables);
      }
    }
    return ordered;
  }

  /** Whether it binds nothing and raises no error. */
  private static boolean isHarmless(Goal goal) {
    if (!(goal instanceof Goal.Call call)) {
      return false;
    }
    Optional<Builtin> builtin = Builtin.of(call.signature());
    return builtin.isPresent()
        && switch (builtin.get()) {
          case NOT_UNIFIABLE, IDENTICAL, NOT_IDENTICAL -> true;
          default -> false;
        };
  }

  /** Takes the variables; whether none of them is anonymous. */
  private static boolean collect(List<Term> terms, Set<String> variables) {
    boolean named = true;
    for (Term term : terms) {
      switch (term) {
        case Term.Variable variable -> {
          named &= !variable.isAnonymous();
          variables.add(variable.name());
        }
        case Term.Compound(var functor, var arguments, var place) ->
            named &= collect(arguments, variables);
        default -> {}
      }
    }
    return named;
  }
}
