package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ponens.solvers.fol.proof.Rule;
import org.ponens.solvers.fol.saturation.ActiveSet.Place;
import org.ponens.solvers.fol.saturation.Derivation.Premise;
import org.ponens.solvers.fol.saturation.KnuthBendixOrder.Comparison;

/**
 * Makes the inferences of the superposition calculus (Bachmair and Ganzinger 1994) between a given
 * clause and the active ones: resolution, factoring, superposition (of all occurrences of the
 * rewritten term at once), equality resolution, equality factoring.
 */
final class Generator {

  private static final int MAX_LITERALS = 60;
  private static final int MAX_DEPTH = 60;
  private static final int MAX_SIZE = 600;

  private final KnuthBendixOrder order;
  private final ActiveSet active;
  private final ClauseFactory factory;
  private final Unifier unifier;
  private final List<SharedClause> conclusions = new ArrayList<>();
  private final int maxConclusions;
  private boolean incomplete;

  Generator(
      TermBank bank,
      KnuthBendixOrder order,
      ActiveSet active,
      ClauseFactory factory,
      int maxConclusions) {
    this.order = order;
    this.active = active;
    this.factory = factory;
    this.unifier = new Unifier(bank);
    this.maxConclusions = maxConclusions;
  }

  /** Whether a conclusion was ever left out because of a limit. */
  boolean incomplete() {
    return incomplete;
  }

  /** All conclusions from the given clause, which is active, and active clauses. */
  List<SharedClause> infer(SharedClause given) {
    conclusions.clear();
    for (int i = 0; i < given.literals.length; i++) {
      if (!given.eligible[i]) {
        continue;
      }
      SharedLiteral literal = given.literals[i];
      if (literal.equality) {
        if (!literal.positive) {
          resolveEquality(given, i);
        } else if (!given.selected) {
          factorEquality(given, i);
          rewriteOthers(given, i, literal.left);
          if (!literal.oriented) {
            rewriteOthers(given, i, literal.right);
          }
        }
      } else {
        resolve(given, i);
        if (literal.positive) {
          factor(given, i);
        }
      }
      rewriteBy(given, i);
    }
    return conclusions;
  }

  private void resolve(SharedClause given, int index) {
    SharedLiteral literal = given.literals[index];
    List<Place> partners = new ArrayList<>();
    (literal.positive ? active.negativeAtoms : active.positiveAtoms)
        .unifiable(literal.left, partners);
    for (Place partner : partners) {
      unifier.start(given.variables, partner.clause().variables);
      if (unifier.unify(literal.left, 0, partner.term(), 1)) {
        List<SharedLiteral> literals = new ArrayList<>();
        if (addInstances(literals, given, index, 0)
            && addInstances(literals, partner.clause(), partner.literal(), 1)) {
          conclude(Rule.RESOLUTION, literals, given, partner.clause());
        }
      }
      noteOverflow();
    }
  }

  private void factor(SharedClause given, int index) {
    SharedLiteral literal = given.literals[index];
    for (int i = 0; i < given.literals.length; i++) {
      SharedLiteral other = given.literals[i];
      if (i == index
          || !other.positive
          || other.equality
          || other.left.symbol != literal.left.symbol
          || (i < index && given.eligible[i])) {
        continue;
      }
      unifier.start(given.variables, 0);
      if (unifier.unify(literal.left, 0, other.left, 0)) {
        List<SharedLiteral> literals = new ArrayList<>();
        if (addInstances(literals, given, i, 0)) {
          conclude(Rule.FACTORING, literals, given, null);
        }
      }
      noteOverflow();
    }
  }

  private void resolveEquality(SharedClause given, int index) {
    SharedLiteral literal = given.literals[index];
    unifier.start(given.variables, 0);
    if (unifier.unify(literal.left, 0, literal.right, 0)) {
      List<SharedLiteral> literals = new ArrayList<>();
      if (addInstances(literals, given, index, 0)) {
        conclude(Rule.EQUALITY_RESOLUTION, literals, given, null);
      }
    }
    noteOverflow();
  }

  private void factorEquality(SharedClause given, int index) {
    SharedLiteral literal = given.literals[index];
    for (int i = 0; i < given.literals.length; i++) {
      SharedLiteral other = given.literals[i];
      if (i == index || !other.positive || !other.equality) {
        continue;
      }
      for (int side = 0; side < (literal.oriented ? 1 : 2); side++) {
        for (int otherSide = 0; otherSide < 2; otherSide++) {
          unifier.start(given.variables, 0);
          if (unifier.unify(literal.side(side), 0, other.side(otherSide), 0)) {
            SharedTerm greater = unifier.apply(literal.side(side), 0);
            SharedTerm lesser = unifier.apply(literal.side(1 - side), 0);
            SharedTerm otherLesser = unifier.apply(other.side(1 - otherSide), 0);
            List<SharedLiteral> literals = new ArrayList<>();
            if (!unifier.overflow()
                && !notGreater(greater, lesser)
                && add(literals, SharedLiteral.equation(false, lesser, otherLesser, order))
                && addInstances(literals, given, index, 0)) {
              conclude(Rule.EQUALITY_FACTORING, literals, given, null);
            }
          }
          noteOverflow();
        }
      }
    }
  }

