package org.ponens.translators.lint;
public final class GlossOrder { private GlossOrder(){} public static java.util.List<org.ponens.grammar.diagnostic.Diagnostic> check(org.ponens.grammar.csp.CspProgram p){ return java.util.List.of(); } }
