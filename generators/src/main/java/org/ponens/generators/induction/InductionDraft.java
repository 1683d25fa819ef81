package org.ponens.generators.induction;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.generators.induction.InductionSource.Size;
import org.ponens.generators.induction.InductionSource.Style;
import org.ponens.generators.induction.example.Example;
import org.ponens.generators.induction.example.InstanceHash;
import org.ponens.generators.induction.example.Slots;
import org.ponens.generators.induction.judge.InductionVerifier;
import org.ponens.generators.induction.problem.Asked;
import org.ponens.generators.induction.problem.Asked.Case;
import org.ponens.generators.induction.problem.InductionSpec;
import org.ponens.generators.induction.problem.RuleLength;
import org.ponens.generators.induction.prompt.PromptWriter;
import org.ponens.generators.induction.rule.LabelledSampler;
import org.ponens.generators.induction.rule.Rule;
import org.ponens.generators.induction.rule.RuleText;
import org.ponens.generators.induction.space.VersionSpace;
import org.ponens.generators.task.Difficulty;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.GuessFloor;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.TaskSource;
import org.ponens.generators.task.Verdict;
import org.ponens.grammar.prolog.Prolog;
import org.ponens.solvers.Budget;

/** A hidden rule and examples of it. For one thread. */
final class InductionDraft implements TaskSource.Draft {

  /** Examples beside those shown, by which rules are told apart and answers are judged. */
  private static final int POOL = 96;

  /** Hidden examples of each label. */
  private static final int HIDDEN = 12;

  private static final int LEAST_HIDDEN = 4;

  private static final double LOG_2 = StrictMath.log(2);

  private static final Budget JUDGING = new Budget(Duration.ofDays(1), 200_000);

  private final Style style;
  private final Size size;
  private final Slots slots;
  private final Rule rule;
  private final LabelledSampler labelled;
  private final List<Example> drawn;
  private final OptionalInt level;
  private final ItemRandom random;

  InductionDraft(
      Style style,
      Size size,
      Slots slots,
      Rule rule,
      LabelledSampler labelled,
      List<Example> drawn,
      OptionalInt level,
      ItemRandom random) {
    this.style = style;
    this.size = size;
    this.slots = slots;
    this.rule = rule;
    this.labelled = labelled;
    this.drawn = drawn;
    this.level = level;
    this.random = random;
  }

  @Override
  public String problem() {
    return style.ruleClass().label();
  }

  @Override
  public Fingerprint isomorphism() {
    boolean[] labels = new boolean[drawn.size()];
    for (int i = 0; i < labels.length; i++) {
      labels[i] = rule.holds(drawn.get(i));
    }
    return InstanceHash.of(drawn, labels);
  }

  @Override
  public Optional<TaskSource.Solved> solve() {
    List<Example> pool = pool();
    VersionSpace space = new VersionSpace(rule, style.ruleClass(), drawn, pool);
    List<Example> shown = new ArrayList<>(drawn);
    Set<Integer> added = new HashSet<>();
    int most = Math.max(4, drawn.size());
    for (OptionalInt telling = space.mostTelling();
        telling.isPresent() && added.size() < most;
        telling = space.mostTelling()) {
      space.show(telling.getAsInt());
      added.add(telling.getAsInt());
      shown.add(pool.get(telling.getAsInt()));
    }
    List<Case> hidden = hidden(pool, added, space);
    // A rule that a shorter one is as good as would be longer than it looks.
    if (hidden.isEmpty() || space.shortest() < rule.length()) {
      return Optional.empty();
    }
    Example[] mixed = shown.toArray(Example[]::new);
    random.shuffle(mixed);
    return Optional.of(new Solution(this, List.of(mixed), hidden, added.size(), space));
  }

  /** Half of it near others, half drawn, and of both kinds as many with each label. */
  private List<Example> pool() {
    Set<Example> seen = new HashSet<>(drawn);
    List<Example> pool = new ArrayList<>();
    for (int i = 0; i < 2 * POOL && pool.size() < POOL; i++) {
      boolean label = (i & 1) == 0;
      Optional<Example> next;
      if ((i & 2) == 0) {
        next = labelled.draw(label, random);
      } else {
        Example near = random.pick(drawn);
        Example changed = labelled.changeAny(near, random).orElse(near);
        next = labelled.changed(changed, label, random);
      }
      if (next.isPresent() && seen.add(next.get())) {
        pool.add(next.get());
      }
    }
    return pool;
  }

