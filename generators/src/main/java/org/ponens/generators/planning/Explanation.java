package org.ponens.generators.planning;

import java.util.Optional;
import org.ponens.generators.planning.problem.Asked;
import org.ponens.generators.planning.problem.Kind;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.task.InvalidTaskException;

/** Certificates in words. */
final class Explanation {

  private Explanation() {}

  static String of(Asked asked, Optional<String> json) throws InvalidTaskException {
    if (json.isEmpty()) {
      return "The task was written without its certificate.";
    }
    Certificate certificate = Certificate.read(json.get());
    StringBuilder out = new StringBuilder();
    switch (asked.kind()) {
      case PLAN -> out.append("The answer is a plan.");
      case OPTIMAL ->
          out.append("A search by A* has shown that no plan is shorter than ")
              .append(asked.optimum().orElseThrow())
              .append(" actions; it expanded ")
              .append(certificate.expansions())
              .append(" states.");
      case VERIFY -> out.append("The validator's finding. The plan before it was changed:");
      case STATE, TRACE -> out.append("The actions done one after the other.");
      case REACHABLE ->
          out.append(
              certificate.plan().isEmpty()
                  ? "A search through all states that can be reached found none; it expanded "
                      + certificate.expansions()
                      + "."
                  : "The answer is a plan.");
      case RECOGNISE ->
          out.append("For this goal alone the actions begin a shortest plan, which is:");
    }
    if (asked.kind() == Kind.VERIFY || asked.kind() == Kind.RECOGNISE) {
      certificate.plan().forEach(step -> out.append("\n  ").append(step));
    }
    if (!asked.goal().isEmpty()) {
      out.append("\nGoal:");
      for (Fact fact : asked.goal()) {
        out.append(' ').append(fact);
      }
    }
    return out.toString();
  }
}
