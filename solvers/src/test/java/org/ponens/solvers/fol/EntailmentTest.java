package org.ponens.solvers.fol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ponens.grammar.fol.Formula.and;
import static org.ponens.grammar.fol.Formula.or;
import static org.ponens.solvers.fol.Sentences.A;
import static org.ponens.solvers.fol.Sentences.B;
import static org.ponens.solvers.fol.Sentences.FALSUM;
import static org.ponens.solvers.fol.Sentences.X;
import static org.ponens.solvers.fol.Sentences.Y;
import static org.ponens.solvers.fol.Sentences.Z;
import static org.ponens.solvers.fol.Sentences.all;
import static org.ponens.solvers.fol.Sentences.every;
import static org.ponens.solvers.fol.Sentences.iff;
import static org.ponens.solvers.fol.Sentences.implies;
import static org.ponens.solvers.fol.Sentences.is;
import static org.ponens.solvers.fol.Sentences.not;
import static org.ponens.solvers.fol.Sentences.same;
import static org.ponens.solvers.fol.Sentences.some;
import static org.ponens.solvers.fol.Sentences.xor;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.Budget;
import org.ponens.solvers.fol.proof.Proof;
import org.ponens.solvers.fol.proof.Step;

class EntailmentTest {

  private static final Budget TIME = Budget.of(Duration.ofSeconds(5));

  private static Verdict decide(List<Formula> premises, Formula conclusion) {
    return Entailment.decide(premises, conclusion, TIME);
  }

  private static Verdict.Entailed entailed(Verdict verdict) {
    assertThat(verdict).isInstanceOf(Verdict.Entailed.class);
    return (Verdict.Entailed) verdict;
  }

  @Test
  void decide_certifiesAnEquationThatIsSpelledBothWays() {
    Formula ab = new Formula.Equality(Term.constant("a"), Term.constant("b"));
    Formula ba = new Formula.Equality(Term.constant("b"), Term.constant("a"));
    Formula either = Formula.or(ab, ba);
    Formula neither = Formula.or(new Formula.Not(ab), new Formula.Not(ba));
    assertThat(
            Entailment.decide(
                List.of(either), new Formula.Not(neither), Budget.of(Duration.ofSeconds(5))))
        .isInstanceOf(Verdict.Entailed.class);
    assertThat(
            Entailment.satisfiability(List.of(either, neither), Budget.of(Duration.ofSeconds(5))))
        .isInstanceOf(Satisfiability.Unsatisfiable.class);
  }

  @Test
  void socratesIsMortal() {
    Term socrates = Term.constant("socrates");
    Verdict verdict =
        decide(List.of(every("Man", "Mortal"), is("Man", socrates)), is("Mortal", socrates));

    Verdict.Entailed entailed = entailed(verdict);
    assertThat(entailed.support().premises()).containsExactly(0, 1);
    assertThat(entailed.support().minimal()).isTrue();
    assertThat(entailed.support().consistency()).isPresent();
    assertThat(entailed.proof().steps().getLast().clause().isEmpty()).isTrue();
  }

  @Test
  void proof_readsForward_withTheNegatedConclusionLast() {
    Proof proof =
        entailed(decide(List.of(every("P", "Q"), every("Q", "R"), is("P", A)), is("R", A))).proof();

    List<Step> derived = proof.steps().stream().filter(s -> s.parents().size() > 1).toList();
    assertThat(derived.get(0).clause().literals()).extracting("predicate").containsExactly("Q");
    assertThat(derived.get(1).clause().literals()).extracting("predicate").containsExactly("R");
    assertThat(derived.getLast().clause().isEmpty()).isTrue();
  }

  @Test
  void noReptilesAreMammals_refutesThatSomeSnakeIs() {
    Verdict verdict =
        decide(
            List.of(
                every("Snake", "Reptile"), all(X, implies(is("Reptile", X), not(is("Mammal", X))))),
            some(X, and(is("Snake", X), is("Mammal", X))));

    assertThat(verdict).isInstanceOf(Verdict.Refuted.class);
    assertThat(((Verdict.Refuted) verdict).support().premises()).containsExactly(0, 1);
  }

