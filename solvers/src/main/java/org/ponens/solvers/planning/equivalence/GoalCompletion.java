package org.ponens.solvers.planning.equivalence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Place;
import org.ponens.grammar.pddl.Problem;
import org.ponens.grammar.pddl.Term;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.GroundTask.GroundEffect;
import org.ponens.solvers.planning.ground.GroundTask.GroundOperator;
import org.ponens.solvers.planning.ground.Grounder;
import org.ponens.solvers.planning.ground.Grounding;

/**
 * What a conjunctive goal implies in every state that can be reached, by sets of facts of which at
 * most one, or exactly one, is ever true. Sound; not complete: that blocks cannot stand on each
 * other in a circle, for one, no such set says.
 */
final class GoalCompletion {

  private final GroundTask task;
  private final Map<String, Integer> facts = new HashMap<>();
  private final Set<String> initial = new HashSet<>();
  private final List<int[]> groups = new ArrayList<>();
  private final BitSet exactlyOne = new BitSet();
  private final List<List<Integer>> groupsOf = new ArrayList<>();

  private final BitSet positive = new BitSet();
  private final BitSet negative = new BitSet();

  /**
   * A goal.
   *
   * @param goal completed, without what the rest of it excludes
   * @param implied all that follows from it, itself included, but for what always holds
   * @param completed whether it could be completed
   */
  record Completed(Set<Tree> goal, Set<Tree> implied, boolean completed) {}

  private GoalCompletion(GroundTask task, Set<Tree> initial) {
    this.task = task;
    for (int fact = 0; fact < task.factCount(); fact++) {
      facts.put(task.factNames().get(fact), fact);
      groupsOf.add(new ArrayList<>());
    }
    initial.forEach(t -> this.initial.add(t.text()));
    BitSet initially = new BitSet();
    Arrays.stream(task.initial()).forEach(initially::set);
    for (int[] group : task.mutexGroups()) {
      // A fact and its complement say nothing on other facts.
      if (Arrays.stream(group).noneMatch(f -> task.factNames().get(f).startsWith("(not "))) {
        for (int fact : group) {
          groupsOf.get(fact).add(groups.size());
        }
        exactlyOne.set(groups.size(), Arrays.stream(group).filter(initially::get).count() == 1);
        groups.add(group);
      }
    }
    for (GroundOperator operator : task.operators()) {
      keepsOne(operator);
    }
  }

  /** Completes a goal, if the problem can be grounded. */
  static Completed complete(Domain domain, Problem problem, ProblemContent content, Meter meter) {
    String probed = "probed";
    while (isTaken(domain, probed)) {
      probed += "-";
    }
    Grounding grounding =
        Grounder.ground(withProbes(domain, probed), withGoal(problem, probed), meter);
    return grounding instanceof Grounding.Grounded it
        ? new GoalCompletion(it.task(), content.initial()).complete(content.goal())
        : new Completed(content.goal(), content.goal(), false);
  }

  private static boolean isTaken(Domain domain, String name) {
    return domain.predicates().stream().anyMatch(p -> p.name().equals(name))
        || domain.actions().stream().anyMatch(a -> a.name().startsWith(name));
  }

  // The grounder leaves out what does not bear on the goal. With a goal that any fact leads to, it
  // leaves out nothing, and what it finds depends on the initial state alone.
  private static Domain withProbes(Domain domain, String probed) {
    List<Domain.Predicate> predicates = new ArrayList<>(domain.predicates());
    predicates.add(new Domain.Predicate(probed, List.of(), Place.NOWHERE));
    List<Domain.Action> actions = new ArrayList<>(domain.actions());
    for (Domain.Predicate predicate : domain.predicates()) {
      List<Term> parameters =
          predicate.parameters().stream()
              .map(p -> (Term) new Term.Variable(p.name(), Place.NOWHERE))
              .toList();
      actions.add(
          new Domain.Action(
              probed + "-" + predicate.name(),
              predicate.parameters(),
              new Condition.Atom(predicate.name(), parameters, Place.NOWHERE),
              new Effect.Add(atom(probed)),
              Place.NOWHERE));
    }
    return new Domain(
        domain.name(),
        domain.requirements(),
        domain.types(),
        domain.constants(),
        predicates,
        domain.functions(),
        domain.derived(),
        actions,
        domain.durativeActions(),
        domain.happenings(),
        domain.constraints(),
        domain.place());
  }

  private static Problem withGoal(Problem problem, String probed) {
    return new Problem(
        problem.name(),
        problem.domain(),
        problem.requirements(),
        problem.objects(),
        problem.initial(),
        atom(probed),
        problem.constraints(),
        problem.metric(),
        problem.place());
  }

