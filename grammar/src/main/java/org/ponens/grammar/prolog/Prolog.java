package org.ponens.grammar.prolog;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.RegionCharStream;
import org.ponens.grammar.prolog.antlr.PrologTokens;

/** Reads programs of the Prolog subset. */
public final class Prolog {

  /** Longest program that is read, in characters. */
  public static final int MAX_LENGTH = 100_000;

  /** Longest text of facts that is read, in characters. */
  public static final int MAX_FACTS_LENGTH = 16_000_000;

  private Prolog() {}

  /** Reads a program whose only words are those of a vocabulary, and its own. */
  public static Parsed<PrologProgram> parse(Source source, Vocabulary vocabulary) {
    Diagnostics diagnostics = new Diagnostics();
    Optional<List<Clause>> clauses = clauses(source, MAX_LENGTH, diagnostics);
    clauses.ifPresent(
        read ->
            new ProgramCheck(vocabulary, read, diagnostics).check(source, diagnostics.hasErrors()));
    return diagnostics.parsed(
        source, diagnostics.hasErrors() ? Optional.empty() : clauses.map(PrologProgram::new));
  }

  /** As {@link #parse(Source, Vocabulary)}. */
  public static Parsed<PrologProgram> parse(String text, Vocabulary vocabulary) {
    return parse(Source.of(text), vocabulary);
  }

  /**
   * Reads clauses of whatever words: facts, mostly. The value has those that can be read, also
   * where there are errors.
   */
  public static Parsed<PrologProgram> parseClauses(Source source) {
    Diagnostics diagnostics = new Diagnostics();
    return diagnostics.parsed(
        source, clauses(source, MAX_FACTS_LENGTH, diagnostics).map(PrologProgram::new));
  }

  private static Optional<List<Clause>> clauses(
      Source source, int maxLength, Diagnostics diagnostics) {
    if (source.text().length() > maxLength) {
      diagnostics.add(
          Diagnostic.error(
              PrologCode.TOO_LARGE,
              source.span(0, Math.min(1, source.text().length())),
              "the program has "
                  + source.text().length()
                  + " characters, and at most "
                  + maxLength
                  + " are read"));
      return Optional.empty();
    }
    Span region = Surroundings.program(source, diagnostics);
    PrologTokens lexer = new PrologTokens(RegionCharStream.of(source, region));
    lexer.removeErrorListeners();
    List<Token> tokens = new ArrayList<>();
    for (Token t = lexer.nextToken(); t.getType() != Token.EOF; t = lexer.nextToken()) {
      tokens.add(t);
    }
    TermReader terms = new TermReader(source, tokens, diagnostics);
    GoalReader goals = new GoalReader(diagnostics);
    List<Clause> clauses = new ArrayList<>();
    for (Optional<Term> term = terms.next(); term.isPresent(); term = terms.next()) {
      goals.clause(term.get()).ifPresent(clauses::add);
    }
    return Optional.of(clauses);
  }
}
