package org.ponens.translators.solve;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ponens.grammar.Program;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.solvers.Outcome;

/**
 * What came of a formalized question.
 *
 * @param status how far it came
 * @param answer the letter of the option that follows; empty where none or several do
 * @param verdict one word for what was decided: {@code entailed}, {@code unknown}, {@code
 *     several_options}, ...
 * @param doubts why the answer is not to be trusted, a sentence each; empty for a trusted one
 * @param source the program's text
 * @param program as it was read and decided, fixes applied; empty where nothing could be read
 * @param outcome what the solver gave, with its evidence; empty where it was not asked
 * @param diagnostics of the reading and of the lints, in the order of the text
 * @param elapsed wall-clock time for all of it
 */
public record Solution(
    Status status,
    Optional<String> answer,
    String verdict,
    List<String> doubts,
    Source source,
    Optional<Program> program,
    Optional<Outcome> outcome,
    List<Diagnostic> diagnostics,
    Duration elapsed) {

  public Solution {
    Objects.requireNonNull(status);
    doubts = List.copyOf(doubts);
    diagnostics = List.copyOf(diagnostics);
  }

  /**
   * Whether the answer is to be trusted: just one option follows, the premises are consistent,
   * nothing was dropped, and no lint speaks against it.
   */
  public boolean trusted() {
    return status == Status.ANSWERED && doubts.isEmpty();
  }

  /** Whether what the program asks was read and a solver came to an end with it. */
  public boolean executable() {
    return status.isDecided();
  }

  /** Whether something of the program could not be read and was left out. */
  public boolean dropped() {
    return diagnostics.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /** What was put right without changing the meaning. */
  public List<Fix> fixes() {
    return diagnostics.stream().flatMap(d -> d.fix().stream()).filter(Fix::applied).toList();
  }

  /**
   * This solution without the program, its text and the evidence: what counts, and little memory.
   */
  public Solution withoutEvidence() {
    return new Solution(
        status,
        answer,
        verdict,
        doubts,
        Source.of(source.name(), ""),
        Optional.empty(),
        Optional.empty(),
        diagnostics,
        elapsed);
  }

  /** This solution with another time. */
  public Solution withElapsed(Duration newElapsed) {
    return new Solution(
        status, answer, verdict, doubts, source, program, outcome, diagnostics, newElapsed);
  }
}
