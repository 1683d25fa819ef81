package org.ponens.solvers.planning.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Expression;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;
import org.ponens.grammar.pddl.Problem.Initial;
import org.ponens.grammar.pddl.Term;
import org.ponens.grammar.pddl.TypedName;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.NaiveInterpreter;
import org.ponens.solvers.planning.RandomPlanning;
import org.ponens.solvers.planning.equivalence.Comparison.Different;
import org.ponens.solvers.planning.equivalence.Comparison.Equivalent;

class ProblemEquivalenceLawTest {

  private static final int MAX_STATES = 120;

  /** Counts, so that it is not grounded and goals stay as they are. */
  private static final Domain COUNTING =
      Pddl.parseDomain(
              """
              (define (domain counting)
                (:requirements :typing :fluents)
                (:types t u)
                (:predicates (e ?x ?y - object) (p ?x - object) (q))
                (:functions (n) - number)
                (:action count :parameters () :precondition (q) :effect (increase (n) 1)))
              """)
          .orElseThrow();

  private static final Domain BLOCKS =
      Pddl.parseDomain(
              """
              (define (domain blocks)
                (:requirements :strips)
                (:predicates (on ?x ?y) (ontable ?x) (clear ?x) (handempty) (holding ?x))
                (:action pick-up :parameters (?x)
                  :precondition (and (clear ?x) (ontable ?x) (handempty))
                  :effect (and (not (ontable ?x)) (not (clear ?x)) (not (handempty)) (holding ?x)))
                (:action put-down :parameters (?x)
                  :precondition (holding ?x)
                  :effect (and (not (holding ?x)) (clear ?x) (handempty) (ontable ?x)))
                (:action stack :parameters (?x ?y)
                  :precondition (and (holding ?x) (clear ?y))
                  :effect (and (not (holding ?x)) (not (clear ?y)) (clear ?x) (handempty)
                    (on ?x ?y)))
                (:action unstack :parameters (?x ?y)
                  :precondition (and (on ?x ?y) (clear ?x) (handempty))
                  :effect (and (holding ?x) (clear ?y) (not (clear ?x)) (not (handempty))
                    (not (on ?x ?y)))))
              """)
          .orElseThrow();

  /** A problem as sets of words: what is so at first, and what is wanted or, with a "-", not. */
  private record Sketch(
      Map<String, String> types, Set<List<String>> initial, Set<List<String>> goal) {

    Sketch renamed(Map<String, String> names) {
      Map<String, String> renamed = new HashMap<>();
      types.forEach((o, t) -> renamed.put(names.getOrDefault(o, o), t));
      return new Sketch(renamed, renamed(initial, names), renamed(goal, names));
    }

    private static Set<List<String>> renamed(Set<List<String>> facts, Map<String, String> names) {
      Set<List<String>> renamed = new HashSet<>();
      facts.forEach(f -> renamed.add(f.stream().map(w -> names.getOrDefault(w, w)).toList()));
      return renamed;
    }

    Problem problem(Random random) {
      List<TypedName> objects = new ArrayList<>();
      types.forEach((o, t) -> objects.add(TypedName.of(o, t)));
      List<Initial> facts = new ArrayList<>();
      initial.forEach(f -> facts.add(new Initial.True(atom(f))));
      List<Condition> wanted = new ArrayList<>();
      for (List<String> literal : goal) {
        wanted.add(
            literal.get(0).equals("-")
                ? new Condition.Not(atom(literal.subList(1, literal.size())), Place.NOWHERE)
                : atom(literal));
      }
      Collections.shuffle(objects, random);
      Collections.shuffle(facts, random);
      Collections.shuffle(wanted, random);
      return ProblemEquivalenceLawTest.problem(objects, facts, wanted);
    }
  }

  private static Problem problem(
      List<TypedName> objects, List<Initial> facts, List<Condition> wanted) {
    return new Problem(
        "p",
        "d",
        List.of(),
        objects,
        facts,
        new Condition.And(wanted, Place.NOWHERE),
        Optional.empty(),
        Optional.empty(),
        Place.NOWHERE);
  }

  private static Condition.Atom atom(List<String> words) {
    List<Term> terms = new ArrayList<>();
    words.subList(1, words.size()).forEach(w -> terms.add(Term.name(w)));
    return new Condition.Atom(words.get(0), terms, Place.NOWHERE);
  }

  private static Meter meter() {
    return Budget.of(Duration.ofMinutes(1)).start();
  }

