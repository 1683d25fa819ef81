package org.ponens.generators.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SettingsTest {

  private static final TaskFamily SUMS = new Sums();

  @Test
  void aKnobThatNobodySets_isAsTheFamilyHasIt() throws InvalidSettingException {
    Settings settings = Settings.of(SUMS, Map.of(), "");
    assertThat(settings.choices("problem")).containsExactly("add");
    assertThat(settings.range("size")).isEqualTo(new Settings.Range(100, 100));
    assertThat(settings.levels()).isEmpty();
    assertThat(settings.isSet("size")).isFalse();
  }

  @Test
  void aRangeIsDrawnFrom_andWordsAreMixed() throws InvalidSettingException {
    Settings settings = Settings.of(SUMS, Map.of("size", "3..5", "problem", "all"), "2..3");
    ItemRandom random = new ItemRandom(1, 1);
    assertThat(IntStream.range(0, 99).map(i -> settings.whole("size", random)).distinct().sorted())
        .containsExactly(3, 4, 5);
    assertThat(IntStream.range(0, 99).mapToObj(i -> settings.choice("problem", random)).distinct())
        .containsExactlyInAnyOrder("add", "multiply");
    assertThat(settings.levels()).contains(new Settings.Range(2, 3));
    assertThat(settings).hasToString("level=2..3 problem=all size=3..5");
  }

  @Test
  void severalNumbers_areMixed_eachAsLikely() throws InvalidSettingException {
    Settings settings = Settings.of(SUMS, Map.of("size", "7, 20..21"), "");
    ItemRandom random = new ItemRandom(1, 1);
    int[] sizes = IntStream.range(0, 400).map(i -> settings.whole("size", random)).toArray();
    assertThat(IntStream.of(sizes).distinct().sorted()).containsExactly(7, 20, 21);
    assertThat(IntStream.of(sizes).filter(size -> size == 7).count()).isBetween(150L, 250L);
    assertThat(settings.range("size")).isEqualTo(new Settings.Range(7, 21));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sise    | 3       | ''   | unknown knob 'sise' for family sums; did you mean 'size'?",
        "colour  | 3       | ''   | unknown knob 'colour' for family sums; it has problem, size",
        "size    | 0       | ''   | size=0: a whole number from 1 to 1000000000, or a range such as 1..5",
        "size    | 5..3    | ''   | size=5..3: a whole number",
        "size    | 1..2..3 | ''   | size=1..2..3: a whole number",
        "size    | 3,      | ''   | size=: a whole number",
        "size    | many    | ''   | size=many: a whole number",
        "size    | 99999999999999999999 | '' | a whole number",
        "problem | adds    | ''   | problem=adds: one or several of add, multiply, or all",
        "problem | add,    | ''   | problem=: one or several of add, multiply, or all",
        "size    | 3       | 5    | level=5: a whole number from 1 to 4",
        "size    | 3       | 0..2 | level=0..2: a whole number from 1 to 4",
        "size    | 3       | hard | level=hard: a whole number from 1 to 4",
      })
  void whatCantBe_isSaidInOneLine(String knob, String value, String level, String message) {
    assertThatThrownBy(() -> Settings.of(SUMS, Map.of(knob, value), level))
        .isInstanceOf(InvalidSettingException.class)
        .hasMessageContaining(message)
        .message()
        .doesNotContain("\n");
  }
}
