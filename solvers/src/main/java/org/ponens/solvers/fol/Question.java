package org.ponens.solvers.fol;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ponens.grammar.fol.Formula;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.clause.Clausification;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.ground.BernaysSchoenfinkel;
import org.ponens.solvers.fol.ground.GroundResult;
import org.ponens.solvers.fol.proof.Proof;

/** One question being decided; for one thread. */
final class Question {

  /** What finding out how a verdict can be improved may take, of the time that is left. */
  private static final int EXTRA_SHARE = 2;

  /** Grounding ends soon or never; then the other searches get the rest of the time. */
  private static final int GROUNDING_SHARE = 3;

  private final int premises;
  private final Clausification clauses;
  private final Meter meter;

  /** The premises alone. */
  private final Goal consistency;

  /** The premises and the negated conclusion: its refutation proves the conclusion. */
  private final Goal proving;

  /** The premises and the conclusion: its refutation proves the negation. */
  private final Goal refuting;

  private final List<Goal> goals;

  Question(
      List<Formula> premises, Optional<Formula> conclusion, Clausification clauses, Meter meter) {
    this.premises = premises.size();
    this.clauses = clauses;
    this.meter = meter;
    List<Formula> all = new ArrayList<>(premises);
    conclusion.ifPresent(all::add);
    Signature signature = Signature.of(all);
    consistency = new Goal(premises, clauses.premises(), signature);
    List<Formula> withNegation = new ArrayList<>(premises);
    conclusion.ifPresent(formula -> withNegation.add(new Formula.Not(closed(formula))));
    proving = new Goal(withNegation, clauses.against(true), signature);
    refuting = new Goal(all, clauses.against(false), signature);
    goals = conclusion.isPresent() ? List.of(proving, refuting) : List.of(consistency);
  }

  private static Formula closed(Formula formula) {
    Formula closed = formula;
    for (String variable : org.ponens.grammar.fol.Formulas.freeVariables(formula)) {
      closed = new Formula.ForAll(org.ponens.grammar.fol.Term.variable(variable), closed);
    }
    return closed;
  }

  /** For a question without a conclusion. */
  Satisfiability satisfiability() {
    search();
    if (consistency.model().isPresent()) {
      return new Satisfiability.Satisfiable(consistency.model().get());
    }
    if (consistency.proof().isPresent()) {
      return new Satisfiability.Unsatisfiable(
          consistency.core(), consistency.isCoreMinimal(), consistency.proof().get());
    }
    return new Satisfiability.Undecided(reason(), meter.elapsed());
  }

  /** For a question with a conclusion. */
  Verdict verdict() {
    search();
    if (consistency.proof().isPresent()) {
      return new Verdict.InconsistentPremises(
          consistency.core(), consistency.isCoreMinimal(), consistency.proof().get());
    }
    if (proving.model().isPresent() && refuting.model().isPresent()) {
      return new Verdict.Independent(refuting.model().get(), proving.model().get());
    }
    // With both refuted and no refutation of the premises alone, the time ran out in between.
    if (proving.proof().isPresent() && refuting.proof().isEmpty()) {
      return new Verdict.Entailed(proving.proof().get(), support(proving, refuting));
    }
    if (refuting.proof().isPresent() && proving.proof().isEmpty()) {
      return new Verdict.Refuted(refuting.proof().get(), support(refuting, proving));
    }
    return new Verdict.Undecided(reason(), refuting.model(), proving.model(), meter.elapsed());
  }

  private Verdict.Support support(Goal proved, Goal other) {
    return new Verdict.Support(
        proved.core().stream().filter(statement -> statement < premises).toList(),
        proved.isCoreMinimal(),
        other.model());
  }

  private Verdict.Reason reason() {
    return goals.stream().allMatch(goal -> goal.isSaturated() || goal.model().isPresent())
        ? Verdict.Reason.NO_FINITE_MODEL
        : Verdict.Reason.OUT_OF_BUDGET;
  }

  private void search() {
    ground();
    if (!isAnswered()) {
      new Portfolio(goals, consistency, premises, meter).run();
    }
  }

  private boolean isAnswered() {
    return consistency.isSettled() || goals.stream().allMatch(Goal::isSettled);
  }

  /** Decides what lies in the Bernays-Schönfinkel class. */
  private void ground() {
    if (!BernaysSchoenfinkel.contains(clauses.premises())) {
      return;
    }
    Map<Integer, List<InputClause>> groups = new LinkedHashMap<>();
    for (InputClause clause : clauses.premises()) {
      groups.computeIfAbsent(clause.statement(), s -> new ArrayList<>()).add(clause);
    }
    boolean provingIn = addGroup(groups, groupOf(proving), clauses.negatedConclusion());
    boolean refutingIn = addGroup(groups, groupOf(refuting), clauses.conclusion());
    Meter share = meter.slice(meter.remaining().dividedBy(GROUNDING_SHARE));
    Optional<BernaysSchoenfinkel> procedure =
        BernaysSchoenfinkel.ground(groups, clauses.introduced(), share);
    procedure.ifPresent(decision -> decide(decision, provingIn, refutingIn, share));
    for (long i = share.steps(); i > 0 && meter.step(); i--) {}
  }

  private void decide(
      BernaysSchoenfinkel decision, boolean provingIn, boolean refutingIn, Meter share) {
    if (goals.contains(consistency)) {
      decide(consistency, decision, share);
      return;
    }
    if (provingIn) {
      decide(proving, decision, share);
    }
    if (refutingIn && !consistency.isSettled()) {
      decide(refuting, decision, share);
    }
    if (proving.proof().isPresent() && refuting.proof().isPresent()) {
      decide(consistency, decision, share);
    }
  }

  private static boolean addGroup(
      Map<Integer, List<InputClause>> groups, int group, List<InputClause> clauses) {
    boolean contained = BernaysSchoenfinkel.contains(clauses);
    if (contained) {
      groups.put(group, clauses);
    }
    return contained;
  }

  private int groupOf(Goal goal) {
    return goal == refuting ? premises + 1 : premises;
  }

  private void decide(Goal goal, BernaysSchoenfinkel decision, Meter share) {
    Set<Integer> chosen = new LinkedHashSet<>(IntStream.range(0, premises).boxed().toList());
    if (goal != consistency) {
      chosen.add(groupOf(goal));
    }
    switch (decision.check(chosen, share)) {
      case GroundResult.Satisfiable found -> goal.satisfiedBy(found, meter);
      case GroundResult.Unsatisfiable(var core) -> {
        boolean usesConclusion = core.contains(groupOf(goal)) && goal != consistency;
        Goal refuted = usesConclusion ? goal : consistency;
        prove(refuted, core, decision);
      }
      case GroundResult.Exhausted e -> {}
    }
  }

  private void prove(Goal goal, List<Integer> core, BernaysSchoenfinkel decision) {
    Set<Integer> kept = goal == consistency ? Set.of() : Set.of(groupOf(goal));
    Duration share = meter.remaining().dividedBy(EXTRA_SHARE);
    BernaysSchoenfinkel.Reduced reduced = decision.reduce(core, kept, meter.slice(share));
    Optional<Proof> proof =
        decision.prove(reduced.groups(), goal == consistency ? -1 : groupOf(goal), meter);
    if (proof.isPresent()) {
      boolean usesConclusion = proof.get().statementsUsed().contains(premises);
      (usesConclusion ? goal : consistency).refutedBy(proof.get(), reduced.minimal());
    }
  }
}
