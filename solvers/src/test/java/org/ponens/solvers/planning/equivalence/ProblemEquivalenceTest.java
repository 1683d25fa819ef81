package org.ponens.solvers.planning.equivalence;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.planning.equivalence.Comparison.Different;
import org.ponens.solvers.planning.equivalence.Comparison.Equivalent;
import org.ponens.solvers.planning.equivalence.Difference.Side;
import org.ponens.solvers.planning.equivalence.ProblemEquivalence.GoalObjects;

class ProblemEquivalenceTest {

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

  private static final Domain GRIPPER =
      Pddl.parseDomain(
              """
              (define (domain gripper)
                (:requirements :typing :adl :action-costs)
                (:types room ball hand)
                (:constants left - hand)
                (:predicates (at-robby ?r - room) (at ?b - ball ?r - room) (free ?g - hand)
                  (carry ?b - ball ?g - hand) (linked ?a ?b - room) (seen ?r - room))
                (:functions (total-cost) - number (length ?a ?b - room) - number)
                (:action move :parameters (?a ?b - room)
                  :precondition (and (at-robby ?a) (linked ?a ?b))
                  :effect (and (at-robby ?b) (not (at-robby ?a)) (seen ?b)
                    (increase (total-cost) (length ?a ?b))))
                (:action pick :parameters (?b - ball ?r - room ?g - hand)
                  :precondition (and (at ?b ?r) (at-robby ?r) (free ?g))
                  :effect (and (carry ?b ?g) (not (at ?b ?r)) (not (free ?g))))
                (:action drop :parameters (?b - ball ?r - room ?g - hand)
                  :precondition (and (carry ?b ?g) (at-robby ?r))
                  :effect (and (at ?b ?r) (free ?g) (not (carry ?b ?g)))))
              """)
          .orElseThrow();

  private static final String ALL_ON_TABLE =
      "(clear a) (clear b) (clear c) (ontable a) (ontable b) (ontable c) (handempty)";

  private static Problem blocks(String objects, String initial, String goal) {
    return Pddl.parseProblem(
            "(define (problem p) (:domain blocks) (:objects "
                + objects
                + ") (:init "
                + initial
                + ") (:goal (and "
                + goal
                + ")))",
            BLOCKS)
        .orElseThrow();
  }

  private static Problem tower(String goal) {
    return blocks("a b c", ALL_ON_TABLE, goal);
  }

  private static Problem gripper(String objects, String initial, String goal, String metric) {
    return Pddl.parseProblem(
            "(define (problem p) (:domain gripper) (:objects "
                + objects
                + ") (:init "
                + initial
                + ") (:goal "
                + goal
                + ")"
                + metric
                + ")",
            GRIPPER)
        .orElseThrow();
  }

  private static Problem rooms(String goal) {
    return gripper(
        "r s - room x y - ball right - hand",
        "(linked r s) (linked s r) (= (length r s) 1) (= (length s r) 1) (at-robby r) (at x r) (at y r) (free left) (free right)",
        goal,
        "");
  }

  private static Comparison compare(Domain domain, Problem first, Problem second) {
    return ProblemEquivalence.compare(
        domain, first, second, Budget.of(Duration.ofSeconds(20)).start());
  }

  private static Different different(Domain domain, Problem first, Problem second) {
    Comparison comparison = compare(domain, first, second);
    assertThat(comparison).isInstanceOf(Different.class);
    return (Different) comparison;
  }

  @Test
  void compare_findsTheRenaming() {
    Problem renamed =
        blocks(
            "z y x",
            "(handempty) (clear z) (clear x) (ontable y) (ontable x) (on z y)",
            "(on y x)");
    Problem original =
        blocks(
            "a b c",
            "(on a b) (ontable b) (ontable c) (clear a) (clear c) (handempty)",
            "(on b c)");

    assertThat(compare(BLOCKS, original, renamed))
        .isEqualTo(
            new Equivalent(
                Map.of("a", "z", "b", "y", "c", "x"), Map.of("a", "z", "b", "y", "c", "x")));
  }

  @Test
  void compare_completesAGoal_byWhatItExcludes() {
    assertThat(
            compare(BLOCKS, tower("(on a b) (on b c)"), tower("(on a b) (not (clear b)) (on b c)")))
        .isInstanceOf(Equivalent.class);
    assertThat(compare(BLOCKS, tower("(on a b) (not (clear c))"), tower("(on a b)")))
        .isInstanceOf(Different.class);
  }

