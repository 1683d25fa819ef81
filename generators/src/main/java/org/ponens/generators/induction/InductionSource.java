package org.ponens.generators.induction;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Function;
import org.ponens.generators.induction.InductionLevels.Recipe;
import org.ponens.generators.induction.example.Example;
import org.ponens.generators.induction.example.ExampleSampler;
import org.ponens.generators.induction.example.Sampling;
import org.ponens.generators.induction.example.Slots;
import org.ponens.generators.induction.prompt.Format;
import org.ponens.generators.induction.rule.LabelledSampler;
import org.ponens.generators.induction.rule.Rule;
import org.ponens.generators.induction.rule.RuleClass;
import org.ponens.generators.induction.rule.RuleSampler;
import org.ponens.generators.induction.schema.Attribute;
import org.ponens.generators.induction.schema.InvalidSchemaException;
import org.ponens.generators.induction.schema.Schema;
import org.ponens.generators.induction.schema.SchemaJson;
import org.ponens.generators.induction.schema.Schemas;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.TaskSource;

/** Draws rules and examples. Stateless but for what the settings hold. */
final class InductionSource implements TaskSource {

  private static final int TRIES = 10;

  /** The share of conjunctions where all classes are asked for, as in SLR-Bench. */
  private static final double PLAIN = 0.5;

  private final Settings settings;
  private final List<RuleClass> classes;
  private final List<Schema> schemas;
  private final List<Format> formats;
  private final List<AnswerFormat> answerFormats;
  private final List<Sampling> samplings;

  InductionSource(Settings settings) throws InvalidSettingException {
    this.settings = settings;
    this.classes = chosen(List.of(RuleClass.values()), InductionFamily.PROBLEM, RuleClass::label);
    this.schemas =
        settings.isSet(InductionFamily.FILE)
            ? List.of(file(settings.text(InductionFamily.FILE)))
            : chosen(Schemas.all(), InductionFamily.SCHEMA, Schema::name);
    this.formats = chosen(List.of(Format.values()), InductionFamily.FORMAT, Format::label);
    this.answerFormats =
        chosen(AnswerFormat.offered(), InductionFamily.ANSWER, AnswerFormat::label);
    this.samplings = chosen(List.of(Sampling.values()), InductionFamily.SAMPLING, Sampling::label);
    for (Schema schema : schemas) {
      if (classes.equals(List.of(RuleClass.RECURSION)) && !schema.hasNeighbours()) {
        throw new InvalidSettingException(
            "problem=recursion: schema " + schema.name() + " has neither a link nor a position");
      }
    }
  }

  private <T> List<T> chosen(List<T> all, String knob, Function<T, String> label) {
    List<String> names = settings.choices(knob);
    return all.stream().filter(value -> names.contains(label.apply(value))).toList();
  }

  private static Schema file(String path) throws InvalidSettingException {
    try {
      Schema schema = SchemaJson.read(Files.readString(Path.of(path)));
      ItemRandom random = new ItemRandom(1, 1);
      if (ExampleSampler.uniform(Slots.of(schema)).draw(random).isEmpty()) {
        throw new InvalidSettingException(
            "file=" + path + ": no example was found that keeps the constraints");
      }
      return schema;
    } catch (IOException | InvalidPathException e) {
      throw new InvalidSettingException("file=" + path + ": it can't be read: " + e);
    } catch (InvalidSchemaException e) {
      throw new InvalidSettingException("file=" + path + ": " + e.getMessage());
    }
  }

  @Override
  public Optional<Draft> draw(ItemRandom kind, ItemRandom random, OptionalInt level) {
    Style style =
        new Style(
            ruleClass(kind, level),
            kind.pick(schemas),
            kind.pick(formats),
            kind.pick(answerFormats));
    Size size = size(level, style, random);
    Slots slots = Slots.of(restricted(style, size, random));
    Optional<Rule> rule = Optional.empty();
    for (int i = 0; i < TRIES && rule.isEmpty(); i++) {
      rule = new RuleSampler(slots).draw(style.ruleClass(), size.length(), random);
    }
    if (rule.isEmpty()) {
      return Optional.empty();
    }
    ExampleSampler sampler =
        size.sampling() == Sampling.SKEWED
            ? ExampleSampler.skewed(slots, random)
            : ExampleSampler.uniform(slots);
    LabelledSampler labelled = new LabelledSampler(rule.get(), sampler);
    Rule hidden = rule.get();
    return examples(labelled, size, random)
        .map(
            examples ->
                new InductionDraft(style, size, slots, hidden, labelled, examples, level, random));
  }

  private RuleClass ruleClass(ItemRandom kind, OptionalInt level) {
    RuleClass drawn = kind.pick(classes);
    boolean plain = kind.chance(PLAIN);
    boolean easy = level.isPresent() && level.getAsInt() <= InductionLevels.LAST_PLAIN;
    return !settings.isSet(InductionFamily.PROBLEM) && (plain || easy)
        ? RuleClass.CONJUNCTIVE
        : drawn;
  }

