package org.ponens.grammar.fol;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.layout.Names;

/**
 * Tells words that are propositions from words that are no formulas: an answer ({@code Uncertain}),
 * or a name ({@code James ∧ WorkInLab(james)}).
 *
 * <p>A word is a proposition where it is declared as a predicate, or is no answer and
 *
 * <ul>
 *   <li>nothing in the text has arguments, and the text is more than this one word, negated or not;
 *       or
 *   <li>it stands as a formula twice or more, and no constant or predicate of the text is spelled
 *       like it but for case and punctuation.
 * </ul>
 */
final class Propositions {

  private static final Set<String> ANSWERS =
      Set.of(
          "true",
          "false",
          "unknown",
          "uncertain",
          "yes",
          "no",
          "maybe",
          "none",
          "neither",
          "valid",
          "invalid",
          "undetermined",
          "indeterminate",
          "inconclusive",
          "undecided",
          "undefined",
          "contradiction",
          "entailment",
          "neutral",
          "unprovable",
          "provable",
          "null",
          "na",
          "notenoughinformation",
          "cannotbedetermined",
          "cannotdetermine",
          "notsure",
          "unclear",
          "unsure",
          "possible",
          "impossible",
          "correct",
          "incorrect");

  private final Set<String> declared;
  private final Map<String, Integer> asFormula = new HashMap<>();
  private final Set<String> otherwise = new HashSet<>();
  private boolean hasArguments;
  private int statements;

  Propositions(Set<String> declared) {
    this.declared = declared;
  }

  /** Whether a word is what models answer instead of writing a formula. */
  static boolean isAnswer(String word) {
    return ANSWERS.contains(Names.folded(word).toLowerCase(Locale.ROOT));
  }

  /** Whether a formula joins others. */
  static boolean isCompound(Formula formula) {
    Formula inner = formula;
    while (inner instanceof Formula.Not(var operand)) {
      inner = operand;
    }
    return !(inner instanceof Formula.Atom);
  }

  /** Takes note of a statement and its symbols. */
  void add(Formula formula, Collection<SymbolUse> uses) {
    statements += isCompound(formula) ? 2 : 1;
    for (SymbolUse use : uses) {
      switch (use.kind()) {
        case PROPOSITION -> asFormula.merge(use.name(), 1, Integer::sum);
        case PREDICATE, FUNCTION, CONSTANT -> {
          hasArguments |= use.kind() != SymbolUse.Kind.PREDICATE || use.arity() > 0;
          otherwise.add(Names.folded(use.name()));
        }
        case VARIABLE -> hasArguments = true;
      }
    }
  }

  /** Whether a word of the text is a proposition. */
  boolean accepts(SymbolUse word) {
    String name = word.name();
    if (declared.contains(name)) {
      return true;
    }
    if (isAnswer(name) || name.indexOf(' ') >= 0) {
      return false;
    }
    int times = asFormula.getOrDefault(name, 0);
    if (!hasArguments) {
      return asFormula.size() > 1 || times > 1 || statements > 1;
    }
    return times > 1 && !otherwise.contains(Names.folded(name));
  }

  /** Gives an error for each word that is not a proposition, and whether there was none. */
  boolean check(List<SymbolUse> words, boolean isWhole, Findings findings) {
    boolean all = true;
    for (SymbolUse word : words) {
      if (accepts(word)) {
        continue;
      }
      all = false;
      if (word.name().indexOf(' ') >= 0) {
        findings.error(
            FolCode.PROSE, word.start(), word.end(), "expected a formula, but this is English");
      } else if (isAnswer(word.name()) && isWhole) {
        findings.error(
            FolCode.BARE_WORD,
            word.start(),
            word.end(),
            "'"
                + word.name()
                + "' answers the question; expected the formula that is to be proved or refuted");
      } else {
        findings.error(
            FolCode.BARE_WORD,
            word.start(),
            word.end(),
            "'"
                + word.name()
                + "' is a name, not a formula; expected a predicate with arguments, such as '"
                + word.name()
                + "(a)'");
      }
    }
    return all;
  }
}
