package org.ponens.solvers.planning.equivalence;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.ponens.solvers.Meter;

/**
 * Says in what two problems differ that are not the same up to renaming: under the names they share
 * if they have the same objects, otherwise under a matching of objects that is improved, from one
 * by name and by what is said of them, as long as an exchange of two makes fewer differences.
 */
final class Differences {

  private static final int MOST_EXCHANGED = 60;
  private static final int MOST_ROUNDS = 10;

  private final ProblemContent left;
  private final ProblemContent right;
  private final Meter meter;

  Differences(ProblemContent left, ProblemContent right, Meter meter) {
    this.left = left;
    this.right = right;
    this.meter = meter;
  }

  /**
   * The differences.
   *
   * @param initial whether the initial states are looked at
   * @param goal whether goals, constraints and metrics are
   */
  Comparison.Different find(boolean initial, boolean goal, boolean completed) {
    Map<String, String> matched = renaming(initial, goal);
    Map<String, String> renaming = total(matched);
    List<Difference> found = new ArrayList<>(counts());
    if (initial) {
      add(left.initial(), right.initial(), renaming, Difference.InitialFact::new, found);
    }
    if (goal) {
      goal(renaming, found);
      add(left.constraints(), right.constraints(), renaming, Difference.Constraint::new, found);
      if (distance(left.metric(), right.metric(), renaming) > 0) {
        found.add(new Difference.Metric(text(left.metric()), text(right.metric())));
      }
    }
    return new Comparison.Different(found, matched, completed);
  }

  // Of what differs, what is written tells more than what follows from it.
  private void goal(Map<String, String> renaming, List<Difference> found) {
    int before = found.size();
    add(
        left.wanted(),
        left.implied(),
        right.wanted(),
        right.implied(),
        renaming,
        Difference.GoalCondition::new,
        found);
    if (found.size() == before) {
      add(left.goal(), right.goal(), renaming, Difference.GoalCondition::new, found);
    }
  }

  private static Optional<String> text(Set<Tree> trees) {
    return trees.stream().map(Tree::text).findFirst();
  }

  private List<Difference> counts() {
    Map<String, Integer> first = count(left);
    Map<String, Integer> second = count(right);
    Set<String> types = new TreeSet<>(first.keySet());
    types.addAll(second.keySet());
    List<Difference> found = new ArrayList<>();
    for (String type : types) {
      int a = first.getOrDefault(type, 0);
      int b = second.getOrDefault(type, 0);
      if (a != b) {
        found.add(new Difference.ObjectCount(type, a, b));
      }
    }
    return found;
  }

  private static Map<String, Integer> count(ProblemContent content) {
    Map<String, Integer> counts = new TreeMap<>();
    content.objects().values().forEach(type -> counts.merge(type, 1, Integer::sum));
    return counts;
  }

  private static void add(
      Set<Tree> first,
      Set<Tree> second,
      Map<String, String> renaming,
      BiFunction<Difference.Side, String, Difference> difference,
      List<Difference> found) {
    add(first, first, second, second, renaming, difference, found);
  }

  // What is said in one problem and not even implied in the other.
  private static void add(
      Set<Tree> first,
      Set<Tree> impliedByFirst,
      Set<Tree> second,
      Set<Tree> impliedBySecond,
      Map<String, String> renaming,
      BiFunction<Difference.Side, String, Difference> difference,
      List<Difference> found) {
    Set<String> renamed = texts(impliedByFirst, renaming);
    Set<String> there = texts(impliedBySecond, Map.of());
    for (Tree tree : first) {
      if (!there.contains(tree.text(renaming))) {
        found.add(difference.apply(Difference.Side.FIRST, tree.text()));
      }
    }
    for (Tree tree : second) {
      if (!renamed.contains(tree.text())) {
        found.add(difference.apply(Difference.Side.SECOND, tree.text()));
      }
    }
  }

  private static Set<String> texts(Set<Tree> trees, Map<String, String> renaming) {
    return trees.stream().map(t -> t.text(renaming)).collect(Collectors.toSet());
  }

  private static int distance(Set<Tree> first, Set<Tree> second, Map<String, String> renaming) {
    Set<String> a = texts(first, renaming);
    Set<String> b = texts(second, Map.of());
    int common = (int) a.stream().filter(b::contains).count();
    return a.size() + b.size() - 2 * common;
  }

  // An object that is matched with none is not the one of the same name either.
  private Map<String, String> total(Map<String, String> renaming) {
    Map<String, String> total = new LinkedHashMap<>(renaming);
    left.objects().keySet().forEach(o -> total.putIfAbsent(o, "?" + o));
    return total;
  }

  private Map<String, String> renaming(boolean initial, boolean goal) {
    Map<String, String> renaming = new LinkedHashMap<>();
    if (left.objects().equals(right.objects())) {
      left.objects().keySet().forEach(o -> renaming.put(o, o));
      return renaming;
    }
    Set<String> taken = new HashSet<>();
    left.objects()
        .forEach(
            (name, type) -> {
              if (type.equals(right.objects().get(name))) {
                renaming.put(name, name);
                taken.add(name);
              }
            });
    left.objects()
        .forEach(
            (name, type) -> {
              if (!renaming.containsKey(name)) {
                right.objects().entrySet().stream()
                    .filter(e -> e.getValue().equals(type) && !taken.contains(e.getKey()))
                    .findFirst()
                    .ifPresent(
                        e -> {
                          renaming.put(name, e.getKey());
                          taken.add(e.getKey());
                        });
              }
            });
    improve(renaming, initial, goal);
    return ordered(renaming);
  }

  private Map<String, String> ordered(Map<String, String> renaming) {
    Map<String, String> ordered = new LinkedHashMap<>();
    for (String object : left.objects().keySet()) {
      String other = renaming.get(object);
      if (other != null) {
        ordered.put(object, other);
      }
    }
    return ordered;
  }

  private int distance(Map<String, String> renaming, boolean initial, boolean goal) {
    return (initial ? distance(left.initial(), right.initial(), renaming) : 0)
        + (goal ? distance(left.goal(), right.goal(), renaming) : 0);
  }

  private void improve(Map<String, String> renaming, boolean initial, boolean goal) {
    List<String> names = new ArrayList<>(renaming.keySet());
    if (names.size() > MOST_EXCHANGED) {
      return;
    }
    int best = distance(total(renaming), initial, goal);
    boolean better = true;
    for (int round = 0; better && round < MOST_ROUNDS; round++) {
      better = false;
      for (int i = 0; i < names.size(); i++) {
        for (int j = i + 1; j < names.size() && meter.step(); j++) {
          if (exchange(renaming, names.get(i), names.get(j))) {
            int now = distance(total(renaming), initial, goal);
            if (now < best) {
              best = now;
              better = true;
            } else {
              exchange(renaming, names.get(i), names.get(j));
            }
          }
        }
      }
    }
  }

  private boolean exchange(Map<String, String> renaming, String a, String b) {
    if (!String.valueOf(left.objects().get(a)).equals(left.objects().get(b))) {
      return false;
    }
    String image = renaming.getOrDefault(a, "");
    renaming.put(a, renaming.getOrDefault(b, ""));
    renaming.put(b, image);
    return true;
  }
}
