package org.ponens.generators.task;

import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Random numbers that are the same on every machine and Java version: xoroshiro128++ (Blackman and
 * Vigna, "Scrambled linear pseudorandom number generators", TOMS 2021). Methods that {@link
 * RandomGenerator} leaves to the platform are defined here where tasks need them. For one thread.
 */
public final class ItemRandom implements RandomGenerator {

  private long s0;
  private long s1;

  /** A generator whose whole sequence follows from these two numbers. */
  public ItemRandom(long high, long low) {
    s0 = mix(high);
    s1 = mix(low ^ 0x9E3779B97F4A7C15L);
    if ((s0 | s1) == 0) {
      s1 = 1;
    }
  }

  /**
   * A bijection that spreads its bits: the finalizer of SplitMix64 (Steele, Lea and Flood, OOPSLA
   * 2014).
   */
  public static long mix(long z) {
    long a = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    long b = (a ^ (a >>> 27)) * 0x94D049BB133111EBL;
    return b ^ (b >>> 31);
  }

  @Override
  public long nextLong() {
    long a = s0;
    long b = s1;
    long result = Long.rotateLeft(a + b, 17) + a;
    b ^= a;
    s0 = Long.rotateLeft(a, 49) ^ b ^ (b << 21);
    s1 = Long.rotateLeft(b, 28);
    return result;
  }

  @Override
  public int nextInt() {
    return (int) (nextLong() >>> 32);
  }

  /** Uniform in {@code 0..bound-1}, by Lemire's multiplication with rejection. */
  @Override
  public int nextInt(int bound) {
    if (bound <= 0) {
      throw new IllegalArgumentException("a bound is positive: " + bound);
    }
    long product = (nextLong() >>> 32) * bound;
    long low = product & 0xFFFFFFFFL;
    if (low < bound) {
      long threshold = ((1L << 32) - bound) % bound;
      while (low < threshold) {
        product = (nextLong() >>> 32) * bound;
        low = product & 0xFFFFFFFFL;
      }
    }
    return (int) (product >>> 32);
  }

  /** Uniform in {@code origin..bound-1}. */
  @Override
  public int nextInt(int origin, int bound) {
    return origin + nextInt(bound - origin);
  }

  /** Uniform in {@code from..to}, both included. */
  public int between(int from, int to) {
    return from + nextInt(to - from + 1);
  }

  @Override
  public boolean nextBoolean() {
    return nextLong() < 0;
  }

  /** Uniform in [0, 1), a multiple of 2^-53. */
  @Override
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1.0p-53;
  }

  /** True with this probability. */
  public boolean chance(double probability) {
    return nextDouble() < probability;
  }

  /** One of these, each as likely. */
  public <T> T pick(List<T> list) {
    return list.get(nextInt(list.size()));
  }

  /** Brings an array into a random order (Fisher and Yates). */
  public void shuffle(int[] array) {
    for (int i = array.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int swapped = array[i];
      array[i] = array[j];
      array[j] = swapped;
    }
  }

  /** Brings an array into a random order (Fisher and Yates). */
  public <T> void shuffle(T[] array) {
    for (int i = array.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      T swapped = array[i];
      array[i] = array[j];
      array[j] = swapped;
    }
  }

  /** The numbers {@code 0..size-1} in a random order. */
  public int[] permutation(int size) {
    int[] permutation = new int[size];
    for (int i = 0; i < size; i++) {
      permutation[i] = i;
    }
    shuffle(permutation);
    return permutation;
  }
}
