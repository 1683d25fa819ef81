package org.ponens.grammar.pddl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ponens.grammar.pddl.BrokenPairsTest.Broken.broken;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;

/**
 * A sound domain and problem with one fault each: one remark, where the fault is and for what it
 * is; and where only one change can have been meant, the change that makes the pair sound.
 */
class BrokenPairsTest {

  private static final String DOMAIN =
      """
      (define (domain lifts)
        (:requirements :strips :typing :negative-preconditions)
        (:types guest floor - object  page - guest)
        (:constants lobby - floor)
        (:predicates
          (waits ?g - guest ?f - floor)
          (rides ?g - guest)
          (lift-at ?f - floor)
          (next ?f ?g - floor)
          (full))
        (:action enter
          :parameters (?g - guest ?f - floor)
          :precondition (and (waits ?g ?f) (lift-at ?f) (not (full)))
          :effect (and (rides ?g) (full) (not (waits ?g ?f))))
        (:action leave
          :parameters (?g - guest ?f - floor)
          :precondition (and (rides ?g) (lift-at ?f))
          :effect (and (waits ?g ?f) (not (rides ?g)) (not (full))))
        (:action climb
          :parameters (?from ?to - floor)
          :precondition (and (lift-at ?from) (next ?from ?to))
          :effect (and (lift-at ?to) (not (lift-at ?from)))))
      """;

  private static final String PROBLEM =
      """
      (define (problem evening)
        (:domain lifts)
        (:objects ann - guest  bob - page  attic - floor)
        (:init (waits ann lobby) (waits bob lobby) (lift-at lobby)
               (next lobby attic) (next attic lobby))
        (:goal (and (waits ann attic) (waits bob attic))))
      """;

  /**
   * What is broken and what is to be said.
   *
   * @param name what is wrong
   * @param old words of the sound pair, once in it
   * @param now what stands there instead; what is between {@code «} and {@code »} is to be pointed
   *     at
   * @param code what the remark is to be
   * @param fixed whether there is one fix and it makes the pair sound
   */
  record Broken(String name, String old, String now, PddlCode code, boolean fixed) {

    static Broken broken(String name, String old, String now, PddlCode code, boolean fixed) {
      return new Broken(name, old, now, code, fixed);
    }

    boolean ofDomain() {
      return DOMAIN.contains(old);
    }

    /** The text at fault. */
    String text() {
      String marked = (ofDomain() ? DOMAIN : PROBLEM).replace(old, now);
      return marked.replace("«", "").replace("»", "");
    }

    /** Where the fault starts in {@link #text()}, and the words there. */
    Map.Entry<Integer, String> place() {
      String marked = (ofDomain() ? DOMAIN : PROBLEM).replace(old, now);
      int start = marked.indexOf('«');
      return Map.entry(start, marked.substring(start + 1, marked.indexOf('»')));
    }
  }

