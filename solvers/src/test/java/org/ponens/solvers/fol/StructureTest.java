package org.ponens.solvers.fol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ponens.solvers.fol.Sentences.A;
import static org.ponens.solvers.fol.Sentences.X;
import static org.ponens.solvers.fol.Sentences.Y;
import static org.ponens.solvers.fol.Sentences.all;
import static org.ponens.solvers.fol.Sentences.is;
import static org.ponens.solvers.fol.Sentences.not;
import static org.ponens.solvers.fol.Sentences.same;
import static org.ponens.solvers.fol.Sentences.some;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.Budget;

class StructureTest {

  /**
   * Two elements; a is the first, b is the first; next swaps them; R relates the first to the
   * second.
   */
  private static Structure example() {
    SequencedMap<Symbol, int[]> functions = new LinkedHashMap<>();
    functions.put(new Symbol("a", 0), new int[] {0});
    functions.put(new Symbol("b", 0), new int[] {0});
    functions.put(new Symbol("next", 1), new int[] {1, 0});
    SequencedMap<Symbol, Set<List<Integer>>> relations = new LinkedHashMap<>();
    relations.put(new Symbol("R", 2), Set.of(List.of(0, 1)));
    relations.put(new Symbol("P", 0), Set.of(List.of()));
    relations.put(new Symbol("Q", 0), Set.of());
    return new Structure(2, functions, relations);
  }

  @Test
  void satisfies_followsTarski() {
    Structure structure = example();
    Term next = Term.apply("next", X);
    assertThat(structure.satisfies(is("R", A, Term.apply("next", A)))).isTrue();
    assertThat(structure.satisfies(all(X, some(Y, is("R", X, Y))))).isFalse();
    assertThat(structure.satisfies(some(X, all(Y, not(is("R", X, Y)))))).isTrue();
    assertThat(structure.satisfies(all(X, not(same(X, next))))).isTrue();
    assertThat(structure.satisfies(all(X, same(X, Term.apply("next", next))))).isTrue();
    assertThat(structure.satisfies(is("P"))).isTrue();
    assertThat(structure.satisfies(is("Q"))).isFalse();
    assertThat(structure.satisfies(is("Unknown", A))).isFalse();
  }

  @Test
  void satisfies_closesFreeVariablesUniversally() {
    assertThat(example().satisfies(same(X, A))).isFalse();
    assertThat(example().satisfies(same(X, X))).isTrue();
  }

  @Test
  void innerQuantifier_hidesTheOuter() {
    assertThat(example().satisfies(some(X, Formula.and(some(X, same(X, A)), not(same(X, A))))))
        .isTrue();
  }

  @Test
  void print_namesElementsByConstants() {
    assertThat(example().print())
        .isEqualTo(
            """
            Domain: {a, e1}
            Constants: b = a
            next: (a) ↦ e1, (e1) ↦ a
            R: {(a, e1)}
            P: true
            Q: false""");
  }

  @Test
  void manyQuantifiers_endWithTheBudget() {
    Formula formula = same(X, X);
    for (int i = 0; i < 60; i++) {
      formula = all(Term.variable("x" + i), formula);
    }
    assertThat(example().satisfies(formula, Budget.of(Duration.ofMillis(20)).start())).isEmpty();
  }

  @Test
  void partialFunctions_areRefused() {
    SequencedMap<Symbol, int[]> functions = new LinkedHashMap<>();
    functions.put(new Symbol("f", 1), new int[] {0});
    assertThatThrownBy(() -> new Structure(2, functions, new LinkedHashMap<>()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
