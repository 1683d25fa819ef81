package org.ponens.generators.induction.problem;

import java.util.List;
import java.util.Objects;
import org.ponens.generators.induction.example.Example;
import org.ponens.generators.induction.schema.Schema;

/**
 * What a task asks: a rule that is true of all positive cases and of no others.
 *
 * @param shown the cases of the prompt
 * @param hidden further cases that an answer is judged by
 * @param length of the rule that labelled them, by {@link RuleLength}
 */
public record Asked(Schema schema, List<Case> shown, List<Case> hidden, int length) {

  /** An example with its label. */
  public record Case(Example example, boolean isPositive) {
    public Case {
      Objects.requireNonNull(example);
    }
  }

  public Asked {
    Objects.requireNonNull(schema);
    shown = List.copyOf(shown);
    hidden = List.copyOf(hidden);
    if (shown.isEmpty() || hidden.isEmpty() || length < 1) {
      throw new IllegalArgumentException("a question without cases");
    }
  }
}
