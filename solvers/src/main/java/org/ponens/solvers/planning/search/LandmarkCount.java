package org.ponens.solvers.planning.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ponens.solvers.planning.ground.GroundTask;

/**
 * How many landmarks are still to be reached on the way that led to a state, or to be reached again
 * (Richter and Westphal 2010, section 5). Which have been reached is kept for each stored state.
 */
final class LandmarkCount {

  private final Landmarks landmarks;
  private final boolean[] isGoal;
  private final int words;
  private final int[] numbers;
  private final int[][] adds;
  private final List<long[]> reached = new ArrayList<>();
  private final long[] now;

  LandmarkCount(Landmarks landmarks, GroundTask task) {
    this.landmarks = landmarks;
    this.words = (landmarks.facts.length + 63) / 64;
    this.now = new long[words];
    isGoal = new boolean[landmarks.facts.length];
    numbers = new int[task.factCount()];
    Arrays.fill(numbers, -1);
    for (int i = 0; i < isGoal.length; i++) {
      isGoal[i] = Arrays.binarySearch(task.goal(), landmarks.facts[i]) >= 0;
      numbers[landmarks.facts[i]] = i;
    }
    adds = new int[task.operators().size()][];
    for (int o = 0; o < adds.length; o++) {
      adds[o] =
          task.operators().get(o).effects().stream()
              .flatMapToInt(e -> Arrays.stream(e.adds()))
              .filter(f -> numbers[f] >= 0)
              .map(f -> numbers[f])
              .distinct()
              .toArray();
    }
  }

  /**
   * The count in a state that has just been stored.
   *
   * @param id of the state; states come in the order of their numbers
   * @param parent the state it was reached from, -1 for the initial one
   */
  int evaluate(int id, int parent, long[] state) {
    if (parent >= 0) {
      System.arraycopy(reached.get(parent), 0, now, 0, words);
    } else {
      Arrays.fill(now, 0);
    }
    for (int i = 0; i < landmarks.facts.length; i++) {
      if (!isReached(i) && StateSpace.isTrue(landmarks.facts[i], state) && isNext(i)) {
        now[i >> 6] |= 1L << i;
      }
    }
    while (reached.size() <= id) {
      reached.add(now);
    }
    reached.set(id, now.clone());
    int count = 0;
    for (int i = 0; i < landmarks.facts.length; i++) {
      if (!isReached(i) || isNeededAgain(i, state)) {
        count++;
      }
    }
    return count;
  }

  private boolean isReached(int landmark) {
    return (now[landmark >> 6] >> landmark & 1) != 0;
  }

  private boolean isNext(int landmark) {
    for (int before : landmarks.before[landmark]) {
      if (!isReached(before)) {
        return false;
      }
    }
    return true;
  }

  private boolean isNeededAgain(int landmark, long[] state) {
    if (StateSpace.isTrue(landmarks.facts[landmark], state)) {
      return false;
    }
    if (isGoal[landmark]) {
      return true;
    }
    for (int other : landmarks.neededFor[landmark]) {
      if (!isReached(other)) {
        return true;
      }
    }
    return false;
  }

  /**
   * Whether an operator adds a landmark that is to be reached next, of the state last looked at.
   */
  boolean leadsOn(int operator) {
    for (int landmark : adds[operator]) {
      if (!isReached(landmark) && isNext(landmark)) {
        return true;
      }
    }
    return false;
  }

  long bytes() {
    return reached.size() * (words * 8L + 24);
  }
}
