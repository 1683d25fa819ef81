package org.ponens.grammar.cnf;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

class CnfAnswersTest {

  private static final Vocabulary BAKERY =
      new Vocabulary(
          List.of("Almond", "Sour cherry", "Sour cherry tart"),
          "crunchy",
          "soft",
          List.of("Ada", "Mrs Bell", "Carl-Otto"));

  private static BitSet bits(int... set) {
    BitSet bits = new BitSet();
    Arrays.stream(set).forEach(bits::set);
    return bits;
  }

  private static String code(Parsed<?> parsed) {
    assertThat(parsed.value()).isEmpty();
    return parsed.diagnostics().getFirst().code().id();
  }

  private static String message(Parsed<?> parsed) {
    assertThat(parsed.value()).isEmpty();
    return parsed.diagnostics().getFirst().message();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "yes",
        "Yes.",
        "**SAT**",
        "satisfiable",
        "\\text{Satisfiable}",
        "1",
        "true",
        "1 (satisfied by 010)",
        "not unsatisfiable",
        "Yes, since x_1 = 0 works",
        "[1]"
      })
  void decision_readsYes(String text) {
    assertThat(CnfAnswers.decision(Source.of(text)).value()).contains(true);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "no",
        "UNSAT",
        "Unsatisfiable.",
        "0",
        "false",
        "No, since x_1 is forced",
        "not satisfiable"
      })
  void decision_readsNo(String text) {
    assertThat(CnfAnswers.decision(Source.of(text)).value()).contains(false);
  }

  @ParameterizedTest
  @CsvSource({
    "yes and no,answer.ambiguous",
    "1 or 0,answer.ambiguous",
    "1 2 3,answer.ambiguous",
    "maybe,answer.nothing",
    "no idea,answer.nothing",
    "2,answer.stray"
  })
  void decision_saysWhyNot(String text, String code) {
    assertThat(code(CnfAnswers.decision(Source.of(text)))).isEqualTo(code);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "011",
        "0 1 1",
        "0,1,1",
        "[0, 1, 1]",
        "`011`",
        "$011$",
        "x1=0, x2=1, x3=1",
        "x_1 = 0\nx_2 = 1\nx_3 = 1",
        "x_{1}=\\text{false}, x_{2}=\\text{true}, x_{3}=\\text{true}",
        "x1: F; x2: T; x3: T",
        "¬x1 x2 x3",
        "-x1 ∧ x2 ∧ x3",
        "\\neg x_1 \\land x_2 \\land x_3",
        "-1 2 3 0",
        "v -1 2 3 0",
        "{\"x1\": false, \"x2\": true, \"x3\": true}",
        "false, true, true",
        "011\n011",
        "(not x1) and x2 and x3"
      })
  void valuation_readsEverySpelling(String text) {
    Parsed<BitSet> parsed = CnfAnswers.valuation(Source.of(text), 3, Vocabulary.none());
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.value()).contains(bits(2, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "000011|answer.length|expected 3 digits, one for each variable, found 6",
        "01|answer.length|expected 3 digits, one for each variable, found 2",
        "011 (check 110)|answer.stray|expected values of variables alone, found 'check'",
        "011 110|answer.ambiguous|there are two answers, and they differ",
        "x1=0, x2=1|answer.missing|there is no value for x3",
        "x1=0, x2=1, x3=1, x1=1|answer.contradiction|x1 is given both values",
        "x1=0, x2=1, x3=1, x4=1|answer.unknown-variable|there is no variable 'x4'; there are 3",
        "012|answer.stray|expected 3 digits, each 0 or 1, found '012'",
        "unsatisfiable|answer.stray|expected values of variables alone, found 'unsatisfiable'",
        "[]|answer.nothing|expected 3 digits, each 0 or 1",
        "x1=2, x2=1, x3=1|answer.stray|expected a value of 'x1': 0 or 1"
      })
  void valuation_saysWhyNot(String text, String code, String message) {
    Parsed<BitSet> parsed = CnfAnswers.valuation(Source.of(text), 3, Vocabulary.none());
    assertThat(code(parsed)).isEqualTo(code);
    assertThat(message(parsed)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "101",
        "Almond: crunchy\nSour cherry: soft\nSour cherry tart: crunchy",
        "almond is crunchy, sour cherry is soft, sour cherry tart is crunchy",
        "crunchy, soft, crunchy",
        "Almond = 1; Sour cherry = 0; Sour Cherry Tart = true",
        "* **Almond** crunchy\n* **Sour cherry** soft\n* **Sour cherry tart** crunchy"
      })
  void valuation_readsNamesOfAStory(String text) {
    Parsed<BitSet> parsed = CnfAnswers.valuation(Source.of(text), 3, BAKERY);
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.value()).contains(bits(1, 3));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1 3 5", "1,3,5", "{1, 3, 5}", "[5, 3, 1]", "C1, C3, C5", "c_1 c_3 c_5",
        "clauses 1, 3 and 5", "#1 #3 #5", "1 3 5 0", "1\n3\n5", "10101000", "1 0 1 0 1 0 0 0"
      })
  void constraints_readsEverySpelling(String text) {
    Parsed<BitSet> parsed = CnfAnswers.constraints(Source.of(text), 8, Vocabulary.none());
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.value()).contains(bits(0, 2, 4));
  }

  @Test
  void constraints_readsNames() {
    assertThat(CnfAnswers.constraints(Source.of("Ada and Carl-Otto"), 3, BAKERY).value())
        .contains(bits(0, 2));
    assertThat(CnfAnswers.constraints(Source.of("mrs bell"), 3, BAKERY).value()).contains(bits(1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"none", "∅", "{}", "[]", "\\emptyset", "the empty set"})
  void constraints_readsTheEmptySet(String text) {
    assertThat(CnfAnswers.constraints(Source.of(text), 8, Vocabulary.none()).value())
        .contains(new BitSet());
  }

  /** Ten is a constraint where there are so many, and two digits of too short an answer else. */
  @Test
  void constraints_tellsNumbersFromDigits() {
    assertThat(CnfAnswers.constraints(Source.of("10"), 12, Vocabulary.none()).value())
        .contains(bits(9));
    assertThat(CnfAnswers.constraints(Source.of("10"), 2, Vocabulary.none()).value())
        .contains(bits(0));
    assertThat(message(CnfAnswers.constraints(Source.of("0110"), 12, Vocabulary.none())))
        .isEqualTo("expected 12 digits, one for each constraint, found 4");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "9|answer.unknown-constraint|there is no constraint '9'; there are 8",
        "0|answer.unknown-constraint|there is no constraint '0'; there are 8",
        "1-3|answer.stray|expected the number of each constraint by itself",
        "none, 3|answer.ambiguous|the answer says 'none' and names some all the same",
        "x1|answer.stray|expected the numbers of constraints alone, found 'x1'",
        "hm|answer.stray|expected the numbers of constraints alone, found 'hm'"
      })
  void constraints_saysWhyNot(String text, String code, String message) {
    Parsed<BitSet> parsed = CnfAnswers.constraints(Source.of(text), 8, Vocabulary.none());
    assertThat(code(parsed)).isEqualTo(code);
    assertThat(message(parsed)).isEqualTo(message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"x1 -x3", "x1, ¬x3", "{x_1, \\neg x_3}", "1 -3", "1 -3 0", "x1=1, x3=0"})
  void literals_readsEverySpelling(String text) {
    Parsed<List<Integer>> parsed = CnfAnswers.literals(Source.of(text), 4, Vocabulary.none());
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.value().orElseThrow()).containsExactlyInAnyOrder(1, -3);
  }

  @Test
  void literals_canBeNone_andNotBothWays() {
    assertThat(CnfAnswers.literals(Source.of("none"), 4, Vocabulary.none()).value())
        .contains(List.of());
    assertThat(code(CnfAnswers.literals(Source.of("x1 -x1"), 4, Vocabulary.none())))
        .isEqualTo("answer.contradiction");
    assertThat(
            CnfAnswers.literals(Source.of("Almond: soft, sour cherry: crunchy"), 3, BAKERY).value())
        .contains(List.of(-1, 2));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"12|12", "1,024|1024", "There are 7 models.|7", "**0**|0", "= 12|12", "12 12|12"})
  void count_readsANumber(String text, String number) {
    assertThat(CnfAnswers.count(Source.of(text)).value()).contains(new BigInteger(number));
  }

  @ParameterizedTest
  @CsvSource({"12 or 13,answer.ambiguous", "-3,answer.stray", "many,answer.stray"})
  void count_saysWhyNot(String text, String code) {
    assertThat(code(CnfAnswers.count(Source.of(text)))).isEqualTo(code);
  }

  @Test
  void certificate_isAModelOrACore() {
    assertThat(CnfAnswers.certificate(Source.of("SAT 011"), 3, 8, Vocabulary.none()).value())
        .contains(new CnfAnswers.ModelOrCore.Model(bits(2, 3)));
    assertThat(CnfAnswers.certificate(Source.of("No: 1, 3 and 5"), 3, 8, Vocabulary.none()).value())
        .contains(new CnfAnswers.ModelOrCore.Core(bits(0, 2, 4)));
    assertThat(code(CnfAnswers.certificate(Source.of("011"), 3, 8, Vocabulary.none())))
        .isEqualTo("answer.nothing");
    assertThat(code(CnfAnswers.certificate(Source.of("UNSAT"), 3, 8, Vocabulary.none())))
        .isEqualTo("answer.nothing");
  }

  @Test
  void comparison_isEquivalence_orAValuation() {
    assertThat(CnfAnswers.comparison(Source.of("equivalent"), 3, Vocabulary.none()).value())
        .contains(Optional.empty());
    for (String text : List.of("different 011", "not equivalent: 011", "No, different: 011")) {
      assertThat(CnfAnswers.comparison(Source.of(text), 3, Vocabulary.none()).value())
          .as(text)
          .contains(Optional.of(bits(2, 3)));
    }
    assertThat(code(CnfAnswers.comparison(Source.of("different"), 3, Vocabulary.none())))
        .isEqualTo("answer.nothing");
    assertThat(code(CnfAnswers.comparison(Source.of("equivalent 011"), 3, Vocabulary.none())))
        .isEqualTo("answer.ambiguous");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "9: 1 4 -> x2 -x3\n10: 9 2 -> 0",
        "9. (1,4): x2 ∨ ¬x3\n10. (9,2): ⊥",
        "[9] 1,4 ⊢ 2 -3\n[10] 9,2 ⊢ []",
        "9: 1 4 -> {x_2, \\neg x_3}\n\n10: 9 2 -> \\bot\n",
        "9) resolve 1 and 4 on x1 gives x2 or not x3\n10) resolve 9 and 2 gives empty clause"
      })
  void refutation_readsEverySpelling(String text) {
    List<CnfAnswers.Step> steps =
        CnfAnswers.refutation(Source.of(text), 3, 8, Vocabulary.none()).value().orElseThrow();
    assertThat(steps).hasSize(2);
    assertThat(steps.getFirst().number()).hasValue(9);
    assertThat(steps.getFirst().left()).isEqualTo(1);
    assertThat(steps.getFirst().right()).isEqualTo(4);
    assertThat(steps.getFirst().literals()).containsExactly(2, -3);
    assertThat(steps.getLast().literals()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "it is clear|expected a step such as '7: 1 4 -> x2 -x3', found 'it'",
        "1 -> x2|expected the numbers of the two clauses that are resolved, as in"
            + " '7: 1 4 -> x2 -x3', found 1 number",
        "9: 1 4 -> x7|there is no variable 'x7'; there are 3",
        "9: 1 4 ->|expected literals behind the arrow, or 0 for none"
      })
  void refutation_saysWhyNot(String text, String message) {
    Parsed<List<CnfAnswers.Step>> parsed =
        CnfAnswers.refutation(Source.of(text), 3, 8, Vocabulary.none());
    assertThat(message(parsed)).isEqualTo(message);
  }

  @Test
  void longAnswers_areNotRead() {
    assertThat(code(CnfAnswers.count(Source.of("1".repeat(70_000))))).isEqualTo("text.too-long");
    assertThat(code(CnfAnswers.count(Source.of(" \n ")))).isEqualTo("answer.nothing");
  }

  /** Whatever a model writes, every reader reads it or says why not. */
  @Property(tries = 2000, seed = "1")
  void anyText_isReadOrExplained(@ForAll String text, @ForAll @IntRange(max = 5) int n) {
    Source source = Source.of(text);
    for (Vocabulary vocabulary : List.of(Vocabulary.none(), BAKERY)) {
      CnfAnswers.decision(source);
      CnfAnswers.valuation(source, n, vocabulary);
      CnfAnswers.constraints(source, n, vocabulary);
      CnfAnswers.literals(source, n, vocabulary);
      CnfAnswers.count(source);
      CnfAnswers.certificate(source, n, n, vocabulary);
      CnfAnswers.comparison(source, n, vocabulary);
      CnfAnswers.refutation(source, n, n, vocabulary);
    }
  }

  private static final List<String> PIECES =
      List.of(
          "0",
          "1",
          "x1",
          "x2",
          "=",
          "-",
          "¬",
          ",",
          "\n",
          "->",
          ":",
          "(",
          "]",
          "{",
          "\\",
          "\\text{",
          "\\{",
          "none",
          "SAT",
          "no",
          "equivalent",
          "not",
          "Almond",
          "sour",
          "Sour cherry",
          "crunchy",
          " ",
          "_",
          "9999999999",
          "∅",
          ".",
          "\"",
          "is",
          "c3",
          "x_{",
          "Carl-",
          "'");

  @Property(tries = 5000, seed = "1")
  void anyPieces_areReadOrExplained(@ForAll List<@IntRange(max = 36) Integer> pieces) {
    StringBuilder text = new StringBuilder();
    pieces.forEach(piece -> text.append(PIECES.get(piece)));
    anyText_isReadOrExplained(text.toString(), 3);
  }
}