  @Test
  void compare_completesAGoal_byTheLastOfExactlyOne() {
    // Nothing is on a, and it is not held: it is clear.
    Problem excluded = tower("(not (on b a)) (not (on c a)) (not (holding a))");
    assertThat(compare(BLOCKS, excluded, tower("(clear a)"))).isInstanceOf(Equivalent.class);

    Problem oneLess = tower("(not (on b a)) (not (holding a))");
    assertThat(compare(BLOCKS, oneLess, tower("(clear a)"))).isInstanceOf(Different.class);
  }

  @Test
  void compare_doesNotComplete_whatDoesNotFollow() {
    String four = ALL_ON_TABLE + " (clear d) (ontable d)";
    Problem open = blocks("a b c d", four, "(on a b) (on b c)");
    Problem closed = blocks("a b c d", four, "(on a b) (on b c) (ontable c)");

    assertThat(different(BLOCKS, open, closed))
        .isEqualTo(
            new Different(
                List.of(new Difference.GoalCondition(Side.SECOND, "(ontable c)")),
                Map.of("a", "a", "b", "b", "c", "c", "d", "d"),
                true));
  }

  @Test
  void compare_completesAGoal_byPairsThatExcludeEachOther() {
    String two = "(clear a) (clear b) (ontable a) (ontable b) (handempty)";

    // b is not on a, which is on b; nor is it held: it is on the table, and nothing is on a.
    assertThat(
            compare(
                BLOCKS,
                blocks("a b", two, "(on a b)"),
                blocks("a b", two, "(on a b) (ontable b) (clear a) (handempty)")))
        .isInstanceOf(Equivalent.class);
    assertThat(
            compare(
                BLOCKS,
                blocks("a b", two, "(clear a)"),
                blocks("a b", two, "(clear a) (ontable b)")))
        .isInstanceOf(Different.class);
  }

  @Test
  void compare_doesNotTakeOneOfASetForTrue_whereTheLastMayBeDeleted() {
    String lamp =
        """
        (define (domain lamp)
          (:requirements :strips :negative-preconditions)
          (:predicates (red) (green))
          (:action go :parameters () :precondition (red) :effect (and (green) (not (red))))
          (:action stop :parameters () :precondition (green) :effect (and (red) (not (green))))
        """;
    String fail = "(:action fail :parameters () :precondition (green) :effect (not (green)))";
    Domain lasting = Pddl.parseDomain(lamp + ")").orElseThrow();
    Domain failing = Pddl.parseDomain(lamp + fail + ")").orElseThrow();

    assertThat(compare(lasting, lamp(lasting, "(not (red))"), lamp(lasting, "(green)")))
        .isInstanceOf(Equivalent.class);
    assertThat(compare(failing, lamp(failing, "(not (red))"), lamp(failing, "(green)")))
        .isInstanceOf(Different.class);
  }

  private static Problem lamp(Domain domain, String goal) {
    return Pddl.parseProblem(
            "(define (problem p) (:domain lamp) (:init (red)) (:goal " + goal + "))", domain)
        .orElseThrow();
  }

  @Test
  void compare_completes_whereABallCanOnlyBeInOnePlace() {
    Problem both = rooms("(and (at x s) (at y s))");

    assertThat(compare(GRIPPER, both, rooms("(and (at x s) (at y s) (free left) (free right))")))
        .isInstanceOf(Equivalent.class); // no ball is left for the hands
    assertThat(compare(GRIPPER, rooms("(at x s)"), rooms("(and (at x s) (free left))")))
        .isInstanceOf(Different.class);
    assertThat(compare(GRIPPER, rooms("(at x s)"), rooms("(and (at x s) (not (carry x left)))")))
        .isInstanceOf(Equivalent.class);
    assertThat(compare(GRIPPER, rooms("(at-robby s)"), rooms("(not (at-robby r))")))
        .isInstanceOf(Equivalent.class);
  }

