package org.ponens.solvers.planning.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.planning.validation.Validator.AfterFailure;

/** What people and models read about a plan that fails. */
class FeedbackTest {

  private static final String DOMAIN =
      """
      (define (domain workshop)
        (:requirements :adl :derived-predicates :action-costs :numeric-fluents)
        (:types tool bench - thing person)
        (:constants lamp - thing)
        (:predicates
          (on ?t - tool ?b - bench) (held ?t - tool ?p - person) (at ?p - person ?b - bench)
          (next-to ?a ?b - bench) (lit) (sharp ?t - tool) (ready ?p - person))
        (:functions (total-cost) (dust ?b - bench))
        (:derived (ready ?p - person) (exists (?t - tool) (and (held ?t ?p) (sharp ?t))))
        (:action go
          :parameters (?p - person ?a ?b - bench)
          :precondition (and (at ?p ?a) (next-to ?a ?b))
          :effect (and (not (at ?p ?a)) (at ?p ?b) (increase (total-cost) 2)))
        (:action take
          :parameters (?p - person ?t - tool ?b - bench)
          :precondition (and (at ?p ?b) (on ?t ?b) (not (exists (?o - tool) (held ?o ?p))))
          :effect (and (not (on ?t ?b)) (held ?t ?p)))
        (:action put
          :parameters (?p - person ?t - tool ?b - bench)
          :precondition (and (at ?p ?b) (held ?t ?p))
          :effect (and (on ?t ?b) (not (held ?t ?p))))
        (:action carve
          :parameters (?p - person ?t - tool ?b - bench)
          :precondition (and (at ?p ?b) (ready ?p) (or (lit) (next-to ?b ?b)) (< (dust ?b) 2))
          :effect (and (not (sharp ?t)) (increase (dust ?b) 1)))
        (:action switch
          :parameters ()
          :precondition (forall (?b - bench) (imply (= (dust ?b) 1) (lit)))
          :effect (when (not (lit)) (lit))))
      """;

  private static final String PROBLEM =
      """
      (define (problem saturday)
        (:domain workshop)
        (:objects saw file - tool left right far - bench ann - person)
        (:init (at ann left) (on saw left) (on file right) (sharp saw)
          (next-to left right) (next-to right left) (= (dust left) 1) (= (total-cost) 0))
        (:goal (and (on saw right) (at ann right)))
        (:metric minimize (total-cost)))
      """;

  private static String feedback(String plan, Feedback level) {
    Domain domain = Pddl.parseDomain(DOMAIN).orElseThrow();
    Problem problem = Pddl.parseProblem(PROBLEM, domain).orElseThrow();
    return level.write(
        Validator.of(domain, problem)
            .validate(
                Pddl.parsePlan(Source.of(plan), domain).orElseThrow(),
                level == Feedback.FULL ? AfterFailure.ASSUME : AfterFailure.STOP,
                Budget.of(Duration.ofSeconds(10)).start()));
  }

  @Test
  void validPlan_withItsMetric() {
    String plan = "(take ann saw left)\n(go ann left right)\n(put ann saw right)";

    assertThat(feedback(plan, Feedback.BINARY)).isEqualTo("The plan is valid.\n");
    assertThat(feedback(plan, Feedback.FIRST))
        .isEqualTo("The plan is valid: 3 actions reach the goal, the metric is 2.\n");
  }

  @Test
  void falseLiterals_withWhoMadeThemSo_andWhatWouldRepairThem() {
    String plan = "(take ann saw left)\n(go ann left right)\n(go ann left right)";

    assertThat(feedback(plan, Feedback.BINARY)).isEqualTo("The plan is not valid.\n");
    assertThat(feedback(plan, Feedback.FIRST))
        .isEqualTo(
            """
            The plan is not valid: action 3 cannot be done.
            Action 3, (go ann left right) (line 3):
              (at ann left) is false since action 2, (go ann left right), deleted it
                made true by: (go ann right left)
            The 2 actions before it can be done.
            """);
  }

  @Test
  void whatWasNeverTrue_andWhatNothingCanChange() {
    assertThat(feedback("(go ann left far)", Feedback.FIRST))
        .isEqualTo(
            """
            The plan is not valid: action 1 cannot be done.
            Action 1, (go ann left far) (line 1):
              (next-to left far) was never true, and no action changes it
            """);
  }

  @Test
  void exceptionsToWhatShouldHoldForAll_andDisjunctions_andDerivedFacts() {
    assertThat(
            feedback(
                "(take ann saw left)\n(put ann saw left)\n(carve ann saw left)", Feedback.FIRST))
        .isEqualTo(
            """
            The plan is not valid: action 3 cannot be done.
            Action 3, (carve ann saw left) (line 3):
              (ready ann) is false since action 2, (put ann saw left), was done
              (or (lit) (next-to left left)) does not hold
                (lit) was never true
                (next-to left left) was never true, and no action changes it
            The 2 actions before it can be done.
            """);
    assertThat(feedback("(switch)", Feedback.FIRST))
        .isEqualTo(
            """
            The plan is not valid: action 1 cannot be done.
            Action 1, (switch) (line 1):
              (forall (?b) (or (not (= (dust ?b) 1)) (lit))) does not hold
                (or (not (= (dust left) 1)) (lit)) does not hold
                  (not (= (dust left) 1)) does not hold
                  (lit) was never true
                (or (not (= (dust right) 1)) (lit)) does not hold
                  (not (= (dust right) 1)) does not hold
                  (lit) was never true
                (or (not (= (dust far) 1)) (lit)) does not hold
                  (not (= (dust far) 1)) does not hold
                  (lit) was never true
            """);
  }

  @Test
  void actionsThatTheDomainDoesNotHave() {
    assertThat(feedback("(tak ann saw left)", Feedback.FIRST))
        .contains("the domain has no action 'tak'; did you mean 'take'?");
    assertThat(feedback("(go ann left)", Feedback.FIRST))
        .contains("'go' takes 3 objects, (?p - person ?a - bench ?b - bench), and is given 2");
    assertThat(feedback("(go ann left rihgt)", Feedback.FIRST))
        .contains("there is no object 'rihgt'; did you mean 'right'?");
    assertThat(feedback("(take ann left left)", Feedback.FIRST))
        .contains("'left' is of type bench, but ?t is a tool: saw, file");
  }

  @Test
  void goals_thatHoldAndDoNot_withWhenTheyLastDid() {
    String plan =
        "(take ann saw left)\n(go ann left right)\n(put ann saw right)\n(go ann right left)";

    assertThat(feedback(plan, Feedback.FIRST))
        .isEqualTo(
            """
            The plan is not valid: all actions can be done, but the goal is not reached.
            Goal:
              (at ann right) is false since action 4, (go ann right left), deleted it
                made true by: (go ann left right)
                last true behind action 3
            """);
    assertThat(feedback(plan, Feedback.FULL)).contains("(on saw right) holds");
  }

  @Test
  void laterFailures_whereTheFirstIsTakenAsDone() {
    String plan = "(go ann left far)\n(take ann saw left)\n(put ann saw far)";

    assertThat(feedback(plan, Feedback.FULL))
        .isEqualTo(
            """
            The plan is not valid: action 1 cannot be done.
            Action 1, (go ann left far) (line 1):
              (next-to left far) was never true, and no action changes it
            Had it been done all the same, or passed over:
            Action 2, (take ann saw left) (line 2):
              (at ann left) is false since action 1, (go ann left far), deleted it
            Goal:
              (on saw right) was never true
              (at ann right) was never true
            """);
  }
}
