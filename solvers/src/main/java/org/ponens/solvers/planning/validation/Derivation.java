package org.ponens.solvers.planning.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;

/**
 * The derived atoms of a state: the least fixpoint of the axioms, stratum by stratum (Thiébaux,
 * Hoffmann and Nebel 2005). Semi-naive: behind a stratum's first round an axiom is looked at for
 * the atoms of the round before alone, unless it has the stratum's predicates within a disjunction
 * or quantifier.
 */
final class Derivation {

  private final Universe universe;
  private final List<List<Scheme>> axioms;
  private final State state;
  private final Interpreter interpreter;
  private final State.Derived before;
  private final State.Derived derived;
  private List<Long> fresh = new ArrayList<>();

  Derivation(Universe universe, List<List<Scheme>> axioms, State state, Interpreter interpreter) {
    this.universe = universe;
    this.axioms = axioms;
    this.state = state;
    this.interpreter = interpreter;
    this.before = state.derived();
    this.derived = state.startDerived();
  }

  void run() {
    for (int stratum = 0; stratum < axioms.size(); stratum++) {
      fresh = new ArrayList<>();
      for (Scheme axiom : axioms.get(stratum)) {
        everything(axiom);
      }
      while (!fresh.isEmpty()) {
        List<Long> last = fresh;
        fresh = new ArrayList<>();
        for (Scheme axiom : axioms.get(stratum)) {
          again(axiom, stratum, last);
        }
      }
    }
    state.derivedSince(before);
  }

  private void everything(Scheme axiom) {
    interpreter.search(
        List.of(axiom.condition()), parameters(axiom), axiom, unbound(axiom), e -> add(axiom, e));
  }

  private void again(Scheme axiom, int stratum, List<Long> last) {
    List<Formula> parts = parts(axiom.condition());
    boolean hidden = false;
    for (Formula part : parts) {
      hidden |= !(part instanceof Formula.Literal) && mentions(part, stratum);
    }
    if (hidden) {
      everything(axiom);
      return;
    }
    for (int i = 0; i < parts.size(); i++) {
      if (parts.get(i) instanceof Formula.Literal literal
          && universe.stratum(literal.predicate()) == stratum) {
        List<Formula> rest = new ArrayList<>(parts);
        rest.remove(i);
        for (long code : last) {
          if (universe.predicates().symbol(code) == literal.predicate()) {
            interpreter.searchWith(
                literal, code, rest, parameters(axiom), axiom, unbound(axiom), e -> add(axiom, e));
          }
        }
      }
    }
  }

  // The parts of a conjunction, existential quantifiers opened: their slots are theirs alone.
  private static List<Formula> parts(Formula condition) {
    List<Formula> left = new ArrayList<>(List.of(condition));
    List<Formula> parts = new ArrayList<>();
    for (int i = 0; i < left.size(); i++) {
      switch (left.get(i)) {
        case Formula.All it -> left.addAll(it.operands());
        case Formula.Quantified it when !it.universal() -> left.add(it.body());
        case Formula it -> parts.add(it);
      }
    }
    return parts;
  }

  private boolean mentions(Formula formula, int stratum) {
    return switch (formula) {
      case Formula.Literal it -> universe.stratum(it.predicate()) == stratum;
      case Formula.All it -> it.operands().stream().anyMatch(o -> mentions(o, stratum));
      case Formula.Any it -> it.operands().stream().anyMatch(o -> mentions(o, stratum));
      case Formula.Quantified it -> mentions(it.body(), stratum);
      case Formula.Same it -> false;
      case Formula.Compare it -> false;
    };
  }

  private static BitSet parameters(Scheme axiom) {
    BitSet parameters = new BitSet();
    parameters.set(0, axiom.parameters());
    return parameters;
  }

  private static int[] unbound(Scheme axiom) {
    int[] environment = new int[axiom.slots()];
    Arrays.fill(environment, -1);
    return environment;
  }

  private boolean add(Scheme axiom, int[] environment) {
    Formula.Literal head = axiom.effects().get(0).adds().get(0);
    long code = universe.predicates().code(head.predicate(), head.terms(), environment);
    if (derived.atoms().get(code) == 0) {
      derived.atoms().put(code, 1);
      derived.index().add(code);
      fresh.add(code);
    }
    return false;
  }
}
