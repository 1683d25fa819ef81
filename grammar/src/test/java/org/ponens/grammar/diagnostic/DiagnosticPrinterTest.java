package org.ponens.grammar.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class DiagnosticPrinterTest {

  private final Source source = Source.of("story", "first line\n∀x (P(x) → 𝔸Q(x)\n");

  private Diagnostic missingParenthesis() {
    Span at = source.span(source.lineEnd(2), source.lineEnd(2));
    return Diagnostic.note(TextCode.TOO_DEEP, at, "a ')' is missing")
        .withNote(Diagnostic.Note.at(source.span(14, 15), "it closes this '('"))
        .withFix(Fix.applied("insert ')'", new Edit(at, ")")));
  }

  @Test
  void terminal_pointsAtThePlace_inCodePoints() {
    assertThat(DiagnosticPrinter.terminal(source, List.of(missingParenthesis()), false))
        .isEqualTo(
            """
            story:2:17: note: a ')' is missing [text.too-deep]
              2 | ∀x (P(x) → 𝔸Q(x)
                |                 ^
              note: it closes this '(' (2:4)
              fixed: insert ')'
            """);
  }

  @Test
  void terminal_cutsALongLineAroundThePlace() {
    Source longLine = Source.of("x".repeat(10_000) + "!" + "y".repeat(10_000));
    Diagnostic diagnostic =
        Diagnostic.error(TextCode.BINARY, longLine.span(10_000, 10_001), "here");
    String text = DiagnosticPrinter.terminal(longLine, List.of(diagnostic), false);
    assertThat(text).hasSizeLessThan(600).contains("x!y").contains("…");
    List<String> lines = text.lines().toList();
    assertThat(lines.get(2).indexOf('^')).isEqualTo(lines.get(1).indexOf('!'));
  }

  @Test
  void json_hasPlaceMessageAndFix() {
    assertThat(DiagnosticPrinter.json(List.of(missingParenthesis())))
        .contains("\"code\":\"text.too-deep\"", "\"line\":2,\"column\":17", "\"applied\":true")
        .contains("\"replacement\":\")\"");
  }

  @Test
  void model_isOneLineInWords() {
    assertThat(DiagnosticPrinter.model(source, List.of(missingParenthesis())))
        .isEqualTo(
            "line 2, column 17: note: a ')' is missing. it closes this '('."
                + " Already read as if fixed: insert ')'.\n");
  }

  @Test
  void apply_makesTheEdits() {
    Fix fix = missingParenthesis().fix().orElseThrow();
    assertThat(fix.apply(source.text())).isEqualTo("first line\n∀x (P(x) → 𝔸Q(x))\n");
  }

  @Property(seed = "1")
  void span_findsLineAndColumnOfEveryPlace(@ForAll @IntRange(max = 30) int seed) {
    String text = "ab\r\nc\n\nd\re".repeat(1 + seed % 3);
    Source s = Source.of(text);
    for (int i = 0; i <= text.length(); i++) {
      Span span = s.span(i, i);
      assertThat(s.lineStart(span.line()) + span.column() - 1).isEqualTo(i);
    }
  }
}
