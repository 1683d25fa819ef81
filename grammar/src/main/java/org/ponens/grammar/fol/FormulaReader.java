package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;
import org.ponens.grammar.fol.antlr.FolParser;
import org.ponens.grammar.layout.Nesting;

/**
 * Reads one formula: tokens, repairs on the list of tokens, parse, tree. Near linear in the length
 * of the text.
 */
final class FormulaReader {

  /** The length of a formula that is read, in UTF-16 units. */
  static final int MAX_LENGTH = 1 << 20;

  private final Findings findings;
  private final Source source;
  private final Dialect dialect;

  FormulaReader(Findings findings, Dialect dialect) {
    this.findings = findings;
    this.source = findings.source();
    this.dialect = dialect;
  }

  /**
   * A formula as read.
   *
   * @param formula closed
   * @param uses where it uses symbols
   */
  record Reading(Formula formula, List<SymbolUse> uses) {

    /** The words that stand where a formula is expected. */
    List<SymbolUse> propositions() {
      return uses.stream().filter(u -> u.kind() == SymbolUse.Kind.PROPOSITION).toList();
    }
  }

  /** The formula in a stretch of the source; empty, with an error given, where there is none. */
  Optional<Reading> read(Span span) {
    findings.hold();
    Optional<Reading> reading = readHolding(span);
    findings.release(reading.isPresent());
    return reading;
  }

  private Optional<Reading> readHolding(Span span) {
    if (span.length() > MAX_LENGTH) {
      findings.add(
          Diagnostic.error(
              TextCode.TOO_LONG,
              span,
              "a formula of more than " + MAX_LENGTH + " characters is not read"));
      return Optional.empty();
    }
    Optional<Diagnostic> tooDeep = Nesting.check(source, span);
    if (tooDeep.isPresent()) {
      findings.add(tooDeep.get());
      return Optional.empty();
    }
    List<CommonToken> tokens = WordReader.read(Tokens.of(source, span), dialect.strict(), findings);
    if (tokens.isEmpty()) {
      findings.error(FolCode.SYNTAX, span.start(), span.end(), "expected a formula");
      return Optional.empty();
    }
    if (isProse(tokens)) {
      findings.error(
          FolCode.PROSE, span.start(), span.end(), "expected a formula, but this is English");
      return Optional.empty();
    }
    if (hasStrayCharacter(tokens)) {
      return Optional.empty();
    }
    tokens = BracketReader.read(tokens, Tokens.end(tokens.getLast()), findings);
    if (tokens.isEmpty()) {
      findings.error(FolCode.SYNTAX, span.start(), span.end(), "expected a formula");
      return Optional.empty();
    }
    if (tooDeep(tokens)) {
      return Optional.empty();
    }
    if (!dialect.narrowScopes()) {
      tokens = ScopeReader.read(tokens, findings);
      if (tooDeep(tokens)) {
        return Optional.empty();
      }
    }
    return parse(tokens).flatMap(this::build);
  }

  private static boolean isProse(List<CommonToken> tokens) {
    return tokens.size() == 1
        && tokens.getFirst().getType() == FolParser.PHRASE
        && tokens.getFirst().getText().chars().filter(c -> c == ' ').count() >= 2;
  }

  private boolean hasStrayCharacter(List<CommonToken> tokens) {
    for (int i = 0; i < tokens.size(); i++) {
      CommonToken token = tokens.get(i);
      boolean infix = dialect.strict() && token.getType() == FolParser.CARET;
      if (infix || token.getType() == FolParser.OTHER) {
        String text = token.getText();
        boolean arithmetic =
            infix || text.equals("+") || text.equals("*") || text.equals("/") || text.equals("×");
        findings.error(
            FolCode.STRAY_CHARACTER,
            Tokens.start(token),
            Tokens.end(token),
            arithmetic
                ? "first-order logic has no arithmetic: write a function for '" + text + "'"
                : "'" + printable(text) + "' is no symbol of first-order logic");
        return true;
      }
    }
    return false;
  }

  private static String printable(String text) {
    int c = text.codePointAt(0);
    return Character.isISOControl(c) || !Character.isDefined(c) || Character.isSurrogate((char) c)
        ? String.format("U+%04X", c)
        : text;
  }

