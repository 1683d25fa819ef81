package org.ponens.solvers.satlm;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import org.ponens.grammar.satlm.FunctionDeclaration;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.grammar.satlm.Signature;
import org.ponens.grammar.satlm.Sort;

/** Values for the functions of a program, at the arguments that matter. Immutable. */
final class Interpretation {

  private static final int MOST_SHOWN = 400;

  private final SatlmProgram program;
  private final Signature signature;
  private final Ranges ranges;
  private final Map<Cell, Integer> values;

  /**
   * @param values of the cells that were ground; a partial function has none where it is undefined,
   *     and the others may have any
   */
  Interpretation(
      SatlmProgram program, Signature signature, Ranges ranges, Map<Cell, Integer> values) {
    this.program = program;
    this.signature = signature;
    this.ranges = ranges;
    this.values = new HashMap<>(values);
  }

  /** The value at a cell; empty where the function is undefined. */
  OptionalInt value(FunctionDeclaration function, Cell cell) {
    Integer value = values.get(cell);
    if (value != null) {
      return OptionalInt.of(value);
    }
    if (signature.isPartial(function.name())) {
      return OptionalInt.empty();
    }
    return function.result() instanceof Sort.Bool
        ? OptionalInt.of(0)
        : OptionalInt.of(ranges.values(function)[0]);
  }

  /** {@code f(a, b)} to its value, as the program spells them; of predicates the true cases. */
  Map<String, String> show() {
    Map<String, String> shown = new LinkedHashMap<>();
    for (FunctionDeclaration function : program.functions()) {
      values.entrySet().stream()
          .filter(entry -> entry.getKey().function().equals(function.name()))
          .filter(entry -> !(function.result() instanceof Sort.Bool) || entry.getValue() != 0)
          .sorted((a, b) -> compare(a.getKey(), b.getKey()))
          .limit(Math.max(0, MOST_SHOWN - shown.size()))
          .forEach(
              entry ->
                  shown.put(
                      spell(function, entry.getKey()),
                      signature.spell(function.result(), entry.getValue())));
    }
    return shown;
  }

  private static int compare(Cell a, Cell b) {
    for (int i = 0; i < a.arguments().size(); i++) {
      int order = a.arguments().get(i).compareTo(b.arguments().get(i));
      if (order != 0) {
        return order;
      }
    }
    return 0;
  }

  private String spell(FunctionDeclaration function, Cell cell) {
    if (cell.arguments().isEmpty()) {
      return function.name();
    }
    StringBuilder arguments = new StringBuilder();
    for (int i = 0; i < cell.arguments().size(); i++) {
      arguments.append(i == 0 ? "" : ", ");
      arguments.append(signature.spell(function.parameters().get(i), cell.arguments().get(i)));
    }
    return function.name() + "(" + arguments + ")";
  }

  @Override
  public String toString() {
    return show().entrySet().stream()
        .map(entry -> entry.getKey() + " = " + entry.getValue())
        .collect(Collectors.joining(", "));
  }
}
