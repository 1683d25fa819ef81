package org.ponens.solvers.fol.saturation;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** A substitution that makes patterns equal to targets, being built; targets are not changed. */
final class Matcher {

  private @Nullable SharedTerm[] bindings = new SharedTerm[32];
  private int[] trail = new int[32];
  private int length;

  /** Starts anew for patterns of so many variables. */
  void start(int variables) {
    undo(0);
    if (bindings.length < variables) {
      bindings = new SharedTerm[variables * 2];
      trail = new int[variables * 2];
    }
  }

  /** How many variables are bound: where to come back to by {@link #undo}. */
  int mark() {
    return length;
  }

  void undo(int mark) {
    while (length > mark) {
      bindings[trail[--length]] = null;
    }
  }

  /** Extends the substitution; on failure undoes what it added. */
  boolean match(SharedTerm pattern, SharedTerm target) {
    int mark = length;
    if (matches(pattern, target)) {
      return true;
    }
    undo(mark);
    return false;
  }

  private boolean matches(SharedTerm pattern, SharedTerm target) {
    if (pattern.isVariable()) {
      int variable = pattern.variable();
      SharedTerm bound = bindings[variable];
      if (bound == null) {
        bindings[variable] = target;
        trail[length++] = variable;
        return true;
      }
      return bound == target;
    }
    if (pattern.isGround()) {
      return pattern == target;
    }
    if (pattern.symbol != target.symbol || pattern.size > target.size) {
      return false;
    }
    for (int i = 0; i < pattern.arguments.length; i++) {
      if (!matches(pattern.arguments[i], target.arguments[i])) {
        return false;
      }
    }
    return true;
  }

  /** The instance of a term whose variables are all bound. */
  SharedTerm apply(SharedTerm term, TermBank bank) {
    if (term.isGround()) {
      return term;
    }
    if (term.isVariable()) {
      SharedTerm bound = bindings[term.variable()];
      return bound == null ? term : bound;
    }
    SharedTerm[] arguments = new SharedTerm[term.arguments.length];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] = apply(term.arguments[i], bank);
    }
    return bank.application(term.symbol, arguments);
  }

  boolean binds(int variable) {
    return bindings[variable] != null;
  }

  /** Whether it maps variables to different variables only. */
  boolean isRenaming() {
    for (int i = 0; i < length; i++) {
      SharedTerm bound = bindings[trail[i]];
      if (bound == null || !bound.isVariable()) {
        return false;
      }
      for (int j = 0; j < i; j++) {
        if (bindings[trail[j]] == bound) {
          return false;
        }
      }
    }
    return true;
  }

  /** What replaces the variables of the pattern's clause. */
  @Nullable SharedTerm[] substitution(int variables) {
    return Arrays.copyOf(bindings, variables);
  }
}
