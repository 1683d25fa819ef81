package org.ponens.generators.planning.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.diagnostic.Place;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Problem;
import org.ponens.grammar.pddl.TypedName;

/**
 * What there is in a world, and how it is at first.
 *
 * @param objects with their types
 * @param initial the facts that are true
 */
public record Scene(List<TypedName> objects, List<Fact> initial) {

  public Scene {
    objects = List.copyOf(objects);
    initial = List.copyOf(initial);
  }

  /** The objects declared with just this type, by name. */
  public List<String> names(String type) {
    List<String> names = new ArrayList<>();
    for (TypedName object : objects) {
      if (object.type().names().equals(List.of(type))) {
        names.add(object.name());
      }
    }
    return names;
  }

  /** What the fact of this predicate and first argument says of its second; empty without one. */
  Optional<String> second(String predicate, String first) {
    return initial.stream()
        .filter(f -> f.predicate().equals(predicate) && f.arguments().get(0).equals(first))
        .map(f -> f.arguments().get(1))
        .findFirst();
  }

  /** The same in another order, so that none tells how it was drawn. */
  Scene shuffled(ItemRandom random) {
    return new Scene(shuffled(objects, random), shuffled(initial, random));
  }

  /** A copy in random order. */
  public static <T> List<T> shuffled(List<T> list, ItemRandom random) {
    List<T> copy = new ArrayList<>(list.size());
    for (int index : random.permutation(list.size())) {
      copy.add(list.get(index));
    }
    return copy;
  }

  /**
   * The problem to reach a goal from here.
   *
   * @param goal facts that are all to be true
   */
  public Problem problem(String domain, List<Fact> goal) {
    return new Problem(
        "task",
        domain,
        List.of(),
        objects,
        initial.stream().<Problem.Initial>map(f -> new Problem.Initial.True(f.atom())).toList(),
        condition(goal),
        Optional.empty(),
        Optional.empty(),
        Place.NOWHERE);
  }

  /** That all of these facts are true. */
  public static Condition condition(List<Fact> facts) {
    return new Condition.And(facts.stream().<Condition>map(Fact::atom).toList(), Place.NOWHERE);
  }
}
