package org.ponens.solvers.rules;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ponens.grammar.rules.Literal;
import org.ponens.solvers.rules.Coding.CodedLiteral;
import org.ponens.solvers.rules.Coding.CodedRule;

/**
 * The first derivation of every literal, packed: literals are numbered in the order in which they
 * were found, so premises have smaller numbers.
 */
final class Derivations {

  private final CodedRule[] rules;
  private final IntList reasons = new IntList();
  private final IntList starts = new IntList();
  private final IntList premises = new IntList();
  private final IntList relationCodes = new IntList();
  private final IntList rowNumbers = new IntList();

  Derivations(CodedRule[] rules) {
    this.rules = rules;
  }

  int size() {
    return reasons.size();
  }

  int premiseCount() {
    return premises.size();
  }

  /** Begins a given literal; its reason is {@code -1 - fact}. */
  int given(int fact) {
    return begin(-1 - fact);
  }

  /** Begins a derived literal; its premises follow. */
  int derived(int rule) {
    return begin(rule);
  }

  private int begin(int reason) {
    reasons.add(reason);
    starts.add(premises.size());
    return reasons.size() - 1;
  }

  void premise(int id) {
    premises.add(id);
  }

  /** Where the literal of this number stands. */
  void place(int id, int relation, int row) {
    if (id != relationCodes.size()) {
      throw new AssertionError("literals are placed in order");
    }
    relationCodes.add(relation);
    rowNumbers.add(row);
  }

  Literal literal(int id, Coding coding, Relation[] relations) {
    int code = relationCodes.get(id);
    return coding.decode(code, relations[code], rowNumbers.get(id));
  }

  Proof proof(int goal, Coding coding, Relation[] relations) {
    BitSet needed = new BitSet();
    needed.set(goal);
    for (int id = goal; id >= 0; id = needed.previousSetBit(id - 1)) {
      for (int i = starts.get(id); i < end(id); i++) {
        needed.set(premises.get(i));
      }
    }
    Map<Integer, Integer> steps = new HashMap<>();
    List<Proof.Step> proof = new ArrayList<>();
    for (int id = needed.nextSetBit(0); id >= 0; id = needed.nextSetBit(id + 1)) {
      steps.put(id, proof.size());
      Literal literal = literal(id, coding, relations);
      int reason = reasons.get(id);
      proof.add(
          reason < 0
              ? new Proof.Step.Given(literal, -1 - reason)
              : derived(id, reason, literal, steps, coding, relations));
    }
    return new Proof(proof);
  }

  private Proof.Step derived(
      int id,
      int rule,
      Literal literal,
      Map<Integer, Integer> steps,
      Coding coding,
      Relation[] relations) {
    CodedLiteral[] body = rules[rule].body();
    Map<String, String> substitution = new HashMap<>();
    List<Integer> from = new ArrayList<>(body.length);
    for (int i = 0; i < body.length; i++) {
      int premise = premises.get(starts.get(id) + i);
      from.add(steps.getOrDefault(premise, -1));
      Relation relation = relations[relationCodes.get(premise)];
      int row = rowNumbers.get(premise);
      int[] arguments = body[i].arguments();
      for (int k = 0; k < arguments.length; k++) {
        if (arguments[k] < 0) {
          substitution.put(
              rules[rule].variables()[-1 - arguments[k]],
              coding.constant(relation.cell(row, k)).name());
        }
      }
    }
    return new Proof.Step.Derived(literal, rule, substitution, from);
  }

  private int end(int id) {
    return id + 1 < starts.size() ? starts.get(id + 1) : premises.size();
  }
}