  private Size size(OptionalInt level, Style style, ItemRandom random) {
    Schema schema = style.schema();
    int least;
    int most;
    Optional<Recipe> recipe =
        level.isPresent()
            ? Optional.of(InductionLevels.recipe(level.getAsInt()))
            : Optional.empty();
    if (recipe.isPresent() && !settings.isSet(InductionFamily.PARTS)) {
      least = recipe.get().leastParts();
      most = Math.max(recipe.get().mostParts(), style.ruleClass().leastParts());
    } else {
      Settings.Range range = settings.range(InductionFamily.PARTS);
      least = range.from();
      most = range.to();
    }
    least = Math.clamp(least, schema.leastParts(), schema.mostParts());
    most = Math.clamp(most, least, schema.mostParts());
    return new Size(
        least,
        most,
        whole(InductionFamily.PREDICATES, recipe.map(Recipe::predicates), random),
        whole(InductionFamily.EXAMPLES, recipe.map(Recipe::examples), random),
        whole(
            InductionFamily.LENGTH,
            recipe.map(r -> random.between(r.leastLength(), r.mostLength())),
            random),
        recipe.isPresent() && !settings.isSet(InductionFamily.SAMPLING)
            ? recipe.get().sampling()
            : random.pick(samplings));
  }

  private int whole(String knob, Optional<Integer> ofLevel, ItemRandom random) {
    return ofLevel.isPresent() && !settings.isSet(knob)
        ? ofLevel.get()
        : settings.whole(knob, random);
  }

  /** As many predicates as wanted: that of the parts, position and link, and others at random. */
  private static Schema restricted(Style style, Size size, ItemRandom random) {
    Schema schema = style.schema();
    boolean several = size.mostParts() > 1;
    Set<String> kept = new HashSet<>();
    int left = size.predicates() - 1;
    if (several && schema.position().isPresent()) {
      kept.add(schema.position().get());
      left--;
    }
    boolean withLink = several && schema.link().isPresent();
    left -= withLink ? 1 : 0;
    List<Attribute> others = new ArrayList<>(schema.attributes());
    others.removeIf(a -> schema.position().filter(a.predicate()::equals).isPresent());
    Attribute[] order = others.toArray(Attribute[]::new);
    random.shuffle(order);
    boolean needsNumber = style.ruleClass() == RuleClass.COMPARISON;
    boolean needsPart = true;
    left = Math.max(left, needsNumber ? 2 : 1);
    for (Attribute attribute : order) {
      boolean ofPart = attribute.owner() == Attribute.Owner.PART;
      boolean number = ofPart && attribute.isNumeric() && attribute.values().size() > 2;
      int reserved = (needsNumber && !number ? 1 : 0) + (needsPart && !ofPart ? 1 : 0);
      if (left > reserved) {
        kept.add(attribute.predicate());
        left--;
        needsNumber &= !number;
        needsPart &= !ofPart;
      }
    }
    return schema.restricted(kept, withLink, size.leastParts(), size.mostParts());
  }

  /** Half of them positive; empty if the rule has too few examples of one kind. */
  private static Optional<List<Example>> examples(
      LabelledSampler labelled, Size size, ItemRandom random) {
    List<Example> examples = new ArrayList<>();
    Optional<Example> first = labelled.draw(true, random);
    if (first.isEmpty()) {
      return Optional.empty();
    }
    examples.add(first.get());
    boolean mirror = size.sampling() == Sampling.MIRROR;
    for (int i = 1; i < size.examples(); i++) {
      boolean label = i < (size.examples() + 1) / 2;
      Optional<Example> next = Optional.empty();
      for (int tries = 0; tries < TRIES; tries++) {
        next =
            mirror ? mirrored(labelled, first.get(), label, random) : labelled.draw(label, random);
        if (next.isPresent() && !examples.contains(next.get())) {
          break;
        }
      }
      if (next.isEmpty()) {
        return Optional.empty();
      }
      examples.add(next.get());
    }
    return Optional.of(examples);
  }

  /** Like the first, but for what the rule speaks of and, of a positive one, one thing more. */
  private static Optional<Example> mirrored(
      LabelledSampler labelled, Example first, boolean label, ItemRandom random) {
    if (!label) {
      return labelled.changed(first, false, random);
    }
    Example changed = labelled.changeAny(first, random).orElse(first);
    return labelled.changed(labelled.change(changed, random).orElse(changed), true, random);
  }

  /** What kind of task it is, the same for many attempts at an item. */
  record Style(RuleClass ruleClass, Schema schema, Format format, AnswerFormat answerFormat) {}

  /** How large it is. */
  record Size(
      int leastParts, int mostParts, int predicates, int examples, int length, Sampling sampling) {}
}
