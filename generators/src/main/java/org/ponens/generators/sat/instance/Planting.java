package org.ponens.generators.sat.instance;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import org.ponens.generators.task.ItemRandom;

/**
 * Signs about a hidden model such that, on average, half of the literals of a clause are true in it
 * (Jia, Moore and Strain, "Generating hard satisfiable formulas by hiding solutions deceptively",
 * AAAI 2005: {@code t} of {@code k} literals are true with probability proportional to {@code q^t
 * C(k,t)}). Uniform signs that avoid the one violated pattern would lean towards the model, and a
 * majority vote would find it.
 */
final class Planting {

  private Planting() {}

  /** Signs with which a random valuation is a model; null if none were found. */
  static int @Nullable [] signs(Skeleton skeleton, ItemRandom random) {
    BitSet model = new BitSet();
    for (int variable = 1; variable <= skeleton.variables(); variable++) {
      model.set(variable, random.nextBoolean());
    }
    int[] signs = new int[skeleton.size()];
    java.util.Arrays.fill(signs, -1);
    for (int i = 0; i < signs.length; i++) {
      Skeleton.Slot slot = skeleton.slot(i);
      double q = q(slot.length());
      int tries = 0;
      do {
        if (tries++ > 400) {
          return null;
        }
        signs[i] = pattern(slot, model, q, random);
      } while (!skeleton.slot(i).holds(signs[i], model) || skeleton.isTaken(i, signs[i], signs));
    }
    return signs;
  }

  /**
   * Each literal agrees with the model with probability q/(1+q); violated patterns are rejected.
   */
  private static int pattern(Skeleton.Slot slot, BitSet model, double q, ItemRandom random) {
    int signs = 0;
    for (int i = 0; i < slot.length(); i++) {
      boolean agrees = random.nextDouble() * (1 + q) < q;
      signs |= agrees == model.get(slot.variable(i)) ? 1 << i : 0;
    }
    return signs;
  }

  /** The root of 2q(1+q)^(k-1) = (1+q)^k - 1 in (0, 1), by bisection. */
  static double q(int k) {
    double low = 0.05;
    double high = 1;
    for (int i = 0; i < 40; i++) {
      double q = (low + high) / 2;
      double power = 1;
      for (int j = 1; j < k; j++) {
        power *= 1 + q;
      }
      if (2 * q * power < power * (1 + q) - 1) {
        low = q;
      } else {
        high = q;
      }
    }
    return low;
  }
}