  @Test
  void compare_dropsWhatNeverChanges_fromTheGoal() {
    assertThat(compare(GRIPPER, rooms("(at x s)"), rooms("(and (linked r s) (at x s))")))
        .isInstanceOf(Equivalent.class);
    assertThat(compare(GRIPPER, rooms("(at x s)"), rooms("(and (not (linked r r)) (at x s))")))
        .isInstanceOf(Equivalent.class);
    // Seen rooms are never unseen, yet not seen at first.
    assertThat(compare(GRIPPER, rooms("(at x s)"), rooms("(and (seen r) (at x s))")))
        .isInstanceOf(Different.class);
  }

  @Test
  void compare_doesNotTakeAnUnreachableGoalForAReachableOne() {
    assertThat(compare(GRIPPER, rooms("(at x s)"), rooms("(and (linked r r) (at x s))")))
        .isInstanceOf(Different.class);
    assertThat(compare(BLOCKS, tower("(on a b)"), tower("(on a b) (on a c)")))
        .isInstanceOf(Different.class);
  }

  @Test
  void compare_writesQuantifiersOut() {
    assertThat(
            compare(
                GRIPPER,
                rooms("(forall (?b - ball) (exists (?r - room) (and (seen ?r) (at ?b ?r))))"),
                rooms(
                    "(and (or (and (at y s) (seen s)) (and (seen r) (at y r)))"
                        + " (or (and (seen r) (at x r)) (and (at x s) (seen s))))")))
        .isInstanceOf(Equivalent.class);
    assertThat(
            compare(
                GRIPPER, rooms("(forall (?b - ball) (at ?b s))"), rooms("(and (at y s) (at x s))")))
        .isInstanceOf(Equivalent.class);
  }

  @Test
  void compare_bindsVariables() {
    String shared = "(exists (?b - ball) (and (at ?b s) (not (carry ?b left))))";
    String same = "(exists (?z - ball) (not (imply (at ?z s) (carry ?z left))))";
    String apart =
        "(and (exists (?b - ball) (at ?b s)) (exists (?b - ball) (not (carry ?b left))))";

    assertThat(compare(GRIPPER, rooms(shared), rooms(same))).isInstanceOf(Equivalent.class);
    assertThat(compare(GRIPPER, rooms(shared), rooms(apart))).isInstanceOf(Different.class);
  }

  @Test
  void compare_matchesConstantsWithThemselves() {
    Problem leftFree =
        gripper("r - room right - hand x - ball", "(free left) (at x r)", "(carry x left)", "");
    Problem rightFree =
        gripper("r - room right - hand x - ball", "(free right) (at x r)", "(carry x right)", "");

    assertThat(different(GRIPPER, leftFree, rightFree).differences())
        .contains(
            new Difference.InitialFact(Side.FIRST, "(free left)"),
            new Difference.InitialFact(Side.SECOND, "(free right)"));
  }

  @Test
  void compare_respectsTypes() {
    Problem oneRoom = gripper("r - room x - ball", "(at-robby r)", "(seen r)", "");
    Problem twoRooms = gripper("r x - room", "(at-robby r)", "(seen r)", "");

    assertThat(different(GRIPPER, oneRoom, twoRooms).differences())
        .containsExactly(
            new Difference.ObjectCount("ball", 1, 0), new Difference.ObjectCount("room", 1, 2));
    assertThat(new Difference.ObjectCount("ball", 1, 0).words())
        .isEqualTo("the first problem has 1 object of type 'ball', the second has 0");
  }

  @Test
  void compare_looksAtNumbersAndTheMetric() {
    String objects = "r s - room";
    String start = "(at-robby r) (linked r s) ";
    String metric = "(:metric minimize (total-cost))";
    Problem three =
        gripper(objects, start + "(= (total-cost) 0) (= (length r s) 3)", "(seen s)", metric);
    Problem same = gripper("s r - room", "(= (length r s) 3.0)" + start, "(seen s)", metric);
    Problem four = gripper(objects, start + "(= (length r s) 4)", "(seen s)", "");

    assertThat(compare(GRIPPER, three, same)).isInstanceOf(Equivalent.class);
    assertThat(different(GRIPPER, three, four).differences())
        .containsExactly(
            new Difference.InitialFact(Side.FIRST, "(= (length r s) 3)"),
            new Difference.InitialFact(Side.SECOND, "(= (length r s) 4)"),
            new Difference.Metric(Optional.of("(minimize (total-cost))"), Optional.empty()));
  }

