import org.jspecify.annotations.NullMarked;

/**
 * What a text says: grammars, immutable syntax trees, printers and diagnostics. Knows no solver.
 */
@NullMarked
module org.ponens.grammar {
  requires static transitive org.jspecify;
  requires transitive com.fasterxml.jackson.core;
  requires org.antlr.antlr4.runtime;

  exports org.ponens.grammar;
  exports org.ponens.grammar.cnf;
  exports org.ponens.grammar.csp;
  exports org.ponens.grammar.diagnostic;
  exports org.ponens.grammar.fol;
  exports org.ponens.grammar.layout;
  exports org.ponens.grammar.pddl;
  exports org.ponens.grammar.rules;
  exports org.ponens.grammar.satlm;
}
