package org.ponens.grammar.fol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.TextCode;

/** Size, depth and rubbish: a diagnostic each, and soon; the bounds allow for a busy machine. */
class HostileTextTest {

  private static final Duration SOON = Duration.ofSeconds(60);

  private static Parsed<Formula> formula(String text) {
    return Fol.parseFormula(text);
  }

  @Test
  void parseFormula_keepsALongConjunctionFlat() {
    String text =
        IntStream.range(0, 10_000)
            .mapToObj(i -> "P" + i + "(a, b)")
            .collect(Collectors.joining(" ∧ "));
    long start = System.nanoTime();
    Optional<Formula> value = formula(text).value();
    long millis = (System.nanoTime() - start) / 1_000_000;
    assertThat(value).get().isInstanceOf(Formula.And.class);
    assertThat(((Formula.And) value.orElseThrow()).operands()).hasSize(10_000);
    assertThat(millis).isLessThan(30_000);
    assertThat(Notation.UNICODE.print(value.orElseThrow())).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P(a) → ",
        "P(a) ⊕ ",
        "P(a) ↔ ",
        "¬",
        "∀x ",
        "∃x P(x) → Q(x) ∧ ",
        "(",
        "f(",
        "[",
        "{"
      })
  void parseFormula_boundsDepth(String repeated) {
    for (int times : new int[] {2_000, 100_000}) {
      String text = repeated.repeat(times) + "P(a)";
      Parsed<Formula> parsed = soon(() -> formula(text));
      assertThat(parsed.value()).isEmpty();
      assertThat(parsed.diagnostics())
          .anyMatch(d -> d.code() == TextCode.TOO_DEEP || d.code() == TextCode.TOO_LONG);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "P(a) ∧ ", "∀x (P(x)) ∧ ", "(P(a)) ∨ ", "captain america ", "P(a), ", ")", "x. ", "a b(c) ",
            "\"", "'",
        "∃!x (P(x)) ∧ ", "... ∧ ", "P(x → ", "∀", "-", "5", "_", "{a} = b ∧ ", "\\forall x ",
            "False ∧ ",
        "all person ", "P(a ∧ b) ∨ ", "🦊", "\u0000", "\uD800", "::: ", "\n", "- P(a)\n",
            "∀x ∃y (P(x,y)) → "
      })
  void everyReader_endsOnRepeatedText(String repeated) {
    String text = repeated.repeat(4_000);
    for (String body : new String[] {text, text + "P(a)"}) {
      Source problem = Source.of("Premises:\n" + body + "\nConclusion:\nP(a)\n");
      soon(() -> Fol.parseFormula(body));
      soon(() -> Fol.parse(problem));
      soon(() -> Tptp.parse(Source.of("fof(a,axiom," + body + ").")));
      soon(() -> Prover9.parse(Source.of("formulas(goals).\n" + body + ".\nend_of_list.")));
    }
  }

  @Test
  void parse_turnsAwayFiveMegabytesOfParentheses() {
    Parsed<FolProblem> parsed = soon(() -> Fol.parse("(".repeat(5_000_000)));
    assertThat(parsed.value()).isEmpty();
    assertThat(parsed.has(Severity.ERROR)).isTrue();
    assertThat(soon(() -> Tptp.parse(Source.of("(".repeat(5_000_000)))).value()).isEmpty();
    assertThat(soon(() -> Prover9.parse(Source.of("(".repeat(5_000_000)))).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n\t",
        "\u0000\u0001\u0002",
        "The dog barks. It is loud.",
        "Premises:",
        "{}",
        "null"
      })
  void parse_givesAnErrorForWhatIsNoProblem(String text) {
    assertThat(Fol.parse(text).hasErrors()).isTrue();
    assertThat(Fol.parse(text).value()).isEmpty();
    assertThat(Tptp.parse(Source.of(text)).hasErrors()).isTrue();
    assertThat(Prover9.parse(Source.of(text)).hasErrors()).isTrue();
  }

  @Test
  void parseFormula_warnsOfTwoHundredQuantifiers() {
    String prefix =
        IntStream.range(0, 200).mapToObj(i -> "∀x" + i + " ").collect(Collectors.joining());
    String variables =
        IntStream.range(0, 200).mapToObj(i -> "x" + i).collect(Collectors.joining(", "));
    Parsed<Formula> flat = formula(prefix + "P(" + variables + ")");
    assertThat(flat.value()).isPresent();
    assertThat(flat.diagnostics())
        .extracting(d -> d.code())
        .containsExactly(FolCode.DEEP_QUANTIFIERS);
    String nested =
        IntStream.range(0, 200).mapToObj(i -> "∀x" + i + " (").collect(Collectors.joining())
            + "P("
            + variables
            + ")"
            + ")".repeat(200);
    assertThat(formula(nested).value()).isEqualTo(flat.value());
  }

  @Test
  void readers_stayWithinADefaultStack() throws InterruptedException {
    List<Throwable> thrown = new ArrayList<>();
    Runnable deepest =
        () -> {
          String tptp = "p | ( ".repeat(990) + "q" + " )".repeat(990);
          assertThat(Tptp.parse(Source.of("fof(a,axiom," + tptp + ").")).value()).isPresent();
          String brackets = "(P(a) → ".repeat(240) + "Q(a)" + ")".repeat(240);
          assertThat(Fol.parseFormula(brackets).value().map(Notation.UNICODE::print)).isPresent();
          assertThat(Fol.parseFormula("f(".repeat(240) + "a" + ")".repeat(240)).value())
              .isPresent();
          String chain = "P(a) → ".repeat(990) + "Q(a)";
          Optional<Formula> value = Fol.parseFormula(chain).value();
          assertThat(value.map(Notation.UNICODE::print)).isPresent();
          assertThat(value.map(Object::hashCode)).isPresent();
        };
    Thread thread = new Thread(null, deepest, "default stack", 1024 * 1024);
    thread.setUncaughtExceptionHandler((t, e) -> thrown.add(e));
    thread.start();
    thread.join();
    assertThat(thrown).isEmpty();
  }

  private static <T> T soon(java.util.function.Supplier<T> action) {
    long start = System.nanoTime();
    T result = action.get();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(SOON);
    return result;
  }
}
