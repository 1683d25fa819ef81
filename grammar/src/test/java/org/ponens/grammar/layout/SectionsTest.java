package org.ponens.grammar.layout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.TextCode;

class SectionsTest {

  private static final Sections SECTIONS =
      Sections.of(Map.of("Facts", List.of("Given Facts"), "Query", List.of("Question")));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Facts:",
        "facts",
        "FACTS :",
        "**Facts:**",
        "## Facts",
        "# Facts:",
        "2. Facts:",
        "### 3) Facts",
        "Given facts:",
        "Facts (from the context):",
        "__Facts__:"
      })
  void split_findsAHeaderInAnyDress(String header) {
    List<Section> sections = split("intro\n" + header + "\n a ::: b \n");
    assertThat(sections).extracting(Section::name).containsExactly("", "Facts");
    Line line = sections.getLast().lines().getFirst();
    assertThat(line.text()).isEqualTo("a");
    assertThat(line.gloss()).contains("b");
    assertThat(line.span()).hasToString("3:2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"Facts are facts", "Facts(a, b)", "Query ::: what?", "The facts:", "2 Facts: x"})
  void split_leavesStatementsAlone(String line) {
    assertThat(split(line)).hasSize(1);
  }

  @Test
  void split_readsAStatementOnTheHeadersLine() {
    assertThat(split("Query: P(a)").getLast().lines().getFirst().text()).isEqualTo("P(a)");
  }

  @Test
  void split_removesFences_andSaysSo() {
    Diagnostics diagnostics = new Diagnostics();
    SECTIONS.split(Source.of("```text\nFacts:\na\n```\n"), diagnostics);
    assertThat(diagnostics.list())
        .hasSize(2)
        .allMatch(d -> d.code() == TextCode.FENCE_REMOVED && d.fix().orElseThrow().applied());
  }

  @Test
  void split_isLinear() {
    // Quadratic behaviour would take minutes here.
    assertThat(split("a\n".repeat(1_000_000)).getFirst().lines()).hasSize(1_000_000);
  }

  private static List<Section> split(String text) {
    return SECTIONS.split(Source.of(text), new Diagnostics());
  }
}
