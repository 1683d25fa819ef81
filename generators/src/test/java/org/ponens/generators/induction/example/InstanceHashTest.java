package org.ponens.generators.induction.example;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.generators.induction.schema.Schema;
import org.ponens.generators.induction.schema.Schemas;
import org.ponens.generators.task.ItemRandom;

class InstanceHashTest {

  private static final Schema MOLECULES =
      Schemas.MOLECULES.restricted(java.util.Set.of("label", "charge", "solubility"), true, 2, 5);

  /** Examples and parts in another order, and names of values exchanged. */
  @Property(tries = 200, seed = "1")
  void whatDiffersInOrderAndNames_hasTheSameHash(@ForAll long seed) {
    ItemRandom random = new ItemRandom(seed, 6);
    Slots slots = Slots.of(MOLECULES);
    ExampleSampler sampler = ExampleSampler.uniform(slots);
    List<Example> examples = new ArrayList<>();
    boolean[] labels = new boolean[6];
    for (int i = 0; i < labels.length; i++) {
      examples.add(sampler.draw(random).orElseThrow());
      labels[i] = random.nextBoolean();
    }
    int[] order = random.permutation(labels.length);
    int[] names = random.permutation(4);
    List<Example> renamed = new ArrayList<>();
    boolean[] moved = new boolean[labels.length];
    for (int i = 0; i < labels.length; i++) {
      renamed.add(renamed(examples.get(order[i]), names, random));
      moved[i] = labels[order[i]];
    }
    assertThat(InstanceHash.of(renamed, moved)).isEqualTo(InstanceHash.of(examples, labels));
    moved[0] = !moved[0];
    assertThat(InstanceHash.of(renamed, moved)).isNotEqualTo(InstanceHash.of(examples, labels));
  }

  private static Example renamed(Example example, int[] names, ItemRandom random) {
    Slots slots = example.slots();
    int[] place = random.permutation(example.parts());
    int[] values = new int[example.parts() * slots.attributes()];
    for (int part = 0; part < example.parts(); part++) {
      for (int attribute = 0; attribute < slots.attributes(); attribute++) {
        int value = example.value(part, attribute);
        boolean named = slots.attribute(attribute).predicate().equals("label");
        values[place[part] * slots.attributes() + attribute] = named ? names[value] : value;
      }
    }
    int[] links = example.links();
    for (int i = 0; i < links.length; i += 3) {
      links[i] = place[links[i]];
      links[i + 1] = place[links[i + 1]];
    }
    return Example.of(slots, values, links);
  }
}
