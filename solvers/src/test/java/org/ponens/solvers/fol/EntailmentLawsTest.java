package org.ponens.solvers.fol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.Size;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Formulas;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.Budget;
import org.ponens.solvers.fol.clause.Clausification;
import org.ponens.solvers.fol.clause.Clausifier;
import org.ponens.solvers.fol.finite.FiniteModels;
import org.ponens.solvers.fol.ground.BernaysSchoenfinkel;

class EntailmentLawsTest {

  /** Where functions remain, a search without a refuter need not end. */
  private static final Budget FEW_STEPS = new Budget(Duration.ofSeconds(10), 300);

  private static final Budget TIME = Budget.of(Duration.ofSeconds(10));

  @Provide
  Arbitrary<Formula> propositional() {
    return RandomFormulas.propositional();
  }

  @Provide
  Arbitrary<Formula> monadic() {
    return RandomFormulas.monadic();
  }

  @Provide
  Arbitrary<Formula> universal() {
    return RandomFormulas.universal();
  }

  @Provide
  Arbitrary<Formula> ground() {
    return RandomFormulas.ground();
  }

  @Provide
  Arbitrary<Formula> general() {
    return RandomFormulas.general();
  }

  @Property(tries = 300, seed = "1")
  void propositionalVerdict_isThatOfTruthTables(
      @ForAll @Size(max = 3) List<@From("propositional") Formula> premises,
      @ForAll("propositional") Formula conclusion) {
    agreesWithEnumeration(premises, conclusion, 1);
  }

  /** A monadic sentence with k predicates has a model of at most 2^k elements, or none. */
  @Property(tries = 100, seed = "1")
  void monadicVerdict_isThatOfEnumeration(
      @ForAll @Size(min = 1, max = 2) List<@From("monadic") Formula> premises,
      @ForAll("monadic") Formula conclusion) {
    agreesWithEnumeration(premises, conclusion, 4);
  }

  /** Universal sentences with two constants have a model of at most two elements, or none. */
  @Property(tries = 300, seed = "1")
  void universalVerdict_isThatOfEnumeration(
      @ForAll @Size(min = 1, max = 3) List<@From("universal") Formula> premises,
      @ForAll("ground") Formula conclusion) {
    agreesWithEnumeration(premises, conclusion, 2);
  }

  private static void agreesWithEnumeration(
      List<Formula> premises, Formula conclusion, int maxSize) {
    boolean canBeTrue = Structures.satisfiable(with(premises, conclusion), maxSize);
    boolean canBeFalse = Structures.satisfiable(with(premises, negation(conclusion)), maxSize);
    Verdict verdict =
        Entailment.decide(
            premises, conclusion, hasFunctions(premises, conclusion) ? FEW_STEPS : TIME);
    if (verdict instanceof Verdict.Undecided(var r, var whereTrue, var whereFalse, var t)) {
      assertThat(hasFunctions(premises, conclusion)).isTrue();
      assertThat(whereTrue.isPresent() && !canBeTrue).isFalse();
      assertThat(whereFalse.isPresent() && !canBeFalse).isFalse();
      return;
    }
    Class<? extends Verdict> expected =
        canBeTrue
            ? canBeFalse ? Verdict.Independent.class : Verdict.Entailed.class
            : canBeFalse ? Verdict.Refuted.class : Verdict.InconsistentPremises.class;
    assertThat(verdict).isInstanceOf(expected);
    certificatesHold(premises, conclusion, verdict);
  }

  private static boolean hasFunctions(List<Formula> premises, Formula conclusion) {
    Clausification clauses =
        Clausifier.clausify(premises, Optional.of(conclusion), TIME.start()).orElseThrow();
    return !BernaysSchoenfinkel.contains(clauses.against(true))
        || !BernaysSchoenfinkel.contains(clauses.against(false));
  }