  static List<Broken> pairs() {
    return List.of(
        broken(
            "an effect closes the action and one more",
            "(not (full))))\n  (:action climb",
            "(not (full))))«)»\n  (:action climb",
            PddlCode.SURPLUS_PARENTHESIS,
            true),
        broken(
            "a predicate lacks an argument",
            ":precondition (and (lift-at ?from) (next ?from ?to))",
            ":precondition (and (lift-at ?from) «(next ?from)»)",
            PddlCode.WRONG_ARITY,
            true),
        broken(
            "a variable of another type",
            ":precondition (and (rides ?g) (lift-at ?f))",
            ":precondition (and (rides «?f») (lift-at ?f))",
            PddlCode.WRONG_TYPE,
            true),
        broken(
            "a negation that no requirement allows",
            ":strips :typing :negative-preconditions)",
            ":strips :typing)",
            PddlCode.MISSING_REQUIREMENT,
            true),
        broken(
            "a choice of effects",
            ":effect (and (lift-at ?to) (not (lift-at ?from)))",
            ":effect («or» (lift-at ?to) (not (lift-at ?from)))",
            PddlCode.BAD_EFFECT,
            true),
        broken(
            "an object of another type is where it cannot be",
            "(waits bob lobby) (lift-at lobby)",
            "(waits bob lobby) (lift-at «bob»)",
            PddlCode.WRONG_TYPE,
            false),
        broken(
            "an initial fact with an argument too many",
            "(waits ann lobby)",
            "«(waits ann lobby attic)»",
            PddlCode.WRONG_ARITY,
            false),
        broken(
            "a problem of another domain",
            "(:domain lifts)",
            "(:domain «stairs»)",
            PddlCode.OTHER_DOMAIN,
            true),
        broken(
            "an object twice",
            "attic - floor)",
            "attic - floor «ann» - guest)",
            PddlCode.DUPLICATE,
            true),
        broken(
            "two goals without and",
            "(:goal (and (waits ann attic) (waits bob attic)))",
            "(:goal «(waits ann attic) (waits bob attic)»)",
            PddlCode.MISSING_AND,
            true),
        broken(
            "a type whose letters are swapped",
            ":parameters (?from ?to - floor)",
            ":parameters (?from ?to - «folor»)",
            PddlCode.UNKNOWN_TYPE,
            true),
        broken(
            "a precondition that stays open",
            "(lift-at ?f) (not (full)))\n",
            "(lift-at ?f) (not (full))\n",
            PddlCode.UNCLOSED,
            true),
        broken(
            "an action without its name's colon word",
            ":effect (and (rides ?g)",
            "«:effects» (and (rides ?g)",
            PddlCode.UNKNOWN_KEYWORD,
            true),
        broken(
            "a goal that nothing opens",
            "  (:goal (and (waits ann attic) (waits bob attic))))",
            ")",
            PddlCode.MISSING_GOAL,
            false),
        broken(
            "a variable that is no parameter",
            "(not (lift-at ?from))",
            "(not (lift-at «?form»))",
            PddlCode.UNKNOWN_VARIABLE,
            true),
        broken(
            "an object with a slip of the pen",
            "(next lobby attic)",
            "(next lobby «atic»)",
            PddlCode.UNKNOWN_OBJECT,
            true),
        broken(
            "a predicate of another name",
            "(and (rides ?g) (full)",
            "(and («ridse» ?g) (full)",
            PddlCode.UNKNOWN_PREDICATE,
            true),
        broken(
            "what is false at first",
            "(lift-at lobby)\n",
            "(lift-at lobby) «(not (full))»\n",
            PddlCode.NEGATIVE_INITIAL,
            true));
  }

  @Test
  void thePairIsSound() {
    assertThat(remarks(DOMAIN, PROBLEM)).isEmpty();
  }

  @TestFactory
  Stream<DynamicTest> aFault_isSaidOnceWhereItIs() {
    return pairs().stream().map(pair -> DynamicTest.dynamicTest(pair.name(), () -> check(pair)));
  }

  private static void check(Broken pair) {
    String text = pair.text();
    String domain = pair.ofDomain() ? text : DOMAIN;
    String problem = pair.ofDomain() ? PROBLEM : text;
    List<Diagnostic> remarks = remarks(domain, problem);

    assertThat(remarks).as(remarks.toString()).hasSize(1);
    Diagnostic remark = remarks.get(0);
    assertThat(remark.code()).as(remark.toString()).isEqualTo(pair.code());
    if (pair.now().contains("«")) {
      int start = remark.span().start();
      assertThat(Map.entry(start, text.substring(start, remark.span().end())))
          .isEqualTo(pair.place());
    }
    assertThat(remark.fix().isPresent()).as(remark.toString()).isEqualTo(pair.fixed());
    if (pair.fixed()) {
      Fix fix = remark.fix().orElseThrow();
      String mended = fix.apply(text);
      assertThat(remarks(pair.ofDomain() ? mended : DOMAIN, pair.ofDomain() ? PROBLEM : mended))
          .as(mended)
          .isEmpty();
    }
  }

  private static List<Diagnostic> remarks(String domainText, String problemText) {
    Parsed<Domain> domain = Pddl.parseDomain(domainText);
    List<Diagnostic> remarks = new ArrayList<>(domain.diagnostics());
    if (domain.diagnostics().stream().noneMatch(d -> d.severity() == Severity.ERROR)) {
      remarks.addAll(Pddl.parseProblem(problemText, domain.orElseThrow()).diagnostics());
    }
    return remarks;
  }
}
