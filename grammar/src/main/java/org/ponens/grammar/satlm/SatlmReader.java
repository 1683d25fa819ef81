package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.Token;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;
import org.ponens.grammar.layout.Nesting;

/** Reads one program: declarations first, then what is said with them. */
final class SatlmReader {

  private static final Pattern PROSE = Pattern.compile("(?:[^\\s(]+\\s+){2,}[^\\s(]*[^(]*");
  private static final Pattern FORMAL = Pattern.compile("[=<>≠≤≥]|->|\\w\\(|&&|\\|\\|");

  private final Source source;
  private final Diagnostics diagnostics;
  private final StatementLexer lexer;
  private final StatementParser parser;
  private final DeclarationReader declarations;
  private final List<Constraint> constraints = new ArrayList<>();
  private final List<SatlmOption> options = new ArrayList<>();

  SatlmReader(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.lexer = new StatementLexer(source, diagnostics);
    this.parser = new StatementParser(source, diagnostics);
    this.declarations = new DeclarationReader(source, diagnostics);
  }

  private record Lexed(Statement statement, List<Token> tokens) {}

  Parsed<SatlmProgram> read() {
    Statements.Split split = Statements.split(source, diagnostics);
    List<Lexed> statements = new ArrayList<>();
    for (Statement statement : split.statements()) {
      Span span = source.span(statement.start(), statement.end());
      Optional<Diagnostic> tooDeep = Nesting.check(source, span);
      tooDeep.ifPresent(diagnostics::add);
      if (tooDeep.isEmpty() && !isProse(statement, span)) {
        statements.add(new Lexed(statement, lexer.lex(statement)));
      }
    }
    List<Lexed> rest = declare(statements);
    Vocabulary vocabulary =
        new Vocabulary(source, diagnostics, declarations.sorts(), declarations.functions());
    say(rest, vocabulary);
    if (options.isEmpty()) {
      int end = source.text().stripTrailing().length();
      diagnostics.add(
          Diagnostic.error(
              SatlmCode.NO_OPTIONS,
              source.span(end, end),
              "the program has no option that can be read; expected lines like"
                  + " 'is_valid(...) ::: (A)' below '# Options'"));
      return diagnostics.parsed(source, Optional.empty());
    }
    SatlmProgram program =
        new SatlmProgram(
            vocabulary.sorts(), declarations.functions(), constraints, split.question(), options);
    Signature signature = Signature.of(program);
    vocabulary.reportAssumedNumbers(signature);
    Lints.check(program, signature, declarations, diagnostics);
    return diagnostics.parsed(source, Optional.of(program));
  }

  // Words around the program are no loss; among its statements they are.
  private boolean isProse(Statement statement, Span span) {
    String text = source.text(span);
    if (text.length() > 2000
        || FORMAL.matcher(text).find()
        || !PROSE.matcher(text).matches()
        || parses(statement)) {
      return false;
    }
    boolean around =
        statement.section().isEmpty()
            || (statement.section().equals(Statements.OPTIONS) && statement.label().isEmpty());
    diagnostics.add(
        around
            ? Diagnostic.note(TextCode.PROSE_SKIPPED, span, "these words are not a statement")
            : Diagnostic.error(
                SatlmCode.NO_STATEMENT,
                span,
                "these words are not a statement; an explanation goes behind ':::'"));
    return true;
  }

  private boolean parses(Statement statement) {
    Diagnostics unheard = new Diagnostics();
    return new StatementParser(source, unheard)
        .statement(new StatementLexer(source, unheard).lex(statement))
        .isPresent();
  }