  @Test
  void affirmingTheConsequent_hasModelsOfBothKinds() {
    List<Formula> premises = List.of(every("Man", "Mortal"), is("Mortal", A));
    Verdict verdict = decide(premises, is("Man", A));

    assertThat(verdict).isInstanceOf(Verdict.Independent.class);
    Verdict.Independent independent = (Verdict.Independent) verdict;
    assertThat(premises).allMatch(independent.conclusionFalse()::satisfies);
    assertThat(premises).allMatch(independent.conclusionTrue()::satisfies);
    assertThat(independent.conclusionTrue().satisfies(is("Man", A))).isTrue();
    assertThat(independent.conclusionFalse().satisfies(is("Man", A))).isFalse();
    assertThat(independent.conclusionFalse().print())
        .isEqualTo("Domain: {a}\nMan: {}\nMortal: {a}");
  }

  @Test
  void unneededPremises_areLeftOutOfTheSupport() {
    List<Formula> premises = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      premises.add(every("P" + i, "P" + (i + 1)));
    }
    premises.add(is("P3", A));
    premises.add(is("P5", A));

    Verdict.Support support = entailed(decide(premises, is("P6", A))).support();
    assertThat(support.minimal()).isTrue();
    assertThat(support.premises()).hasSizeLessThanOrEqualTo(4).contains(5);
  }

  @Test
  void inconsistentPremises_entailNothing() {
    Verdict verdict =
        decide(List.of(is("Q", B), every("P", "Q"), is("P", A), not(is("Q", A))), is("Q", B));

    assertThat(verdict).isInstanceOf(Verdict.InconsistentPremises.class);
    Verdict.InconsistentPremises inconsistent = (Verdict.InconsistentPremises) verdict;
    assertThat(inconsistent.core()).containsExactly(1, 2, 3);
    assertThat(inconsistent.minimal()).isTrue();
    assertThat(inconsistent.proof().statementsUsed()).containsExactly(1, 2, 3);
  }

  @Test
  void tautology_needsNoPremise() {
    Verdict verdict = decide(List.of(is("P", A)), or(is("Q"), not(is("Q"))));
    assertThat(entailed(verdict).support().premises()).isEmpty();
  }

  @Test
  void contradiction_isRefutedWithoutPremises() {
    Verdict verdict = decide(List.of(), FALSUM);
    assertThat(verdict).isInstanceOf(Verdict.Refuted.class);
    assertThat(((Verdict.Refuted) verdict).support().consistency()).isPresent();
  }

  @Test
  void equals_mayReplaceEquals() {
    assertThat(decide(List.of(same(A, B), is("Likes", A, B), every("P", "Q")), is("Likes", B, A)))
        .isInstanceOf(Verdict.Entailed.class);
  }

  @Test
  void namesWithoutMore_mayDenoteTheSame() {
    Verdict verdict = decide(List.of(is("P", A), is("Q", B)), not(same(A, B)));
    assertThat(verdict).isInstanceOf(Verdict.Independent.class);
    assertThat(((Verdict.Independent) verdict).conclusionFalse().print())
        .contains("Constants: b = a");
  }

  @Test
  void onlyElementsOfAClosedDomain_countAsExceptions() {
    // Everyone is a or b; a is no thief; someone is. So b is.
    assertThat(
            decide(
                List.of(
                    all(X, or(same(X, A), same(X, B))),
                    not(is("Thief", A)),
                    some(X, is("Thief", X))),
                is("Thief", B)))
        .isInstanceOf(Verdict.Entailed.class);
  }

  @Test
  void quantifierOrder_matters() {
    Formula everyoneLovesSomeone = all(X, some(Y, is("Loves", X, Y)));
    Formula someoneIsLovedByAll = some(Y, all(X, is("Loves", X, Y)));
    Verdict verdict = decide(List.of(everyoneLovesSomeone), someoneIsLovedByAll);

    assertThat(verdict).isInstanceOf(Verdict.Independent.class);
    assertThat(((Verdict.Independent) verdict).conclusionFalse().size()).isGreaterThan(1);
  }

  @Test
  void groundFunctionTerms_areDecidedLikeConstants() {
    Term fatherOfA = Term.apply("father", A);
    Term fatherOfB = Term.apply("father", B);
    List<Formula> premises = List.of(same(A, B), is("Tall", fatherOfA));
    assertThat(decide(premises, is("Tall", fatherOfB))).isInstanceOf(Verdict.Entailed.class);
    assertThat(decide(premises, is("Tall", A))).isInstanceOf(Verdict.Independent.class);
  }

  @Test
  void unsharedVariables_areRenamedApart() {
    Formula shadowing = all(X, implies(is("P", X), some(X, is("Q", X))));
    assertThat(decide(List.of(shadowing, is("P", A)), some(Y, is("Q", Y))))
        .isInstanceOf(Verdict.Entailed.class);
  }

  @Test
  void freeVariables_areClosedUniversally() {
    assertThat(decide(List.of(implies(is("P", X), is("Q", X)), is("P", A)), is("Q", A)))
        .isInstanceOf(Verdict.Entailed.class);
    assertThat(decide(List.of(is("P", A)), is("P", X))).isInstanceOf(Verdict.Independent.class);
  }

  @Test
  void exclusiveOr_isFalseOfBoth() {
    assertThat(decide(List.of(xor(is("P"), is("Q")), is("P")), not(is("Q"))))
        .isInstanceOf(Verdict.Entailed.class);
  }

  @Test
  void fourPigeons_doNotFitThreeHoles() {
    List<Formula> premises = new ArrayList<>();
    Term[] holes = {Term.constant("h1"), Term.constant("h2"), Term.constant("h3")};
    Term[] pigeons = {
      Term.constant("p1"), Term.constant("p2"), Term.constant("p3"), Term.constant("p4")
    };
    for (Term pigeon : pigeons) {
      premises.add(
          or(is("In", pigeon, holes[0]), is("In", pigeon, holes[1]), is("In", pigeon, holes[2])));
      premises.add(is("Pigeon", pigeon));
    }
    for (int i = 0; i < pigeons.length; i++) {
      for (int j = 0; j < i; j++) {
        premises.add(not(same(pigeons[i], pigeons[j])));
      }
    }
    Formula shared =
        some(
            Z,
            some(
                X,
                some(
                    Y,
                    and(
                        is("Pigeon", X),
                        is("Pigeon", Y),
                        not(same(X, Y)),
                        is("In", X, Z),
                        is("In", Y, Z)))));

    Verdict.Entailed entailed = entailed(decide(premises, shared));
    assertThat(entailed.support().minimal()).isTrue();
    assertThat(entailed.support().premises()).hasSize(premises.size());
    assertThat(decide(premises.subList(0, 6), shared)).isInstanceOf(Verdict.Independent.class);
  }

  @Test
  void implicationalLogic_doesNotProveDoubleNegation_withoutAnAxiomOfNegation() {
    // Condensed detachment: a finite matrix shows the independence of an axiom.
    Formula k = is("T", implication(X, implication(Y, X)));
    Formula detachment = implies(and(is("T", implication(X, Y)), is("T", X)), is("T", Y));
    Formula conclusion = is("T", implication(X, Term.apply("n", Term.apply("n", X))));
    Verdict verdict = decide(List.of(k, detachment), conclusion);

    assertThat(verdict).isInstanceOf(Verdict.Independent.class);
    Structure matrix = ((Verdict.Independent) verdict).conclusionFalse();
    assertThat(List.of(k, detachment)).allMatch(matrix::satisfies);
    assertThat(matrix.satisfies(conclusion)).isFalse();
  }

  private static Term implication(Term left, Term right) {
    return Term.apply("i", left, right);
  }

  @Test
  void nestedEquivalences_doNotMultiply() {
    Formula chain = is("P0");
    for (int i = 1; i < 40; i++) {
      chain = iff(chain, is("P" + i));
    }
    Formula reversed = is("P39");
    for (int i = 38; i >= 0; i--) {
      reversed = iff(is("P" + i), reversed);
    }
    assertThat(decide(List.of(chain), reversed)).isInstanceOf(Verdict.Entailed.class);
  }

  @Test
  void deepFormulas_areDecided() {
    Formula formula = is("P", A);
    for (int i = 0; i < 500; i++) {
      formula = not(formula);
    }
    Formula chain = is("P0");
    for (int i = 0; i < 1_000; i++) {
      chain = implies(is("P" + i % 7), chain);
    }
    assertThat(decide(List.of(formula), is("P", A))).isInstanceOf(Verdict.Entailed.class);
    assertThat(decide(List.of(chain), is("Q"))).isInstanceOf(Verdict.Independent.class);
  }

  @Test
  void deepQuantifiers_areDecided() {
    Formula formula = is("P", A);
    for (int i = 0; i < 1_000; i++) {
      Term variable = Term.variable("x" + i);
      formula =
          i % 2 == 0
              ? all(variable, or(formula, is("Q", variable)))
              : some(variable, and(formula, is("R", variable)));
    }
    assertThat(Entailment.decide(List.of(formula), is("S"), Budget.oneSecond())).isNotNull();
  }

  @Test
  void tooDeepFormulas_areRefused() {
    Formula formula = is("P");
    for (int i = 0; i < 100_000; i++) {
      formula = not(formula);
    }
    assertThat(decide(List.of(formula), is("P")))
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided -> assertThat(undecided.reason()).isEqualTo(Verdict.Reason.TOO_LARGE));
  }

  @Test
  void spentBudget_isAnOutcome() {
    // A group of exponent 3 is not abelian, but its smallest witness has 27 elements.
    Term e = Term.constant("e");
    Formula associative =
        all(X, all(Y, all(Z, same(times(times(X, Y), Z), times(X, times(Y, Z))))));
    Formula unit = all(X, and(same(times(e, X), X), same(times(X, e), X)));
    Formula cube = all(X, same(times(X, times(X, X)), e));
    Formula abelian = all(X, all(Y, same(times(X, Y), times(Y, X))));

    Verdict verdict =
        Entailment.decide(
            List.of(associative, unit, cube), abelian, Budget.of(Duration.ofMillis(200)));
    assertThat(verdict)
        .isInstanceOfSatisfying(
            Verdict.Undecided.class,
            undecided -> {
              assertThat(undecided.conclusionFalse()).isEmpty();
              assertThat(undecided.elapsed()).isLessThan(Duration.ofSeconds(3));
            });
  }

  private static Term times(Term left, Term right) {
    return Term.apply("times", left, right);
  }

  @Test
  void satisfiability_givesAModelOrACore() {
    Formula irreflexive = all(X, not(is("R", X, X)));
    Formula serial = all(X, some(Y, is("R", X, Y)));
    Formula symmetric = all(X, all(Y, implies(is("R", X, Y), is("R", Y, X))));
    Formula empty = all(X, all(Y, not(is("R", X, Y))));

    assertThat(Entailment.satisfiability(List.of(irreflexive, serial, symmetric), TIME))
        .isInstanceOfSatisfying(
            Satisfiability.Satisfiable.class,
            satisfiable -> assertThat(satisfiable.model().size()).isEqualTo(2));
    assertThat(Entailment.satisfiability(List.of(is("R", A, B), irreflexive, empty), TIME))
        .isInstanceOfSatisfying(
            Satisfiability.Unsatisfiable.class,
            unsatisfiable -> assertThat(unsatisfiable.core()).containsExactly(0, 2));
  }

  @Test
  void problemWithoutConclusion_isNotDecided() {
    FolProblem problem = new FolProblem(List.of(), Optional.empty());
    assertThatThrownBy(() -> Entailment.decide(problem, TIME))
        .isInstanceOf(IllegalArgumentException.class);
    assertThat(Entailment.satisfiability(problem, TIME))
        .isInstanceOf(Satisfiability.Satisfiable.class);
  }
}
