package org.ponens.translators.lint;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.satlm.Constraint;
import org.ponens.grammar.satlm.Expression;
import org.ponens.grammar.satlm.Expressions;
import org.ponens.grammar.satlm.SatlmOption;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.grammar.satlm.SortDeclaration;
import org.ponens.translators.Question;
import org.ponens.translators.english.Likeness;

/**
 * Looks for the condition of a question ("If Bob sings first, then which ...") in the program: it
 * has to stand in every option, or as a constraint. Models often drop it.
 */
final class QuestionCondition {

  private static final Pattern CONDITION =
      Pattern.compile(
          "(?is).*?\\b(?:if|suppose|assume|given that)\\s+(?:that\\s+)?(.+?),\\s*(?:then\\s+)?"
              + "(?:which|each|what|how|who|it|all|the|any|on|in|for)\\b.*");

  private QuestionCondition() {}

  static Optional<Diagnostic> missing(SatlmProgram program, Question question) {
    Matcher matcher = CONDITION.matcher(question.text());
    if (program.options().isEmpty() || question.text().length() > 5_000 || !matcher.matches()) {
      return Optional.empty();
    }
    String condition = matcher.group(1);
    if (stated(program, condition) || sharedByOptions(program) || named(program, condition)) {
      return Optional.empty();
    }
    return Optional.of(
        Diagnostic.warning(
            EnglishCode.CONDITION_MISSING,
            program.options().getFirst().span(),
            "the question's condition \""
                + condition
                + "\" stands in no constraint and not in the options"));
  }

  /** Whether a constraint's gloss says about the same. */
  private static boolean stated(SatlmProgram program, String condition) {
    return program.constraints().stream()
        .map(Constraint::gloss)
        .flatMap(Optional::stream)
        .anyMatch(gloss -> Likeness.covers(gloss, condition));
  }

  /** Whether all options have a conjunct or an antecedent in common. */
  private static boolean sharedByOptions(SatlmProgram program) {
    Set<Expression> common = new HashSet<>();
    boolean first = true;
    for (SatlmOption option : program.options()) {
      Set<Expression> parts = new HashSet<>();
      Expressions.formulas(option.query()).forEach(formula -> parts.addAll(parts(formula)));
      if (first) {
        common.addAll(parts);
      } else {
        common.retainAll(parts);
      }
      first = false;
    }
    return program.options().size() > 1 && !common.isEmpty();
  }

  /** Whether every option mentions a member that the condition names. */
  private static boolean named(SatlmProgram program, String condition) {
    List<String> members = new ArrayList<>();
    for (SortDeclaration sort : program.sorts()) {
      if (sort instanceof SortDeclaration.Enumeration(var name, var values, var numbered)) {
        values.stream().filter(value -> Likeness.mentions(condition, value)).forEach(members::add);
      }
    }
    return !members.isEmpty()
        && program.options().stream()
            .allMatch(
                option ->
                    Expressions.formulas(option.query()).stream()
                        .anyMatch(formula -> mentionsAny(formula, members)));
  }

  private static boolean mentionsAny(Expression formula, List<String> members) {
    boolean[] found = {false};
    Expressions.walk(
        formula,
        e -> found[0] |= e instanceof Expression.Member(var name) && members.contains(name));
    return found[0];
  }

  private static List<Expression> parts(Expression formula) {
    return switch (formula) {
      case Expression.And(var operands) -> operands;
      case Expression.Implies(var antecedent, var consequent) ->
          antecedent instanceof Expression.And(var operands) ? operands : List.of(antecedent);
      case Expression other -> List.of();
    };
  }
}
