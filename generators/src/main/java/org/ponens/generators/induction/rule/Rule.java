package org.ponens.generators.induction.rule;

import java.util.List;
import java.util.stream.Stream;
import org.ponens.generators.induction.example.Example;

/**
 * What makes an example positive.
 *
 * @param alternatives of which one is true; each a conjunction
 */
public record Rule(List<List<Condition>> alternatives) {

  public Rule {
    alternatives = alternatives.stream().map(List::copyOf).toList();
  }

  /** Whether an example is positive. */
  public boolean holds(Example example) {
    for (List<Condition> conditions : alternatives) {
      if (all(conditions, example)) {
        return true;
      }
    }
    return false;
  }

  private static boolean all(List<Condition> conditions, Example example) {
    for (Condition condition : conditions) {
      if (!condition.holds(example)) {
        return false;
      }
    }
    return true;
  }

  /** How far an example is from being positive: 1 where it is, and less where less is so. */
  double degree(Example example) {
    double best = 0;
    for (List<Condition> conditions : alternatives) {
      double sum = 0;
      for (Condition condition : conditions) {
        sum += condition.degree(example);
      }
      best = Math.max(best, sum / conditions.size());
    }
    return best;
  }

  /** All conditions. */
  public Stream<Condition> conditions() {
    return alternatives.stream().flatMap(List::stream);
  }

  /** How many literals it has, besides those that name a part or tell two parts apart. */
  public int length() {
    return conditions().mapToInt(Condition::length).sum();
  }
}
