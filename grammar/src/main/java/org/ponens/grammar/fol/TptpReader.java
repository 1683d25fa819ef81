package org.ponens.grammar.fol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;
import org.ponens.grammar.fol.antlr.TptpLexer;
import org.ponens.grammar.fol.antlr.TptpParser;
import org.ponens.grammar.layout.RegionCharStream;

/** Reads a TPTP file and what it includes, one annotated formula at a time. */
final class TptpReader {

  /** The length of a file that is read, in UTF-16 units. */
  private static final int MAX_LENGTH = 1 << 24;

  private static final int MOST_INCLUDES = 1_000;
  private static final int DEEPEST_INCLUDE = 20;

  /** Distinct objects whose differences are spelled out. */
  private static final int MOST_DISTINCT = 200;

  /** As many kinds of token are listed in a message. */
  private static final int MOST_EXPECTED = 6;

  private static final Set<String> PREMISES =
      Set.of(
          "axiom",
          "hypothesis",
          "definition",
          "assumption",
          "lemma",
          "theorem",
          "corollary",
          "negated_conjecture");

  private static final Set<String> CONJECTURES = Set.of("conjecture", "question");

  private final Source main;
  private final IncludeResolver resolver;
  private final Findings findings;
  private final List<Statement> premises = new ArrayList<>();
  private final List<Statement> conjectures = new ArrayList<>();
  private final Set<String> distinctObjects = new LinkedHashSet<>();
  private final Deque<String> including = new ArrayDeque<>();
  private int includes;
  private int read;
  private boolean conjectureLost;

  TptpReader(Source main, IncludeResolver resolver) {
    this.main = main;
    this.resolver = resolver;
    this.findings = new Findings(main);
  }

  /** A file being read: the main one, or an included one, of which all is said at its directive. */
  private record File(
      Source source, Optional<Span> directive, Optional<Set<String>> selection, Set<String> found) {

    boolean selects(String name) {
      return selection.isEmpty() || selection.get().contains(name);
    }
  }

  Parsed<FolProblem> read() {
    Optional<FolProblem> problem = Optional.empty();
    if (TextCheck.isReadable(findings, MAX_LENGTH)) {
      including.push(main.name());
      file(new File(main, Optional.empty(), Optional.empty(), new HashSet<>()));
      problem = problem();
    }
    return findings.diagnostics().parsed(main, problem);
  }

  private Optional<FolProblem> problem() {
    if ((premises.isEmpty() && conjectures.isEmpty()) || conjectureLost) {
      if (!findings.diagnostics().hasErrors()) {
        findings.error(
            FolCode.MISSING_PREMISES, 0, 0, "expected formulas, such as 'fof(name, axiom, p(a)).'");
      }
      return Optional.empty();
    }
    distinctness();
    return Optional.of(new FolProblem(premises, conclusion()));
  }

  private Optional<Statement> conclusion() {
    return switch (conjectures.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(conjectures.getFirst());
      default ->
          Optional.of(
              new Statement(
                  "conjectures",
                  new Formula.And(conjectures.stream().map(Statement::formula).toList()),
                  Optional.empty(),
                  conjectures.getFirst().span()));
    };
  }

