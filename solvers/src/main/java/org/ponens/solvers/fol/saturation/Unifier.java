package org.ponens.solvers.fol.saturation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A most general unifier being built, over the variables of two clauses that are kept apart by a
 * side, 0 or 1 (structure sharing, Boyer and Moore 1972), and its application, which names the
 * variables of the conclusion from 0.
 */
final class Unifier {

  /** Terms nested deeper than this are not made. */
  private static final int MAX_DEPTH = 400;

  /** How many symbols one inference may visit. */
  private static final int MAX_WORK = 60_000;

  private final TermBank bank;
  private @Nullable SharedTerm[] terms = new SharedTerm[64];
  private int[] sides = new int[64];
  private int[] names = new int[64];
  private int[] trail = new int[64];
  private int trailLength;
  private int nextName;
  private int work;
  private boolean overflow;

  Unifier(TermBank bank) {
    this.bank = bank;
    Arrays.fill(names, -1);
  }

  /** Starts anew for clauses of so many variables. */
  void start(int variables0, int variables1) {
    for (int i = 0; i < trailLength; i++) {
      terms[trail[i]] = null;
    }
    trailLength = 0;
    int needed = 2 * Math.max(variables0, variables1);
    if (terms.length < needed) {
      terms = new SharedTerm[needed * 2];
      sides = new int[needed * 2];
      names = new int[needed * 2];
      trail = new int[needed * 2];
    }
    Arrays.fill(names, 0, Math.max(needed, 1), -1);
    nextName = 0;
    work = 0;
    overflow = false;
  }

  /** Whether a limit was met: then what was computed since the start is worthless. */
  boolean overflow() {
    return overflow;
  }

  /** Unifies two terms on top of what is bound already; false leaves bindings to be discarded. */
  boolean unify(SharedTerm first, int firstSide, SharedTerm second, int secondSide) {
    return unify(first, firstSide, second, secondSide, 0);
  }

  private boolean unify(
      SharedTerm first, int firstSide, SharedTerm second, int secondSide, int depth) {
    SharedTerm s = first;
    int a = firstSide;
    SharedTerm t = second;
    int b = secondSide;
    while (s.isVariable()) {
      SharedTerm bound = terms[key(s, a)];
      if (bound == null) {
        break;
      }
      a = sides[key(s, a)];
      s = bound;
    }
    while (t.isVariable()) {
      SharedTerm bound = terms[key(t, b)];
      if (bound == null) {
        break;
      }
      b = sides[key(t, b)];
      t = bound;
    }
    if (s == t && (a == b || s.isGround())) {
      return true;
    }
    if (++work > MAX_WORK || depth > MAX_DEPTH) {
      overflow = true;
      return false;
    }
    if (s.isVariable()) {
      return bind(s, a, t, b);
    }
    if (t.isVariable()) {
      return bind(t, b, s, a);
    }
    if (s.symbol != t.symbol || (s.isGround() && t.isGround())) {
      return false;
    }
    for (int i = 0; i < s.arguments.length; i++) {
      if (!unify(s.arguments[i], a, t.arguments[i], b, depth + 1)) {
        return false;
      }
    }
    return true;
  }

  private boolean bind(SharedTerm variable, int side, SharedTerm term, int termSide) {
    int key = key(variable, side);
    if (occurs(key, term, termSide, 0)) {
      return false;
    }
    terms[key] = term;
    sides[key] = termSide;
    trail[trailLength++] = key;
    return true;
  }

  private boolean occurs(int key, SharedTerm term, int side, int depth) {
    if (term.isGround()) {
      return false;
    }
    if (++work > MAX_WORK || depth > MAX_DEPTH) {
      overflow = true;
      return true;
    }
    if (term.isVariable()) {
      int other = key(term, side);
      if (other == key) {
        return true;
      }
      SharedTerm bound = terms[other];
      return bound != null && occurs(key, bound, sides[other], depth + 1);
    }
    for (SharedTerm argument : term.arguments) {
      if (occurs(key, argument, side, depth + 1)) {
        return true;
      }
    }
    return false;
  }

  /** The instance of a term; variables left free are named from 0 in the order they are met. */
  SharedTerm apply(SharedTerm term, int side) {
    return replace(term, side, null, bank.truth, 0);
  }

  /** The instance of a term in which every occurrence of a part is replaced by a finished term. */
  SharedTerm applyReplacing(SharedTerm term, int side, SharedTerm part, SharedTerm replacement) {
    return replace(term, side, part, replacement, 0);
  }

  private SharedTerm replace(
      SharedTerm term, int side, @Nullable SharedTerm part, SharedTerm replacement, int depth) {
    if (term == part) {
      return replacement;
    }
    if (term.isGround() && (part == null || part.size >= term.size || !part.isGround())) {
      return term;
    }
    if (++work > MAX_WORK || depth > MAX_DEPTH) {
      overflow = true;
      return bank.truth;
    }
    if (term.isVariable()) {
      int key = key(term, side);
      SharedTerm bound = terms[key];
      if (bound != null) {
        return replace(bound, sides[key], null, replacement, depth + 1);
      }
      if (names[key] < 0) {
        names[key] = nextName++;
      }
      return bank.variable(names[key]);
    }
    SharedTerm[] arguments = new SharedTerm[term.arguments.length];
    boolean same = true;
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = replace(term.arguments[i], side, part, replacement, depth + 1);
      same &= arguments[i] == term.arguments[i];
    }
    return same ? term : bank.application(term.symbol, arguments);
  }

  /** What replaces the variables of a clause on this side. */
  SharedTerm[] substitution(int side, int variables) {
    SharedTerm[] substitution = new SharedTerm[variables];
    for (int i = 0; i < variables; i++) {
      substitution[i] = apply(bank.variable(i), side);
    }
    return substitution;
  }

  private static int key(SharedTerm variable, int side) {
    return variable.variable() * 2 + side;
  }
}
