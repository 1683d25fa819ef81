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
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
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
 * most one, or exactly one, is ever true, and by pairs that are never true together. Sound; not
 * complete: that three blocks cannot stand on each other in a circle, for one, no pair says.
 */
final class GoalCompletion {

  private final GroundTask task;
  private final Map<String, Integer> facts = new HashMap<>();
  private final Set<String> initial = new HashSet<>();
  private final List<int[]> groups = new ArrayList<>();
  private final BitSet exactlyOne = new BitSet();
  private final List<List<Integer>> groupsOf = new ArrayList<>();
  private final PairMutexes pairs;

  // Basic facts that are no complements.
  private final BitSet plain = new BitSet();

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

  private GoalCompletion(GroundTask task, Set<Tree> initial, PairMutexes pairs) {
    this.task = task;
    this.pairs = pairs;
    for (int fact = 0; fact < task.factCount(); fact++) {
      facts.put(task.factNames().get(fact), fact);
      groupsOf.add(new ArrayList<>());
      plain.set(fact, fact < task.basicFacts() && !isComplement(fact));
    }
    initial.forEach(t -> this.initial.add(t.text()));
    BitSet initially = new BitSet();
    Arrays.stream(task.initial()).forEach(initially::set);
    for (int[] group : task.mutexGroups()) {
      // A fact and its complement say nothing on other facts.
      if (Arrays.stream(group).allMatch(plain::get)) {
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
    Domain open = withProbes(domain, probed);
    Problem unaimed = withGoal(problem, probed);
    if (!(Grounder.ground(open, unaimed, meter) instanceof Grounding.Grounded first)) {
      return new Completed(content.goal(), content.goal(), false);
    }
    GroundTask task = first.task();
    PairMutexes pairs = PairMutexes.of(task, meter);
    Domain narrower = withInequalities(open, task, pairs);
    if (!narrower.equals(open)
        && Grounder.ground(narrower, unaimed, meter) instanceof Grounding.Grounded second) {
      task = second.task();
      pairs = PairMutexes.of(task, meter);
    }
    return new GoalCompletion(task, content.initial(), pairs).complete(content.goal());
  }

  private boolean isComplement(int fact) {
    return task.factNames().get(fact).startsWith("(not ");
  }

  // Stacking a block on itself can never be done; yet it hides from the grounder that only one
  // block is on another. Where parameters are never the same object, that is put down.
  private static Domain withInequalities(Domain domain, GroundTask task, PairMutexes pairs) {
    Map<String, List<GroundOperator>> byAction = new HashMap<>();
    for (GroundOperator operator : task.operators()) {
      byAction.computeIfAbsent(words(operator.name())[0], a -> new ArrayList<>()).add(operator);
    }
    List<Domain.Action> actions = new ArrayList<>();
    for (Domain.Action action : domain.actions()) {
      List<Condition> conditions = new ArrayList<>();
      for (int i = 0; i < action.parameters().size(); i++) {
        for (int j = i + 1; j < action.parameters().size(); j++) {
          if (neverSame(byAction.getOrDefault(action.name(), List.of()), i + 1, j + 1, pairs)) {
            conditions.add(
                new Condition.Not(
                    new Condition.Equality(
                        Term.variable(action.parameters().get(i).name()),
                        Term.variable(action.parameters().get(j).name()),
                        Place.NOWHERE),
                    Place.NOWHERE));
          }
        }
      }
      if (conditions.isEmpty()) {
        actions.add(action);
        continue;
      }
      conditions.add(action.precondition());
      actions.add(
          new Domain.Action(
              action.name(),
              action.parameters(),
              new Condition.And(conditions, Place.NOWHERE),
              action.effect(),
              action.place()));
    }
    return withActions(domain, domain.predicates(), actions);
  }

  private static String[] words(String name) {
    return name.substring(1, name.length() - 1).split(" ", -1);
  }

  // Whether there are operators with one object in both places, and none can ever be applied.
  private static boolean neverSame(
      List<GroundOperator> operators, int place, int other, PairMutexes pairs) {
    boolean any = false;
    for (GroundOperator operator : operators) {
      String[] words = words(operator.name());
      if (words[place].equals(words[other])) {
        any = true;
        if (pairs.isPossible(operator)) {
          return false;
        }
      }
    }
    return any;
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
    return withActions(domain, predicates, actions);
  }

  private static Domain withActions(
      Domain domain, List<Domain.Predicate> predicates, List<Domain.Action> actions) {
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
    Set<Tree> given = new LinkedHashSet<>();
    boolean reachable = true;
    for (Tree conjunct : goal) {
      boolean negated = conjunct instanceof Tree.Node node && isNegation(node);
      Tree atom = negated ? ((Tree.Node) conjunct).children().get(0) : conjunct;
      if (!isGroundAtom(atom)) {
        rest.add(conjunct);
        given.add(conjunct);
        continue;
      }
      Integer fact = facts.get(atom.text());
      if (fact != null) {
        (negated ? negative : positive).set(fact);
        given.add(conjunct);
      } else if (initial.contains(atom.text()) == negated) {
        // What is no fact of the task never changes.
        reachable = false;
        given.add(conjunct);
      }
    }
    // A goal that cannot be reached implies everything; it is compared as it is.
    if (!reachable || !close()) {
      return new Completed(given, given, true);
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
    String[] words = words(task.factNames().get(fact));
    return Tree.atom(words[0], Arrays.stream(words).skip(1).map(Tree.Thing::new).toList());
  }

  // Adds what follows until nothing does any more; false where the goal contradicts itself.
  private boolean close() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (int fact = positive.nextSetBit(0); fact >= 0; fact = positive.nextSetBit(fact + 1)) {
        BitSet others = impossibleWith(fact);
        others.andNot(negative);
        negative.or(others);
        changed |= !others.isEmpty();
      }
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

  // Where the fact itself can never be true, it is among them.
  private BitSet impossibleWith(int fact) {
    BitSet found = new BitSet();
    plain.stream().filter(other -> !pairs.isPossible(fact, other)).forEach(found::set);
    return found;
  }

  private boolean isExcluded(int fact) {
    if (positive.stream().anyMatch(f -> !pairs.isPossible(f, fact))) {
      return true;
    }
    return groupsOf.get(fact).stream()
        .anyMatch(g -> Arrays.stream(groups.get(g)).anyMatch(f -> f != fact && positive.get(f)));
  }
}