  /** Whether the first term is equal to the second or less. */
  private boolean notGreater(SharedTerm first, SharedTerm second) {
    Comparison comparison = order.compare(first, second);
    return comparison == Comparison.LESS || comparison == Comparison.EQUAL;
  }

  private void rewriteOthers(SharedClause given, int index, SharedTerm side) {
    List<Place> places = new ArrayList<>();
    active.rewritten.unifiable(side, places);
    for (Place place : places) {
      superpose(given, index, side, place);
    }
  }

  private void rewriteBy(SharedClause given, int index) {
    for (SharedTerm part : ActiveSet.subterms(given.literals[index], false)) {
      List<Place> rewriters = new ArrayList<>();
      active.rewriters.unifiable(part, rewriters);
      Place place = new Place(given, index, part);
      for (Place rewriter : rewriters) {
        if (!rewriter.clause().selected && rewriter.clause() != given) {
          superpose(rewriter.clause(), rewriter.literal(), rewriter.term(), place);
        }
      }
    }
  }

  /** Rewrites a place of one clause, side 1, by an equation of another one, side 0. */
  private void superpose(SharedClause from, int index, SharedTerm side, Place into) {
    SharedLiteral equation = from.literals[index];
    unifier.start(from.variables, into.clause().variables);
    if (unifier.unify(side, 0, into.term(), 1)) {
      SharedTerm otherSide = side == equation.left ? equation.right : equation.left;
      SharedTerm replacement = unifier.apply(otherSide, 0);
      boolean ordered = equation.oriented || !notGreater(unifier.apply(side, 0), replacement);
      if (ordered && isGreatSide(into)) {
        List<SharedLiteral> literals = new ArrayList<>();
        boolean fine = true;
        for (SharedLiteral literal : into.clause().literals) {
          SharedTerm left = unifier.applyReplacing(literal.left, 1, into.term(), replacement);
          SharedTerm right =
              literal.equality
                  ? unifier.applyReplacing(literal.right, 1, into.term(), replacement)
                  : literal.right;
          fine = fine && !unifier.overflow() && add(literals, literal.with(left, right, order));
        }
        if (fine && addInstances(literals, from, index, 0)) {
          conclude(Rule.SUPERPOSITION, literals, from, into.clause());
        }
      }
    }
    noteOverflow();
  }

  /** Whether a side with the place in it is not the lesser one of its instantiated literal. */
  private boolean isGreatSide(Place into) {
    SharedLiteral literal = into.clause().literals[into.literal()];
    if (!literal.equality || literal.oriented) {
      return true;
    }
    SharedTerm left = unifier.apply(literal.left, 1);
    SharedTerm right = unifier.apply(literal.right, 1);
    return switch (order.compare(left, right)) {
      case EQUAL -> false;
      case INCOMPARABLE -> true;
      case GREATER -> literal.left.contains(into.term());
      case LESS -> literal.right.contains(into.term());
    };
  }

  /** Adds the instances of all literals but one; false where the conclusion is a tautology. */
  private boolean addInstances(
      List<SharedLiteral> literals, SharedClause clause, int without, int side) {
    for (int i = 0; i < clause.literals.length; i++) {
      if (i != without) {
        SharedLiteral instance = ClauseFactory.instance(clause.literals[i], unifier, side, order);
        if (unifier.overflow() || !add(literals, instance)) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean add(List<SharedLiteral> literals, SharedLiteral literal) {
    if (literal.isTrivial()) {
      return !literal.positive;
    }
    for (SharedLiteral other : literals) {
      if (other.sameAtom(literal)) {
        return other.positive == literal.positive;
      }
    }
    literals.add(literal);
    return true;
  }

  private void conclude(
      Rule rule, List<SharedLiteral> literals, SharedClause first, @Nullable SharedClause second) {
    int size = 0;
    int depth = 0;
    for (SharedLiteral literal : literals) {
      size += literal.size();
      depth = Math.max(depth, literal.depth());
    }
    if (literals.size() > MAX_LITERALS
        || size > MAX_SIZE
        || depth > MAX_DEPTH
        || conclusions.size() >= maxConclusions) {
      incomplete = true;
      return;
    }
    List<SharedClause> generators = second == null ? List.of(first) : List.of(first, second);
    List<Premise> premises = new ArrayList<>(2);
    int distance = SharedClause.FAR;
    for (int side = 0; side < generators.size(); side++) {
      SharedClause generator = generators.get(side);
      premises.add(new Premise(generator, unifier.substitution(side, generator.variables)));
      distance = Math.min(distance, generator.goalDistance + 1);
    }
    if (unifier.overflow()) {
      return;
    }
    SharedClause clause =
        factory.make(
            literals.toArray(SharedLiteral[]::new), new Derivation.Inferred(rule, premises));
    clause.generators = generators;
    clause.goalDistance = distance;
    conclusions.add(clause);
  }

  private void noteOverflow() {
    incomplete |= unifier.overflow();
  }
}
