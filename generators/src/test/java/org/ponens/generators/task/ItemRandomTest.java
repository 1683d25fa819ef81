package org.ponens.generators.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ItemRandomTest {

  private static final BigInteger WORD = BigInteger.ONE.shiftLeft(64);

  /** The outputs of the authors' C program for the state (1, 2). */
  @Test
  void nextLong_isXoroshiro128PlusPlus() {
    ItemRandom random = new ItemRandom(unmixed(1), unmixed(2) ^ 0x9E3779B97F4A7C15L);
    assertThat(IntStream.range(0, 4).mapToLong(i -> random.nextLong()))
        .containsExactly(
            393217L,
            669327710093319L,
            1732421326133921491L,
            Long.parseUnsignedLong("11394790081659126983"));
  }

  @Test
  void theNumbersOfASeed_neverChange() {
    ItemRandom random = new ItemRandom(42, 43);
    assertThat(random.nextLong()).isEqualTo(new ItemRandom(42, 43).nextLong());
    assertThat(IntStream.range(0, 12).map(i -> random.nextInt(1000)).toArray())
        .containsExactly(872, 502, 314, 667, 710, 993, 146, 366, 199, 4, 162, 755);
  }

  @Test
  void nextInt_isUniform() {
    ItemRandom random = new ItemRandom(1, 2);
    int[] counts = new int[7];
    for (int i = 0; i < 70_000; i++) {
      counts[random.nextInt(7)]++;
    }
    // Five standard deviations of a count are 463.
    assertThat(Arrays.stream(counts)).allMatch(count -> count >= 9_537 && count <= 10_463);
  }

  @Test
  void nextInt_isUniform_alsoWhereManyNumbersAreRejected() {
    ItemRandom random = new ItemRandom(3, 4);
    int bound = 3 << 29;
    int low = 0;
    for (int i = 0; i < 30_000; i++) {
      int number = random.nextInt(bound);
      assertThat(number).isBetween(0, bound - 1);
      low += number < 1 << 29 ? 1 : 0;
    }
    assertThat(low).isBetween(9_592, 10_408);
  }

  @Test
  void between_includesBothEnds() {
    ItemRandom random = new ItemRandom(5, 6);
    assertThat(IntStream.range(0, 200).map(i -> random.between(-1, 1)).distinct().sorted())
        .containsExactly(-1, 0, 1);
    assertThat(random.between(8, 8)).isEqualTo(8);
    assertThatIllegalArgumentException().isThrownBy(() -> random.nextInt(0));
  }

  @Test
  void permutation_isOne_andEachIsAsLikely() {
    ItemRandom random = new ItemRandom(7, 8);
    int[] counts = new int[6];
    for (int i = 0; i < 12_000; i++) {
      int[] permutation = random.permutation(3);
      assertThat(permutation).containsExactlyInAnyOrder(0, 1, 2);
      counts[2 * permutation[0] + (permutation[1] < permutation[2] ? 0 : 1)]++;
    }
    assertThat(Arrays.stream(counts)).allMatch(count -> count >= 1_795 && count <= 2_205);
  }

  @Test
  void chanceAndPick_followTheirOdds() {
    ItemRandom random = new ItemRandom(9, 10);
    long hits = IntStream.range(0, 10_000).filter(i -> random.chance(0.3)).count();
    assertThat(hits).isBetween(2_771L, 3_229L);
    List<String> words = List.of("a", "b");
    assertThat(IntStream.range(0, 50).mapToObj(i -> random.pick(words)).distinct()).hasSize(2);
    String[] array = {"x", "y", "z"};
    random.shuffle(array);
    assertThat(Arrays.stream(array).sorted()).containsExactly("x", "y", "z");
  }

  /** What the finalizer of SplitMix64 takes to this value. */
  private static long unmixed(long value) {
    long b = unshifted(value, 31) * inverse(0x94D049BB133111EBL);
    long a = unshifted(b, 27) * inverse(0xBF58476D1CE4E5B9L);
    return unshifted(a, 30);
  }

  private static long unshifted(long value, int shift) {
    long result = value;
    for (int known = shift; known < 64; known += shift) {
      result = value ^ (result >>> shift);
    }
    return result;
  }

  private static long inverse(long odd) {
    return BigInteger.valueOf(odd).mod(WORD).modInverse(WORD).longValue();
  }
}
