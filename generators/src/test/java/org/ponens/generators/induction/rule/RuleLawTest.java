package org.ponens.generators.induction.rule;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.generators.induction.example.Example;
import org.ponens.generators.induction.example.ExampleSampler;
import org.ponens.generators.induction.example.Slots;
import org.ponens.generators.induction.problem.Facts;
import org.ponens.generators.induction.problem.ObjectNames;
import org.ponens.generators.induction.schema.Schema;
import org.ponens.generators.induction.schema.Schemas;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.prolog.Prolog;
import org.ponens.grammar.prolog.PrologProgram;
import org.ponens.grammar.prolog.Vocabulary;
import org.ponens.solvers.prolog.Judge;
import org.ponens.solvers.prolog.Judgement;
import org.ponens.solvers.prolog.KnowledgeBase;

class RuleLawTest {

  private static final int EXAMPLES = 30;

  /** The rule as text, read and run over the facts as text, says what the rule says. */
  @Property(tries = 600, seed = "1")
  void aRuleAndItsText_agree(@ForAll long seed) {
    ItemRandom random = new ItemRandom(seed, 3);
    Schema whole = random.pick(Schemas.all());
    Schema schema =
        whole.restricted(
            whole.attributes().stream().map(a -> a.predicate()).collect(Collectors.toSet()),
            true,
            Math.max(2, whole.leastParts()),
            5);
    Slots slots = Slots.of(schema);
    RuleClass ruleClass = random.pick(List.of(RuleClass.values()));
    Optional<Rule> drawn = new RuleSampler(slots).draw(ruleClass, random.between(1, 6), random);
    if (drawn.isEmpty()) {
      return;
    }
    Rule rule = drawn.get();
    LabelledSampler labelled = new LabelledSampler(rule, ExampleSampler.uniform(slots));
    List<Example> examples = new ArrayList<>();
    for (int i = 0; i < EXAMPLES; i++) {
      labelled.draw((i & 1) == 0, random).ifPresent(examples::add);
    }
    BitSet expected = new BitSet();
    for (int i = 0; i < examples.size(); i++) {
      expected.set(i, rule.holds(examples.get(i)));
    }
    assertThat(covered(RuleText.of(rule, slots), schema, examples)).isEqualTo(expected);
  }

  private static BitSet covered(String text, Schema schema, List<Example> examples) {
    StringBuilder facts = new StringBuilder();
    ObjectNames names = new ObjectNames(schema);
    List<String> cases = new ArrayList<>();
    Set<String> objects = new HashSet<>();
    for (int i = 0; i < examples.size(); i++) {
      cases.add(names.example(i));
      objects.add(names.example(i));
      for (int part = 0; part < examples.get(i).parts(); part++) {
        objects.add(names.part(i, part));
      }
      facts.append(Facts.text(examples.get(i), i));
    }
    Vocabulary vocabulary = schema.vocabulary(objects);
    PrologProgram program = Prolog.parse(text, vocabulary).orElseThrow();
    KnowledgeBase base =
        KnowledgeBase.of(
            vocabulary.predicates().stream()
                .map(Vocabulary.Predicate::signature)
                .collect(Collectors.toSet()),
            Prolog.parseClauses(Source.of(facts.toString())).orElseThrow().clauses(),
            objects);
    Judgement judgement =
        Judge.of(base, vocabulary.target().signature(), cases).judge(program, 1, 10_000_000);
    assertThat(judgement).as(text).isInstanceOf(Judgement.Decided.class);
    return ((Judgement.Decided) judgement).covered();
  }

  @Property(tries = 300, seed = "1")
  void examples_keepTheConstraints_andAChangeChangesOnePart(@ForAll long seed) {
    ItemRandom random = new ItemRandom(seed, 4);
    Slots slots = Slots.of(random.pick(Schemas.all()));
    ExampleSampler sampler =
        random.nextBoolean() ? ExampleSampler.uniform(slots) : ExampleSampler.skewed(slots, random);
    Example example = sampler.draw(random).orElseThrow();
    assertThat(Example.of(slots, example.values(), example.links())).isEqualTo(example);
    int attribute = random.nextInt(slots.attributes());
    int part = random.nextInt(example.parts());
    int value = random.nextInt(slots.values(attribute));
    Optional<Example> changed = sampler.with(example, part, attribute, value, random);
    if (changed.isPresent()) {
      assertThat(Example.of(slots, changed.get().values(), changed.get().links()))
          .isEqualTo(changed.get());
      assertThat(changed.get().value(part, attribute)).isEqualTo(value);
      for (int other = 0; other < example.parts() && slots.isOfPart(attribute); other++) {
        for (int a = 0; a < slots.attributes() && other != part; a++) {
          assertThat(changed.get().value(other, a)).isEqualTo(example.value(other, a));
        }
      }
    }
  }
}
