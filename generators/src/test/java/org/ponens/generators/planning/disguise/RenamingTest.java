package org.ponens.generators.planning.disguise;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ponens.generators.planning.instance.InstanceHash;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.planning.world.World;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.TypedName;

class RenamingTest {

  @Property(tries = 60, seed = "1")
  void aDisguisedWorld_isPddlWithoutAWarning(@ForAll long seed) {
    for (World world : World.all()) {
      for (Disguise disguise : Disguise.values()) {
        ItemRandom random = new ItemRandom(seed, 1);
        Scene scene = world.scene(world.least() + 1, true, random);
        Renaming renaming = Renaming.draw(disguise, world.domain(), scene, random);
        Parsed<Domain> domain = Pddl.parseDomain(renaming.domain(world.domain(), random).print());
        assertThat(domain.isClean()).as(() -> domain.diagnostics().toString()).isTrue();
        Optional<List<Fact>> goal = world.goal(scene, random).map(renaming::facts);
        if (goal.isPresent()) {
          String problem =
              renaming.scene(scene).problem(domain.orElseThrow().name(), goal.get()).print();
          var parsed = Pddl.parseProblem(problem, domain.orElseThrow());
          assertThat(parsed.isClean()).as(() -> parsed.diagnostics() + problem).isTrue();
        }
      }
    }
  }

  @Property(tries = 60, seed = "1")
  void newNames_areAllDifferent_andNoneIsOld(@ForAll long seed) {
    for (World world : World.all()) {
      ItemRandom random = new ItemRandom(seed, 2);
      Scene scene = world.scene(world.most(), true, random);
      Set<String> old = names(world.domain(), scene);
      for (Disguise disguise : List.of(Disguise.WORDS, Disguise.TOKENS)) {
        Renaming renaming = Renaming.draw(disguise, world.domain(), scene, random);
        Set<String> names = names(renaming.domain(world.domain(), random), renaming.scene(scene));
        assertThat(names).hasSameSizeAs(old).doesNotContainAnyElementsOf(old);
      }
    }
  }

  private static Set<String> names(Domain domain, Scene scene) {
    List<String> names = new ArrayList<>();
    domain.types().stream().map(TypedName::name).forEach(names::add);
    domain.predicates().stream().map(Domain.Predicate::name).forEach(names::add);
    domain.actions().stream().map(Domain.Action::name).forEach(names::add);
    scene.objects().stream().map(TypedName::name).forEach(names::add);
    Set<String> set = new HashSet<>(names);
    assertThat(set).hasSameSizeAs(names);
    return set;
  }

  @Property(tries = 40, seed = "1")
  void theHashOfAnInstance_doesNotKnowNamesOfObjectsOrOrder(@ForAll long seed) {
    for (World world : World.all()) {
      ItemRandom random = new ItemRandom(seed, 3);
      Scene scene = world.scene(world.least() + 1, true, random);
      Optional<List<Fact>> goal = world.goal(scene, random);
      if (goal.isEmpty()) {
        continue;
      }
      // Names of objects alone: what a world says of them stays.
      List<String> old = scene.objects().stream().map(TypedName::name).toList();
      List<String> shuffled = Scene.shuffled(old, random);
      java.util.function.Function<Fact, Fact> renamed =
          fact ->
              new Fact(
                  fact.predicate(),
                  fact.arguments().stream().map(a -> shuffled.get(old.indexOf(a))).toList());
      Scene other =
          new Scene(
              Scene.shuffled(
                  scene.objects().stream()
                      .map(
                          o ->
                              new TypedName(
                                  shuffled.get(old.indexOf(o.name())), o.type(), o.place()))
                      .toList(),
                  random),
              Scene.shuffled(scene.initial().stream().map(renamed).toList(), random));
      List<Fact> otherGoal = Scene.shuffled(goal.get().stream().map(renamed).toList(), random);
      Fingerprint one = InstanceHash.of(world.label(), scene, goal.get(), List.of(), List.of());
      assertThat(InstanceHash.of(world.label(), other, otherGoal, List.of(), List.of()))
          .isEqualTo(one);
      List<Fact> less = goal.get().subList(1, goal.get().size());
      assertThat(InstanceHash.of(world.label(), scene, less, List.of(), List.of()))
          .isNotEqualTo(one);
    }
  }

  @Test
  void words_areInOneListOnly() {
    List<String> words = new ArrayList<>();
    words.addAll(WordLists.CONDITIONS);
    words.addAll(WordLists.QUALITIES);
    words.addAll(WordLists.RELATIONS);
    words.addAll(WordLists.ACTIONS);
    words.addAll(WordLists.KINDS);
    words.addAll(WordLists.OBJECTS);
    assertThat(words).doesNotHaveDuplicates();
  }
}
