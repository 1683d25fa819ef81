package org.ponens.solvers.planning.validation;

import java.util.List;
import java.util.stream.Collectors;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.planning.validation.Validation.Failure;
import org.ponens.solvers.planning.validation.Validation.FalseCondition;
import org.ponens.solvers.planning.validation.Validation.GoalPart;
import org.ponens.solvers.planning.validation.Validation.History;
import org.ponens.solvers.planning.validation.Validation.Invalid;

/** How much a person or a model is told about a plan, in words. */
public enum Feedback {
  /** Whether the plan is valid. */
  BINARY,
  /** And what is first wrong with it, why, and what would put it right. */
  FIRST,
  /** And all else that is wrong, and each part of the goal. */
  FULL;

  /** The words for a validation: lines, each ended. */
  public String write(Validation validation) {
    return switch (validation) {
      case Validation.Valid it ->
          "The plan is valid"
              + (this == BINARY ? "" : ": " + actions(it.length()) + reach(it))
              + ".\n";
      case Validation.Undecided it -> "The budget was spent before the plan was decided.\n";
      case Invalid it -> this == BINARY ? "The plan is not valid.\n" : invalid(it);
    };
  }

  private static String reach(Validation.Valid valid) {
    return (valid.length() == 1 ? " reaches" : " reach")
        + " the goal"
        + valid.metric().map(m -> ", the metric is " + m).orElse("");
  }

  private static String actions(int count) {
    return count == 1 ? "1 action" : count + " actions";
  }

  private String invalid(Invalid validation) {
    StringBuilder out = new StringBuilder("The plan is not valid: ");
    if (validation.failures().isEmpty()) {
      out.append("all actions can be done, but the goal is not reached.\n");
    } else {
      Failure first = validation.failures().get(0);
      out.append("action ").append(first.number()).append(" cannot be done.\n");
      failure(first, out);
      if (validation.validPrefix() > 0) {
        out.append(
            validation.validPrefix() == 1
                ? "The action before it can be done.\n"
                : "The " + validation.validPrefix() + " actions before it can be done.\n");
      }
      if (this == FULL && validation.failures().size() > 1) {
        out.append("Had it been done all the same, or passed over:\n");
        validation.failures().stream().skip(1).forEach(f -> failure(f, out));
      }
    }
    if (this == FULL || validation.failures().isEmpty()) {
      goal(validation.goal(), this == FULL, out);
    }
    return out.toString();
  }

  private static void failure(Failure failure, StringBuilder out) {
    out.append("Action ").append(failure.number()).append(", ").append(failure.step());
    if (failure.step().place().isText()) {
      out.append(" (line ").append(failure.step().place().span().line()).append(')');
    }
    out.append(":\n");
    switch (failure.reason()) {
      case Validation.UnknownAction it ->
          out.append("  the domain has no action '")
              .append(failure.step().action())
              .append('\'')
              .append(it.meant().map(m -> "; did you mean '" + m + "'?").orElse(""))
              .append('\n');
      case Validation.WrongArity it -> arity(failure.step(), it.action(), out);
      case Validation.UnknownObject it ->
          out.append("  there is no object '")
              .append(it.name())
              .append('\'')
              .append(it.meant().map(m -> "; did you mean '" + m + "'?").orElse(""))
              .append('\n');
      case Validation.WrongType it ->
          out.append("  '")
              .append(it.object())
              .append("' is of type ")
              .append(it.type())
              .append(", but ?")
              .append(it.parameter().name())
              .append(" is a ")
              .append(it.parameter().type())
              .append(it.fitting().isEmpty() ? ", of which there is none" : ": ")
              .append(String.join(", ", it.fitting()))
              .append('\n');
      case Validation.Unmet it -> it.conditions().forEach(c -> condition(c, "  ", out));
      case Validation.NoNumber it -> out.append("  ").append(it.why()).append('\n');
    }
  }

  private static void arity(Plan.Step step, Domain.Action action, StringBuilder out) {
    out.append("  '")
        .append(action.name())
        .append("' takes ")
        .append(count(action.parameters().size()))
        .append(", ")
        .append(
            action.parameters().stream()
                .map(p -> "?" + p.name() + " - " + p.type())
                .collect(Collectors.joining(" ", "(", ")")))
        .append(", and is given ")
        .append(step.arguments().size())
        .append('\n');
  }

  private static String count(int objects) {
    return objects == 1 ? "1 object" : objects + " objects";
  }

  private static void condition(FalseCondition condition, String indent, StringBuilder out) {
    out.append(indent).append(condition.text());
    condition
        .history()
        .ifPresentOrElse(
            h -> out.append(history(h, condition.text())), () -> out.append(" does not hold"));
    out.append('\n');
    condition.within().forEach(c -> condition(c, indent + "  ", out));
    if (!condition.repairs().isEmpty()) {
      out.append(indent)
          .append("  made true by: ")
          .append(
              condition.repairs().stream()
                  .map(Plan.Step::toString)
                  .collect(Collectors.joining(", ")))
          .append('\n');
    }
  }

  // The literal is false; where it is negative, its atom is true.
  private static String history(History history, String text) {
    if (history.by().isEmpty()) {
      String always =
          history.truth() ? " is false: the atom has been true from the start" : " was never true";
      return always + (history.fixed() ? ", and no action changes it" : "");
    }
    String by = "action " + history.number() + ", " + history.by().get() + ",";
    if (history.derived()) {
      return " is false since " + by + " was done";
    }
    return history.truth()
        ? " is false since " + by + " made " + text.substring(5, text.length() - 1) + " true"
        : " is false since " + by + " deleted it";
  }

  private static void goal(List<GoalPart> parts, boolean all, StringBuilder out) {
    out.append("Goal:\n");
    for (GoalPart part : parts) {
      if (part.holds()) {
        if (all) {
          out.append("  ").append(part.text()).append(" holds\n");
        }
        continue;
      }
      part.why().ifPresent(why -> condition(why, "  ", out));
      if (part.lastTrue().isPresent()) {
        int last = part.lastTrue().getAsInt();
        out.append("    last true ")
            .append(last == 0 ? "at the start" : "behind action " + last)
            .append('\n');
      }
    }
  }
}