  /** Structures make true what they should, and the support alone decides the same. */
  private static void certificatesHold(
      List<Formula> premises, Formula conclusion, Verdict verdict) {
    switch (verdict) {
      case Verdict.Independent(var whereTrue, var whereFalse) -> {
        assertThat(with(premises, conclusion)).allMatch(whereTrue::satisfies);
        assertThat(with(premises, negation(conclusion))).allMatch(whereFalse::satisfies);
      }
      case Verdict.Entailed(var proof, var support) when !hasFunctions(premises, conclusion) ->
          supportSuffices(premises, negation(conclusion), support);
      case Verdict.Refuted(var proof, var support) when !hasFunctions(premises, conclusion) ->
          supportSuffices(premises, conclusion, support);
      case Verdict.Entailed e -> {}
      case Verdict.Refuted r -> {}
      case Verdict.InconsistentPremises(var core, var minimal, var proof) when minimal -> {
        assertThat(proof.statementsUsed()).isSubsetOf(core);
        assertThat(Entailment.satisfiability(some(premises, core), TIME))
            .isInstanceOf(Satisfiability.Unsatisfiable.class);
        for (Integer index : core) {
          List<Integer> rest = core.stream().filter(i -> !i.equals(index)).toList();
          assertThat(Entailment.satisfiability(some(premises, rest), TIME))
              .isInstanceOf(Satisfiability.Satisfiable.class);
        }
      }
      case Verdict.InconsistentPremises i -> {}
      case Verdict.Undecided u -> {}
    }
  }

  private static void supportSuffices(
      List<Formula> premises, Formula contrary, Verdict.Support support) {
    assertThat(support.consistency()).isPresent();
    assertThat(premises).allMatch(support.consistency().get()::satisfies);
    assertThat(Entailment.satisfiability(with(some(premises, support.premises()), contrary), TIME))
        .isInstanceOf(Satisfiability.Unsatisfiable.class);
    for (Integer index : support.premises()) {
      List<Integer> rest = support.premises().stream().filter(i -> !i.equals(index)).toList();
      assertThat(Entailment.satisfiability(with(some(premises, rest), contrary), TIME))
          .isInstanceOf(Satisfiability.Satisfiable.class);
    }
  }

  @Property(tries = 100, seed = "1")
  void verdict_dependsNeitherOnOrderNorOnNames(
      @ForAll @Size(min = 1, max = 3) List<@From("monadic") Formula> premises,
      @ForAll("monadic") Formula conclusion) {
    Verdict verdict = Entailment.decide(premises, conclusion, FEW_STEPS);
    List<Formula> renamed = premises.reversed().stream().map(EntailmentLawsTest::rename).toList();
    Verdict other = Entailment.decide(renamed, rename(conclusion), FEW_STEPS);
    if (!(verdict instanceof Verdict.Undecided) && !(other instanceof Verdict.Undecided)) {
      assertThat(other).isInstanceOf(verdict.getClass());
    }
  }

  @Property(tries = 50, seed = "1")
  void sameQuestion_hasTheSameAnswer(
      @ForAll @Size(min = 1, max = 2) List<@From("general") Formula> premises,
      @ForAll("general") Formula conclusion) {
    assertThat(print(Entailment.decide(premises, conclusion, FEW_STEPS)))
        .isEqualTo(print(Entailment.decide(premises, conclusion, FEW_STEPS)));
  }

  private static String print(Verdict verdict) {
    return verdict instanceof Verdict.Undecided(var reason, var whereTrue, var whereFalse, var t)
        ? reason + " " + whereTrue + " " + whereFalse
        : verdict.toString();
  }

