package org.ponens.solvers.fol;

import java.util.List;
import org.ponens.grammar.fol.Formula;
import org.ponens.grammar.fol.Term;

/** Short ways to write formulas in tests. */
final class Sentences {

  static final Term X = Term.variable("x");
  static final Term Y = Term.variable("y");
  static final Term Z = Term.variable("z");
  static final Term A = Term.constant("a");
  static final Term B = Term.constant("b");
  static final Formula FALSUM = new Formula.Truth(false);

  private Sentences() {}

  static Formula is(String predicate, Term... arguments) {
    return Formula.atom(predicate, arguments);
  }

  static Formula not(Formula formula) {
    return new Formula.Not(formula);
  }

  static Formula implies(Formula antecedent, Formula consequent) {
    return new Formula.Implies(antecedent, consequent);
  }

  static Formula iff(Formula left, Formula right) {
    return new Formula.Iff(left, right);
  }

  static Formula xor(Formula left, Formula right) {
    return new Formula.Xor(left, right);
  }

  static Formula same(Term left, Term right) {
    return new Formula.Equality(left, right);
  }

  static Formula all(Term variable, Formula body) {
    return new Formula.ForAll((Term.Variable) variable, body);
  }

  static Formula some(Term variable, Formula body) {
    return new Formula.Exists((Term.Variable) variable, body);
  }

  /** All s are p. */
  static Formula every(String s, String p) {
    return all(X, implies(is(s, X), is(p, X)));
  }

  static Formula conjunction(List<Formula> formulas) {
    return formulas.size() == 1 ? formulas.getFirst() : new Formula.And(formulas);
  }
}
