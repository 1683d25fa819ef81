package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.ponens.solvers.fol.proof.Rule;
import org.ponens.solvers.fol.saturation.Derivation.Premise;

/** Makes clauses with their derivations, their variables numbered anew. */
final class ClauseFactory {

  /** The order of a clause's literals, so that variants often come out the same. */
  private static final Comparator<SharedLiteral> LITERAL_ORDER =
      Comparator.<SharedLiteral>comparingInt(literal -> literal.positive ? 1 : 0)
          .thenComparingInt(literal -> -literal.size())
          .thenComparingInt(literal -> literal.left.symbol);

  private final KnuthBendixOrder order;
  private final Unifier unifier;
  private int made;
  private boolean incomplete;

  ClauseFactory(TermBank bank, KnuthBendixOrder order) {
    this.order = order;
    this.unifier = new Unifier(bank);
  }

  /** Whether a clause was replaced in a way that may lose refutations. */
  boolean incomplete() {
    return incomplete;
  }

  SharedClause make(SharedLiteral[] literals, Derivation derivation) {
    return new SharedClause(literals, derivation, made++);
  }

  /**
   * What a clause became by simplification with these premises, whose variables are the clause's.
   */
  SharedClause simplified(
      SharedClause clause, List<SharedLiteral> literals, List<Premise> premises) {
    unifier.start(clause.variables, 0);
    SharedLiteral[] renamed = instances(literals);
    List<Premise> all = new ArrayList<>(premises.size() + 1);
    all.add(new Premise(clause, unifier.substitution(0, clause.variables)));
    for (Premise premise : premises) {
      SharedTerm[] substitution = premise.substitution().clone();
      for (int i = 0; i < substitution.length; i++) {
        if (substitution[i] != null) {
          substitution[i] = unifier.apply(substitution[i], 0);
        }
      }
      all.add(new Premise(premise.clause(), substitution));
    }
    if (unifier.overflow()) {
      return clause;
    }
    SharedClause made = make(renamed, new Derivation.Inferred(Rule.SIMPLIFICATION, all));
    inherit(made, clause);
    for (Premise premise : premises) {
      made.goalDistance = Math.min(made.goalDistance, premise.clause().goalDistance + 1);
    }
    return made;
  }

  /**
   * The clause without its literals {@code x ≠ t} where x is not in t, t put for x; else itself.
   */
  SharedClause resolveEquality(SharedClause clause) {
    for (int i = 0; i < clause.literals.length; i++) {
      SharedLiteral literal = clause.literals[i];
      if (literal.equality
          && !literal.positive
          && (literal.left.isVariable() || literal.right.isVariable())) {
        unifier.start(clause.variables, 0);
        if (unifier.unify(literal.left, 0, literal.right, 0)) {
          List<SharedLiteral> kept = new ArrayList<>(List.of(clause.literals));
          kept.remove(i);
          SharedLiteral[] instances = instances(kept);
          SharedTerm[] substitution = unifier.substitution(0, clause.variables);
          if (!unifier.overflow()) {
            SharedClause resolved =
                make(
                    instances,
                    new Derivation.Inferred(
                        Rule.EQUALITY_RESOLUTION, List.of(new Premise(clause, substitution))));
            inherit(resolved, clause);
            resolved.given = clause.given;
            incomplete |=
                !clause.given && !(literal.left.isVariable() && literal.right.isVariable());
            return resolved;
          }
        }
      }
    }
    return clause;
  }

  private static void inherit(SharedClause made, SharedClause from) {
    made.generators = from.generators;
    made.goalDistance = from.goalDistance;
  }

  private SharedLiteral[] instances(List<SharedLiteral> literals) {
    SharedLiteral[] sorted = literals.toArray(SharedLiteral[]::new);
    if (sorted.length > 1) {
      Arrays.sort(sorted, LITERAL_ORDER);
    }
    for (int i = 0; i < sorted.length; i++) {
      sorted[i] = instance(sorted[i], unifier, 0, order);
    }
    return sorted;
  }

  static SharedLiteral instance(
      SharedLiteral literal, Unifier unifier, int side, KnuthBendixOrder order) {
    SharedTerm left = unifier.apply(literal.left, side);
    SharedTerm right = literal.equality ? unifier.apply(literal.right, side) : literal.right;
    return literal.with(left, right, order);
  }
}
