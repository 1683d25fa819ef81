package org.ponens.solvers.planning.ground;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.RawOperator.RawEffect;
import org.ponens.solvers.planning.ground.Reachability.Instance;

/** Makes operators and axioms of the instances that may ever apply. */
final class Instantiation {

  private final Vocabulary vocabulary;
  private final Reachability reachability;
  private final Atoms atoms;
  private final Simplifier simplifier;
  private final Disjuncts disjuncts;
  private final List<RawOperator> operators = new ArrayList<>();
  private final List<Disjuncts.Axiom> axioms = new ArrayList<>();

  Instantiation(Vocabulary vocabulary, Reachability reachability) {
    this.vocabulary = vocabulary;
    this.reachability = reachability;
    this.atoms = new Atoms(vocabulary, reachability);
    this.simplifier = new Simplifier(vocabulary, atoms);
    this.disjuncts = new Disjuncts(atoms);
  }

  /** Whether the budget was enough. */
  boolean run(Meter meter) {
    for (Instance instance : reachability.instances()) {
      if (!meter.step()) {
        return false;
      }
      for (Scheme.SchemeEffect effect : instance.scheme().effects()) {
        if (!effect.deletes().isEmpty()) {
          noteDeleted(effect, 0, instance.environment());
        }
      }
    }
    for (Instance instance : reachability.instances()) {
      if (!meter.step()) {
        return false;
      }
      if (instance.scheme().axiom()) {
        axiom(instance);
      } else {
        operator(instance);
      }
    }
    return true;
  }

  Atoms atoms() {
    return atoms;
  }

  List<RawOperator> operators() {
    return operators;
  }

  /** The axioms, those of auxiliary atoms among them. */
  List<Disjuncts.Axiom> axioms() {
    List<Disjuncts.Axiom> all = new ArrayList<>(axioms);
    all.addAll(disjuncts.axioms());
    return all;
  }

  /** A condition without free variables, as literals; none where it can never hold. */
  List<int[]> goal(Compiler.Closed goal) {
    Node node = simplifier.node(goal.formula(), new int[goal.slots()]);
    List<int[]> parts = disjuncts.of(node);
    return parts.size() <= 1 ? parts : List.of(new int[] {2 * disjuncts.auxiliary(node, parts)});
  }

  private void noteDeleted(Scheme.SchemeEffect effect, int depth, int[] environment) {
    if (depth < effect.quantified().size()) {
      Scheme.Quantifier quantifier = effect.quantified().get(depth);
      for (int object : quantifier.objects()) {
        environment[quantifier.slot()] = object;
        noteDeleted(effect, depth + 1, environment);
      }
    } else if (reachability.possible(effect.condition(), environment)) {
      for (Formula.Literal delete : effect.deletes()) {
        int atom = atoms.find(delete.predicate(), delete.objects(environment));
        if (atom >= 0) {
          atoms.deleted(atom);
        }
      }
    }
  }

  private void axiom(Instance instance) {
    int[] environment = instance.environment();
    Formula.Literal head = instance.scheme().effects().get(0).adds().get(0);
    int atom = atoms.find(head.predicate(), head.objects(environment));
    for (int[] body : disjuncts.of(simplifier.node(instance.scheme().condition(), environment))) {
      axioms.add(new Disjuncts.Axiom(atom, body));
    }
  }

