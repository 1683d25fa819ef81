package org.ponens.grammar.fol;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NotationTest {

  private static final Formula FORMULA =
      Fol.parseFormula(
              "∀x (Student(x) ∧ x ≠ rina → ¬(∃y (Knows(x, y) ⊕ y < \"big name\") ∨ P(f(x))))")
          .orElseThrow();

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "UNICODE; ∀x (Student(x) ∧ x ≠ rina → ¬((∃y (Knows(x, y) ⊕ y < \"big name\")) ∨ P(f(x))))",
        "PROVER9; all x (Student(x) & x != rina -> -((exists y -(Knows(x,y) <-> \"<\"(y,\"big name\"))) | P(f(x))))",
        "TPTP; ! [X] : (('Student'(X) & X != rina) => ~ ((? [Y] : ('Knows'(X,Y) <~> '<'(Y,'big name'))) | 'P'(f(X))))",
        "LATEX; \\forall x\\, (\\mathit{Student}(x) \\land x \\neq \\mathit{rina} \\rightarrow \\neg"
            + " ((\\exists y\\, (\\mathit{Knows}(x, y) \\oplus y < \\mathit{big\\ name})) \\lor P(f(x))))"
      })
  void print_writesEachNotation(Notation notation, String printed) {
    assertThat(notation.print(FORMULA)).isEqualTo(printed);
  }

  @Test
  void print_quotesConstantsThatWouldReadAsVariables() {
    Formula formula =
        new Formula.ForAll(
            Term.variable("a"),
            Formula.atom(
                "P",
                Term.variable("a"),
                Term.constant("a"),
                Term.constant("x"),
                Term.constant("b")));
    assertThat(Notation.UNICODE.print(formula)).isEqualTo("∀a P(a, \"a\", \"x\", b)");
    assertThat(Fol.parseFormula(Notation.UNICODE.print(formula)).value()).contains(formula);
  }

  @Test
  void print_renamesVariablesThatCannotBeSpelled() {
    Formula formula =
        new Formula.ForAll(
            Term.variable("the thing"),
            Formula.atom("P", Term.variable("the thing"), Term.constant("x1")));
    assertThat(Notation.UNICODE.print(formula)).isEqualTo("∀x2 P(x2, \"x1\")");
  }

  @Test
  void print_isLinear() {
    Formula formula = Formula.atom("P", Term.constant("a"));
    for (int i = 0; i < 900; i++) {
      formula =
          i % 2 == 0 ? new Formula.Not(formula) : new Formula.Implies(formula, Formula.atom("Q"));
    }
    assertThat(Notation.UNICODE.print(formula).length()).isLessThan(20_000);
  }
}
