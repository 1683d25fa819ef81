package org.ponens.grammar.prolog;

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

  private static final String HEAD = "eastbound(T) :- ";

  /** Never reached but by a reader that hangs. */
  private static final Duration HANG = Duration.ofSeconds(60);

  private record Text(String name, String text) {}

  private static List<Text> texts() {
    int many = 16_000;
    return List.of(
        new Text("nothing", ""),
        new Text("a zero byte", "\0"),
        new Text("opened often", HEAD + "(".repeat(many)),
        new Text("closed often", HEAD + ")".repeat(many)),
        new Text("a deep goal", HEAD + "(".repeat(many) + "a" + ")".repeat(many)),
        new Text("deep negation", HEAD + "\\+ ".repeat(many) + "a."),
        new Text("deep nots", HEAD + "not ".repeat(many) + "a."),
        new Text("deep lists", HEAD + "X = " + "[".repeat(many)),
        new Text("a long list", HEAD + "X = [" + "a, ".repeat(many) + "a]."),
        new Text("deep terms", HEAD + "X = " + "f(".repeat(many) + "a" + ")".repeat(many) + "."),
        new Text("minus signs", HEAD + "X is " + "- ".repeat(many) + "1."),
        new Text("a long sum", HEAD + "X is 1" + " + 1".repeat(many) + "."),
        new Text("a wide conjunction", HEAD + "a(X), ".repeat(many) + "b."),
        new Text("a wide disjunction", HEAD + "a ; ".repeat(many) + "b."),
        new Text("many arrows", HEAD + "a -> ".repeat(many) + "b."),
        new Text("if in if", HEAD + "(a -> b ; ".repeat(many / 2) + "c"),
        new Text("many clauses", "a(x).\n".repeat(many)),
        new Text("clauses without stops", "eastbound(T) :- a\n".repeat(many / 3)),
        new Text("necks", ":- ".repeat(many)),
        new Text("stops", ". ".repeat(many)),
        new Text("digits", HEAD + "X = " + "9".repeat(90_000) + "."),
        new Text("a large real", HEAD + "X = 1.0e999999."),
        new Text("an open quote", HEAD + "X = '" + "a".repeat(many)),
        new Text("quotes", "'".repeat(many) + "\"".repeat(many)),
        new Text("an open comment", HEAD + "a. /*" + "*".repeat(many)),
        new Text("fences", "```\n".repeat(many)),
        new Text("marks", "[RULE]".repeat(many / 2)),
        new Text("ten megabytes", "eastbound(T) :- a. ".repeat(550_000)),
        new Text("no letter of ours", "\u202e\ud83d\ude00\ufeff".repeat(many)),
        new Text("half a letter", HEAD + "p\udc00 \ud83d."));
  }

  @TestFactory
  Stream<DynamicTest> everyText_isReadToItsEnd() {
    return texts().stream().map(it -> DynamicTest.dynamicTest(it.name(), () -> read(it.text())));
  }

  private static void read(String text) {
    Assertions.assertTimeoutPreemptively(
        HANG,
        () -> {
          bounded(text, Prolog.parse(text, Words.TRAINS));
          if (text.length() < 1_000_000) {
            bounded(text, Prolog.parseClauses(Source.of(text)));
          }
        });
  }

  private static void bounded(String text, Parsed<?> read) {
    assertThat(read.diagnostics()).hasSizeLessThan(2_000);
    assertThat(read.diagnostics())
        .allSatisfy(d -> assertThat(d.message().length()).isLessThan(2_000))
        .allSatisfy(d -> assertThat(d.span().end()).isLessThanOrEqualTo(text.length()));
  }
}
