package org.ponens.solvers.planning.equivalence;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Meter;

/**
 * Decides whether two problems of a domain say the same but for the names of their objects: the
 * question of Planetarium (Zuo, Velez, Li, Littman and Bach 2024), for any domain.
 *
 * <p>They do if their objects can be matched, each with one of the same declared type, so that the
 * initial states, goals, constraints and metrics become the same; constants of the domain are
 * matched with themselves. Goals are compared in negation normal form, quantifiers over objects
 * written out where that is not too long, and completed by what their literals imply in every
 * reachable state: of facts that exclude each other (by the sets of {@link
 * org.ponens.solvers.planning.ground.Grounder} and in pairs) the others are false where one is
 * wanted, and of a set of which one is always true, it is the last one that nothing excludes. What
 * never changes is no part of a goal. A problem that cannot be grounded has its goal compared as it
 * is written.
 *
 * <p>An answer that problems are equivalent is right, as the matching is checked. That they are
 * different is right for what they literally say; completed goals may still mean the same where
 * sets and pairs do not say so, and so may goals with disjunctions, quantifiers or numbers that are
 * written in ways that the normal form tells apart. Of preferences the names count.
 *
 * <p>Stateless and thread-safe. Counts steps of grounding and one for each vertex looked at in the
 * search for an isomorphism; this search may take exponential time for goals and facts that are
 * regular without being symmetric, and is then given up with the budget.
 */
public final class ProblemEquivalence {

  private ProblemEquivalence() {}

  /** Which objects the goal speaks of. */
  public enum GoalObjects {
    /** Those of the initial state. */
    SAME,
    /**
     * Any of their types: initial states and goals are compared apart, as Planetarium does for
     * descriptions that leave open which object comes to which place.
     */
    PLACEHOLDERS
  }

  /**
   * Compares two problems, goals speaking of the objects of the initial state.
   *
   * @param domain read without errors
   * @param first of that domain, read without errors
   * @param second of that domain, read without errors
   */
  public static Comparison compare(Domain domain, Problem first, Problem second, Meter meter) {
    return compare(domain, first, second, GoalObjects.SAME, meter);
  }

  /**
   * Compares two problems.
   *
   * @param domain read without errors
   * @param first of that domain, read without errors
   * @param second of that domain, read without errors
   */
  public static Comparison compare(
      Domain domain, Problem first, Problem second, GoalObjects goalObjects, Meter meter) {
    // What the completion finds may depend on the order of what is written: equality as it stands
    // must not.
    Attempt literal =
        match(
            NormalForm.of(domain, first, false),
            NormalForm.of(domain, second, false),
            goalObjects,
            meter);
    if (literal.isDecided()) {
      return literal.answer();
    }
    ProblemContent left = NormalForm.of(domain, first, true);
    ProblemContent right = NormalForm.of(domain, second, true);
    GoalCompletion.Completed leftGoal = GoalCompletion.complete(domain, first, left, meter);
    GoalCompletion.Completed rightGoal = GoalCompletion.complete(domain, second, right, meter);
    if (meter.exhausted()) {
      return new Comparison.Exhausted();
    }
    boolean completed = leftGoal.completed() && rightGoal.completed();
    if (completed) {
      left = left.with(leftGoal);
      right = right.with(rightGoal);
    }
    Attempt attempt = match(left, right, goalObjects, meter);
    if (attempt.isDecided()) {
      return attempt.answer();
    }
    Differences differences = new Differences(left, right, meter);
    return differences.find(attempt.initialDiffers(), attempt.goalDiffers(), completed);
  }

  /** What is compared under one matching of objects. */
  private enum Part {
    ALL,
    INITIAL,
    GOAL
  }

  /**
   * What came of looking for a matching.
   *
   * @param answer of interest only if decided
   */
  private record Attempt(
      boolean isDecided, Comparison answer, boolean initialDiffers, boolean goalDiffers) {

    static Attempt decided(Comparison answer) {
      return new Attempt(true, answer, false, false);
    }

    static Attempt different(boolean initial, boolean goal) {
      return new Attempt(false, new Comparison.Exhausted(), initial, goal);
    }
  }

  private static Attempt match(
      ProblemContent left, ProblemContent right, GoalObjects goalObjects, Meter meter) {
    return switch (goalObjects) {
      case SAME ->
          switch (find(left, right, Part.ALL, meter)) {
            case GraphMatching.Outcome.Found it -> {
              Map<String, String> renaming = renaming(left, right, it.image());
              yield Attempt.decided(new Comparison.Equivalent(renaming, renaming));
            }
            case GraphMatching.Outcome.None it -> Attempt.different(true, true);
            case GraphMatching.Outcome.Exhausted it -> Attempt.decided(new Comparison.Exhausted());
          };
      case PLACEHOLDERS -> {
        GraphMatching.Outcome initial = find(left, right, Part.INITIAL, meter);
        GraphMatching.Outcome goal = find(left, right, Part.GOAL, meter);
        if (initial instanceof GraphMatching.Outcome.Found i
            && goal instanceof GraphMatching.Outcome.Found g) {
          yield Attempt.decided(
              new Comparison.Equivalent(
                  renaming(left, right, i.image()), renaming(left, right, g.image())));
        }
        boolean initialDiffers = initial instanceof GraphMatching.Outcome.None;
        boolean goalDiffers = goal instanceof GraphMatching.Outcome.None;
        yield initialDiffers || goalDiffers
            ? Attempt.different(initialDiffers, goalDiffers)
            : Attempt.decided(new Comparison.Exhausted());
      }
    };
  }

  private static GraphMatching.Outcome find(
      ProblemContent left, ProblemContent right, Part part, Meter meter) {
    LabelledGraph.Labels labels = new LabelledGraph.Labels();
    return GraphMatching.find(graph(labels, left, part), graph(labels, right, part), meter);
  }

  private static LabelledGraph graph(
      LabelledGraph.Labels labels, ProblemContent content, Part part) {
    LabelledGraph.Builder builder = new LabelledGraph.Builder(labels, content);
    if (part != Part.GOAL) {
      builder.add("initial", content.initial());
    }
    if (part != Part.INITIAL) {
      builder
          .add("goal", content.goal())
          .add("constraints", content.constraints())
          .add("metric", content.metric());
    }
    return builder.build();
  }

  private static Map<String, String> renaming(
      ProblemContent left, ProblemContent right, int[] image) {
    List<String> names = new ArrayList<>(right.objects().keySet());
    Map<String, String> renaming = new LinkedHashMap<>();
    Set<String> objects = left.objects().keySet();
    int vertex = 0;
    for (String object : objects) {
      renaming.put(object, names.get(image[vertex++]));
    }
    return renaming;
  }
}