  /** Cases of which all rules that remain say the same; none where there are too few. */
  private List<Case> hidden(List<Example> pool, Set<Integer> added, VersionSpace space) {
    List<Case> hidden = new ArrayList<>();
    int[] count = new int[2];
    for (int i = 0; i < pool.size(); i++) {
      if (!added.contains(i) && space.agree(i)) {
        boolean label = rule.holds(pool.get(i));
        if (count[label ? 1 : 0]++ < HIDDEN) {
          hidden.add(new Case(pool.get(i), label));
        }
      }
    }
    return Math.min(count[0], count[1]) < LEAST_HIDDEN ? List.of() : hidden;
  }

  private List<Case> cases(List<Example> examples) {
    return examples.stream().map(example -> new Case(example, rule.holds(example))).toList();
  }

  /** How many bits it takes to name a rule of this length: literals, and parts to say them of. */
  private double bits() {
    int literals = 0;
    for (int attribute = 0; attribute < slots.attributes(); attribute++) {
      literals += slots.values(attribute) > 1 ? slots.values(attribute) : 0;
    }
    double rules = 1;
    for (int i = 0; i < rule.length(); i++) {
      rules *= (literals + i) / (i + 1.0) * Math.min(i + 1, slots.schema().mostParts());
    }
    return Math.rint(StrictMath.log(Math.max(1, rules)) / LOG_2 * 100) / 100;
  }

  /** A task whose rule and examples are known. */
  private record Solution(
      InductionDraft draft, List<Example> shown, List<Case> hidden, int added, VersionSpace space)
      implements TaskSource.Solved {

    @Override
    public Difficulty difficulty() {
      double bits = draft.bits();
      int facts = shown.stream().mapToInt(e -> e.parts() * (1 + draft.slots.attributes())).sum();
      SortedMap<String, Double> measured = new TreeMap<>();
      measured.put("rule_length", (double) draft.rule.length());
      measured.put("shortest_rule", (double) space.shortest());
      measured.put("remaining_rules", (double) space.remaining());
      measured.put("candidates", (double) space.candidates());
      measured.put("capped", space.isCapped() ? 1.0 : 0.0);
      measured.put("rule_bits", bits);
      measured.put("examples", (double) shown.size());
      measured.put("added_examples", (double) added);
      measured.put("facts", (double) facts);
      SortedMap<String, String> knobs = new TreeMap<>();
      knobs.put(InductionFamily.PROBLEM, draft.problem());
      knobs.put(InductionFamily.SCHEMA, draft.style.schema().name());
      knobs.put(InductionFamily.FORMAT, draft.style.format().label());
      knobs.put(InductionFamily.SAMPLING, draft.size.sampling().label());
      knobs.put(InductionFamily.EXAMPLES, Integer.toString(draft.size.examples()));
      knobs.put(InductionFamily.PREDICATES, Integer.toString(draft.size.predicates()));
      knobs.put(InductionFamily.LENGTH, Integer.toString(draft.size.length()));
      int level = draft.level.orElseGet(() -> InductionLevels.nearest(facts, draft.rule.length()));
      return new Difficulty(draft.level, knobs, measured, InductionLevels.hardness(level, bits));
    }

    @Override
    public Optional<TaskSource.Content> write() {
      String text = RuleText.of(draft.rule, draft.slots);
      var schema = draft.slots.schema();
      int length =
          RuleLength.of(
              Prolog.parse(text, schema.vocabulary(Set.of())).orElseThrow(), schema.has());
      Asked asked = new Asked(schema, draft.cases(shown), hidden, length);
      Verdict verdict = new InductionVerifier(asked).verify(text, JUDGING.start());
      if (verdict.status() == Verdict.Status.OVER_BUDGET) {
        return Optional.empty();
      }
      if (!verdict.correct()) {
        throw new IllegalStateException("a wrong label: " + verdict.reason() + "\n" + text);
      }
      return Optional.of(
          new TaskSource.Content(
              PromptWriter.write(asked, draft.style.format(), draft.style.answerFormat()),
              draft.style.answerFormat(),
              InductionSpec.toJson(asked),
              text,
              new Certificate(text, space.shortest(), space.remaining(), space.isCapped()).toJson(),
              floor()));
    }

    /** A guess is one of the rules of this length. */
    private GuessFloor floor() {
      double share = Math.min(1, StrictMath.pow(2, -draft.bits()));
      return new GuessFloor(0, share, share);
    }
  }
}
