package org.ponens.grammar.pddl;

import java.util.List;
import org.ponens.grammar.diagnostic.Place;

/**
 * What somebody says happens as a plan is executed: states, and what is done between them, in the
 * order of the text. Nothing of it need be right.
 */
public record ClaimedTrace(List<Claim> claims) {

  /** One thing said. */
  public sealed interface Claim {}

  /** That just these facts hold now, apart from those that never change. */
  public record State(List<Fact> facts, Place place) implements Claim {
    public State {
      facts = List.copyOf(facts);
    }
  }

  /** That this is done next. */
  public record Action(Plan.Step step) implements Claim {}

  /** That these hold, as the action named before or next wants. */
  public record Preconditions(List<Fact> facts, Place place) implements Claim {
    public Preconditions {
      facts = List.copyOf(facts);
    }
  }

  /** That the action named before makes these true. */
  public record Additions(List<Fact> facts, Place place) implements Claim {
    public Additions {
      facts = List.copyOf(facts);
    }
  }

  /** That the action named before makes these false. */
  public record Deletions(List<Fact> facts, Place place) implements Claim {
    public Deletions {
      facts = List.copyOf(facts);
    }
  }

  /** That the goal is reached now, or is not. */
  public record Goal(boolean reached, Place place) implements Claim {}

  /**
   * A fact, or, if not positive, that it does not hold.
   *
   * @param predicate in lower case, as the arguments
   */
  public record Fact(String predicate, List<String> arguments, boolean positive, Place place) {
    public Fact {
      arguments = List.copyOf(arguments);
    }

    /** As PDDL writes it. */
    @Override
    public String toString() {
      String atom =
          arguments.isEmpty()
              ? "(" + predicate + ")"
              : "(" + predicate + " " + String.join(" ", arguments) + ")";
      return positive ? atom : "(not " + atom + ")";
    }
  }

  public ClaimedTrace {
    claims = List.copyOf(claims);
  }
}
