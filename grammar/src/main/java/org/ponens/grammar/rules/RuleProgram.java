package org.ponens.grammar.rules;

import java.util.List;
import java.util.Objects;
import org.ponens.grammar.Program;

/**
 * A rule program: facts, rules with strong negation, and the literal that is asked for (Pan et al.,
 * Logic-LM, EMNLP Findings 2023, after Pyke's knowledge bases).
 *
 * @param predicates what was declared, which may be less than what is used
 * @param facts what is given
 * @param rules how more follows
 * @param query what is asked
 */
public record RuleProgram(
    List<Predicate> predicates, List<Fact> facts, List<Rule> rules, Query query)
    implements Program {

  public RuleProgram {
    predicates = List.copyOf(predicates);
    facts = List.copyOf(facts);
    rules = List.copyOf(rules);
    Objects.requireNonNull(query);
  }

  @Override
  public String print() {
    return RulePrinter.print(this);
  }
}
