package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The clauses among which all inferences have been made, in the indexes that find them. */
final class ActiveSet {

  /** A side of a unit clause's literal, the left one or the right one. */
  record UnitSide(SharedClause clause, boolean right) {
    SharedLiteral literal() {
      return clause.literals[0];
    }

    SharedTerm side() {
      return right ? literal().right : literal().left;
    }

    SharedTerm otherSide() {
      return right ? literal().left : literal().right;
    }
  }

  /** A literal of a clause, and one of its sides or subterms. */
  record Place(SharedClause clause, int literal, SharedTerm term) {}

  final DiscriminationTree<UnitSide> positiveUnits = new DiscriminationTree<>();
  final DiscriminationTree<UnitSide> negativeUnits = new DiscriminationTree<>();
  final FeatureVectorIndex unitVectors = new FeatureVectorIndex();
  final FeatureVectorIndex longerVectors = new FeatureVectorIndex();

  /** Atoms of eligible literals. */
  final FingerprintIndex<Place> positiveAtoms = new FingerprintIndex<>();

  final FingerprintIndex<Place> negativeAtoms = new FingerprintIndex<>();

  /** Sides of eligible positive equations, to rewrite with. */
  final FingerprintIndex<Place> rewriters = new FingerprintIndex<>();

  /** Subterms of eligible literals, to be rewritten by superposition. */
  final FingerprintIndex<Place> rewritten = new FingerprintIndex<>();

  /** All subterms, to be rewritten by simplification. */
  final FingerprintIndex<Place> occurrences = new FingerprintIndex<>();

  /** How many positive unit equations have ever been active. */
  private int rules;

  private int size;

  int rules() {
    return rules;
  }

  int size() {
    return size;
  }

  void add(SharedClause clause) {
    clause.active = true;
    size++;
    update(clause, true);
    if (clause.isUnit() && clause.literals[0].positive && clause.literals[0].equality) {
      rules++;
    }
  }

  void remove(SharedClause clause) {
    clause.active = false;
    size--;
    update(clause, false);
  }

  private void update(SharedClause clause, boolean add) {
    if (clause.isUnit()) {
      SharedLiteral literal = clause.literals[0];
      DiscriminationTree<UnitSide> units = literal.positive ? positiveUnits : negativeUnits;
      update(units, literal.left, new UnitSide(clause, false), add);
      if (literal.equality && !literal.oriented) {
        update(units, literal.right, new UnitSide(clause, true), add);
      }
    }
    FeatureVectorIndex vectors = clause.isUnit() ? unitVectors : longerVectors;
    if (add) {
      vectors.add(clause);
    } else {
      vectors.remove(clause);
    }
    for (int i = 0; i < clause.literals.length; i++) {
      SharedLiteral literal = clause.literals[i];
      for (SharedTerm term : subterms(literal, true)) {
        update(occurrences, term, new Place(clause, i, term), add);
      }
      if (!clause.eligible[i]) {
        continue;
      }
      if (!literal.equality) {
        FingerprintIndex<Place> atoms = literal.positive ? positiveAtoms : negativeAtoms;
        update(atoms, literal.left, new Place(clause, i, literal.left), add);
      } else if (literal.positive) {
        update(rewriters, literal.left, new Place(clause, i, literal.left), add);
        if (!literal.oriented) {
          update(rewriters, literal.right, new Place(clause, i, literal.right), add);
        }
      }
      for (SharedTerm term : subterms(literal, false)) {
        update(rewritten, term, new Place(clause, i, term), add);
      }
    }
  }

  /**
   * The distinct subterms of a literal that are no variables and no atoms; of an ordered equation
   * those of its greater side, unless both are asked for.
   */
  static List<SharedTerm> subterms(SharedLiteral literal, boolean bothSides) {
    List<SharedTerm> found = new ArrayList<>();
    Set<SharedTerm> seen = new HashSet<>();
    if (literal.equality) {
      collect(literal.left, seen, found);
      if (bothSides || !literal.oriented) {
        collect(literal.right, seen, found);
      }
    } else {
      for (SharedTerm argument : literal.left.arguments) {
        collect(argument, seen, found);
      }
    }
    return found;
  }

  private static void collect(SharedTerm term, Set<SharedTerm> seen, List<SharedTerm> found) {
    if (!term.isVariable() && seen.add(term)) {
      found.add(term);
      for (SharedTerm argument : term.arguments) {
        collect(argument, seen, found);
      }
    }
  }

  private static <T> void update(
      DiscriminationTree<T> tree, SharedTerm term, T entry, boolean add) {
    if (add) {
      tree.add(term, entry);
    } else {
      tree.remove(term, entry);
    }
  }

  private static <T> void update(FingerprintIndex<T> index, SharedTerm term, T entry, boolean add) {
    if (add) {
      index.add(term, entry);
    } else {
      index.remove(term, entry);
    }
  }
}
