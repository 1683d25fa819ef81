package org.ponens.grammar.fol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;

class Prover9Test {

  private static List<String> premises(Parsed<FolProblem> parsed) {
    return parsed.value().orElseThrow().premises().stream()
        .map(premise -> Notation.UNICODE.print(premise.formula()))
        .toList();
  }

  private static Parsed<FolProblem> parse(String text) {
    return Prover9.parse(Source.of(text));
  }

  @Test
  void parse_readsListsAndSkipsCommands() {
    Parsed<FolProblem> parsed =
        parse(
            """
            % comment. with a stop
            set(prolog_style_variables_not). clear(auto_denials). assign(max_seconds, 10).
            formulas(assumptions).
              all x all y (man(x) & friend(x,y) -> man(y)) # label("a. b").
              man(socrates)   % trailing
                & -god(socrates).
              exists y (god(y)).  "big name"(c) | $F.
            end_of_list.
            formulas(sos). p(x) <-> q(x,u). x = y | a != 2.5. end_of_list.
            formulas(goals). mortal(socrates). end_of_list.
            """);
    assertThat(premises(parsed))
        .containsExactly(
            "∀x ∀y (man(x) ∧ friend(x, y) → man(y))",
            "man(socrates) ∧ ¬god(socrates)",
            "∃y (god(y))",
            "\"big name\"(c) ∨ ⊥",
            "∀x ∀u (p(x) ↔ q(x, u))",
            "∀x ∀y (x = y ∨ a ≠ 2.5)");
    assertThat(parsed.value().flatMap(FolProblem::conclusion).map(Statement::label))
        .isEqualTo(Optional.of("conclusion"));
    assertThat(parsed.diagnostics()).allMatch(d -> d.severity() == Severity.NOTE);
  }

  @Test
  void parse_takesPrologStyleVariables() {
    assertThat(
            premises(parse("set(prolog_style_variables). formulas(sos). p(X,x,_y). end_of_list.")))
        .containsExactly("∀X ∀_y (p(X, \"x\", _y))");
  }

  @Test
  void parse_readsQuantifiersNarrowly() {
    assertThat(premises(parse("formulas(sos). all x p(x) -> q(a). end_of_list.")))
        .containsExactly("(∀x (p(x))) → q(a)");
  }

  @Test
  void parse_givesNoProblemWithoutItsGoal() {
    assertThat(parse("formulas(goals). p(a) & . end_of_list.").value()).isEmpty();
    assertThat(parse("formulas(sos). p(a). end_of_list. formulas(goals). p(b)").value()).isEmpty();
  }
}
