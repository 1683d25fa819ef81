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

  /**
   * Reads a program whose only words are those of a vocabulary, and its own. Where text around it
   * is in the way, the program is looked for from the first line on that begins with the target.
   */
  public static Parsed<PrologProgram> parse(Source source, Vocabulary vocabulary) {
    if (source.text().length() > MAX_LENGTH) {
      return tooLong(source, MAX_LENGTH);
    }
    Diagnostics diagnostics = new Diagnostics();
    Span region = Surroundings.program(source, diagnostics);
    Parsed<PrologProgram> whole = parse(source, region, vocabulary, diagnostics);
    if (!whole.hasErrors()) {
      return whole;
    }
    for (Span inner : Surroundings.inProse(source, region, vocabulary.target().name())) {
      Diagnostics ofInner = new Diagnostics();
      Surroundings.note(source, inner, ofInner);
      Parsed<PrologProgram> part = parse(source, inner, vocabulary, ofInner);
      if (!part.hasErrors()) {
        return part;
      }
    }
    return whole;
  }

  private static Parsed<PrologProgram> parse(
      Source source, Span region, Vocabulary vocabulary, Diagnostics diagnostics) {
    List<Clause> clauses = clauses(source, region, diagnostics, true);
    new ProgramCheck(vocabulary, clauses, diagnostics).check(source, diagnostics.hasErrors());
    return diagnostics.parsed(
        source,
        diagnostics.hasErrors() ? Optional.empty() : Optional.of(new PrologProgram(clauses)));
  }

  private static Parsed<PrologProgram> tooLong(Source source, int most) {
    Diagnostics diagnostics = new Diagnostics();
    diagnostics.add(
        Diagnostic.error(
            PrologCode.TOO_LARGE,
            source.span(0, 1),
            "the program has "
                + source.text().length()
                + " characters, and at most "
                + most
                + " are read"));
    return diagnostics.parsed(source, Optional.empty());
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
    if (source.text().length() > MAX_FACTS_LENGTH) {
      return tooLong(source, MAX_FACTS_LENGTH);
    }
    Diagnostics diagnostics = new Diagnostics();
    Span region = Surroundings.program(source, diagnostics);
    List<Clause> clauses = clauses(source, region, diagnostics, false);
    return diagnostics.parsed(source, Optional.of(new PrologProgram(clauses)));
  }

  private static List<Clause> clauses(
      Source source, Span region, Diagnostics diagnostics, boolean withIncomplete) {
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
      Optional<Clause> clause = goals.clause(term.get());
      if (withIncomplete || !goals.isIncomplete()) {
        clause.ifPresent(clauses::add);
      }
    }
    return clauses;
  }
}
