package org.ponens.app.generate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.ItemRandom;

class FingerprintSetTest {

  @Test
  void aSet_agreesWithThePlatforms_whileItGrows() {
    FingerprintSet set = new FingerprintSet();
    Set<Fingerprint> expected = new HashSet<>();
    ItemRandom random = new ItemRandom(1, 2);
    for (int i = 0; i < 8_000; i++) {
      // Few values for each half: many share a slot, and about half are there already.
      Fingerprint hash = new Fingerprint(random.nextInt(90), random.nextInt(90));
      assertThat(set.contains(hash)).isEqualTo(expected.contains(hash));
      assertThat(set.add(hash)).isEqualTo(expected.add(hash));
    }
    assertThat(set.size()).isEqualTo(expected.size());
    assertThat(expected).allMatch(set::contains);
  }

  @Test
  void theHashOfZeros_isAHashLikeAnyOther() {
    FingerprintSet set = new FingerprintSet();
    Fingerprint zero = new Fingerprint(0, 0);
    assertThat(set.contains(zero)).isFalse();
    assertThat(set.add(zero)).isTrue();
    assertThat(set.add(zero)).isFalse();
    assertThat(set.contains(zero)).isTrue();
    assertThat(set.contains(new Fingerprint(0, 1))).isFalse();
    assertThat(set.size()).isEqualTo(1);
  }
}
