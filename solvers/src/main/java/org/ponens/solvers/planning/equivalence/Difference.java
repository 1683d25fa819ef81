package org.ponens.solvers.planning.equivalence;

import java.util.Optional;

/** In what two problems differ. Immutable. */
public sealed interface Difference {

  /** A sentence on it, without a period. */
  String words();

  /** One of the two problems compared. */
  enum Side {
    FIRST("first"),
    SECOND("second");

    private final String word;

    Side(String word) {
      this.word = word;
    }
  }

  /**
   * There are more objects of a type in one than in the other.
   *
   * @param type as declared, not counting its subtypes
   */
  record ObjectCount(String type, int first, int second) implements Difference {
    @Override
    public String words() {
      return "the first problem has "
          + objects(first)
          + " of type '"
          + type
          + "', the second has "
          + second;
    }

    private static String objects(int count) {
      return count == 1 ? "1 object" : count + " objects";
    }
  }

  /**
   * Something is so at first in one problem only.
   *
   * @param fact in PDDL, in that problem's names
   */
  record InitialFact(Side side, String fact) implements Difference {
    @Override
    public String words() {
      return fact + " is so at first in the " + side.word + " problem only";
    }
  }

  /**
   * Something is wanted in one problem, and in the other it is neither wanted nor implied.
   *
   * @param condition in PDDL, in that problem's names
   */
  record GoalCondition(Side side, String condition) implements Difference {
    @Override
    public String words() {
      return condition + " is part of the goal in the " + side.word + " problem only";
    }
  }

  /**
   * Plans have to keep something in one problem only.
   *
   * @param constraint in PDDL, in that problem's names
   */
  record Constraint(Side side, String constraint) implements Difference {
    @Override
    public String words() {
      return constraint + " is a constraint in the " + side.word + " problem only";
    }
  }

  /** What makes plans better differs; empty where nothing does. */
  record Metric(Optional<String> first, Optional<String> second) implements Difference {
    @Override
    public String words() {
      return "the metric of the first problem is "
          + first.orElse("missing")
          + ", that of the second is "
          + second.orElse("missing");
    }
  }
}