  private static Condition.Atom atom(String predicate) {
    return new Condition.Atom(predicate, List.of(), Place.NOWHERE);
  }

  // Takes the mark from the groups of which the operator may delete the one that is true.
  private void keepsOne(GroundOperator operator) {
    for (GroundEffect effect : operator.effects()) {
      for (int deleted : effect.deletes()) {
        for (int group : groupsOf.get(deleted)) {
          if (exactlyOne.get(group) && !keepsOne(operator, effect, groups.get(group))) {
            exactlyOne.clear(group);
          }
        }
      }
    }
  }

  private static boolean keepsOne(GroundOperator operator, GroundEffect effect, int[] group) {
    IntPredicate isMember = f -> Arrays.binarySearch(group, f) >= 0;
    IntPredicate holds =
        f ->
            Arrays.binarySearch(operator.precondition(), f) >= 0
                || Arrays.binarySearch(effect.condition(), f) >= 0;
    // What an effect adds is true behind, whatever else deletes it.
    boolean adds =
        operator.effects().stream()
            .filter(e -> Arrays.stream(e.condition()).allMatch(holds))
            .anyMatch(e -> Arrays.stream(e.adds()).anyMatch(isMember));
    if (adds) {
      return true;
    }
    // The one that is true is another one, which stays.
    return Arrays.stream(group)
        .filter(holds)
        .anyMatch(
            f ->
                operator.effects().stream()
                    .noneMatch(e -> Arrays.binarySearch(e.deletes(), f) >= 0));
  }

  private Completed complete(Set<Tree> goal) {
    Set<Tree> rest = new LinkedHashSet<>();
    boolean reachable = true;
    for (Tree conjunct : goal) {
      boolean negated = conjunct instanceof Tree.Node node && isNegation(node);
      Tree atom = negated ? ((Tree.Node) conjunct).children().get(0) : conjunct;
      if (!isGroundAtom(atom)) {
        rest.add(conjunct);
        continue;
      }
      Integer fact = facts.get(atom.text());
      if (fact != null) {
        (negated ? negative : positive).set(fact);
      } else if (initial.contains(atom.text()) == negated) {
        // What is no fact of the task never changes.
        reachable = false;
      }
    }
    // A goal that cannot be reached implies everything; it is compared as it is.
    if (!reachable || !close()) {
      return new Completed(goal, goal, true);
    }
    Set<Tree> completed = new LinkedHashSet<>(rest);
    positive.stream().forEach(f -> completed.add(tree(f)));
    Set<Tree> implied = new LinkedHashSet<>(completed);
    negative.stream().forEach(f -> implied.add(Tree.not(tree(f))));
    negative.stream().filter(f -> !isExcluded(f)).forEach(f -> completed.add(Tree.not(tree(f))));
    return new Completed(completed, implied, true);
  }

  private static boolean isNegation(Tree.Node node) {
    return node.ordered() && node.label().equals("not") && node.children().size() == 1;
  }

  private static boolean isGroundAtom(Tree tree) {
    return tree instanceof Tree.Node node
        && node.ordered()
        && node.children().stream().allMatch(Tree.Thing.class::isInstance);
  }

  private Tree tree(int fact) {
    String name = task.factNames().get(fact);
    String[] words = name.substring(1, name.length() - 1).split(" ", -1);
    return Tree.atom(words[0], Arrays.stream(words).skip(1).map(Tree.Thing::new).toList());
  }

  // Adds what follows until nothing does any more; false where the goal contradicts itself.
  private boolean close() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int g = 0; g < groups.size(); g++) {
        int[] group = groups.get(g);
        int[] held = Arrays.stream(group).filter(positive::get).toArray();
        int[] open = Arrays.stream(group).filter(f -> !negative.get(f)).toArray();
        if (held.length > 1 || (exactlyOne.get(g) && open.length == 0)) {
          return false;
        }
        if (held.length == 1) {
          for (int fact : open) {
            if (fact != held[0]) {
              negative.set(fact);
              changed = true;
            }
          }
        } else if (exactlyOne.get(g) && open.length == 1) {
          positive.set(open[0]);
          changed = true;
        }
      }
      if (positive.intersects(negative)) {
        return false;
      }
    }
    return true;
  }

  private boolean isExcluded(int fact) {
    return groupsOf.get(fact).stream()
        .anyMatch(g -> Arrays.stream(groups.get(g)).anyMatch(f -> f != fact && positive.get(f)));
  }
}
