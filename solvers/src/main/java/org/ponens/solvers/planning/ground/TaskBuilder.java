package org.ponens.solvers.planning.ground;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.IntPredicate;
import org.ponens.solvers.planning.ground.GroundTask.GroundAxiom;
import org.ponens.solvers.planning.ground.GroundTask.GroundEffect;
import org.ponens.solvers.planning.ground.GroundTask.GroundOperator;
import org.ponens.solvers.planning.ground.RawOperator.RawEffect;

/**
 * Brings an instantiated task into positive normal form, without what does not bear on the goal.
 */
final class TaskBuilder {

  private final Atoms atoms;
  private final List<Disjuncts.Axiom> axioms;
  private final int[] goal;
  private final List<int[]> groups;
  private List<RawOperator> operators;
  private final BitSet positive = new BitSet();
  private final BitSet negative = new BitSet();
  private final Map<Integer, Integer> facts = new HashMap<>();

  /**
   * @param groups sets of basic atoms of which at most one is ever true
   */
  TaskBuilder(
      Atoms atoms,
      List<RawOperator> operators,
      List<Disjuncts.Axiom> axioms,
      int[] goal,
      List<int[]> groups) {
    this.atoms = atoms;
    this.operators = operators;
    this.axioms = axioms;
    this.goal = goal;
    this.groups = groups;
  }

  /**
   * The task.
   *
   * @param unitCosts whether each operator costs 1
   */
  GroundTask build(boolean unitCosts) {
    dropContradictory();
    relevance();
    List<String> names = new ArrayList<>();
    List<Integer> derived = new ArrayList<>();
    BitSet initial = new BitSet();
    for (int atom = 0; atom < atoms.total(); atom++) {
      if (atoms.isDerived(atom)) {
        if (positive.get(atom) || negative.get(atom)) {
          derived.add(atom);
        }
        continue;
      }
      if (positive.get(atom)) {
        number(2 * atom, names, initial, atoms.isInitial(atom));
      }
      if (negative.get(atom)) {
        number(2 * atom + 1, names, initial, !atoms.isInitial(atom));
      }
    }
    int basic = names.size();
    for (int atom : derived) {
      // The complement of a derived atom is derived from its absence.
      number(2 * atom, names, initial, false);
      if (negative.get(atom)) {
        number(2 * atom + 1, names, initial, false);
      }
    }
    int scale =
        operators.stream().mapToInt(o -> o.cost().stripTrailingZeros().scale()).max().orElse(0);
    List<GroundOperator> ground = new ArrayList<>();
    for (RawOperator operator : operators) {
      List<GroundEffect> effects = effects(operator);
      if (!effects.isEmpty()) {
        ground.add(
            new GroundOperator(
                operator.name(),
                facts(operator.precondition()),
                effects,
                unitCosts ? 1 : scaled(operator.cost(), Math.max(0, scale))));
      }
    }
    return new GroundTask(
        names,
        basic,
        ground,
        groundAxioms(),
        initial.stream().toArray(),
        facts(goal),
        mutexGroups());
  }

  private static int scaled(BigDecimal cost, int scale) {
    try {
      return cost.movePointRight(scale).intValueExact();
    } catch (ArithmeticException e) {
      throw new CostTooLargeException();
    }
  }

  /** A cost that is no number of operators' costs. */
  static final class CostTooLargeException extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  private void number(int literal, List<String> names, BitSet initial, boolean holds) {
    if (holds) {
      initial.set(names.size());
    }
    facts.put(literal, names.size());
    String name = atoms.name(literal / 2);
    names.add((literal & 1) == 0 ? name : "(not " + name + ")");
  }

  // Operators that want two atoms of which only one is ever true.
  private void dropContradictory() {
    Map<Integer, List<Integer>> groupsOf = new HashMap<>();
    for (int g = 0; g < groups.size(); g++) {
      for (int atom : groups.get(g)) {
        groupsOf.computeIfAbsent(atom, a -> new ArrayList<>()).add(g);
      }
    }
    operators = operators.stream().filter(o -> isConsistent(o.precondition(), groupsOf)).toList();
  }

  private static boolean isConsistent(int[] literals, Map<Integer, List<Integer>> groupsOf) {
    BitSet seen = new BitSet();
    for (int literal : literals) {
      if ((literal & 1) == 0) {
        for (int group : groupsOf.getOrDefault(literal / 2, List.of())) {
          if (seen.get(group)) {
            return false;
          }
          seen.set(group);
        }
      }
    }
    return true;
  }

