package org.ponens.solvers.fol.ground;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.clause.Literal;
import org.ponens.solvers.fol.clause.Substitution;
import org.ponens.solvers.fol.proof.Proof;
import org.ponens.solvers.fol.proof.Rule;
import org.ponens.solvers.fol.proof.Step;

/** Finds a refutation of ground clauses once more, and writes it down as a proof. */
final class Replay {

  private final Compiled compiled;
  private final AtomTable atoms;
  private final List<Step> steps = new ArrayList<>();
  private final Map<InputClause, Integer> inputSteps = new HashMap<>();

  Replay(Compiled compiled, AtomTable atoms) {
    this.compiled = compiled;
    this.atoms = atoms;
  }

  Optional<Proof> refute(List<GroundClause> first, List<GroundClause> second, Meter meter) {
    List<GroundClause> all = new ArrayList<>(first);
    all.addAll(second);
    ClauseLearner learner =
        new ClauseLearner(
            atoms.size(), all.stream().map(GroundClause::literals).toList(), first.size());
    return learner.refute(meter).map(derivation -> proof(all, derivation));
  }

  private Proof proof(List<GroundClause> given, List<ClauseLearner.Derived> derivation) {
    Map<Integer, Integer> stepOf = new HashMap<>();
    for (ClauseLearner.Derived derived : derivation) {
      List<Step.Parent> parents = new ArrayList<>();
      for (int parent : derived.parents()) {
        Integer known = stepOf.get(parent);
        if (known == null) {
          // Clauses come into the proof where they are first used.
          known = instance(given.get(parent));
          stepOf.put(parent, known);
        }
        parents.add(new Step.Parent(known, Substitution.IDENTITY));
      }
      Rule rule = derived.unit() ? Rule.RESOLUTION : Rule.PROPAGATION;
      stepOf.put(derived.id(), add(clause(derived.literals()), rule, parents, OptionalInt.empty()));
    }
    return new Proof(steps);
  }

  private int instance(GroundClause ground) {
    if (ground.source() < 0) {
      return add(clause(ground.literals()), Rule.PROPAGATION, List.of(), OptionalInt.empty());
    }
    CompiledClause source = compiled.clauses().get(ground.source());
    Integer known = inputSteps.get(source.input());
    if (known == null) {
      known =
          add(
              source.input().clause(),
              Rule.INPUT,
              List.of(),
              OptionalInt.of(source.input().statement()));
      inputSteps.put(source.input(), known);
    }
    if (source.variables().isEmpty()) {
      return known;
    }
    Map<String, Term> bindings = new LinkedHashMap<>();
    for (int v = 0; v < source.variables().size(); v++) {
      bindings.put(source.variables().get(v), compiled.constants().get(ground.instance()[v]));
    }
    return add(
        clause(ground.literals()),
        Rule.INSTANCE,
        List.of(new Step.Parent(known, new Substitution(bindings))),
        OptionalInt.empty());
  }

  private int add(Clause clause, Rule rule, List<Step.Parent> parents, OptionalInt statement) {
    int id = steps.size() + 1;
    steps.add(new Step(id, clause, rule, parents, statement));
    return id;
  }

  private Clause clause(int[] literals) {
    List<Literal> all = new ArrayList<>(literals.length);
    for (int literal : literals) {
      int atom = Math.abs(literal);
      List<Term> arguments = new ArrayList<>();
      for (int argument : atoms.arguments(atom)) {
        arguments.add(compiled.constants().get(argument));
      }
      all.add(
          new Literal(
              literal > 0, compiled.predicates().get(atoms.predicate(atom)).name(), arguments));
    }
    return new Clause(all);
  }
}
