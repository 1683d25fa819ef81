package org.ponens.grammar.fol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;

class ProblemTest {

  private static List<String> premises(Parsed<FolProblem> parsed) {
    return parsed.value().orElseThrow().premises().stream()
        .map(premise -> Notation.UNICODE.print(premise.formula()))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Premises:\nCat(tom)\n∀x (Cat(x) → Animal(x))\nConclusion:\nAnimal(tom)",
        "**Premises**\n\n1. Cat(tom)\n2. ∀x (Cat(x) → Animal(x))\n\n**Conclusion**\n\nAnimal(tom)",
        "### Facts:\n- Cat(tom)\n### Rules:\n- ∀x (Cat(x) → Animal(x))\n### Question:\n- Animal(tom)",
        "```\npremises:\n(1) Cat(tom)\n(2) ∀x (Cat(x) → Animal(x))\nconclusions: Animal(tom)\n```",
        "Premises:\n* Cat(tom).\n* ∀x (Cat(x) → Animal(x)).\nConclusion:\n* Animal(tom).",
        "PREMISES:\nPremise 1: Cat(tom)\nPremise 2: ∀x (Cat(x) → Animal(x))\nCONCLUSION:\nAnimal(tom)",
        "Premises:\nP1: Cat(tom) # a cat\nP2: ∀x (Cat(x) → Animal(x)) // cats\nQuery: Animal(tom)",
        "Premises:\n---\nCats exist: Cat(tom)\n\\[\n∀x (Cat(x) → Animal(x)) (All cats are animals.)\n\\]\nConclusion:\n"
            + "Tom is an animal.\nAnimal(tom) — Tom is an animal",
        "Sure! Here it is.\nPremises:\r\n`Cat(tom)`\r\n`∀x (Cat(x) → Animal(x))`\r\nGoal:\r\n`Animal(tom)`"
      })
  void parse_readsLayouts(String text) {
    Parsed<FolProblem> parsed = Fol.parse(text);
    assertThat(parsed.isClean()).as(parsed.diagnostics().toString()).isTrue();
    assertThat(premises(parsed)).containsExactly("Cat(tom)", "∀x (Cat(x) → Animal(x))");
    assertThat(parsed.value().flatMap(FolProblem::conclusion).map(Statement::formula))
        .contains(Formula.atom("Animal", Term.constant("tom")));
  }

  @Test
  void parse_keepsGlossesLabelsAndPlaces() {
    FolProblem problem =
        Fol.parse("Premises:\n\"my: label\": P(a) ::: a is ::: p\nP(b)\nConclusion:\nP(c) ::: \n")
            .orElseThrow();
    Statement first = problem.premises().getFirst();
    assertThat(first.label()).isEqualTo("my: label");
    assertThat(first.gloss()).contains("a is ::: p");
    assertThat(first.span().column()).isEqualTo(14);
    assertThat(problem.premises().get(1).label()).isEqualTo("premise 2");
    assertThat(problem.conclusion().orElseThrow().gloss()).isEmpty();
  }

  @Test
  void parse_dropsAnUnreadablePremise_andKeepsItsNumber() {
    Parsed<FolProblem> parsed = Fol.parse("Premises:\nP(a\nP(b) Q(c)\nP(d)\nConclusion:\nP(a)");
    assertThat(parsed.hasErrors()).isTrue();
    assertThat(parsed.value().orElseThrow().premises())
        .extracting(Statement::label)
        .containsExactly("premise 1", "premise 3");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "Uncertain", "False.", "P(a) Q(b)", "The cat is an animal.", "P", "¬Unknown"})
  void parse_givesNoProblem_withoutAReadableConclusion(String conclusion) {
    Parsed<FolProblem> parsed = Fol.parse("Premises:\nP(a)\nConclusion:\n" + conclusion);
    assertThat(parsed.value()).isEmpty();
    assertThat(parsed.has(Severity.ERROR)).isTrue();
  }

  @Test
  void parse_takesWordsForPropositions_whereNothingHasArguments() {
    assertThat(Fol.parse("Premises:\nRain → Wet\nRain\nConclusion:\nWet").isClean()).isTrue();
    assertThat(
            Fol.parse("Premises:\nRain → Wet(street)\nRain\nConclusion:\nWet(street)").hasErrors())
        .isFalse();
    assertThat(Fol.parse("Premises:\nRain → Wet\nConclusion:\nUnknown").value()).isEmpty();
    assertThat(
            Fol.parse("Predicates:\nRain ::: it rains\nPremises:\nWet(street)\nConclusion:\nRain")
                .hasErrors())
        .isFalse();
  }

  @Test
  void print_readsBack_withoutConclusion() {
    FolProblem problem =
        new FolProblem(
            Fol.parse("Premises:\nP(a)\nConclusion:\nP(a)").orElseThrow().premises(),
            java.util.Optional.empty());
    assertThat(problem.print()).isEqualTo("Premises:\nP(a)\nSatisfiable:\n");
    assertThat(Fol.parse(problem.print()).value()).contains(problem);
  }
}
