package org.ponens.solvers.planning.search;

/**
 * What a search cost.
 *
 * @param expanded states whose successors were generated
 * @param evaluated states that a heuristic was computed for
 * @param generated successors, those seen before among them
 * @param states different states met
 * @param bytes of the states and queues at the end, approximately
 */
public record SearchStatistics(
    long expanded, long evaluated, long generated, long states, long bytes) {}
