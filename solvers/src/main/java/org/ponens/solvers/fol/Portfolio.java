package org.ponens.solvers.fol;

import java.util.List;
import org.ponens.solvers.Meter;

/** Searches for proofs and finite models by turns. */
final class Portfolio {
  Portfolio(List<Goal> goals, Goal consistency, int premises, Meter meter) {}

  void run() {}
}
