package org.ponens.grammar.csp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;

class CspLawTest {

  private static final String SAMPLE =
      """
      Domain:
      1: leftmost
      3: rightmost
      Variables:
      green_book [IN] [1, 2, 3]
      blue_book [IN] {1..3}
      red book: [low, middle, high]
      Constraints:
      green_book < blue_book ::: left of
      Or(green_book == 1, abs(blue_book - 2) != 1) and not blue_book in [1, 2]
      AllDifferentConstraint([green_book, blue_book, red book]) ::: different
      Query:
      A) green_book == 1 ::: first
      B) |green_book - blue_book| >= 2 -> True
      """;

  @Property(tries = 500, seed = "1")
  void parse_readsWhatWasPrinted(@ForAll("programs") CspProgram program) {
    Parsed<CspProgram> parsed = Csp.parse(program.print());
    assertThat(parsed.value()).as(program.print()).contains(program);
    assertThat(
            parsed.diagnostics().stream()
                .filter(d -> d.severity() == Severity.ERROR)
                .filter(d -> d.code() != CspCode.UNREADABLE_OPTION))
        .isEmpty();
  }

  @Property(tries = 1000, seed = "1")
  void parse_survivesAnyText(@ForAll("texts") String text) {
    Parsed<CspProgram> parsed = Csp.parse(text);
    parsed
        .value()
        .ifPresent(
            program -> assertThat(Csp.parse(program.print()).value()).as(text).contains(program));
    for (Fix fix : parsed.appliedFixes()) {
      assertThat(fix.apply(text)).isNotNull();
    }
  }

  @Property(tries = 1000, seed = "1")
  void parse_survivesMutations(@ForAll("cuts") List<Tuple.Tuple3<Integer, Integer, String>> edits) {
    StringBuilder text = new StringBuilder(SAMPLE);
    for (Tuple.Tuple3<Integer, Integer, String> edit : edits) {
      int from = Math.floorMod(edit.get1(), text.length() + 1);
      int to = Math.min(text.length(), from + edit.get2());
      text.replace(from, to, edit.get3());
    }
    parse_survivesAnyText(text.toString());
  }

  @Provide
  Arbitrary<CspProgram> programs() {
    return Expressions.programs();
  }

  @Provide
  Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().ofMaxLength(200),
        pieces().list().ofMaxSize(60).map(list -> list.stream().collect(Collectors.joining(" "))),
        pieces().list().ofMaxSize(60).map(list -> list.stream().collect(Collectors.joining())));
  }

  @Provide
  Arbitrary<List<Tuple.Tuple3<Integer, Integer, String>>> cuts() {
    return net.jqwik.api.Combinators.combine(
            Arbitraries.integers().between(0, SAMPLE.length()),
            Arbitraries.integers().between(0, 12),
            pieces())
        .as(Tuple::of)
        .list()
        .ofMinSize(1)
        .ofMaxSize(5);
  }

  private static Arbitrary<String> pieces() {
    return Arbitraries.of(
        "\n",
        "Domain:\n",
        "\nVariables:\n",
        "\nConstraints:\n",
        "\nQuery:\n",
        "A) ",
        "(B)",
        "[IN]",
        "[",
        "]",
        "(",
        ")",
        "{",
        "}",
        "1",
        "2",
        "-",
        "--",
        "..",
        "...",
        ",",
        ";",
        ":",
        ":::",
        "#",
        "a",
        "b",
        "blue book",
        "==",
        "=",
        "<",
        "<=",
        "=>",
        "->",
        "<->",
        "!=",
        "!",
        "not ",
        " in ",
        "and",
        "or",
        "|",
        "+",
        "*",
        "//",
        "/",
        "%",
        "abs(",
        "AllDifferentConstraint([",
        "range(1, 6)",
        "999999999999",
        "\"",
        "'",
        "`",
        "**",
        "```\n",
        "é",
        "\u0001",
        "🙂",
        "True",
        "if ",
        " then ",
        "");
  }
}
