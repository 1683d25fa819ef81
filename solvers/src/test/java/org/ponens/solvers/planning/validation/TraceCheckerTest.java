package org.ponens.solvers.planning.validation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.planning.validation.TraceCheck.Mistake;

/** What is said of traces that models write. */
class TraceCheckerTest {

  private static final Domain DOMAIN =
      Pddl.parseDomain(
              """
              (define (domain shelves)
                (:requirements :strips)
                (:predicates (free) (has ?b) (on ?b ?s) (empty ?s) (shelf ?s))
                (:action get
                  :parameters (?b ?s)
                  :precondition (and (free) (on ?b ?s) (shelf ?s))
                  :effect (and (has ?b) (empty ?s) (not (free)) (not (on ?b ?s))))
                (:action set
                  :parameters (?b ?s)
                  :precondition (and (has ?b) (empty ?s) (shelf ?s))
                  :effect (and (free) (on ?b ?s) (not (has ?b)) (not (empty ?s)))))
              """)
          .orElseThrow();

  private static final Problem PROBLEM =
      Pddl.parseProblem(
              """
              (define (problem one-book) (:domain shelves)
                (:objects book top low other)
                (:init (free) (on book top) (empty low) (shelf top) (shelf low))
                (:goal (on book low)))
              """,
              DOMAIN)
          .orElseThrow();

  private static TraceCheck check(String text) {
    return Validator.of(DOMAIN, PROBLEM)
        .check(
            Pddl.parseTrace(Source.of(text), DOMAIN).orElseThrow(),
            Budget.of(Duration.ofSeconds(10)).start());
  }

  private static void assertWrong(String text, Mistake mistake, int number, String what) {
    assertThat(check(text))
        .isInstanceOfSatisfying(
            TraceCheck.Wrong.class,
            wrong -> {
              assertThat(wrong.mistake()).isEqualTo(mistake);
              assertThat(wrong.number()).isEqualTo(number);
              assertThat(wrong.what()).isEqualTo(what);
            });
  }

  @Test
  void rightTrace_withOrWithoutWhatNeverChanges() {
    assertThat(
            check(
                """
                State 0: (free) (on book top) (empty low)
                Action 1: (get book top)
                  Preconditions: (free) (on book top)
                  Adds: (has book) (empty top)
                  Deletes: (free) (on book top)
                State 1: (has book) (empty low) (empty top) (shelf top)
                Action 2: set(book, low)
                State 2: (free) (empty top) (on book low)
                Goal: reached
                """))
        .isEqualTo(new TraceCheck.Right(2, true));
  }

  @Test
  void initialState_thatIsNotTheProblems() {
    assertWrong(
        "State 0: (free) (on book low)\nAction: (get book low)",
        Mistake.INITIAL_STATE,
        0,
        "(on book low)");
    assertWrong(
        "State 0: (free) (on book top)\nAction: (get book top)",
        Mistake.INITIAL_STATE,
        0,
        "(empty low)");
  }

  @Test
  void preconditions_thatDoNotHold_claimedOrImplied() {
    assertWrong(
        "Action 1: (get book top)\nPreconditions: (free) (empty top)",
        Mistake.PRECONDITION_CLAIM,
        1,
        "(empty top)");
    assertWrong("Action 1: (set book low)", Mistake.PRECONDITION_CLAIM, 1, "(set book low)");
  }

  @Test
  void effects_thatAreForgotten() {
    assertWrong(
        "(get book top)\nState 1: (has book) (empty low)",
        Mistake.EFFECT_MISSING,
        1,
        "(empty top)");
    assertWrong(
        "(get book top)\nState 1: (has book) (empty low) (empty top) (free)",
        Mistake.EFFECT_MISSING,
        1,
        "(free)");
    assertWrong("(get book top)\nAdds: (has book)", Mistake.EFFECT_MISSING, 1, "(empty top)");
  }

  @Test
  void effects_thatTheActionDoesNotHave() {
    assertWrong(
        "(get book top)\nAdds: (has book) (empty top) (empty other)",
        Mistake.EFFECT_EXTRA,
        1,
        "(empty other)");
    assertWrong(
        "(get book top)\nState 1: (has book) (empty low) (empty top) (empty other)",
        Mistake.EFFECT_EXTRA,
        1,
        "(empty other)");
  }

  @Test
  void facts_thatNoEffectTouches() {
    assertWrong(
        "(get book top)\nState 1: (has book) (empty top)",
        Mistake.FRAME_VIOLATION,
        1,
        "(empty low)");
    assertWrong(
        "(get book top)\nState 1: (has book) (empty low) (empty top) (shelf other)",
        Mistake.FRAME_VIOLATION,
        1,
        "(shelf other)");
  }

  @Test
  void goal_thatIsNotReached() {
    assertWrong("(get book top)\nGoal: reached", Mistake.GOAL_CLAIM, 1, "(on book low)");
    assertWrong(
        "(get book top)\n(set book low)\nGoal: not reached", Mistake.GOAL_CLAIM, 2, "the goal");
  }

  @Test
  void actions_thatThereAreNot() {
    assertWrong("Action 1: (grab book top)", Mistake.ACTION, 1, "(grab book top)");
    assertWrong("Action 1: (get book)", Mistake.ACTION, 1, "(get book)");
  }
}