  private void operator(Instance instance) {
    Scheme scheme = instance.scheme();
    int[] environment = instance.environment();
    BigDecimal cost = BigDecimal.ZERO;
    try {
      for (Scheme.Cost part : scheme.cost()) {
        cost = cost.add(part.of(environment));
      }
    } catch (Compiler.UndefinedCostException e) {
      return;
    }
    List<int[]> preconditions = disjuncts.of(simplifier.node(scheme.condition(), environment));
    if (preconditions.isEmpty()) {
      return;
    }
    List<RawEffect> effects = new ArrayList<>();
    for (Scheme.SchemeEffect effect : scheme.effects()) {
      effects(effect, 0, environment, effects);
    }
    if (effects.isEmpty()) {
      return;
    }
    StringBuilder name = new StringBuilder("(").append(scheme.name());
    for (int i = 0; i < scheme.parameters(); i++) {
      name.append(' ').append(vocabulary.objectName(environment[i]));
    }
    name.append(')');
    for (int[] precondition : preconditions) {
      List<RawEffect> own = normal(effects, precondition);
      if (!own.isEmpty()) {
        operators.add(new RawOperator(name.toString(), precondition, own, cost));
      }
    }
  }

  private void effects(
      Scheme.SchemeEffect effect, int depth, int[] environment, List<RawEffect> effects) {
    if (depth < effect.quantified().size()) {
      Scheme.Quantifier quantifier = effect.quantified().get(depth);
      for (int object : quantifier.objects()) {
        environment[quantifier.slot()] = object;
        effects(effect, depth + 1, environment, effects);
      }
      return;
    }
    Node condition = simplifier.node(effect.condition(), environment);
    if (condition.equals(Node.FALSE)) {
      return;
    }
    int[] adds = changed(effect.adds(), environment);
    int[] deletes = changed(effect.deletes(), environment);
    if (adds.length + deletes.length > 0) {
      for (int[] literals : disjuncts.of(condition)) {
        effects.add(new RawEffect(literals, adds, deletes));
      }
    }
  }

  private int[] changed(List<Formula.Literal> literals, int[] environment) {
    return literals.stream()
        .mapToInt(l -> atoms.find(l.predicate(), l.objects(environment)))
        .filter(atom -> atom >= 0 && !atoms.isConstant(atom))
        .sorted()
        .distinct()
        .toArray();
  }

  // Conditions without what the precondition says; one effect for each condition; nothing deleted
  // that is added at the same time.
  private static List<RawEffect> normal(List<RawEffect> effects, int[] precondition) {
    List<RawEffect> merged = new ArrayList<>();
    for (RawEffect effect : effects) {
      boolean never =
          Arrays.stream(effect.condition())
              .anyMatch(l -> Arrays.binarySearch(precondition, l ^ 1) >= 0);
      if (never) {
        continue;
      }
      int[] condition =
          Arrays.stream(effect.condition())
              .filter(l -> Arrays.binarySearch(precondition, l) < 0)
              .toArray();
      int same = -1;
      for (int i = 0; i < merged.size() && same < 0; i++) {
        if (Arrays.equals(merged.get(i).condition(), condition)) {
          same = i;
        }
      }
      if (same < 0) {
        merged.add(new RawEffect(condition, effect.adds(), effect.deletes()));
      } else {
        RawEffect first = merged.get(same);
        merged.set(
            same,
            new RawEffect(
                condition,
                union(first.adds(), effect.adds()),
                union(first.deletes(), effect.deletes())));
      }
    }
    int[] always =
        merged.stream()
            .filter(e -> e.condition().length == 0)
            .findFirst()
            .map(RawEffect::adds)
            .orElse(new int[0]);
    List<RawEffect> result = new ArrayList<>();
    for (RawEffect effect : merged) {
      int[] deletes =
          Arrays.stream(effect.deletes())
              .filter(
                  d ->
                      Arrays.binarySearch(effect.adds(), d) < 0
                          && Arrays.binarySearch(always, d) < 0)
              .toArray();
      if (effect.adds().length + deletes.length > 0) {
        result.add(new RawEffect(effect.condition(), effect.adds(), deletes));
      }
    }
    return result;
  }

  private static int[] union(int[] a, int[] b) {
    int[] both = Arrays.copyOf(a, a.length + b.length);
    System.arraycopy(b, 0, both, a.length, b.length);
    return Arrays.stream(both).sorted().distinct().toArray();
  }
}
