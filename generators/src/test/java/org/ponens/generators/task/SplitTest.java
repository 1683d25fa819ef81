package org.ponens.generators.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SplitTest {

  @Test
  void everyClass_belongsToOneSplit_atEightToOneToOne() {
    Map<Split, Integer> counts = new EnumMap<>(Split.class);
    for (int i = 0; i < 10_000; i++) {
      Fingerprint hash = Hashing.of("class " + i);
      assertThat(Arrays.stream(Split.values()).filter(split -> split.owns(hash))).hasSize(1);
      for (Split split : Split.values()) {
        counts.merge(split, split.owns(hash) ? 1 : 0, Integer::sum);
      }
    }
    assertThat(counts.get(Split.TRAIN)).isBetween(7_800, 8_200);
    assertThat(counts.get(Split.VALIDATION)).isBetween(850, 1_150);
    assertThat(counts.get(Split.TEST)).isBetween(850, 1_150);
  }

  @Test
  void aHash_isReadBackFromItsDigits() {
    Fingerprint hash = new Fingerprint(-1, 0x0123456789abcdefL);
    assertThat(hash.hex()).isEqualTo("ffffffffffffffff0123456789abcdef");
    assertThat(Fingerprint.ofHex(hash.hex())).isEqualTo(hash);
    assertThat(hash.with("a")).isNotEqualTo(hash.with("b")).isEqualTo(hash.with("a"));
  }
}