  private void distinctness() {
    if (distinctObjects.size() < 2) {
      return;
    }
    if (distinctObjects.size() > MOST_DISTINCT) {
      findings.warning(
          FolCode.UNSUPPORTED,
          0,
          0,
          "more than " + MOST_DISTINCT + " distinct objects; that they differ is not said");
      return;
    }
    List<String> names = List.copyOf(distinctObjects);
    List<Formula> differences = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      for (int k = i + 1; k < names.size(); k++) {
        differences.add(
            new Formula.Not(
                new Formula.Equality(Term.constant(names.get(i)), Term.constant(names.get(k)))));
      }
    }
    premises.add(
        new Statement(
            "distinct objects",
            differences.size() == 1 ? differences.getFirst() : new Formula.And(differences),
            Optional.empty(),
            main.span(0, 0)));
  }

  private void file(File file) {
    TptpLexer lexer = new TptpLexer(RegionCharStream.of(file.source()));
    lexer.removeErrorListeners();
    TptpParser parser = new TptpParser(new CommonTokenStream(new ListTokenSource(List.of())));
    parser.removeErrorListeners();
    parser.setErrorHandler(new BailErrorStrategy());
    parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
    List<CommonToken> input = new ArrayList<>();
    for (Token token = lexer.nextToken(); ; token = lexer.nextToken()) {
      boolean atEnd = token.getType() == Token.EOF;
      if (!atEnd) {
        input.add((CommonToken) token);
      }
      if (!input.isEmpty() && (atEnd || token.getType() == TptpParser.DOT)) {
        input(file, input, parser);
        input.clear();
      }
      if (atEnd) {
        break;
      }
    }
  }

  private void input(File file, List<CommonToken> tokens, TptpParser parser) {
    int end = Tokens.end(tokens.getLast());
    if (!isReadable(file, tokens)) {
      conjectureLost |= isConjecture(tokens);
      return;
    }
    List<CommonToken> all = new ArrayList<>(tokens);
    all.add(Tokens.inserted(Token.EOF, end, ""));
    parser.setTokenStream(new CommonTokenStream(new ListTokenSource(all)));
    try {
      TptpParser.InputContext context = parser.input();
      if (context.include() != null) {
        include(file, context.include());
      } else {
        annotated(file, context.annotated());
      }
    } catch (ParseCancellationException e) {
      syntaxError(file, parser, e);
      conjectureLost |= isConjecture(tokens);
    }
  }

  private static boolean isConjecture(List<CommonToken> tokens) {
    return tokens.size() > 4 && CONJECTURES.contains(tokens.get(4).getText());
  }

  private boolean isReadable(File file, List<CommonToken> tokens) {
    String language = tokens.getFirst().getText();
    if (Set.of("tff", "thf", "tcf", "tpi").contains(language)) {
      error(
          file,
          FolCode.UNSUPPORTED,
          Tokens.start(tokens.getFirst()),
          Tokens.end(tokens.getFirst()),
          "TPTP's language '" + language + "' is not read, only 'fof' and 'cnf'");
      return false;
    }
    int prefixes = 0;
    int depth = 0;
    Deque<Integer> outer = new ArrayDeque<>();
    for (CommonToken token : tokens) {
      switch (token.getType()) {
        case TptpParser.LPAREN, TptpParser.LBRACKET -> {
          outer.push(prefixes);
          depth += prefixes + 1;
          prefixes = 0;
        }
        case TptpParser.RPAREN, TptpParser.RBRACKET -> {
          prefixes = outer.isEmpty() ? 0 : outer.pop();
          depth -= prefixes + 1;
        }
        case TptpParser.NOT, TptpParser.UPPER -> prefixes++;
        case TptpParser.AND,
            TptpParser.OR,
            TptpParser.IMPLIES,
            TptpParser.IMPLIED_BY,
            TptpParser.IFF,
            TptpParser.XOR,
            TptpParser.NOR,
            TptpParser.NAND,
            TptpParser.COMMA ->
            prefixes = 0;
        default -> {}
      }
      if (depth + prefixes > DepthCheck.MAX_TREE) {
        Span span = place(file, Tokens.start(token), Tokens.end(token));
        findings.add(
            Diagnostic.error(TextCode.TOO_DEEP, span, "the formula nests too deep to be read"));
        return false;
      }
    }
    return true;
  }

  private void syntaxError(File file, TptpParser parser, ParseCancellationException failure) {
    Token offending = parser.getCurrentToken();
    String expected = "";
    if (failure.getCause() instanceof RecognitionException cause) {
      offending = cause.getOffendingToken() == null ? offending : cause.getOffendingToken();
      List<Integer> types =
          cause.getExpectedTokens() == null ? List.of() : cause.getExpectedTokens().toList();
      if (!types.isEmpty() && types.size() <= MOST_EXPECTED) {
        expected =
            types.stream()
                .map(TptpReader::described)
                .collect(Collectors.joining(", ", "expected ", ", "));
      }
    }
    boolean atEnd = offending.getType() == Token.EOF;
    int start = Tokens.start(offending);
    if (isConnective(offending.getType()) && expected.contains("')'")) {
      error(
          file,
          FolCode.SYNTAX,
          start,
          Tokens.end(offending),
          "expected parentheses round what stands before '" + offending.getText() + "'");
      return;
    }
    error(
        file,
        FolCode.SYNTAX,
        start,
        atEnd ? start : Tokens.end(offending),
        expected + "found " + (atEnd ? "the end" : "'" + offending.getText() + "'"));
  }

  private static boolean isConnective(int type) {
    return type >= TptpParser.AND && type <= TptpParser.NAND;
  }

  private static String described(int type) {
    return switch (type) {
      case TptpParser.UPPER -> "a variable, which begins with a capital";
      case TptpParser.LOWER -> "a name";
      case Token.EOF -> "the end";
      default -> TptpParser.VOCABULARY.getDisplayName(type);
    };
  }

  private Span place(File file, int start, int end) {
    return file.directive().orElseGet(() -> findings.span(start, end));
  }

  private void error(File file, FolCode code, int start, int end, String message) {
    if (!findings.isOpenForErrors()) {
      return;
    }
    Diagnostic diagnostic = Diagnostic.error(code, place(file, start, end), message);
    if (file.directive().isPresent()) {
      diagnostic =
          diagnostic.withNote(
              Diagnostic.Note.of(
                  "in the included file "
                      + file.source().name()
                      + " at "
                      + file.source().span(start, end)));
    }
    findings.add(diagnostic);
  }

  private void include(File file, TptpParser.IncludeContext context) {
    String name = TptpBuilder.unquoted(context.name(0).getText());
    int start = Tokens.start(context.getStart());
    int end = Tokens.end(context.getStop());
    if (++includes > MOST_INCLUDES || including.size() > DEEPEST_INCLUDE) {
      error(file, FolCode.INCLUDE_FAILED, start, end, "too many files are included");
      return;
    }
    Optional<Source> included = resolver.resolve(name, file.source());
    if (included.isEmpty()) {
      error(
          file,
          FolCode.INCLUDE_FAILED,
          start,
          end,
          "the included file '" + name + "' is not found");
      return;
    }
    Source source = included.get();
    read += source.text().length();
    if (including.contains(source.name()) || read > MAX_LENGTH) {
      String why = read > MAX_LENGTH ? "is too long" : "includes itself";
      error(file, FolCode.INCLUDE_FAILED, start, end, "the included file '" + name + "' " + why);
      return;
    }
    Optional<Set<String>> selection = file.selection();
    Set<String> names = new LinkedHashSet<>();
    if (context.name().size() > 1) {
      context.name().stream().skip(1).forEach(n -> names.add(TptpBuilder.unquoted(n.getText())));
      selection.ifPresent(names::retainAll);
      selection = Optional.of(names);
    }
    Set<String> found = new HashSet<>();
    including.push(source.name());
    file(new File(source, Optional.of(place(file, start, end)), selection, found));
    including.pop();
    file.found().addAll(found);
    names.removeAll(found);
    if (!names.isEmpty()) {
      String missing = names.iterator().next();
      error(
          file,
          FolCode.INCLUDE_FAILED,
          start,
          end,
          "the included file '" + name + "' has no formula '" + missing + "'");
    }
  }

  private void annotated(File file, TptpParser.AnnotatedContext context) {
    String name = TptpBuilder.unquoted(context.name().getText());
    String role = context.LOWER().getText();
    if (!file.selects(name)) {
      return;
    }
    file.found().add(name);
    boolean conjecture = CONJECTURES.contains(role);
    if (!conjecture && !PREMISES.contains(role)) {
      Token token = context.LOWER().getSymbol();
      error(
          file,
          FolCode.UNSUPPORTED,
          Tokens.start(token),
          Tokens.end(token),
          "formulas with the role '" + role + "' are not read");
      return;
    }
    TptpBuilder builder = new TptpBuilder(distinctObjects);
    Formula formula = builder.formula(context.formula());
    List<String> free = builder.freeVariables();
    for (String variable : free.reversed()) {
      formula = new Formula.ForAll(Term.variable(variable), formula);
    }
    int start = Tokens.start(context.getStart());
    int end = Tokens.end(context.getStop());
    if (!free.isEmpty() && context.FOF() != null && findings.isOpen()) {
      findings.add(
          Diagnostic.warning(
              FolCode.FREE_VARIABLE,
              place(file, start, end),
              "no quantifier binds '"
                  + free.getFirst()
                  + "' in '"
                  + name
                  + "'; read as universal"));
    }
    (conjecture ? conjectures : premises)
        .add(new Statement(name, formula, Optional.empty(), place(file, start, end)));
  }
}
