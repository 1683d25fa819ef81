package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ponens.solvers.fol.saturation.ActiveSet.UnitSide;
import org.ponens.solvers.fol.saturation.Derivation.Premise;

/**
 * Replaces a clause by simpler ones that follow from it and the active clauses, or finds it
 * superfluous: tautologies, rewriting by unit equations, deletion of literals that units
 * contradict, destructive equality resolution, subsumption and subsumption resolution.
 */
final class Simplifier {

  /** Rewrites of one clause at one time. */
  private static final int MAX_REWRITES = 1_000;

  private final TermBank bank;
  private final KnuthBendixOrder order;
  private final ActiveSet active;
  private final ClauseFactory factory;
  private final Matcher matcher = new Matcher();
  private final Subsumption subsumption = new Subsumption();

  /** The units used so far on the clause in hand. */
  private List<Premise> premises = new ArrayList<>();

  /** The clause as it came, which is not simplified by itself. */
  private @Nullable SharedClause origin;

  private int rewrites;

  Simplifier(TermBank bank, KnuthBendixOrder order, ActiveSet active, ClauseFactory factory) {
    this.bank = bank;
    this.order = order;
    this.active = active;
    this.factory = factory;
  }

  /**
   * The simplified clause, the same where nothing can be done, or null where it is superfluous. It
   * is not simplified by itself, if it is active.
   *
   * @param thorough also by active clauses of several literals
   */
  @Nullable SharedClause simplify(SharedClause clause, boolean thorough) {
    SharedClause current = clause;
    origin = clause;
    rewrites = 0;
    while (true) {
      SharedClause next = step(current, thorough);
      if (next == null || next == current) {
        return next;
      }
      current = next;
    }
  }

  private @Nullable SharedClause step(SharedClause clause, boolean thorough) {
    if (isTautology(clause.literals)) {
      return null;
    }
    SharedClause resolved = factory.resolveEquality(clause);
    if (resolved != clause) {
      return resolved;
    }
    premises = new ArrayList<>();
    List<SharedLiteral> kept = new ArrayList<>(clause.literals.length);
    boolean changed = false;
    for (SharedLiteral literal : clause.literals) {
      SharedLiteral rewritten = rewrite(literal);
      if (rewritten.isTrivial()) {
        if (rewritten.positive) {
          return null;
        }
        changed = true;
        continue;
      }
      UnitSide unit = unitMatching(rewritten, false);
      if (unit != null) {
        premises.add(premise(unit.clause(), matcher));
        changed = true;
        continue;
      }
      changed |= rewritten != literal;
      if (containsSame(kept, rewritten)) {
        changed = true;
      } else {
        kept.add(rewritten);
      }
    }
    if (changed) {
      return factory.simplified(clause, kept, premises);
    }
    for (SharedLiteral literal : clause.literals) {
      if (unitMatching(literal, true) != null) {
        return null;
      }
    }
    return thorough ? withoutSubsumed(clause) : clause;
  }

  private @Nullable SharedClause withoutSubsumed(SharedClause clause) {
    if (clause.isUnit() || clause.isEmpty()) {
      return clause;
    }
    List<SharedClause> candidates = new ArrayList<>();
    active.longerVectors.general(clause.literals, candidates);
    for (SharedClause candidate : candidates) {
      if (candidate != origin
          && subsumption.test(candidate, clause.literals, true) == Subsumption.SUBSUMED) {
        return null;
      }
    }
    for (SharedClause candidate : candidates) {
      if (candidate == origin) {
        continue;
      }
      int deleted = subsumption.test(candidate, clause.literals, false);
      if (deleted >= 0) {
        return withoutLiteral(clause, deleted, candidate);
      }
    }
    return clause;
  }

  private SharedClause withoutLiteral(SharedClause clause, int deleted, SharedClause by) {
    List<SharedLiteral> kept = new ArrayList<>(List.of(clause.literals));
    kept.remove(deleted);
    return factory.simplified(clause, kept, List.of(premise(by, subsumption.matcher())));
  }

  /**
   * What an active clause becomes by the given one: itself, null where it is subsumed, or without a
   * literal.
   */
  @Nullable SharedClause afterSubsumption(SharedClause clause, SharedClause given) {
    int result = subsumption.test(given, clause.literals, false);
    if (result == Subsumption.NO) {
      return clause;
    }
    if (result == Subsumption.SUBSUMED
        || subsumption.test(given, clause.literals, true) == Subsumption.SUBSUMED) {
      return null;
    }
    result = subsumption.test(given, clause.literals, false);
    return withoutLiteral(clause, result, given);
  }

