package org.ponens.grammar.pddl;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

/** Texts made to break a reader: each is read to its end, with a bounded number of remarks. */
class HostileTextTest {

  private static final String HEAD =
      "(define (domain d) (:predicates (p ?x) (q)) (:action a :parameters (?x) :precondition ";
  private static final Domain DOMAIN =
      Pddl.parseDomain(HEAD + "(p ?x) :effect (q)))").orElseThrow();

  /** Never reached but by a reader that hangs. */
  private static final Duration HANG = Duration.ofSeconds(60);

  private record Text(String name, String text) {}

  private static List<Text> texts() {
    int many = 100_000;
    return List.of(
        new Text("nothing", ""),
        new Text("a zero byte", "\0"),
        new Text("opened often", "(".repeat(many)),
        new Text("closed often", ")".repeat(many)),
        new Text("a deep list", "(".repeat(many) + ")".repeat(many)),
        new Text("a deep condition", HEAD + "(not ".repeat(many) + "(q)" + ")".repeat(many)),
        new Text("a deep conjunction that stays open", HEAD + "(and ".repeat(many)),
        new Text("deep effects", HEAD + "(q) :effect " + "(when (q) ".repeat(many)),
        new Text("deep quantifiers", HEAD + "(forall (?x) ".repeat(many)),
        new Text("a wide conjunction of errors", HEAD + "(and " + "(r ?y)".repeat(many) + ")))"),
        new Text("a long name", "(define (domain " + "n".repeat(10_000_000) + "))"),
        new Text("question marks", HEAD + "?".repeat(many)),
        new Text("fences", "```\n".repeat(many)),
        new Text("definitions begun", "(define (domain d)".repeat(many / 4)),
        new Text("types in a row", "(define (domain d) (:types " + "a - b ".repeat(many) + "))"),
        new Text("either in either", "(define (domain d) (:types a - " + "(either ".repeat(many)),
        new Text("actions on a line", "(a x) ".repeat(many)),
        new Text("numbered steps", "1. a(x), 2. ".repeat(many)),
        new Text("no letter of ours", "\u202e\ud83d\ude00\ufeff".repeat(many)),
        new Text("half a letter", "(define (domain \ud83d) (:predicates (p\udc00)))"));
  }

  @TestFactory
  Stream<DynamicTest> everyText_isReadToItsEnd() {
    return texts().stream().map(it -> DynamicTest.dynamicTest(it.name(), () -> read(it.text())));
  }

  private static void read(String text) {
    Assertions.assertTimeoutPreemptively(
        HANG,
        () -> {
          bounded(text, Pddl.parseDomain(text));
          bounded(text, Pddl.parseProblem(text, DOMAIN));
          bounded(text, Pddl.parsePlan(Source.of(text), DOMAIN));
          bounded(text, Pddl.parseTrace(Source.of(text), DOMAIN));
        });
  }

  private static void bounded(String text, Parsed<?> read) {
    assertThat(read.diagnostics()).hasSizeLessThan(2_000);
    assertThat(read.diagnostics())
        .allSatisfy(d -> assertThat(d.message().length()).isLessThan(2_000))
        .allSatisfy(d -> assertThat(d.span().end()).isLessThanOrEqualTo(text.length()));
  }
}
