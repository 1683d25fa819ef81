package org.ponens.generators.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CurriculumTest {

  private static final Curriculum LEVELS = Curriculum.of(0, 10, 100);

  @Test
  void aTask_isOfTheLevelWhoseBandItIsIn_orOfTheNearest() {
    assertThat(LEVELS.levelOf(0)).isEqualTo(1);
    assertThat(LEVELS.levelOf(9.99)).isEqualTo(1);
    assertThat(LEVELS.levelOf(10)).isEqualTo(2);
    assertThat(LEVELS.levelOf(-5)).isEqualTo(1);
    assertThat(LEVELS.levelOf(1e9)).isEqualTo(2);
    assertThat(LEVELS.level(2).contains(10)).isTrue();
    assertThat(LEVELS.level(2).contains(100)).isFalse();
  }

  @Test
  void levels_leaveNoGapAndRise() {
    assertThatIllegalArgumentException().isThrownBy(() -> Curriculum.of(0, 10, 10));
    assertThatIllegalArgumentException().isThrownBy(() -> Curriculum.of(0, Double.NaN));
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Curriculum(
                    java.util.List.of(
                        new Curriculum.Level(1, 0, 1), new Curriculum.Level(2, 2, 3))));
  }

  @Test
  void aDifficulty_isMadeOfFiniteNumbers() {
    assertThatIllegalArgumentException().isThrownBy(() -> difficulty(1, Double.POSITIVE_INFINITY));
    assertThatIllegalArgumentException().isThrownBy(() -> difficulty(Double.NaN, 1));
    assertThat(difficulty(-0.0, -0.0)).isEqualTo(difficulty(0.0, 0.0));
  }

  private static Difficulty difficulty(double measured, double hardness) {
    return new Difficulty(
        OptionalInt.empty(), new TreeMap<>(), new TreeMap<>(Map.of("m", measured)), hardness);
  }
}
