package org.ponens.solvers.satlm;

import java.util.List;

/** A function at certain arguments: an unknown of the ground program. */
record Cell(String function, List<Integer> arguments) {}