  @Test
  void compare_namesDifferences_underTheBestRenaming() {
    Problem first =
        blocks(
            "a b c",
            "(on a b) (ontable b) (ontable c) (clear a) (clear c) (handempty)",
            "(on c a)");
    Problem second =
        blocks("u v w", "(on w v) (ontable v) (ontable u) (clear w) (handempty)", "(on u w)");

    Different different = different(BLOCKS, first, second);

    assertThat(different.renaming()).isEqualTo(Map.of("a", "w", "b", "v", "c", "u"));
    assertThat(different.differences())
        .containsExactly(new Difference.InitialFact(Side.FIRST, "(clear c)"));
    assertThat(different.differences().get(0).words())
        .isEqualTo("(clear c) is so at first in the first problem only");
  }

  @Test
  void compare_letsPlaceholdersDiffer() {
    String start = "(on a b) (ontable b) (ontable c) (clear a) (clear c) (handempty)";
    Problem first = blocks("a b c", start, "(on a c)");
    Problem second = blocks("a b c", start, "(on b c)");
    Problem third = blocks("a b c", start, "(on b c) (on c a)");

    assertThat(compare(BLOCKS, first, second)).isInstanceOf(Different.class);
    Budget budget = Budget.of(Duration.ofSeconds(20));
    assertThat(
            ProblemEquivalence.compare(
                BLOCKS, first, second, GoalObjects.PLACEHOLDERS, budget.start()))
        .isInstanceOfSatisfying(
            Equivalent.class,
            e -> {
              assertThat(e.renaming()).containsEntry("a", "a");
              assertThat(e.goalRenaming()).containsEntry("a", "b");
            });
    assertThat(
            ProblemEquivalence.compare(
                BLOCKS, first, third, GoalObjects.PLACEHOLDERS, budget.start()))
        .isInstanceOfSatisfying(
            Different.class,
            d ->
                assertThat(d.differences())
                    .isNotEmpty()
                    .allMatch(Difference.GoalCondition.class::isInstance));
  }

  @Test
  void compare_isExhausted_whenTheBudgetIsSpent() {
    assertThat(
            ProblemEquivalence.compare(
                BLOCKS,
                tower("(on a b)"),
                tower("(on a b) (on b c)"),
                new Budget(Duration.ofSeconds(20), 20).start()))
        .isEqualTo(new Comparison.Exhausted());
  }

  @Test
  void compare_tellsACircleOfSixFromTwoOfThree() {
    // Every room has two neighbours: colours alone do not tell.
    Problem six =
        circles("(linked a b) (linked b c) (linked c d) (linked d e) (linked e f) (linked f a)");
    Problem three =
        circles("(linked a b) (linked b c) (linked c a) (linked d e) (linked e f) (linked f d)");
    Problem again =
        circles("(linked a d) (linked d b) (linked b a) (linked e c) (linked c f) (linked f e)");

    assertThat(compare(GRIPPER, six, three)).isInstanceOf(Different.class);
    assertThat(compare(GRIPPER, three, again)).isInstanceOf(Equivalent.class);
  }

  private static Problem circles(String links) {
    return gripper("a b c d e f - room", links, "(exists (?r - room) (seen ?r))", "");
  }

  @Test
  void compare_isQuick_whereManyObjectsAreInterchangeable() {
    StringBuilder objects = new StringBuilder("r s - room right - hand ");
    StringBuilder initial =
        new StringBuilder("(at-robby r) (linked r s) (= (length r s) 1) (free left) (free right)");
    StringBuilder goal = new StringBuilder("(and");
    for (int i = 0; i < 120; i++) {
      objects.append(" b").append(i);
      initial.append(" (at b").append(i).append(" r)");
      goal.append(" (at b").append(i).append(" s)");
    }
    objects.append(" - ball");
    Problem many = gripper(objects.toString(), initial.toString(), goal + ")", "");
    Problem oneLess =
        gripper(
            objects.toString(),
            initial.toString(),
            goal.toString().replace("(at b7 s)", "") + ")",
            "");

    assertThat(compare(GRIPPER, many, many)).isInstanceOf(Equivalent.class);
    assertThat(different(GRIPPER, many, oneLess).differences())
        .containsExactly(new Difference.GoalCondition(Side.FIRST, "(at b7 s)"));
  }
}
