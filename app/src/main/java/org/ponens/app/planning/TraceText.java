package org.ponens.app.planning;

import org.ponens.solvers.planning.validation.Trace;

/** A trace in the lines that models are asked to write, and that {@code --claims} reads. */
final class TraceText {

  private TraceText() {}

  static String write(Trace trace) {
    StringBuilder out = new StringBuilder();
    if (!trace.fixed().isEmpty()) {
      out.append("Never changes: ").append(String.join(" ", trace.fixed())).append('\n');
    }
    out.append("State 0: ").append(String.join(" ", trace.initial())).append('\n');
    for (Trace.Step step : trace.steps()) {
      out.append("Action ").append(step.number()).append(": ").append(step.action()).append('\n');
      for (Trace.Precondition precondition : step.preconditions()) {
        out.append("  Precondition ").append(precondition.text());
        if (!precondition.holds()) {
          out.append(" does not hold");
        } else {
          out.append(
              precondition
                  .since()
                  .map(s -> s == 0 ? " holds from the start" : " holds since action " + s)
                  .orElse(" holds"));
        }
        out.append('\n');
      }
      if (trace.failure().map(f -> f.number() == step.number()).orElse(false)) {
        break;
      }
      out.append("  Adds: ").append(String.join(" ", step.additions())).append('\n');
      out.append("  Deletes: ").append(String.join(" ", step.deletions())).append('\n');
      out.append("State ")
          .append(step.number())
          .append(": ")
          .append(String.join(" ", step.after()))
          .append('\n');
    }
    out.append("Goal: ").append(trace.isValid() ? "reached" : "not reached").append('\n');
    return out.toString();
  }
}