  /** Outside the decidable classes: no small structure contradicts a verdict. */
  @Property(tries = 100, seed = "1")
  void generalVerdict_isNotContradictedBySmallStructures(
      @ForAll @Size(min = 1, max = 2) List<@From("general") Formula> premises,
      @ForAll("general") Formula conclusion) {
    Verdict verdict = Entailment.decide(premises, conclusion, Budget.of(Duration.ofMillis(100)));
    boolean canBeTrue = Structures.satisfiable(with(premises, conclusion), 2);
    boolean canBeFalse = Structures.satisfiable(with(premises, negation(conclusion)), 2);
    if (canBeTrue) {
      assertThat(verdict)
          .isNotInstanceOfAny(Verdict.Refuted.class, Verdict.InconsistentPremises.class);
    }
    if (canBeFalse) {
      assertThat(verdict)
          .isNotInstanceOfAny(Verdict.Entailed.class, Verdict.InconsistentPremises.class);
    }
    if (verdict instanceof Verdict.Independent(var whereTrue, var whereFalse)) {
      assertThat(with(premises, conclusion)).allMatch(whereTrue::satisfies);
      assertThat(with(premises, negation(conclusion))).allMatch(whereFalse::satisfies);
    }
  }

  private static List<Formula> with(List<Formula> premises, Formula formula) {
    List<Formula> all = new ArrayList<>(premises);
    all.add(formula);
    return all;
  }

  private static List<Formula> some(List<Formula> premises, List<Integer> indices) {
    return indices.stream().map(premises::get).toList();
  }

  private static Formula negation(Formula formula) {
    Formula closed = formula;
    for (String variable : Formulas.freeVariables(formula)) {
      closed = new Formula.ForAll(Term.variable(variable), closed);
    }
    return new Formula.Not(closed);
  }

  /** Other names for predicates, constants and variables. */
  private static Formula rename(Formula formula) {
    return switch (formula) {
      case Formula.Truth t -> t;
      case Formula.Atom(var predicate, var arguments) ->
          new Formula.Atom(
              predicate.equals("P") ? "sk1" : "def1",
              arguments.stream().map(EntailmentLawsTest::rename).toList());
      case Formula.Equality(var left, var right) ->
          new Formula.Equality(rename(left), rename(right));
      case Formula.Not(var operand) -> new Formula.Not(rename(operand));
      case Formula.And(var operands) ->
          new Formula.And(operands.reversed().stream().map(EntailmentLawsTest::rename).toList());
      case Formula.Or(var operands) ->
          new Formula.Or(operands.reversed().stream().map(EntailmentLawsTest::rename).toList());
      case Formula.Xor(var left, var right) -> new Formula.Xor(rename(right), rename(left));
      case Formula.Implies(var left, var right) -> new Formula.Implies(rename(left), rename(right));
      case Formula.Iff(var left, var right) -> new Formula.Iff(rename(right), rename(left));
      case Formula.ForAll(var variable, var body) ->
          new Formula.ForAll((Term.Variable) rename(variable), rename(body));
      case Formula.Exists(var variable, var body) ->
          new Formula.Exists((Term.Variable) rename(variable), rename(body));
    };
  }

  private static Term rename(Term term) {
    return switch (term) {
      case Term.Variable(var name) -> Term.variable(name.equals("x") ? "sk2" : "X");
      case Term.Application(var function, var arguments) ->
          new Term.Application(
              function.equals("a") ? "sk1" : "e0",
              arguments.stream().map(EntailmentLawsTest::rename).toList());
    };
  }

  @Property(tries = 100, seed = "1")
  void clauses_areSatisfiableWhenTheFormulasAre(
      @ForAll @Size(min = 1, max = 2) List<@From("monadic") Formula> formulas) {
    boolean satisfiable = Structures.satisfiable(formulas, 4);
    var clauses = Clausifier.clausify(formulas, Optional.empty(), TIME.start()).orElseThrow();
    var meter = Budget.of(Duration.ofSeconds(2)).start();
    var models = FiniteModels.of(clauses.premises());
    Optional<Structure> model = Optional.empty();
    // With Skolem functions, the same bound: they are added to a model of the formulas.
    while (model.isEmpty() && models.size() <= 4) {
      model = models.run(meter.slice(Duration.ofMillis(20)), meter);
    }
    assertThat(model.isPresent()).isEqualTo(satisfiable);
    model.ifPresent(found -> assertThat(formulas).allMatch(found::satisfies));
  }
}
