package org.ponens.grammar.pddl;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ponens.grammar.GoldenFiles;

class PddlGoldenTest {

  private static final Domain BLOCKS =
      Pddl.parseDomain(
              """
              (define (domain blocks)
                (:predicates (on ?a ?b) (held ?a) (table ?a) (clear ?a))
                (:action pick-up :parameters (?a) :precondition (table ?a) :effect (held ?a))
                (:action put-down :parameters (?a) :precondition (held ?a) :effect (table ?a))
                (:action stack :parameters (?a ?b) :precondition (held ?a) :effect (on ?a ?b))
                (:action unstack :parameters (?a ?b) :precondition (on ?a ?b) :effect (held ?a)))
              """)
          .orElseThrow();

  @TestFactory
  Stream<DynamicTest> domains() throws IOException {
    return GoldenFiles.tests("pddl-domain", Pddl::parseDomain, Domain::print);
  }

  /** Each file holds the domain too: readers take their own definition out of a text. */
  @TestFactory
  Stream<DynamicTest> problems() throws IOException {
    return GoldenFiles.tests(
        "pddl-problem",
        source -> Pddl.parseProblem(source, Pddl.parseDomain(source).orElseThrow()),
        Problem::print);
  }

  @TestFactory
  Stream<DynamicTest> plans() throws IOException {
    return GoldenFiles.tests("pddl-plan", source -> Pddl.parsePlan(source, BLOCKS), Plan::print);
  }
}