  // Backward from the goal: an operator counts if it changes what counts, and then its conditions
  // do. The rest changes no plan.
  private void relevance() {
    Map<Integer, List<Integer>> changing = new HashMap<>();
    Map<Integer, List<Integer>> deriving = new HashMap<>();
    for (int o = 0; o < operators.size(); o++) {
      for (RawEffect effect : operators.get(o).effects()) {
        for (int atom : effect.adds()) {
          changing.computeIfAbsent(atom, a -> new ArrayList<>()).add(o);
        }
        for (int atom : effect.deletes()) {
          changing.computeIfAbsent(atom, a -> new ArrayList<>()).add(o);
        }
      }
    }
    for (int a = 0; a < axioms.size(); a++) {
      deriving.computeIfAbsent(axioms.get(a).head(), h -> new ArrayList<>()).add(a);
    }
    BitSet relevantOperators = new BitSet();
    BitSet relevantAtoms = new BitSet();
    List<Integer> left = new ArrayList<>();
    need(goal, relevantAtoms, left);
    for (int i = 0; i < left.size(); i++) {
      int atom = left.get(i);
      for (int a : deriving.getOrDefault(atom, List.of())) {
        needInAxiom(axioms.get(a).body(), relevantAtoms, left);
      }
      for (int o : changing.getOrDefault(atom, List.of())) {
        if (!relevantOperators.get(o)) {
          relevantOperators.set(o);
          need(operators.get(o).precondition(), relevantAtoms, left);
        }
        for (RawEffect effect : operators.get(o).effects()) {
          if (Arrays.binarySearch(effect.adds(), atom) >= 0
              || Arrays.binarySearch(effect.deletes(), atom) >= 0) {
            need(effect.condition(), relevantAtoms, left);
          }
        }
      }
    }
    operators = relevantOperators.stream().mapToObj(operators::get).toList();
    complements();
  }

  private void need(int[] literals, BitSet relevant, List<Integer> left) {
    for (int literal : literals) {
      ((literal & 1) == 0 ? positive : negative).set(literal / 2);
      if (!relevant.get(literal / 2)) {
        relevant.set(literal / 2);
        left.add(literal / 2);
      }
    }
  }

  // An axiom looks at the absence of a derived atom itself, without a complement.
  private void needInAxiom(int[] literals, BitSet relevant, List<Integer> left) {
    for (int literal : literals) {
      int atom = literal / 2;
      (((literal & 1) == 0 || atoms.isDerived(atom)) ? positive : negative).set(atom);
      if (!relevant.get(atom)) {
        relevant.set(atom);
        left.add(atom);
      }
    }
  }

  // Where one effect adds an atom that another deletes, its complement is added only if the former
  // does not happen; saying so may need further complements.
  private void complements() {
    boolean changed = true;
    while (changed) {
      changed = false;
      for (RawOperator operator : operators) {
        for (RawEffect delete : operator.effects()) {
          for (int atom : delete.deletes()) {
            if (!negative.get(atom)) {
              continue;
            }
            for (RawEffect add : operator.effects()) {
              if (Arrays.binarySearch(add.adds(), atom) >= 0) {
                for (int literal : add.condition()) {
                  BitSet side = (literal & 1) == 0 ? negative : positive;
                  if (!side.get(literal / 2)) {
                    side.set(literal / 2);
                    changed = true;
                  }
                }
              }
            }
          }
        }
      }
    }
  }

  private List<GroundEffect> effects(RawOperator operator) {
    List<GroundEffect> effects = new ArrayList<>();
    for (RawEffect effect : operator.effects()) {
      IntList adds = new IntList();
      IntList deletes = new IntList();
      for (int atom : effect.adds()) {
        put(2 * atom, adds);
        put(2 * atom + 1, deletes);
      }
      for (int atom : effect.deletes()) {
        put(2 * atom, deletes);
        if (!mayBeAddedToo(operator, effect, atom)) {
          put(2 * atom + 1, adds);
        } else if (negative.get(atom)) {
          addComplement(operator, effect, atom, effects);
        }
      }
      // An effect without a relevant change has no relevant condition either.
      if (adds.size() + deletes.size() > 0 && isKnown(effect.condition())) {
        effects.add(new GroundEffect(facts(effect.condition()), adds.sorted(), deletes.sorted()));
      }
    }
    return effects;
  }

