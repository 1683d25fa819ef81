package org.ponens.grammar.fol;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Parsed;

/** Formulas in the spellings that occur, what they mean, and what is said of them. */
class SpellingsTest {

  /** The lines of {@code spellings.txt}: a spelling, its reading or {@code -}, the diagnostics. */
  static List<Arguments> spellings() {
    try (InputStream in = SpellingsTest.class.getResourceAsStream("/fol/spellings.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.startsWith("#"))
          .map(line -> line.split("\t", -1))
          .map(cells -> Arguments.of(cells[0], cells[1], cells[2]))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("spellings")
  void parseFormula_reads(String spelling, String reading, String diagnostics) {
    Parsed<Formula> parsed = Fol.parseFormula(spelling);
    assertThat(parsed.value().map(Notation.UNICODE::print).orElse("-")).isEqualTo(reading);
    assertThat(codes(parsed)).isEqualTo(diagnostics);
    if (!parsed.hasErrors()) {
      Parsed<Formula> fixed = Fol.parseFormula(Fix.applyAll(spelling, parsed.appliedFixes()));
      assertThat(fixed.value()).isEqualTo(parsed.value());
      assertThat(Fol.parseFormula(reading).value()).isEqualTo(parsed.value());
    }
  }

  private static String codes(Parsed<?> parsed) {
    return Stream.of(parsed)
        .flatMap(p -> p.diagnostics().stream())
        .map(d -> d.severity().label().charAt(0) + ":" + d.code().id())
        .distinct()
        .collect(Collectors.joining(" "));
  }
}
