package org.ponens.solvers.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ponens.grammar.rules.Fact;
import org.ponens.grammar.rules.Literal;
import org.ponens.grammar.rules.Rule;
import org.ponens.grammar.rules.Term;

/**
 * Checks proofs step by step: a given literal is the fact it says, a derived one is an instance of
 * a head of its rule, and its premises are the instance of the body. Knows no engine.
 */
public final class ProofChecker {

  private final List<Fact> facts;
  private final List<Rule> rules;

  /** Checks proofs from these facts and rules. */
  public ProofChecker(List<Fact> facts, List<Rule> rules) {
    this.facts = List.copyOf(facts);
    this.rules = List.copyOf(rules);
  }

  /** What is wrong with a proof; empty if it is right. */
  public Optional<String> fault(Proof proof) {
    for (int i = 0; i < proof.steps().size(); i++) {
      Proof.Step step = proof.steps().get(i);
      for (int premise : step.premises()) {
        if (premise < 0 || premise >= i) {
          return Optional.of(
              "step " + i + " rests on step " + premise + ", which is not before it");
        }
      }
      boolean right =
          switch (step) {
            case Proof.Step.Given(var literal, var fact) ->
                fact >= 0 && fact < facts.size() && facts.get(fact).literal().equals(literal);
            case Proof.Step.Derived derived -> isInstance(derived, proof);
          };
      if (!right) {
        return Optional.of("step " + i + ", " + step.literal() + ", does not follow");
      }
    }
    return Optional.empty();
  }

  private boolean isInstance(Proof.Step.Derived step, Proof proof) {
    if (step.rule() < 0 || step.rule() >= rules.size()) {
      return false;
    }
    Rule rule = rules.get(step.rule());
    Map<String, String> substitution = new HashMap<>(step.substitution());
    List<Literal> premises =
        step.premises().stream().map(i -> proof.steps().get(i).literal()).toList();
    List<Literal> body = rule.body().stream().map(l -> instance(l, substitution)).toList();
    return premises.equals(body)
        && rule.heads().stream()
            .map(head -> instance(head, substitution))
            .anyMatch(step.literal()::equals);
  }

  private static Literal instance(Literal literal, Map<String, String> substitution) {
    List<Term> arguments = new ArrayList<>();
    for (Term term : literal.arguments()) {
      arguments.add(
          switch (term) {
            case Term.Constant constant -> constant;
            case Term.Variable variable ->
                substitution.containsKey(variable.name())
                    ? Term.constant(substitution.get(variable.name()))
                    : variable;
          });
    }
    return new Literal(literal.predicate(), arguments, literal.positive());
  }
}