  private static Sketch sketch(Random random, int objects) {
    Map<String, String> types = new HashMap<>();
    List<String> names = List.of("a", "b", "c", "d", "f").subList(0, objects);
    boolean typed = random.nextInt(3) == 0;
    names.forEach(n -> types.put(n, typed && random.nextBoolean() ? "u" : "t"));
    return new Sketch(
        types,
        facts(random, names, 1 + random.nextInt(7)),
        facts(random, names, random.nextInt(5)));
  }

  private static Set<List<String>> facts(Random random, List<String> names, int count) {
    Set<List<String>> facts = new HashSet<>();
    for (int i = 0; i < count; i++) {
      String first = names.get(random.nextInt(names.size()));
      String second = names.get(random.nextInt(names.size()));
      facts.add(random.nextInt(4) == 0 ? List.of("p", first) : List.of("e", first, second));
    }
    return facts;
  }

  private static Map<String, String> renaming(Random random, List<String> names, List<String> to) {
    List<String> images = new ArrayList<>(to);
    Collections.shuffle(images, random);
    Map<String, String> renaming = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      renaming.put(names.get(i), images.get(i));
    }
    return renaming;
  }

  private static boolean anyRenaming(
      Sketch first, Sketch second, List<String> left, Map<String, String> renaming) {
    if (renaming.size() == left.size()) {
      return first.renamed(renaming).equals(second);
    }
    String next = left.get(renaming.size());
    for (String image : second.types().keySet()) {
      if (!renaming.containsValue(image)) {
        renaming.put(next, image);
        if (anyRenaming(first, second, left, renaming)) {
          return true;
        }
        renaming.remove(next);
      }
    }
    return false;
  }

  @Property(tries = 1500, seed = "1")
  void compare_agreesWithTryingAllRenamings(@ForAll long seed) {
    Random random = new Random(seed);
    int objects = 1 + random.nextInt(5);
    Sketch first = sketch(random, objects);
    List<String> names = first.types().keySet().stream().sorted().toList();
    Sketch second =
        random.nextInt(4) == 0
            ? sketch(random, objects)
            : first.renamed(renaming(random, names, names));
    if (random.nextBoolean() && second.initial().size() > 0) {
      // One fact moves, which often is all that refinement has to go by.
      second.initial().remove(second.initial().iterator().next());
      second.initial().addAll(facts(random, names, 1));
    }
    boolean expected =
        first.types().size() == second.types().size()
            && anyRenaming(first, second, names, new HashMap<>());

    Problem left = first.problem(random);
    Problem right = second.problem(random);
    Comparison comparison = ProblemEquivalence.compare(COUNTING, left, right, meter());
    Comparison reverse = ProblemEquivalence.compare(COUNTING, right, left, meter());

    assertThat(comparison).isInstanceOf(expected ? Equivalent.class : Different.class);
    assertThat(reverse).isInstanceOf(expected ? Equivalent.class : Different.class);
    switch (comparison) {
      case Equivalent it -> assertThat(first.renamed(it.renaming())).isEqualTo(second);
      case Different it -> {
        assertThat(it.completed()).isFalse();
        assertThat(it.differences()).allMatch(d -> !d.words().isEmpty());
      }
      case Comparison.Exhausted it -> throw new AssertionError("exhausted");
    }
  }

  @Property(tries = 200, seed = "1")
  void compare_findsARenamedAndShuffledProblem(@ForAll long seed) {
    Random random = new Random(seed);
    RandomPlanning.Pair pair = RandomPlanning.pair(seed, random.nextBoolean());
    Map<String, String> names =
        renaming(
            random,
            List.of("a", "b"),
            random.nextBoolean() ? List.of("a", "b") : List.of("u", "v"));
    Problem original = pair.problem();
    List<Initial> facts = new ArrayList<>();
    for (Initial item : original.initial()) {
      facts.add(
          switch (item) {
            case Initial.True it ->
                new Initial.True((Condition.Atom) turned(it.atom(), names, random));
            case Initial.NumberValue it ->
                new Initial.NumberValue(
                    new Term.Fluent(
                        it.fluent().function(),
                        terms(it.fluent().arguments(), names),
                        Place.NOWHERE),
                    it.value(),
                    Place.NOWHERE);
            default -> throw new AssertionError(item);
          });
    }
    Collections.shuffle(facts, random);
    List<TypedName> objects = new ArrayList<>();
    original
        .objects()
        .forEach(
            o ->
                objects.add(
                    new TypedName(
                        names.getOrDefault(o.name(), o.name()), o.type(), Place.NOWHERE)));
    Collections.shuffle(objects, random);
    Condition goal = turned(original.goal(), names, random);
    Problem renamed =
        new Problem(
            "other",
            original.domain(),
            List.of(),
            objects,
            facts,
            goal,
            Optional.empty(),
            original.metric(),
            Place.NOWHERE);

    assertThat(ProblemEquivalence.compare(pair.domain(), original, renamed, meter()))
        .isInstanceOf(Equivalent.class);
    assertThat(ProblemEquivalence.compare(pair.domain(), renamed, original, meter()))
        .isInstanceOf(Equivalent.class);
  }

  private static List<Term> terms(List<Term> terms, Map<String, String> names) {
    return terms.stream()
        .map(t -> t instanceof Term.Name n ? Term.name(names.getOrDefault(n.name(), n.name())) : t)
        .toList();
  }

  // The condition with other names, its operands in another order.
  private static Condition turned(Condition condition, Map<String, String> names, Random random) {
    return switch (condition) {
      case Condition.Atom it ->
          new Condition.Atom(it.predicate(), terms(it.arguments(), names), Place.NOWHERE);
      case Condition.Equality it -> {
        List<Term> sides = terms(List.of(it.left(), it.right()), names);
        yield new Condition.Equality(sides.get(1), sides.get(0), Place.NOWHERE);
      }
      case Condition.Not it ->
          new Condition.Not(turned(it.operand(), names, random), Place.NOWHERE);
      case Condition.And it ->
          new Condition.And(turned(it.operands(), names, random), Place.NOWHERE);
      case Condition.Or it -> new Condition.Or(turned(it.operands(), names, random), Place.NOWHERE);
      case Condition.Exists it ->
          new Condition.Exists(it.variables(), turned(it.body(), names, random), Place.NOWHERE);
      case Condition.Forall it ->
          new Condition.Forall(it.variables(), turned(it.body(), names, random), Place.NOWHERE);
      case Condition.Comparison it ->
          new Condition.Comparison(
              it.comparator(), turned(it.left(), names), turned(it.right(), names), Place.NOWHERE);
      default -> throw new AssertionError(condition);
    };
  }

  private static Expression turned(Expression expression, Map<String, String> names) {
    return expression instanceof Expression.FluentValue it
        ? new Expression.FluentValue(
            new Term.Fluent(
                it.fluent().function(), terms(it.fluent().arguments(), names), Place.NOWHERE))
        : expression; // of numbers alone
  }

  private static List<Condition> turned(
      List<Condition> conditions, Map<String, String> names, Random random) {
    List<Condition> all = new ArrayList<>();
    conditions.forEach(c -> all.add(turned(c, names, random)));
    Collections.shuffle(all, random);
    return all;
  }

  @Property(tries = 60, seed = "1")
  void completion_keepsTheMeaningOfTheGoal_inRandomDomains(@ForAll long seed) {
    Random random = new Random(seed);
    RandomPlanning.Pair pair = RandomPlanning.pair(seed, false);
    Problem it = pair.problem();
    List<List<String>> atoms = new ArrayList<>(List.of(List.of("r"), List.of("s", "k")));
    for (String object : List.of("a", "b", "k")) {
      atoms.addAll(List.of(List.of("p", object), List.of("d", object)));
      List.of("a", "b", "k").forEach(o -> atoms.add(List.of("q", object, o)));
    }
    completionKeepsTheMeaning(
        pair.domain(), problem(it.objects(), it.initial(), literals(random, atoms)));
  }

  @Property(tries = 60, seed = "1")
  void completion_keepsTheMeaningOfTheGoal_inBlocksworld(@ForAll long seed) {
    Random random = new Random(seed);
    completionKeepsTheMeaning(BLOCKS, tower(random).problem(random));
  }

  private static void completionKeepsTheMeaning(Domain domain, Problem problem) {
    GoalCompletion.Completed completed =
        GoalCompletion.complete(domain, problem, NormalForm.of(domain, problem, true), meter());
    List<Condition> wanted = new ArrayList<>();
    for (Tree tree : completed.goal()) {
      Tree.Node node = (Tree.Node) tree;
      boolean negated = node.label().equals("not");
      Condition.Atom atom = atom(words(negated ? node.children().get(0) : node));
      wanted.add(negated ? new Condition.Not(atom, Place.NOWHERE) : atom);
    }
    NaiveInterpreter original = new NaiveInterpreter(domain, problem);
    NaiveInterpreter other =
        new NaiveInterpreter(domain, problem(problem.objects(), problem.initial(), wanted));
    for (NaiveInterpreter.State state : states(original)) {
      assertThat(other.isGoal(state)).isEqualTo(original.isGoal(state));
    }
  }

  private static List<String> words(Tree atom) {
    String text = atom.text();
    return List.of(text.substring(1, text.length() - 1).split(" "));
  }

  private static List<Condition> literals(Random random, List<List<String>> atoms) {
    List<Condition> literals = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      Condition.Atom atom = atom(atoms.get(random.nextInt(atoms.size())));
      literals.add(random.nextBoolean() ? atom : new Condition.Not(atom, Place.NOWHERE));
    }
    return literals;
  }

  // States that can be reached, not necessarily all.
  private static List<NaiveInterpreter.State> states(NaiveInterpreter naive) {
    Set<Set<String>> seen = new HashSet<>(Set.of(naive.initial().atoms()));
    List<NaiveInterpreter.State> states = new ArrayList<>();
    Deque<NaiveInterpreter.State> queue = new ArrayDeque<>(List.of(naive.initial()));
    List<Plan.Step> steps = naive.steps();
    while (!queue.isEmpty()) {
      NaiveInterpreter.State state = queue.poll();
      states.add(state);
      for (Plan.Step step : steps) {
        naive
            .next(state, step)
            .filter(next -> seen.size() < MAX_STATES && seen.add(next.atoms()))
            .ifPresent(queue::add);
      }
    }
    return states;
  }

  // Blocks on each other at random, with some literals of the like for a goal.
  private static Sketch tower(Random random) {
    List<String> names = List.of("a", "b", "c");
    Map<String, String> types = new HashMap<>();
    names.forEach(n -> types.put(n, "object"));
    Set<List<String>> goal = new LinkedHashSet<>();
    List<List<String>> some = new ArrayList<>(placed(random, names));
    Collections.shuffle(some, random);
    goal.addAll(some.subList(0, random.nextInt(3)));
    for (int i = random.nextInt(6); i > 0; i--) {
      String x = names.get(random.nextInt(3));
      String y = names.get(random.nextInt(3));
      goal.add(
          switch (random.nextInt(4)) {
            case 0 -> List.of("-", "clear", x);
            case 1 -> List.of("-", "holding", x);
            case 2 -> List.of("-", "ontable", x);
            default -> List.of("-", "on", x, y);
          });
    }
    return new Sketch(types, placed(random, names), goal);
  }

  private static Set<List<String>> placed(Random random, List<String> names) {
    Set<List<String>> facts = new HashSet<>(Set.of(List.of("handempty")));
    List<String> order = new ArrayList<>(names);
    Collections.shuffle(order, random);
    String below = "";
    for (String name : order) {
      if (below.isEmpty() || random.nextBoolean()) {
        facts.add(List.of("ontable", name));
        if (!below.isEmpty()) {
          facts.add(List.of("clear", below));
        }
      } else {
        facts.add(List.of("on", name, below));
      }
      below = name;
    }
    facts.add(List.of("clear", below));
    return facts;
  }

  @Property(tries = 150, seed = "1")
  void compare_seesThroughWhatGoalsImply_andNames(@ForAll long seed) {
    Random random = new Random(seed);
    Sketch first = tower(random);
    Problem problem = first.problem(random);
    GoalCompletion.Completed completed =
        GoalCompletion.complete(BLOCKS, problem, NormalForm.of(BLOCKS, problem, true), meter());
    Set<List<String>> more = new HashSet<>(first.goal());
    for (Tree tree : completed.goal()) {
      Tree.Node node = (Tree.Node) tree;
      if (!node.label().equals("not") && random.nextBoolean()) {
        more.add(words(tree));
      }
    }
    Sketch second =
        new Sketch(first.types(), first.initial(), more)
            .renamed(renaming(random, List.of("a", "b", "c"), List.of("x", "b", "a")));
    Problem other = second.problem(random);

    assertThat(ProblemEquivalence.compare(BLOCKS, problem, other, meter()))
        .isInstanceOf(Equivalent.class);
    assertThat(ProblemEquivalence.compare(BLOCKS, other, problem, meter()))
        .isInstanceOf(Equivalent.class);
  }
}
