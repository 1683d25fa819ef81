package org.ponens.solvers.sat;

/** What a solver has done since it was made. */
public record Statistics(long decisions, long conflicts, long propagations, long restarts) {}