  private List<Lexed> declare(List<Lexed> statements) {
    List<Lexed> functions = new ArrayList<>();
    List<Lexed> rest = new ArrayList<>();
    for (Lexed lexed : statements) {
      if (!DeclarationReader.isDeclaration(lexed.tokens())) {
        rest.add(lexed);
      } else if (DeclarationReader.isSort(lexed.tokens())) {
        lexer.balance(lexed.tokens(), lexed.statement().atEnd()).ifPresent(declarations::sort);
      } else {
        functions.add(lexed);
      }
    }
    for (Lexed lexed : functions) {
      lexer.balance(lexed.tokens(), lexed.statement().atEnd()).ifPresent(declarations::function);
    }
    List<Lexed> said = new ArrayList<>();
    for (Lexed lexed : rest) {
      if (!declarations.constant(lexed.tokens())) {
        said.add(lexed);
      }
    }
    declarations.dropClashes();
    return said;
  }

  private void say(List<Lexed> statements, Vocabulary vocabulary) {
    Checker checker = new Checker(vocabulary);
    QueryReader queries = new QueryReader(vocabulary, checker);
    Set<String> names = new LinkedHashSet<>(vocabulary.signature().members());
    names.addAll(vocabulary.signature().functionNames());
    KnownNames known = new KnownNames(names);
    Labels labels = new Labels(source, diagnostics);
    for (Lexed lexed : statements) {
      Statement statement = lexed.statement();
      boolean inOptions = statement.section().equals(Statements.OPTIONS);
      // An option that cannot be read still takes its letter.
      boolean misplaced =
          statement.section().equals(Statements.CONSTRAINTS) && !labelled(statement);
      String label =
          inOptions || (startsQuery(lexed.tokens()) && !misplaced) ? labels.next(statement) : "";
      Optional<Raw> raw =
          lexer
              .balance(lexer.joinNames(lexed.tokens(), known), statement.atEnd())
              .flatMap(parser::statement);
      if (raw.isEmpty()) {
        continue;
      }
      Span span = source.span(raw.get().start(), raw.get().end());
      boolean query = queries.isQuery(raw.get());
      if (query && misplaced) {
        vocabulary.error(
            SatlmCode.MISPLACED_QUERY,
            raw.get(),
            "a query is no constraint; it belongs to the options");
      } else if (inOptions || query) {
        Query read = queries.query(raw.get());
        if (read != null) {
          options.add(new SatlmOption(label, read, statement.gloss(), span));
        }
      } else {
        checker
            .formula(raw.get())
            .ifPresent(
                formula -> constraints.add(new Constraint(formula, statement.gloss(), span)));
      }
    }
  }

  private static boolean labelled(Statement statement) {
    return statement.label().isPresent()
        || statement.gloss().stream().anyMatch(gloss -> gloss.matches("\\(?[A-Z]\\).*"));
  }

  private static boolean startsQuery(List<Token> tokens) {
    return tokens.size() > 1 && QueryReader.isQueryName(tokens.get(0).getText());
  }

  /** The letters of the options: as printed, and by position where that leaves them open. */
  private static final class Labels {

    private final Source source;
    private final Diagnostics diagnostics;
    private final Set<String> given = new HashSet<>();
    private int count;

    Labels(Source source, Diagnostics diagnostics) {
      this.source = source;
      this.diagnostics = diagnostics;
    }

    String next(Statement statement) {
      String byPosition = letter(count++);
      String label = statement.label().filter(l -> !given.contains(l)).orElse(byPosition);
      if (statement.label().isPresent() && !statement.label().get().equals(byPosition)) {
        diagnostics.add(
            Diagnostic.warning(
                SatlmCode.OPTION_LABEL,
                source.span(statement.start(), statement.end()),
                "option "
                    + count
                    + " is labelled ("
                    + statement.label().get()
                    + "); by its position it is ("
                    + byPosition
                    + ")"));
      }
      for (int i = count; !given.add(label); i++) {
        label = letter(i);
      }
      return label;
    }

    private static String letter(int index) {
      return index < 26
          ? String.valueOf((char) ('A' + index))
          : (char) ('A' + index % 26) + Integer.toString(index / 26);
    }
  }
}
