package org.ponens.translators.verbalize;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ponens.solvers.OptionReport;
import org.ponens.solvers.OptionReport.Option;
import org.ponens.solvers.OptionReport.Premises;

/** What a multiple-choice program says of its options, in words. */
final class OptionText {

  private OptionText() {}

  /**
   * @param constraints the text of the program's constraints, in its order
   */
  static String of(OptionReport report, List<String> constraints) {
    StringBuilder out = new StringBuilder();
    switch (report.premises()) {
      case Premises.Inconsistent(var core, var minimal) -> {
        out.append("No solution: these ").append(core.size());
        out.append(
            minimal ? " constraints contradict each other" : " constraints have no solution");
        out.append(minimal ? ", and each is needed for it:\n" : " together:\n");
        core.forEach(i -> out.append("  ").append(constraints.get(i)).append('\n'));
        return out.toString();
      }
      case Premises.Consistent(var solutions, var bounded) ->
          solutions.ifPresent(
              count ->
                  out.append("The constraints have ")
                      .append(bounded ? "more than " : "")
                      .append(count)
                      .append(count == 1 && !bounded ? " solution.\n" : " solutions.\n"));
    }
    for (Option option : report.options()) {
      out.append(option.selected() ? "  * " : "    ").append(option.label()).append(") ");
      out.append(option.statement()).append(": ").append(words(option)).append('\n');
    }
    return out.toString();
  }

  private static String words(Option option) {
    return switch (option.modality()) {
      case ENTAILED -> "true in every solution" + example(", such as ", option.witness());
      case IMPOSSIBLE -> "false in every solution" + example(", such as ", option.counterexample());
      case POSSIBLE ->
          "true in a solution"
              + example(", ", option.witness())
              + ", and false in another"
              + example(", ", option.counterexample());
      case UNDECIDED -> "not decided";
    };
  }

  private static String example(String before, Optional<Map<String, String>> solution) {
    return solution
        .map(
            values ->
                before
                    + values.entrySet().stream()
                        .map(e -> e.getKey() + " = " + e.getValue())
                        .collect(Collectors.joining(", ", "(", ")")))
        .orElse("");
  }

  /** One word for what was decided. */
  static String verdict(OptionReport report) {
    if (report.premises() instanceof Premises.Inconsistent) {
      return "inconsistent_premises";
    }
    return switch (report.selected().size()) {
      case 0 -> "no_option";
      case 1 -> "unique_option";
      default -> "several_options";
    };
  }

  static String modality(Option option) {
    return option.modality().name().toLowerCase(Locale.ROOT);
  }
}
