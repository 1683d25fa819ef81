package org.ponens.solvers.fol.saturation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ponens.solvers.Meter;
import org.ponens.solvers.fol.clause.InputClause;

/**
 * A search for a refutation by ordered resolution and superposition (Bachmair and Ganzinger 1994)
 * in the given-clause loop of DISCOUNT (Denzinger, Kronenburg and Schulz 1997): a clause is chosen,
 * simplified by the active ones, simplifies them, and all inferences between it and them are made.
 *
 * <p>Sound; refutationally complete as long as no limit on the size of clauses or of memory was
 * met. It can be run slice by slice. For one thread.
 */
public final class Saturation {

  /** No statement is the goal. */
  public static final int NO_GOAL = -1;

  /** Conclusions from one given clause. */
  private static final int MAX_CONCLUSIONS = 8_000;

  private static final int CLAUSES_PER_LOOK = 16;
  private static final int SWEEP_FROM = 500_000;

  private final TermBank bank;
  private final ActiveSet active = new ActiveSet();
  private final Set<SharedClause> activeClauses = new LinkedHashSet<>();
  private final ClauseFactory factory;
  private final PassiveSet passive;
  private final Deque<SharedClause> pending = new ArrayDeque<>();
  private final Simplifier simplifier;
  private final Eligibility eligibility;
  private final Generator generator;
  private final ProofBuilder proofs;
  private boolean inputLeftOut;
  private int sweepAt = SWEEP_FROM;
  private @Nullable SaturationResult result;

  private Saturation(List<InputClause> clauses, int goal, Strategy strategy) {
    Signature signature = new Signature(clauses, goal, strategy);
    bank = new TermBank(signature);
    KnuthBendixOrder order = new KnuthBendixOrder(signature, bank);
    factory = new ClauseFactory(bank, order);
    passive = new PassiveSet(strategy);
    simplifier = new Simplifier(bank, order, active, factory);
    eligibility = new Eligibility(order, strategy.selection());
    generator = new Generator(bank, order, active, factory, MAX_CONCLUSIONS);
    proofs = new ProofBuilder(signature);
    ClauseReader reader = new ClauseReader(signature, bank, order, factory);
    for (InputClause input : clauses) {
      SharedClause clause = reader.read(input);
      if (clause == null) {
        inputLeftOut = true;
      } else {
        if (input.statement() == goal) {
          clause.goalDistance = 0;
        }
        pending.add(clause);
      }
    }
  }

  /**
   * A search that has not begun.
   *
   * @param goal the statement whose clauses (the negated conclusion) inferences should descend
   *     from; {@link #NO_GOAL} where there is none
   */
  public static Saturation of(List<InputClause> clauses, int goal, Strategy strategy) {
    return new Saturation(clauses, goal, strategy);
  }

  /**
   * Goes on until there is a result or the slice is spent; a step is a given clause. A result is
   * final: later runs repeat it.
   */
  public SaturationResult run(Meter slice) {
    while (result == null) {
      if (!takeIn(slice)) {
        return new SaturationResult.Exhausted();
      }
      if (result != null) {
        break;
      }
      if (!slice.step() || slice.exhausted()) {
        return new SaturationResult.Exhausted();
      }
      SharedClause given = passive.next();
      if (given == null) {
        if (incomplete()) {
          return new SaturationResult.Exhausted();
        }
        result = new SaturationResult.Saturated();
      } else {
        process(given);
      }
      if (bank.size() > sweepAt) {
        sweep();
      }
    }
    return result;
  }

  private boolean incomplete() {
    return inputLeftOut || passive.dropped() || generator.incomplete() || factory.incomplete();
  }

  /** Simplifies what was inferred and puts it with the passive clauses; false if time ran out. */
  private boolean takeIn(Meter slice) {
    int count = 0;
    while (!pending.isEmpty()) {
      if (++count % CLAUSES_PER_LOOK == 0 && slice.exhausted()) {
        return false;
      }
      SharedClause clause = simplifier.simplify(pending.remove(), false);
      if (clause != null) {
        if (clause.isEmpty()) {
          result = new SaturationResult.Refutation(proofs.proof(clause));
          return true;
        }
        passive.add(clause);
      }
    }
    return true;
  }

  private void process(SharedClause chosen) {
    for (SharedClause generator : chosen.generators) {
      if (generator.redundant) {
        return;
      }
    }
    SharedClause given = simplifier.simplify(chosen, true);
    if (given == null) {
      return;
    }
    if (given.isEmpty()) {
      result = new SaturationResult.Refutation(proofs.proof(given));
      return;
    }
    if (given != chosen) {
      given.generators = List.of();
    }
    eligibility.decide(given);
    active.add(given);
    activeClauses.add(given);
    simplifyActive(given);
    pending.addAll(generator.infer(given));
  }

  /** Removes the active clauses that the given one makes superfluous or simpler. */
  private void simplifyActive(SharedClause given) {
    List<SharedClause> subsumed = new ArrayList<>();
    active.longerVectors.special(given.literals, subsumed);
    if (given.isUnit()) {
      active.unitVectors.special(given.literals, subsumed);
    }
    for (SharedClause clause : subsumed) {
      if (clause != given) {
        replace(clause, simplifier.afterSubsumption(clause, given));
      }
    }
    if (given.isUnit() && given.literals[0].positive && given.literals[0].equality) {
      Set<SharedClause> rewritable = new LinkedHashSet<>();
      rewritable.addAll(occurrences(given, given.literals[0].left));
      if (!given.literals[0].oriented) {
        rewritable.addAll(occurrences(given, given.literals[0].right));
      }
      for (SharedClause clause : rewritable) {
        if (clause.active) {
          replace(clause, simplifier.simplify(clause, false));
        }
      }
    }
  }

  private List<SharedClause> occurrences(SharedClause given, SharedTerm side) {
    List<ActiveSet.Place> places = new ArrayList<>();
    active.occurrences.instances(side, places);
    List<SharedClause> clauses = new ArrayList<>();
    Matcher matcher = new Matcher();
    for (ActiveSet.Place place : places) {
      if (place.clause() != given) {
        matcher.start(given.variables);
        if (matcher.match(side, place.term())) {
          clauses.add(place.clause());
        }
      }
    }
    return clauses;
  }

  private void replace(SharedClause clause, @Nullable SharedClause by) {
    if (by == clause || !clause.active) {
      return;
    }
    active.remove(clause);
    activeClauses.remove(clause);
    clause.redundant = true;
    if (by != null) {
      by.generators = List.of();
      pending.add(by);
    }
  }

  private void sweep() {
    bank.sweep();
    for (SharedClause clause : activeClauses) {
      keep(clause);
    }
    pending.forEach(this::keep);
    passive.forEach(this::keep);
    sweepAt = Math.max(SWEEP_FROM, bank.size() * 2);
  }

  private void keep(SharedClause clause) {
    for (SharedLiteral literal : clause.literals) {
      bank.keep(literal.left);
      bank.keep(literal.right);
    }
  }
}
