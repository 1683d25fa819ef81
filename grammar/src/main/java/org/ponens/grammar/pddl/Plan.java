package org.ponens.grammar.pddl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.ponens.grammar.diagnostic.Place;

/** Actions one after another. */
public record Plan(List<Step> steps) {

  /**
   * An action with the objects that it is done with.
   *
   * @param action in lower case, as the arguments
   * @param time when it starts, where the plan says
   * @param duration how long it takes, where the plan says
   */
  public record Step(
      String action,
      List<String> arguments,
      Optional<BigDecimal> time,
      Optional<BigDecimal> duration,
      Place place) {

    public Step {
      Objects.requireNonNull(action);
      arguments = List.copyOf(arguments);
    }

    public static Step of(String action, List<String> arguments) {
      return new Step(action, arguments, Optional.empty(), Optional.empty(), Place.NOWHERE);
    }

    /** Without times: {@code (stack a b)}. */
    @Override
    public String toString() {
      return arguments.isEmpty()
          ? "(" + action + ")"
          : "(" + action + " " + String.join(" ", arguments) + ")";
    }
  }

  public Plan {
    steps = List.copyOf(steps);
  }

  /** One action a line, with times where it has them, as plan validators read it. */
  public String print() {
    return steps.stream().map(Plan::line).collect(Collectors.joining());
  }

  private static String line(Step step) {
    String time = step.time().map(t -> t.toPlainString() + ": ").orElse("");
    String duration = step.duration().map(d -> " [" + d.toPlainString() + "]").orElse("");
    return time + step + duration + "\n";
  }
}
