package org.ponens.solvers.sat;

/** What takes clauses and makes new variables for them: a solver, or a list of clauses. */
interface ClauseReceiver {

  /** A variable that no clause has yet. */
  int newVariable();

  /** Takes a clause of these literals; the array stays the caller's. */
  void addClause(int... literals);
}
