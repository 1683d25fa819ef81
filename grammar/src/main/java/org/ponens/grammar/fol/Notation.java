package org.ponens.grammar.fol;

/**
 * How formulas are written. Printing is linear in the size of the formula, and parenthesises
 * wherever a reader might doubt what binds tighter.
 *
 * <p>A variable keeps its name where the notation allows it, and gets another that is not in use
 * where it does not; every other name is quoted where it must be.
 */
public enum Notation {
  /** {@code ∀x (P(x) ∧ ¬Q(x, a) → ∃y R(y))}: what {@link Fol} reads back as equal. */
  UNICODE,
  /**
   * {@code all x (P(x) & -Q(x,a) -> (exists y R(y)))}: what Prover9 reads, and {@link Fol} too, as
   * equal but for {@code A ⊕ B}, which is {@code -(A <-> B)}.
   */
  PROVER9,
  /**
   * {@code ! [X] : (p(X) & ~ q(X,a) => ? [Y] : r(Y))}: TPTP's first-order form, which {@link Tptp}
   * reads back as equal up to the names of variables (Sutcliffe 2017, The TPTP Problem Library and
   * Associated Infrastructure).
   */
  TPTP,
  /**
   * {@code \forall x\, (P(x) \land \neg Q(x, a) \rightarrow \exists y\, R(y))}, to be read by
   * people.
   */
  LATEX;

  /** The formula in this notation, on one line. */
  public String print(Formula formula) {
    return FormulaPrinter.print(formula, this, FormulaPrinter.needsNoParentheses(formula));
  }

  /** The term in this notation; its variables are taken to be bound. */
  public String print(Term term) {
    return FormulaPrinter.print(term, this);
  }
}
