package org.ponens.generators.sat.proof;

import java.math.BigInteger;
import org.ponens.grammar.cnf.Cnf;

/** Something said of a formula that a witness can show. */
public sealed interface Claim {

  /** It has a model; a model shows it. */
  record Satisfiable(Cnf cnf) implements Claim {}

  /** It has none; a refutation shows it. */
  record Unsatisfiable(Cnf cnf) implements Claim {}

  /**
   * Every valuation violates at least so many constraints, one or more; a refutation shows it, of
   * {@link Relaxation the formula of which all but so many may be violated}.
   */
  record AtLeast(Cnf cnf, int violations) implements Claim {}

  /** It has so many models; shown by counting them once more in another way. */
  record Models(Cnf cnf, BigInteger count) implements Claim {}

  /** It is not so, whatever the witness. */
  record Never(String reason) implements Claim {}
}
