package org.ponens.generators.task;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ItemSeedTest {

  @Test
  void seed_isTheHashOfWhatTheItemIs() throws NoSuchAlgorithmException {
    byte[] digest =
        MessageDigest.getInstance("SHA-256")
            .digest("ponens item\nsat\n3\n-42\ntest\n17".getBytes(StandardCharsets.UTF_8));
    assertThat(ItemSeed.of("sat", 3, -42, Split.TEST, 17).hex())
        .isEqualTo(HexFormat.of().formatHex(digest, 0, 16));
  }

  @Test
  void itemsOfNeighbouringSeeds_shareNothing() {
    Set<Object> seen = new HashSet<>();
    for (long master = 40; master < 45; master++) {
      for (Split split : Split.values()) {
        for (long index = 0; index < 200; index++) {
          ItemSeed seed = ItemSeed.of("sat", 1, master, split, index);
          assertThat(seen.add(seed.hex())).isTrue();
          assertThat(seen.add(seed.attempt(0).nextLong())).isTrue();
          assertThat(seen.add(seed.attempt(1).nextLong())).isTrue();
        }
      }
    }
  }

  @Test
  void anItemOfTheNextVersion_isAnother() {
    assertThat(ItemSeed.of("sat", 1, 0, Split.TRAIN, 0))
        .isNotEqualTo(ItemSeed.of("sat", 2, 0, Split.TRAIN, 0));
  }
}
