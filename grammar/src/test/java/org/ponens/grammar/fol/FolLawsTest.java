package org.ponens.grammar.fol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

/** What is printed reads back as equal. */
class FolLawsTest {

  @Provide
  Arbitrary<Formula> unicodeFormulas() {
    return FolGenerators.formulas(Notation.UNICODE);
  }

  @Provide
  Arbitrary<Formula> prover9Formulas() {
    return FolGenerators.formulas(Notation.PROVER9);
  }

  @Provide
  Arbitrary<Formula> tptpFormulas() {
    return FolGenerators.formulas(Notation.TPTP);
  }

  @Provide
  Arbitrary<FolProblem> problems() {
    return FolGenerators.problems();
  }

  @Property(tries = 1000, seed = "1")
  void parseFormula_readsBackUnicode(@ForAll("unicodeFormulas") Formula formula) {
    String printed = Notation.UNICODE.print(formula);
    Parsed<Formula> parsed = Fol.parseFormula(printed);
    assertThat(parsed.hasErrors()).as(printed).isFalse();
    assertThat(parsed.value())
        .as(
            () ->
                printed + "\n" + parsed.value().map(Notation.UNICODE::print) + parsed.diagnostics())
        .contains(formula);
    assertThat(parsed.diagnostics())
        .as(printed)
        .noneMatch(
            d ->
                d.code() == FolCode.MIXED_CONNECTIVES
                    || d.code() == FolCode.DOUBTFUL_SCOPE
                    || d.code() == FolCode.WIDENED_SCOPE
                    || d.code() == FolCode.NAME_WITH_BLANKS);
  }

  @Property(tries = 600, seed = "1")
  void parse_readsBackProver9(@ForAll("prover9Formulas") Formula formula) {
    String file =
        "formulas(assumptions).\n" + Notation.PROVER9.print(formula) + ".\nend_of_list.\n";
    Parsed<FolProblem> parsed = Prover9.parse(Source.of(file));
    assertThat(parsed.value().map(p -> p.premises().getFirst().formula()))
        .as(file + parsed.diagnostics())
        .contains(formula);
  }

  @Property(tries = 600, seed = "1")
  void parseFormula_readsBackProver9WherePropositionsHaveArguments(
      @ForAll("prover9Formulas") Formula formula) {
    String printed = Notation.PROVER9.print(formula);
    Optional<Formula> read = Fol.parseFormula(printed).value();
    // Prover9 writes propositions as bare words, which Fol may take for no formula at all.
    read.ifPresent(value -> assertThat(value).as(printed).isEqualTo(formula));
  }

  @Property(tries = 600, seed = "1")
  void parse_readsBackTptp(@ForAll("tptpFormulas") Formula formula) {
    String file = "fof(f, axiom, " + Notation.TPTP.print(formula) + ").";
    Parsed<FolProblem> parsed = Tptp.parse(Source.of(file));
    assertThat(parsed.value().map(p -> p.premises().getFirst().formula()))
        .as(file + parsed.diagnostics())
        .contains(formula);
  }

  @Property(tries = 500, seed = "1")
  void parse_readsBackProblems(@ForAll("problems") FolProblem problem) {
    String printed = problem.print();
    Parsed<FolProblem> parsed = Fol.parse(printed);
    assertThat(parsed.value())
        .as(() -> printed + parsed.value().map(FolProblem::print) + parsed.diagnostics())
        .contains(problem);
    assertThat(parsed.hasErrors()).as(printed).isFalse();
  }
}
