package org.ponens.grammar.fol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;

class LintsTest {

  private static List<String> lints(String premises, String conclusion) {
    return Fol.parse("Premises:\n" + premises + "\nConclusion:\n" + conclusion)
        .diagnostics()
        .stream()
        .map(d -> d.severity().label() + " " + d.code().id())
        .toList();
  }

  @Test
  void plainProblem_isClean() {
    assertThat(lints("∀x (Cat(x) → Animal(x))\nCat(tom)", "Animal(tom)")).isEmpty();
  }

  @Test
  void predicateAtTwoArities() {
    assertThat(lints("P(a)\nP(a, b)", "P(b)")).containsExactly("warning fol.several-arities");
  }

  @Test
  void nearMisses() {
    assertThat(lints("∀x (Lunch(x) → Meetings(x))", "Meetings(a) ∧ Meeting(b)"))
        .containsExactly("warning fol.similar-names", "warning fol.unlinked-conclusion");
    assertThat(lints("Tall(Rina)", "Tall(rina)"))
        .containsExactly("warning fol.same-but-for-spelling");
    assertThat(lints("Tall(miroslav)\nTall(miroslaw) ∧ Tall(miroslaw)", "Tall(miroslav)"))
        .isEmpty();
    assertThat(lints("Tall(miroslav)", "Tall(miroslaw)"))
        .containsExactly("warning fol.similar-names");
    assertThat(lints("Year(year1946)", "Year(year1947)")).isEmpty();
  }

  @Test
  void nearMiss_suggestsARenamingThatCleansUp() {
    String text = "Premises:\n∀x (Meeting(x) → Busy(x))\nMeetings(tom)\nConclusion:\nBusy(tom)\n";
    Diagnostic lint = Fol.parse(text).diagnostics().getFirst();
    Fix fix = lint.fix().orElseThrow();
    assertThat(fix.applied()).isFalse();
    assertThat(Fol.parse(fix.apply(text)).diagnostics()).isEmpty();
  }

  @Test
  void declaredNames_areNotAlikeByAccident() {
    String declared =
        "Predicates:\nLove(x) ::: a\nLover(x) ::: b\nPremises:\nLove(a)\nLover(b)\nConclusion:\nLove(b)\n";
    assertThat(Fol.parse(declared).diagnostics()).isEmpty();
  }

  @Test
  void constantAndPredicate() {
    assertThat(lints("Train(model, Learning)\nLearning(a)", "Learning(model)"))
        .containsExactly("warning fol.constant-and-predicate");
  }

  @Test
  void unlinkedConclusion() {
    assertThat(lints("Cat(tom)", "Dog(tom)")).containsExactly("warning fol.unlinked-conclusion");
    assertThat(lints("Cat(tom)", "tom = tom")).isEmpty();
  }

  @Test
  void declarations() {
    Parsed<FolProblem> parsed =
        Fol.parse(
            """
            Predicates:
            - `Cat(x)`: x is a cat
            - Dog/2
            - Unused(x, y) ::: nothing
            - ???
            Premises:
            Cat(tom) ∧ Dog(tom)
            Tame(tom)
            Conclusion:
            Tame(tom)
            """);
    assertThat(parsed.diagnostics()).allMatch(d -> d.severity() == Severity.NOTE);
    assertThat(parsed.diagnostics())
        .extracting(d -> d.code())
        .containsExactly(
            FolCode.DECLARED_ARITY,
            FolCode.UNUSED_DECLARATION,
            FolCode.UNREADABLE_DECLARATION,
            FolCode.UNDECLARED_PREDICATE);
  }

  @Test
  void manyNames_takeLittleTime() {
    String premises =
        IntStream.range(0, 8_000)
            .mapToObj(
                i ->
                    "Pred"
                        + Integer.toString(i * 7919, 36)
                        + "(const"
                        + Integer.toString(i, 26)
                        + ")")
            .collect(Collectors.joining("\n"));
    long start = System.nanoTime();
    assertThat(Fol.parse("Premises:\n" + premises + "\nConclusion:\nP(a)").value()).isPresent();
    assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(60));
  }
}