  private boolean isKnown(int[] literals) {
    return Arrays.stream(literals).allMatch(facts::containsKey);
  }

  private static boolean mayBeAddedToo(RawOperator operator, RawEffect effect, int atom) {
    return operator.effects().stream()
        .anyMatch(other -> !other.equals(effect) && Arrays.binarySearch(other.adds(), atom) >= 0);
  }

  // The complement of a deleted atom, under each way in which no other effect adds the atom.
  private void addComplement(
      RawOperator operator, RawEffect effect, int atom, List<GroundEffect> effects) {
    List<int[]> conditions = new ArrayList<>();
    conditions.add(effect.condition());
    for (RawEffect other : operator.effects()) {
      if (other.equals(effect) || Arrays.binarySearch(other.adds(), atom) < 0) {
        continue;
      }
      List<int[]> narrower = new ArrayList<>();
      for (int[] condition : conditions) {
        for (int literal : other.condition()) {
          int[] with = Arrays.copyOf(condition, condition.length + 1);
          with[condition.length] = literal ^ 1;
          narrower.add(Arrays.stream(with).sorted().distinct().toArray());
        }
      }
      conditions = narrower;
    }
    Integer complement = facts.get(2 * atom + 1);
    for (int[] condition : conditions) {
      IntPredicate contradicted = l -> Arrays.binarySearch(condition, l ^ 1) >= 0;
      if (complement != null && Arrays.stream(condition).noneMatch(contradicted)) {
        effects.add(new GroundEffect(facts(condition), new int[] {complement}, new int[0]));
      }
    }
  }

  private void put(int literal, IntList list) {
    Integer fact = facts.get(literal);
    if (fact != null) {
      list.add(fact);
    }
  }

  private int fact(int literal) {
    return Objects.requireNonNull(facts.get(literal), "a literal that is no fact");
  }

  private int[] facts(int[] literals) {
    return Arrays.stream(literals).map(this::fact).sorted().distinct().toArray();
  }

  private List<GroundAxiom> groundAxioms() {
    List<GroundAxiom> all = new ArrayList<>();
    for (Disjuncts.Axiom axiom : axioms) {
      if (!facts.containsKey(2 * axiom.head())) {
        continue;
      }
      IntList body = new IntList();
      IntList absent = new IntList();
      for (int literal : axiom.body()) {
        if ((literal & 1) == 1 && atoms.isDerived(literal / 2)) {
          absent.add(fact(literal ^ 1));
        } else {
          body.add(fact(literal));
        }
      }
      all.add(new GroundAxiom(0, fact(2 * axiom.head()), body.sorted(), absent.sorted()));
    }
    for (int atom = negative.nextSetBit(0); atom >= 0; atom = negative.nextSetBit(atom + 1)) {
      if (atoms.isDerived(atom)) {
        int[] absent = {fact(2 * atom)};
        all.add(new GroundAxiom(0, fact(2 * atom + 1), new int[0], absent));
      }
    }
    return Stratification.of(all);
  }

  private List<int[]> mutexGroups() {
    List<int[]> all = new ArrayList<>();
    for (int[] group : groups) {
      int[] kept =
          Arrays.stream(group)
              .filter(a -> facts.containsKey(2 * a))
              .map(a -> fact(2 * a))
              .sorted()
              .toArray();
      if (kept.length > 1) {
        all.add(kept);
      }
    }
    for (int atom = negative.nextSetBit(0); atom >= 0; atom = negative.nextSetBit(atom + 1)) {
      Integer fact = facts.get(2 * atom);
      if (fact != null && !atoms.isDerived(atom)) {
        int complement = fact(2 * atom + 1);
        all.add(new int[] {Math.min(fact, complement), Math.max(fact, complement)});
      }
    }
    return all;
  }

  /** A growing list of facts. */
  private static final class IntList {
    private int[] values = new int[4];
    private int size;

    void add(int value) {
      if (size == values.length) {
        values = Arrays.copyOf(values, 2 * size);
      }
      values[size++] = value;
    }

    int size() {
      return size;
    }

    int[] sorted() {
      return Arrays.stream(values, 0, size).sorted().distinct().toArray();
    }
  }
}
