package org.ponens.generators.task;

/**
 * The seed of one item: a hash of the family, its version, the master seed, the split and the
 * item's index. Neighbouring master seeds and indices share nothing, and an item can be made
 * without those before it, in any shard, order and number of threads.
 *
 * @param high the first 64 bits
 * @param low the next 64 bits
 */
public record ItemSeed(long high, long low) {

  /** The seed of an item. */
  public static ItemSeed of(String family, int version, long masterSeed, Split split, long index) {
    Fingerprint hash =
        Hashing.of(
            String.join(
                "\n",
                "ponens item",
                family,
                Integer.toString(version),
                Long.toString(masterSeed),
                split.label(),
                Long.toString(index)));
    return new ItemSeed(hash.high(), hash.low());
  }

  /** The random numbers of one attempt to make the item, from 0. */
  public ItemRandom attempt(int number) {
    return new ItemRandom(high, low + 0x9E3779B97F4A7C15L * number);
  }

  /** 32 hexadecimal digits. */
  public String hex() {
    return Hashing.hex(high) + Hashing.hex(low);
  }
}
