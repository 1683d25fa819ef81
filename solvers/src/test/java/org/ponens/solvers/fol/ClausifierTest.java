package org.ponens.solvers.fol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ponens.solvers.fol.Sentences.A;
import static org.ponens.solvers.fol.Sentences.X;
import static org.ponens.solvers.fol.Sentences.Y;
import static org.ponens.solvers.fol.Sentences.all;
import static org.ponens.solvers.fol.Sentences.iff;
import static org.ponens.solvers.fol.Sentences.implies;
import static org.ponens.solvers.fol.Sentences.is;
import static org.ponens.solvers.fol.Sentences.not;
import static org.ponens.solvers.fol.Sentences.some;
import static org.ponens.solvers.fol.Sentences.xor;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.Budget;
import org.ponens.solvers.fol.clause.Clausification;
import org.ponens.solvers.fol.clause.Clausifier;
import org.ponens.solvers.fol.clause.InputClause;

class ClausifierTest {

  private static Clausification clausify(Formula... premises) {
    return Clausifier.clausify(List.of(premises), Optional.empty(), Budget.oneSecond().start())
        .orElseThrow();
  }

  private static List<String> clauses(Formula... premises) {
    return clausify(premises).premises().stream().map(ClausifierTest::print).toList();
  }

  private static String print(InputClause input) {
    return input.clause().literals().stream()
        .map(
            literal ->
                (literal.positive() ? "" : "¬")
                    + literal.predicate()
                    + literal.arguments().stream()
                        .map(ClausifierTest::print)
                        .collect(Collectors.joining(",", "(", ")")))
        .collect(Collectors.joining(" ∨ "));
  }

  private static String print(Term term) {
    return switch (term) {
      case Term.Variable(var name) -> name;
      case Term.Application(var function, var arguments) ->
          arguments.isEmpty()
              ? function
              : function
                  + arguments.stream()
                      .map(ClausifierTest::print)
                      .collect(Collectors.joining(",", "(", ")"));
    };
  }

  @Test
  void variables_keepTheirNames() {
    assertThat(clauses(all(X, implies(is("P", X), is("Q", X))))).containsExactly("¬P(x) ∨ Q(x)");
  }

  @Test
  void witness_dependsOnWhatItMustOnly() {
    assertThat(clauses(all(X, some(Y, is("R", X, Y))))).containsExactly("R(x,sk1(x))");
    // Miniscoped: the witness of Q does not depend on x.
    assertThat(clauses(all(X, some(Y, Formula.or(is("P", X), is("Q", Y))))))
        .containsExactly("Q(sk1) ∨ P(x)");
  }

  @Test
  void skolemNames_avoidTheAuthors() {
    assertThat(clauses(is("P", Term.constant("sk1")), some(X, is("P", X))))
        .containsExactly("P(sk1)", "P(sk2)");
  }

  @Test
  void sameVariableBoundTwice_isTwoVariables() {
    assertThat(clauses(Formula.or(all(X, is("P", X)), all(X, is("Q", X)))))
        .containsExactly("P(x) ∨ Q(x1)");
  }

  @Test
  void tautologiesAndRepetitions_areRemoved() {
    assertThat(clauses(Formula.or(is("P", A), not(is("P", A))))).isEmpty();
    assertThat(clauses(Formula.or(is("P", A), is("P", A), new Formula.Truth(false))))
        .containsExactly("P(a)");
    assertThat(clauses(new Formula.Truth(false))).containsExactly("");
  }

  @Test
  void exclusiveOr_hasTwoClauses() {
    assertThat(clauses(xor(is("P", A), is("Q", A))))
        .containsExactly("P(a) ∨ Q(a)", "¬P(a) ∨ ¬Q(a)");
  }

  @Test
  void disjunctionOfConjunctions_getsDefinitions() {
    Formula pairs = Formula.and(is("P0"), is("Q0"));
    for (int i = 1; i < 30; i++) {
      pairs = Formula.or(pairs, Formula.and(is("P" + i), is("Q" + i)));
    }
    assertThat(clausify(pairs).premises()).hasSizeLessThan(130);
    assertThat(clausify(pairs).introduced()).isNotEmpty();
  }

  @Test
  void nestedEquivalences_haveLinearlyManyClauses() {
    Formula chain = is("P0");
    for (int i = 1; i < 100; i++) {
      chain = iff(is("P" + i), chain);
    }
    assertThat(clausify(chain).premises()).hasSizeLessThan(1_000);
  }

  @Test
  void clauses_knowTheirStatement() {
    Clausification clauses =
        Clausifier.clausify(
                List.of(is("P", A), is("Q", A)),
                Optional.of(is("R", A)),
                Budget.oneSecond().start())
            .orElseThrow();
    assertThat(clauses.premises()).extracting(InputClause::statement).containsExactly(0, 1);
    assertThat(clauses.against(true).stream().map(ClausifierTest::print))
        .containsExactly("P(a)", "Q(a)", "¬R(a)");
    assertThat(clauses.negatedConclusion()).extracting(InputClause::statement).containsExactly(2);
  }
}
