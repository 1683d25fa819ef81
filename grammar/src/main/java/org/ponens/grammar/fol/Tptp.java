package org.ponens.grammar.fol;

/** placeholder */
public final class Tptp {
  private Tptp() {}
}
