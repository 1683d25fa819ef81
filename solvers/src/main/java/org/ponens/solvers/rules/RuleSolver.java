package org.ponens.solvers.rules;

import java.util.List;
import java.util.Optional;
import org.ponens.grammar.rules.Literal;
import org.ponens.grammar.rules.RuleProgram;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.rules.RuleEngine.Saturation;

/** Answers the query of a rule program from its least model. Stateless and thread-safe. */
public final class RuleSolver {

  private RuleSolver() {}

  /**
   * Whether the query holds.
   *
   * <p>A ground query is true if it is derived, in conflict if its complement is derived as well.
   * If only its complement is, it is false; if neither is, it is unknown in an open world and false
   * in a closed one. A query with variables is true if some instance is derived whose complement is
   * not; in an open world it is never false, as other things may exist.
   *
   * @param budget a step is a literal that is tried as an instance of a body literal
   */
  public static RuleResult solve(RuleProgram program, World world, Budget budget) {
    return solve(program, world, budget.start());
  }

  /** As {@link #solve(RuleProgram, World, Budget)}, on a budget that is being spent already. */
  public static RuleResult solve(RuleProgram program, World world, Meter meter) {
    return switch (RuleEngine.saturate(program.facts(), program.rules(), meter)) {
      case Saturation.Exhausted(var elapsed) -> new RuleResult.Exhausted(elapsed);
      case Saturation.Saturated(var model) ->
          new RuleResult.Decided(answer(program.query().literal(), world, model));
    };
  }

  private static RuleAnswer answer(Literal query, World world, LeastModel model) {
    Optional<Proof> proof = model.undisputedProof(query);
    // Of a query with variables, only the complement of the instance found speaks against it.
    Optional<Proof> refutation =
        query.isGround()
            ? model.proof(query.complement())
            : proof.flatMap(p -> model.proof(p.conclusion().complement()));
    Truth truth;
    if (proof.isPresent()) {
      truth = refutation.isPresent() ? Truth.CONFLICT : Truth.TRUE;
    } else if (refutation.isPresent() || world == World.CLOSED) {
      truth = Truth.FALSE;
    } else {
      truth = Truth.UNKNOWN;
    }
    List<RuleAnswer.Conflict> conflicts =
        model
            .conflicts()
            .filter(literal -> proof.isEmpty() || !isAbout(proof.get(), literal))
            .limit(RuleAnswer.MOST_CONFLICTS)
            .map(
                literal ->
                    new RuleAnswer.Conflict(
                        model.proof(literal).orElseThrow(),
                        model.proof(literal.complement()).orElseThrow()))
            .toList();
    return new RuleAnswer(query, truth, world, proof, refutation, conflicts, model.size());
  }

  private static boolean isAbout(Proof proof, Literal literal) {
    return proof.conclusion().equals(literal) || proof.conclusion().complement().equals(literal);
  }
}
