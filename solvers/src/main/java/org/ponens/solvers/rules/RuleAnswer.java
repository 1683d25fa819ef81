package org.ponens.solvers.rules;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.rules.Literal;

/**
 * What a rule program says of its query.
 *
 * @param query what was asked
 * @param truth how it stands
 * @param world what was made of underivable literals
 * @param proof of the query (of an instance of it, where it has variables)
 * @param refutation a proof of the query's complement
 * @param conflicts other literals that are derived with both signs, up to {@link #MOST_CONFLICTS}
 * @param literals how many literals follow from the program, facts included
 */
public record RuleAnswer(
    Literal query,
    Truth truth,
    World world,
    Optional<Proof> proof,
    Optional<Proof> refutation,
    List<Conflict> conflicts,
    int literals) {

  /** How many conflicts are shown. */
  public static final int MOST_CONFLICTS = 16;

  /** A literal that is derived with both signs. */
  public record Conflict(Proof proof, Proof refutation) {}

  public RuleAnswer {
    Objects.requireNonNull(query);
    Objects.requireNonNull(truth);
    Objects.requireNonNull(world);
    Objects.requireNonNull(proof);
    Objects.requireNonNull(refutation);
    conflicts = List.copyOf(conflicts);
  }

  /** Whether no literal is derived with both signs. */
  public boolean isConsistent() {
    return truth != Truth.CONFLICT && conflicts.isEmpty();
  }
}
