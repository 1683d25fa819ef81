package org.ponens.generators.induction.slr;

import java.util.List;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;

/**
 * What SLR's judge would say of a rule (Helff et al. 2025, arXiv 2506.15787), where that is sound.
 *
 * @param isCorrect whether it is right about all examples
 * @param partial the share of the examples that it is right about; 0 where it is not run to the end
 * @param isSyntaxValid whether it can be read
 * @param wrong the examples that it is wrong about, by name, where it was run to the end
 * @param error why it has no examples right; empty where it was run to the end
 * @param diagnostics what the reader says of it
 * @param isExhausted whether it was given up
 */
public record Score(
    boolean isCorrect,
    double partial,
    boolean isSyntaxValid,
    List<String> wrong,
    Optional<String> error,
    List<Diagnostic> diagnostics,
    boolean isExhausted) {

  /** The score of what has no rule. */
  public static Score unread(String reason) {
    return new Score(false, 0, false, List.of(), Optional.of(reason), List.of(), false);
  }

  public Score {
    wrong = List.copyOf(wrong);
    diagnostics = List.copyOf(diagnostics);
  }
}
