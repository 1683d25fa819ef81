package org.ponens.generators.planning.world;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.pddl.Pddl;

class WorldTest {

  @Property(tries = 100, seed = "1")
  void scenesAndGoals_areReadBackAsWritten_withoutADiagnostic(@ForAll long seed) {
    for (World world : World.all()) {
      ItemRandom random = new ItemRandom(seed, 1);
      int size = random.between(world.least(), world.most());
      Scene scene = world.scene(size, random.nextBoolean(), random);
      assertThat(scene.initial()).doesNotHaveDuplicates();
      Optional<List<Fact>> goal = world.goal(scene, random);
      if (goal.isPresent()) {
        assertThat(goal.get()).doesNotHaveDuplicates();
        assertThat(new HashSet<>(scene.initial()).containsAll(goal.get())).isFalse();
        var problem = scene.problem(world.domain().name(), goal.get());
        var read = Pddl.parseProblem(problem.print(), world.domain());
        assertThat(read.isClean()).as(() -> read.diagnostics().toString()).isTrue();
        assertThat(read.orElseThrow()).isEqualTo(problem);
      }
    }
  }

  @Test
  void domains_areWrittenWithoutAWarning() {
    for (World world : World.all()) {
      assertThat(Pddl.parseDomain(world.domain().print()).isClean()).isTrue();
    }
  }

  @Test
  void statesOfBlocks_areEquallyLikely() {
    ItemRandom random = new ItemRandom(5, 6);
    Map<String, Integer> counts = new TreeMap<>();
    int draws = 13_000;
    for (int i = 0; i < draws; i++) {
      String towers =
          Blocks.towers(List.of("a", "b", "c"), random).stream()
              .map(tower -> String.join("", tower))
              .sorted()
              .collect(Collectors.joining(" "));
      counts.merge(towers, 1, Integer::sum);
    }
    // Three blocks have thirteen states; each is expected a thousand times, give or take 30.
    assertThat(counts).hasSize(13);
    assertThat(counts.values()).allMatch(count -> Math.abs(count - 1000) < 150);
  }

  @Test
  void aTransitionSystem_knowsWhatCanBeDone() {
    World blocks = World.all().getFirst();
    Scene scene =
        new Scene(
            List.of(
                org.ponens.grammar.pddl.TypedName.of("a", "block"),
                org.ponens.grammar.pddl.TypedName.of("b", "block")),
            List.of(
                Fact.of("on-table", "a"),
                Fact.of("on", "b", "a"),
                Fact.of("clear", "b"),
                Fact.of("hand-free")));
    TransitionSystem system = new TransitionSystem(blocks.domain(), scene);
    List<Transition> applicable = system.applicable(system.initial());
    assertThat(applicable).hasSize(1);
    assertThat(applicable.getFirst().step()).hasToString("(unstack b a)");
    assertThat(system.facts(applicable.getFirst().apply(system.initial())))
        .containsExactlyInAnyOrder(
            Fact.of("on-table", "a"), Fact.of("clear", "a"), Fact.of("holding", "b"));
  }
}
