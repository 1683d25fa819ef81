package org.ponens.solvers.planning.equivalence;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What came of comparing two problems. Immutable. */
public sealed interface Comparison {

  /**
   * The problems say the same.
   *
   * @param renaming each object of the first problem with the object of the second that it is
   * @param goalRenaming the same for the goals: another one only if goals were compared apart from
   *     initial states
   */
  record Equivalent(Map<String, String> renaming, Map<String, String> goalRenaming)
      implements Comparison {
    public Equivalent {
      renaming = ordered(renaming);
      goalRenaming = ordered(goalRenaming);
    }
  }

  /**
   * The problems do not say the same, as far as is found out (see {@link ProblemEquivalence}).
   *
   * @param differences what differs, one or more
   * @param renaming the objects of the first problem with those of the second that they were taken
   *     for; some objects may be missing
   * @param completed whether both goals were completed by what they imply; if not, the problems'
   *     goals may still mean the same
   */
  record Different(List<Difference> differences, Map<String, String> renaming, boolean completed)
      implements Comparison {
    public Different {
      differences = List.copyOf(differences);
      renaming = ordered(renaming);
      if (differences.isEmpty()) {
        throw new IllegalArgumentException("problems that differ do so in something");
      }
    }
  }

  /** The budget was spent first. */
  record Exhausted() implements Comparison {}

  private static Map<String, String> ordered(Map<String, String> map) {
    return Collections.unmodifiableMap(new LinkedHashMap<>(map));
  }
}
