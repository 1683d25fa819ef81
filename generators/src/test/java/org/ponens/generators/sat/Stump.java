package org.ponens.generators.sat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/** A threshold on one number that tells two labels apart as well as one can. */
record Stump(double threshold, boolean above) {

  /** A number and the label that goes with it. */
  record Example(double number, boolean label) {}

  /** The one that is right most often. */
  static Stump fitted(List<Example> examples) {
    List<Example> sorted = new ArrayList<>(examples);
    Collections.sort(sorted, Comparator.comparingDouble(Example::number));
    // Right, if all at or above the threshold are called true.
    int right = (int) sorted.stream().filter(Example::label).count();
    int best = Math.max(right, sorted.size() - right);
    Stump stump = new Stump(Double.NEGATIVE_INFINITY, right * 2 >= sorted.size());
    for (int i = 0; i + 1 < sorted.size(); i++) {
      right += sorted.get(i).label() ? -1 : 1;
      int either = Math.max(right, sorted.size() - right);
      if (either > best && sorted.get(i).number() < sorted.get(i + 1).number()) {
        best = either;
        stump = new Stump(sorted.get(i + 1).number(), right * 2 >= sorted.size());
      }
    }
    return stump;
  }

  /** How often it is right. */
  double accuracy(List<Example> examples) {
    long right =
        examples.stream().filter(e -> ((e.number() >= threshold) == above) == e.label()).count();
    return right / (double) examples.size();
  }
}