  private boolean tooDeep(List<CommonToken> tokens) {
    Optional<CommonToken> deep = DepthCheck.check(tokens);
    deep.ifPresent(
        token ->
            findings.add(
                Diagnostic.error(
                    TextCode.TOO_DEEP,
                    findings.span(Tokens.start(token), Tokens.end(token)),
                    "the formula nests more than "
                        + DepthCheck.MAX_TREE
                        + " operators or "
                        + DepthCheck.MAX_NESTING
                        + " brackets deep")));
    return deep.isPresent();
  }

  private Optional<FolParser.StatementContext> parse(List<CommonToken> tokens) {
    int end = Tokens.end(tokens.getLast());
    List<CommonToken> all = new ArrayList<>(tokens);
    all.add(Tokens.inserted(Token.EOF, end, ""));
    FolParser parser = new FolParser(new CommonTokenStream(new ListTokenSource(all)));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    try {
      return Optional.of(parser.statement());
    } catch (ParseCancellationException e) {
      Token offending =
          e.getCause() instanceof RecognitionException cause && cause.getOffendingToken() != null
              ? cause.getOffendingToken()
              : parser.getCurrentToken();
      syntaxError(all, offending);
      return Optional.empty();
    }
  }

  private void syntaxError(List<CommonToken> tokens, Token offending) {
    int index = tokens.indexOf(offending);
    Token before = index > 0 ? tokens.get(index - 1) : null;
    boolean atEnd = offending.getType() == Token.EOF;
    int start = Tokens.start(offending);
    int end = atEnd ? start : Math.max(start, Tokens.end(offending));
    String found = atEnd ? "the end" : "'" + offending.getText() + "'";
    if (Tokens.endsOperand(before) && before != null && Tokens.startsOperand(offending)) {
      missingConnective(before, offending);
    } else if (Tokens.isQuantifier(before) && before != null) {
      findings.error(
          FolCode.SYNTAX,
          start,
          end,
          "expected a variable after '" + before.getText() + "', found " + found);
    } else if (Tokens.endsOperand(before)) {
      findings.error(
          FolCode.SYNTAX,
          start,
          end,
          "expected a connective, a comparison or the end, found " + found);
    } else {
      findings.error(
          FolCode.SYNTAX,
          start,
          end,
          "expected a formula or term" + after(before) + ", found " + found);
    }
  }

  private static String after(@Nullable Token before) {
    return before == null ? "" : " after '" + before.getText() + "'";
  }

  private void missingConnective(Token before, Token offending) {
    if (!findings.isOpenForErrors()) {
      return;
    }
    int place = Tokens.end(before);
    findings.add(
        Diagnostic.error(
                FolCode.MISSING_CONNECTIVE,
                findings.span(
                    Tokens.start(offending),
                    Math.max(Tokens.start(offending), Tokens.end(offending))),
                "expected a connective before '" + offending.getText() + "'")
            .withFix(Fix.suggested("insert '∧'", new Edit(findings.span(place, place), " ∧ "))));
  }

  private Optional<Reading> build(FolParser.StatementContext statement) {
    FormulaBuilder builder = new FormulaBuilder(findings, dialect);
    Optional<Formula> open = builder.build(statement);
    if (open.isEmpty()) {
      return Optional.empty();
    }
    Formula formula = open.get();
    List<String> free = new ArrayList<>(builder.free().keySet());
    for (String name : free.reversed()) {
      formula = new Formula.ForAll(Term.variable(name), formula);
    }
    if (!free.isEmpty() && !dialect.strict()) {
      freeVariables(builder, free, statement);
    }
    return Optional.of(new Reading(formula, builder.uses()));
  }

  private void freeVariables(
      FormulaBuilder builder, List<String> free, FolParser.StatementContext statement) {
    if (!findings.isOpen()) {
      return;
    }
    Token first = builder.free().values().iterator().next();
    int from = Tokens.start(statement.formula().getStart());
    int to = Math.max(from, Tokens.end(statement.formula().getStop()));
    String prefix =
        free.stream().map(name -> "∀" + name).reduce((a, b) -> a + " " + b).orElseThrow();
    findings.add(
        Diagnostic.warning(
                FolCode.FREE_VARIABLE,
                findings.span(Tokens.start(first), Tokens.end(first)),
                "no quantifier binds '" + String.join("', '", free) + "'; read as '" + prefix + "'")
            .withFix(
                Fix.applied(
                    "put '" + prefix + "' in front",
                    new Edit(findings.span(from, from), prefix + " ("),
                    new Edit(findings.span(to, to), ")"))));
  }
}
