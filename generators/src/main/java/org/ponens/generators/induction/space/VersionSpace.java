package org.ponens.generators.induction.space;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.ponens.generators.induction.example.Example;
import org.ponens.generators.induction.rule.Condition;
import org.ponens.generators.induction.rule.Rule;
import org.ponens.generators.induction.rule.RuleClass;

/**
 * The rules that go with all examples shown (Mitchell, "Generalization as search", 1982), of a
 * space that is bounded: conjunctions of {@link Hypotheses} and, where the hidden rule is a
 * disjunction, two of them that each cover a positive example shown, no longer than the hidden
 * rule. Rules that say the same of all examples shown and of a pool of others count as one. For one
 * thread.
 */
public final class VersionSpace {

  private static final long MOST_CONDITIONS = 100_000;
  private static final long MOST_CONJUNCTIONS = 60_000;
  private static final int MOST_KEPT = 20_000;
  private static final int MOST_PARTIAL = 3_000;

  private final int shown;
  private final int pool;
  private final long[] truth;
  private final long[] positives;
  private final long[] negatives;
  private final int mostLength;
  private final Map<Extension, Integer> consistent = new HashMap<>();
  private final long candidates;
  private final boolean capped;
  private long conjunctions;
  private boolean full;

  /**
   * Enumerates the space.
   *
   * @param rule the hidden one, which labels the examples
   * @param ruleClass of the hidden rule
   * @param shown the examples that the solver sees
   * @param pool further examples
   */
  public VersionSpace(Rule rule, RuleClass ruleClass, List<Example> shown, List<Example> pool) {
    this.shown = shown.size();
    this.pool = pool.size();
    this.mostLength = rule.length();
    List<Example> all = new ArrayList<>(shown);
    all.addAll(pool);
    int words = (all.size() + 63) / 64;
    this.truth = new long[words];
    this.positives = new long[words];
    this.negatives = new long[words];
    List<Example> mustHold = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      boolean label = rule.holds(all.get(i));
      set(truth, i, label);
      if (i < shown.size()) {
        set(label ? positives : negatives, i, true);
        if (label) {
          mustHold.add(all.get(i));
        }
      }
    }
    boolean isDisjunction = ruleClass == RuleClass.DISJUNCTION;
    var slots = shown.getFirst().slots();
    Hypotheses hypotheses =
        Hypotheses.of(
            slots,
            ruleClass,
            mostLength,
            MOST_CONDITIONS,
            isDisjunction
                ? condition -> holdsOfAny(condition, mustHold)
                : condition -> holdsOfAll(condition, mustHold));
    List<Feature> features = features(hypotheses.kept(), all, words);
    long[] everything = new long[words];
    Arrays.fill(everything, -1L);
    if (isDisjunction) {
      disjunctions(features, everything);
    } else {
      extend(features, 0, everything, 0, (bits, length) -> keep(bits, length));
    }
    keep(truth, mostLength);
    this.candidates = hypotheses.tried() + conjunctions;
    this.capped = hypotheses.isCapped() || full;
  }

  private static boolean holdsOfAll(Condition condition, List<Example> examples) {
    for (int i = 0; i < examples.size(); i++) {
      if (!condition.holds(examples.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean holdsOfAny(Condition condition, List<Example> examples) {
    for (int i = 0; i < examples.size(); i++) {
      if (condition.holds(examples.get(i))) {
        return true;
      }
    }
    return false;
  }

  private static void set(long[] bits, int index, boolean value) {
    if (value) {
      bits[index >> 6] |= 1L << index;
    }
  }

  private static boolean get(long[] bits, int index) {
    return (bits[index >> 6] >> index & 1) != 0;
  }

  /** The conditions by what they say, each in its shortest form, the shortest first. */
  private static List<Feature> features(
      List<Condition> conditions, List<Example> examples, int words) {
    Map<Extension, Integer> shortest = new HashMap<>();
    for (Condition condition : conditions) {
      long[] bits = new long[words];
      for (int i = 0; i < examples.size(); i++) {
        set(bits, i, condition.holds(examples.get(i)));
      }
      shortest.merge(new Extension(bits), condition.length(), Math::min);
    }
    List<Feature> features = new ArrayList<>();
    shortest.forEach((extension, length) -> features.add(new Feature(extension, length)));
    features.sort(
        Comparator.comparingInt(Feature::length)
            .thenComparing((a, b) -> Arrays.compare(a.bits(), b.bits())));
    return features;
  }

  private interface Taker {
    void take(long[] bits, int length);
  }

  /** Conjunctions that exclude all examples shown as negative. */
  private void extend(List<Feature> features, int from, long[] bits, int length, Taker taker) {
    conjunctions++;
    if (conjunctions > MOST_CONJUNCTIONS) {
      full = true;
      return;
    }
    if (isDisjoint(bits, negatives)) {
      taker.take(bits, length);
    }
    for (int i = from; i < features.size() && !full; i++) {
      Feature feature = features.get(i);
      if (length + feature.length() > mostLength) {
        return;
      }
      long[] joint = and(bits, feature.bits());
      if (!Arrays.equals(joint, bits) && !isDisjoint(joint, positives)) {
        extend(features, i + 1, joint, length + feature.length(), taker);
      }
    }
  }

  private void disjunctions(List<Feature> features, long[] everything) {
    Map<Extension, Integer> shortest = new HashMap<>();
    extend(
        features,
        0,
        everything,
        0,
        (bits, length) -> {
          if (shortest.size() < MOST_PARTIAL) {
            shortest.merge(new Extension(bits), length, Math::min);
          } else {
            full = true;
          }
        });
    List<Feature> alternatives = new ArrayList<>();
    shortest.forEach((extension, length) -> alternatives.add(new Feature(extension, length)));
    alternatives.sort(Comparator.comparingInt(Feature::length));
    for (int i = 0; i < alternatives.size(); i++) {
      Feature one = alternatives.get(i);
      keep(one.bits(), one.length());
      for (int j = i + 1; j < alternatives.size(); j++) {
        Feature other = alternatives.get(j);
        if (one.length() + other.length() > mostLength) {
          break;
        }
        conjunctions++;
        keep(or(one.bits(), other.bits()), one.length() + other.length());
      }
    }
  }

  private void keep(long[] bits, int length) {
    if (includes(bits, positives) && isDisjoint(bits, negatives)) {
      if (consistent.size() < MOST_KEPT) {
        consistent.merge(new Extension(masked(bits)), length, Math::min);
      } else {
        full = true;
      }
    }
  }

  /** Without bits that stand for no example. */
  private long[] masked(long[] bits) {
    int all = shown + pool;
    if ((all & 63) == 0) {
      return bits;
    }
    long[] masked = bits.clone();
    masked[masked.length - 1] &= (1L << all) - 1;
    return masked;
  }

  private static long[] and(long[] a, long[] b) {
    long[] c = new long[a.length];
    for (int i = 0; i < c.length; i++) {
      c[i] = a[i] & b[i];
    }
    return c;
  }

  private static long[] or(long[] a, long[] b) {
    long[] c = new long[a.length];
    for (int i = 0; i < c.length; i++) {
      c[i] = a[i] | b[i];
    }
    return c;
  }

  private static boolean isDisjoint(long[] a, long[] b) {
    for (int i = 0; i < a.length; i++) {
      if ((a[i] & b[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  private static boolean includes(long[] a, long[] b) {
    for (int i = 0; i < a.length; i++) {
      if ((b[i] & ~a[i]) != 0) {
        return false;
      }
    }
    return true;
  }

  /** How many rules there are that go with the examples shown, and with those added since. */
  public int remaining() {
    return consistent.size();
  }

  /** How long the shortest of them is. */
  public int shortest() {
    int shortest = mostLength;
    for (int length : consistent.values()) {
      shortest = Math.min(shortest, length);
    }
    return shortest;
  }

  /** How many conditions and rules were tried. */
  public long candidates() {
    return candidates;
  }

  /** Whether the enumeration was broken off, so that there may be more rules. */
  public boolean isCapped() {
    return capped;
  }

  /** The example of the pool that most of the rules get wrong; empty if none gets any wrong. */
  public OptionalInt mostTelling() {
    int[] wrong = new int[pool];
    for (Extension extension : consistent.keySet()) {
      for (int word = 0; word < truth.length; word++) {
        for (long rest = extension.bits()[word] ^ truth[word]; rest != 0; rest &= rest - 1) {
          int index = word * 64 + Long.numberOfTrailingZeros(rest) - shown;
          if (index >= 0 && index < pool) {
            wrong[index]++;
          }
        }
      }
    }
    int best = 0;
    for (int i = 1; i < pool; i++) {
      best = wrong[i] > wrong[best] ? i : best;
    }
    return wrong[best] == 0 ? OptionalInt.empty() : OptionalInt.of(best);
  }

  /** Shows an example of the pool as well: rules that get it wrong go. */
  public void show(int index) {
    consistent
        .keySet()
        .removeIf(extension -> get(extension.bits(), shown + index) != get(truth, shown + index));
  }

  /** Whether all rules that remain say the same of an example of the pool. */
  public boolean agree(int index) {
    for (Extension extension : consistent.keySet()) {
      if (get(extension.bits(), shown + index) != get(truth, shown + index)) {
        return false;
      }
    }
    return true;
  }
}
