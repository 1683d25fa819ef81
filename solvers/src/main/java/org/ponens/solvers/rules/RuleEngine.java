package org.ponens.solvers.rules;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.rules.Fact;
import org.ponens.grammar.rules.Rule;
import org.ponens.solvers.Meter;
import org.ponens.solvers.rules.Coding.CodedLiteral;
import org.ponens.solvers.rules.Coding.CodedRule;

/**
 * Forward chaining to the fixed point: the least set of ground literals that holds the facts and is
 * closed under the rules, a predicate and its strong negation taken as two predicates.
 *
 * <p>Semi-naive (Bancilhon 1986): in each round a rule is matched only where some body literal was
 * new in the round before. Rounds make a literal's first derivation one of least height. Polynomial
 * in the number of facts for a fixed set of rules, with the number of variables of a rule in the
 * exponent. Stateless and thread-safe.
 */
public final class RuleEngine {

  /** How many literals are derived at most. */
  public static final int MOST_LITERALS = 1_000_000;

  private static final int MOST_PREMISES = 16_000_000;

  private RuleEngine() {}

  /** What came of a saturation. */
  public sealed interface Saturation {

    /** The fixed point. */
    record Saturated(LeastModel model) implements Saturation {}

    /** The budget, or the bound on literals, was reached first. */
    record Exhausted(Duration elapsed) implements Saturation {}
  }

  /**
   * The fixed point of rules over facts.
   *
   * @param meter a step is a literal that is tried as an instance of a body literal
   */
  public static Saturation saturate(List<Fact> facts, List<Rule> rules, Meter meter) {
    Run run = new Run(facts, rules, meter);
    return run.saturate()
        ? new Saturation.Saturated(new LeastModel(run.coding, run.relations, run.derivations))
        : new Saturation.Exhausted(meter.elapsed());
  }

  private static final class Run {

    private final Meter meter;
    private final Coding coding = new Coding();
    private final CodedRule[] rules;
    private final Relation[] relations;
    private final Derivations derivations;
    private final List<@Nullable List<Occurrence>> occurrences;
    private final int[] scratch;
    private List<Integer> touched = new ArrayList<>();
    private boolean overflow;

    /** A body literal, and the join in which it is the new one, made when it first is. */
    private static final class Occurrence {
      private final int rule;
      private final int literal;
      private @Nullable Join join;

      Occurrence(int rule, int literal) {
        this.rule = rule;
        this.literal = literal;
      }
    }

    Run(List<Fact> facts, List<Rule> given, Meter meter) {
      this.meter = meter;
      rules = new CodedRule[given.size()];
      for (int i = 0; i < rules.length; i++) {
        rules[i] = coding.add(given.get(i));
      }
      List<CodedLiteral> coded = new ArrayList<>(facts.size());
      facts.forEach(fact -> coded.add(coding.add(fact.literal())));
      relations = new Relation[coding.relations()];
      int widest = 0;
      for (int i = 0; i < relations.length; i++) {
        relations[i] = new Relation(coding.arity(i));
        widest = Math.max(widest, relations[i].arity);
      }
      scratch = new int[widest];
      derivations = new Derivations(rules);
      occurrences = new ArrayList<>(relations.length);
      for (int i = 0; i < relations.length; i++) {
        occurrences.add(null);
      }
      for (int rule = 0; rule < rules.length; rule++) {
        for (int literal = 0; literal < rules[rule].body().length; literal++) {
          int relation = rules[rule].body()[literal].relation();
          List<Occurrence> list = occurrences.get(relation);
          if (list == null) {
            list = new ArrayList<>(4);
            occurrences.set(relation, list);
          }
          list.add(new Occurrence(rule, literal));
        }
      }
      for (int i = 0; i < coded.size(); i++) {
        CodedLiteral fact = coded.get(i);
        if (relations[fact.relation()].find(fact.arguments()) < 0) {
          add(fact.relation(), fact.arguments(), derivations.given(i));
        }
      }
    }

    boolean saturate() {
      List<Integer> active = nextRound(List.of());
      while (!active.isEmpty()) {
        for (int relation : active) {
          List<Occurrence> list = occurrences.get(relation);
          if (list == null) {
            continue;
          }
          for (Occurrence occurrence : list) {
            if (!Join.canMatch(rules[occurrence.rule], occurrence.literal, relations)) {
              continue;
            }
            Join join = occurrence.join;
            if (join == null) {
              if (meter.exhausted()) {
                return false;
              }
              join = new Join(rules[occurrence.rule], occurrence.literal, relations);
              occurrence.join = join;
            }
            if (!join.run(meter, match -> fire(occurrence.rule, match)) || overflow) {
              return false;
            }
          }
        }
        active = nextRound(active);
      }
      return true;
    }

    private boolean fire(int rule, Join match) {
      for (CodedLiteral head : rules[rule].heads()) {
        Relation relation = relations[head.relation()];
        int[] tuple = scratch.length == relation.arity ? scratch : new int[relation.arity];
        match.instantiate(head, tuple);
        if (relation.find(tuple) < 0) {
          CodedLiteral[] body = rules[rule].body();
          int id = derivations.derived(rule);
          for (int i = 0; i < body.length; i++) {
            derivations.premise(relations[body[i].relation()].id(match.row(i)));
          }
          add(head.relation(), tuple, id);
        }
      }
      overflow = derivations.size() > MOST_LITERALS || derivations.premiseCount() > MOST_PREMISES;
      return !overflow;
    }

    private void add(int code, int[] tuple, int id) {
      Relation relation = relations[code];
      if (relation.rows() == relation.newEnd) {
        touched.add(code);
      }
      derivations.place(id, code, relation.rows());
      relation.add(tuple, id);
    }

    /** What was derived in this round becomes new, what was new becomes old. */
    private List<Integer> nextRound(List<Integer> active) {
      for (int code : active) {
        relations[code].oldEnd = relations[code].newEnd;
      }
      for (int code : touched) {
        relations[code].newEnd = relations[code].rows();
      }
      List<Integer> next = touched;
      touched = new ArrayList<>();
      return next;
    }
  }
}
