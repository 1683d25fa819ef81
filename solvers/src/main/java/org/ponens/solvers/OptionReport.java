package org.ponens.solvers;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a multiple-choice program says of its options.
 *
 * @param premises whether the program's constraints can hold together
 * @param options one each, in the program's order
 */
public record OptionReport(Premises premises, List<Option> options) {

  public OptionReport {
    options = List.copyOf(options);
  }

  /** Whether the constraints can hold together. */
  public sealed interface Premises {

    /**
     * They can.
     *
     * @param solutions how many ways, counted up to {@code bound}; absent where counting was not
     *     asked for or ran out of budget
     */
    record Consistent(Optional<Long> solutions, boolean bounded) implements Premises {}

    /**
     * They cannot: these constraints, by index from 0, are a minimal set that has no solution (or a
     * small one, where the budget ended first).
     */
    record Inconsistent(List<Integer> core, boolean minimal) implements Premises {}
  }

  /** How an option's statement stands to the constraints. */
  public enum Modality {
    /** True in every solution. */
    ENTAILED,
    /** True in some solutions and false in others. */
    POSSIBLE,
    /** True in no solution. */
    IMPOSSIBLE,
    /** Not decided: unreadable, or out of budget. */
    UNDECIDED
  }

  /**
   * One option.
   *
   * @param label its letter
   * @param statement as read
   * @param modality how its statement stands to the constraints
   * @param selected whether it is an answer to what the program asks (must, could, cannot, ...)
   * @param witness a solution in which the statement is true, where there is one
   * @param counterexample a solution in which it is false, where there is one
   */
  public record Option(
      String label,
      String statement,
      Modality modality,
      boolean selected,
      Optional<Map<String, String>> witness,
      Optional<Map<String, String>> counterexample) {}

  /** The options that answer the question. */
  public List<Option> selected() {
    return options.stream().filter(Option::selected).toList();
  }
}