  static boolean isTautology(SharedLiteral[] literals) {
    for (int i = 0; i < literals.length; i++) {
      SharedLiteral literal = literals[i];
      if (literal.positive && literal.isTrivial()) {
        return true;
      }
      for (int j = 0; j < i; j++) {
        if (literals[j].positive != literal.positive && literals[j].sameAtom(literal)) {
          return true;
        }
      }
    }
    return false;
  }

  static boolean containsSame(List<SharedLiteral> literals, SharedLiteral literal) {
    for (SharedLiteral other : literals) {
      if (other.sameAs(literal)) {
        return true;
      }
    }
    return false;
  }

  private static Premise premise(SharedClause clause, Matcher matcher) {
    return new Premise(clause, matcher.substitution(clause.variables));
  }

  /** A unit that has the literal as an instance, or its complement. The matcher holds how. */
  private @Nullable UnitSide unitMatching(SharedLiteral literal, boolean sameSign) {
    DiscriminationTree<UnitSide> units =
        literal.positive == sameSign ? active.positiveUnits : active.negativeUnits;
    for (int way = 0; way < (literal.equality ? 2 : 1); way++) {
      List<UnitSide> candidates = new ArrayList<>();
      SharedTerm term = literal.side(way);
      units.candidates(term, candidates);
      for (UnitSide candidate : candidates) {
        if (candidate.clause() == origin || candidate.literal().equality != literal.equality) {
          continue;
        }
        matcher.start(candidate.clause().variables);
        if (matcher.match(candidate.side(), term)
            && (!literal.equality || matcher.match(candidate.otherSide(), literal.side(1 - way)))) {
          return candidate;
        }
      }
    }
    return null;
  }

  private SharedLiteral rewrite(SharedLiteral literal) {
    if (active.rules() == 0) {
      return literal;
    }
    if (!literal.equality) {
      return literal.with(argumentsNormal(literal.left), literal.right, order);
    }
    if (!literal.positive) {
      return literal.with(normalForm(literal.left), normalForm(literal.right), order);
    }
    SharedTerm right =
        literal.oriented ? normalForm(literal.right) : atRoot(literal.right, literal.left);
    SharedTerm left = atRoot(literal.left, right);
    return literal.with(left, right, order);
  }

  /**
   * Rewrites a side of a positive equation. At its root only by an instance that is smaller than
   * the equation itself, for completeness.
   */
  private SharedTerm atRoot(SharedTerm term, SharedTerm other) {
    SharedTerm inside = argumentsNormal(term);
    if (inside.irreducibleAt == active.rules()) {
      return inside;
    }
    SharedTerm result = rewriteRoot(inside, other);
    return result == null ? inside : normalForm(result);
  }

  private SharedTerm argumentsNormal(SharedTerm term) {
    if (term.arguments.length == 0 || term.irreducibleAt == active.rules()) {
      return term;
    }
    SharedTerm[] arguments = new SharedTerm[term.arguments.length];
    boolean same = true;
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = normalForm(term.arguments[i]);
      same &= arguments[i] == term.arguments[i];
    }
    return same ? term : bank.application(term.symbol, arguments);
  }

  private SharedTerm normalForm(SharedTerm term) {
    SharedTerm current = term;
    while (!current.isVariable() && current.irreducibleAt != active.rules()) {
      current = argumentsNormal(current);
      SharedTerm next = rewriteRoot(current, null);
      if (next == null) {
        if (rewrites < MAX_REWRITES) {
          current.irreducibleAt = active.rules();
        }
        return current;
      }
      current = next;
    }
    return current;
  }

  private @Nullable SharedTerm rewriteRoot(SharedTerm term, @Nullable SharedTerm other) {
    if (term.isVariable() || rewrites >= MAX_REWRITES) {
      return null;
    }
    List<UnitSide> candidates = new ArrayList<>();
    active.positiveUnits.candidates(term, candidates);
    for (UnitSide candidate : candidates) {
      SharedClause rule = candidate.clause();
      SharedLiteral equation = candidate.literal();
      if (!equation.equality || rule == origin) {
        continue;
      }
      matcher.start(rule.variables);
      if (!matcher.match(candidate.side(), term) || !bound(candidate.otherSide())) {
        continue;
      }
      SharedTerm result = matcher.apply(candidate.otherSide(), bank);
      if (!equation.oriented && !order.greater(term, result)) {
        continue;
      }
      if (other != null && matcher.isRenaming() && !order.greater(other, result)) {
        continue;
      }
      rewrites++;
      premises.add(premise(rule, matcher));
      return result;
    }
    return null;
  }

  /** Whether all variables of the term are bound. */
  private boolean bound(SharedTerm term) {
    if (term.isGround()) {
      return true;
    }
    if (term.isVariable()) {
      return matcher.binds(term.variable());
    }
    for (SharedTerm argument : term.arguments) {
      if (!bound(argument)) {
        return false;
      }
    }
    return true;
  }
}
