package org.ponens.benchmarks;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.planning.validation.Validation;
import org.ponens.solvers.planning.validation.Validator;

/**
 * Validations of a plan of ten actions with five blocks, domain and problem read once: of the plan
 * as read, of its text, and of one that fails, explained.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class ValidationBenchmark {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(1));

  private static final String PLAN =
      """
      (unstack b a)
      (put-down b)
      (unstack a c)
      (put-down a)
      (pick-up b)
      (stack b a)
      (pick-up c)
      (stack c b)
      (pick-up d)
      (stack d c)
      """;

  private final Domain domain =
      Pddl.parseDomain(
              """
              (define (domain blocks)
                (:requirements :strips)
                (:predicates (on ?x ?y) (on-table ?x) (clear ?x) (hand-empty) (holding ?x))
                (:action pick-up
                  :parameters (?x)
                  :precondition (and (clear ?x) (on-table ?x) (hand-empty))
                  :effect (and (not (on-table ?x)) (not (clear ?x)) (not (hand-empty)) (holding ?x)))
                (:action put-down
                  :parameters (?x)
                  :precondition (holding ?x)
                  :effect (and (not (holding ?x)) (clear ?x) (hand-empty) (on-table ?x)))
                (:action stack
                  :parameters (?x ?y)
                  :precondition (and (holding ?x) (clear ?y))
                  :effect (and (not (holding ?x)) (not (clear ?y)) (clear ?x) (hand-empty) (on ?x ?y)))
                (:action unstack
                  :parameters (?x ?y)
                  :precondition (and (on ?x ?y) (clear ?x) (hand-empty))
                  :effect (and (holding ?x) (clear ?y) (not (clear ?x)) (not (hand-empty))
                    (not (on ?x ?y)))))
              """)
          .orElseThrow();

  private final Problem problem =
      Pddl.parseProblem(
              """
              (define (problem five) (:domain blocks)
                (:objects a b c d e)
                (:init (hand-empty) (on b a) (on a c) (on-table c) (clear b)
                  (on-table d) (clear d) (on-table e) (clear e))
                (:goal (and (on d c) (on c b) (on b a))))
              """,
              domain)
          .orElseThrow();

  private final Validator validator = Validator.of(domain, problem);
  private final Plan plan = Pddl.parsePlan(Source.of(PLAN), domain).orElseThrow();
  private final Plan failing =
      Pddl.parsePlan(Source.of(PLAN.replace("(pick-up c)\n", "(pick-up e)\n")), domain)
          .orElseThrow();

  @Benchmark
  public boolean valid() {
    return validator.isValid(plan, BUDGET.start()).orElseThrow();
  }

  @Benchmark
  public boolean validFromText() {
    Plan read = Pddl.parsePlan(Source.of(PLAN), domain).orElseThrow();
    return validator.isValid(read, BUDGET.start()).orElseThrow();
  }

  @Benchmark
  public Validation explained() {
    return validator.validate(failing, BUDGET.start());
  }
}
