package org.ponens.generators.planning.world;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.pddl.TypedName;

/** A scene in the making; for one thread. */
final class SceneBuilder {

  private final List<TypedName> objects = new ArrayList<>();
  private final List<Fact> initial = new ArrayList<>();
  private final ItemRandom random;

  SceneBuilder(ItemRandom random) {
    this.random = random;
  }

  /** Objects named by a prefix and the numbers from 1, in random order. */
  List<String> objects(String type, String prefix, int count) {
    List<String> names = new ArrayList<>();
    for (int number : random.permutation(count)) {
      names.add(prefix + (number + 1));
    }
    declare(type, names);
    return names;
  }

  void declare(String type, List<String> names) {
    for (String name : names) {
      objects.add(TypedName.of(name, type));
    }
  }

  void holds(String predicate, String... arguments) {
    initial.add(Fact.of(predicate, arguments));
  }

  Scene build() {
    return new Scene(objects, initial).shuffled(random);
  }
}
