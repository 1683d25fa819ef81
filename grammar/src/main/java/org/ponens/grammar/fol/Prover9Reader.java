package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;

/** Splits a Prover9 input file at its full stops, and reads the formulas of its lists. */
final class Prover9Reader {

  private static final int MAX_LENGTH = 1 << 22;

  private static final Pattern LIST =
      Pattern.compile("(?:formulas|clauses)\\s*\\(\\s*(\\w+)\\s*\\)");
  private static final Pattern COMMAND = Pattern.compile("(\\w+)\\s*(?:\\(.*\\))?", Pattern.DOTALL);

  private final Source source;
  private final Findings findings;
  private final List<Statement> premises = new ArrayList<>();
  private final List<Statement> goals = new ArrayList<>();
  private boolean prologStyle;
  private boolean goalLost;
  private String list = "";

  Prover9Reader(Source source) {
    this.source = source;
    this.findings = new Findings(source);
  }

  Parsed<FolProblem> read() {
    Optional<FolProblem> problem = Optional.empty();
    if (TextCheck.isReadable(findings, MAX_LENGTH)) {
      statements();
      problem = problem();
    }
    return findings.diagnostics().parsed(source, problem);
  }

  private Optional<FolProblem> problem() {
    if (!list.isEmpty()) {
      int end = source.text().length();
      findings.error(
          FolCode.SYNTAX, end, end, "expected 'end_of_list.' to end 'formulas(" + list + ").'");
    }
    if (goalLost || (premises.isEmpty() && goals.isEmpty())) {
      if (!findings.diagnostics().hasErrors()) {
        findings.error(
            FolCode.MISSING_PREMISES,
            0,
            0,
            "expected a list of formulas, 'formulas(assumptions).'");
      }
      return Optional.empty();
    }
    if (goals.size() > 1) {
      findings.warning(
          FolCode.SEVERAL_CONCLUSIONS,
          goals.get(1).span().start(),
          goals.get(1).span().end(),
          "several goals are read as their conjunction; Prover9 may stop at the first it proves");
    }
    return Optional.of(new FolProblem(premises, conclusion()));
  }

  private Optional<Statement> conclusion() {
    return switch (goals.size()) {
      case 0 -> Optional.empty();
      case 1 -> Optional.of(goals.getFirst());
      default ->
          Optional.of(
              new Statement(
                  "goals",
                  new Formula.And(goals.stream().map(Statement::formula).toList()),
                  Optional.empty(),
                  goals.getFirst().span()));
    };
  }

  /** Walks the text from one full stop to the next; comments do not count. */
  private void statements() {
    String text = source.text();
    StringBuilder statement = new StringBuilder();
    int start = -1;
    int i = 0;
    while (i < text.length()) {
      char c = text.charAt(i);
      if (c == '%') {
        int lineEnd = text.indexOf('\n', i);
        int stop = lineEnd < 0 ? text.length() : lineEnd;
        // Blanks keep the offsets.
        statement.repeat(' ', start < 0 ? 0 : stop - i);
        i = stop;
      } else if (c == '"') {
        int stop = quoteEnd(text, i);
        start = start < 0 ? i : start;
        statement.append(text, i, stop);
        i = stop;
      } else if (c == '.' && !isDecimal(text, i)) {
        if (start >= 0) {
          statement(statement, start);
        }
        statement.setLength(0);
        start = -1;
        i++;
      } else {
        if (start >= 0 || !Character.isWhitespace(c)) {
          start = start < 0 ? i : start;
          statement.append(c);
        }
        i++;
      }
    }
    if (start >= 0 && !statement.toString().isBlank()) {
      findings.error(
          FolCode.SYNTAX, text.length(), text.length(), "expected '.' at the end of the formula");
      goalLost |= list.equals("goals");
    }
  }

  private static int quoteEnd(String text, int quote) {
    int i = quote + 1;
    while (i < text.length() && text.charAt(i) != '"' && text.charAt(i) != '\n') {
      i += text.charAt(i) == '\\' ? 2 : 1;
    }
    return Math.min(text.length(), i + 1);
  }

  private static boolean isDecimal(String text, int dot) {
    return dot > 0
        && dot + 1 < text.length()
        && Character.isDigit(text.charAt(dot - 1))
        && Character.isDigit(text.charAt(dot + 1));
  }

  private void statement(StringBuilder raw, int start) {
    String text = raw.toString().stripTrailing();
    int end = start + text.length();
    if (text.equals("end_of_list")) {
      list = "";
    } else if (text.endsWith("\nend_of_list")) {
      int cut = text.length() - "\nend_of_list".length();
      findings.error(
          FolCode.SYNTAX, start + cut, start + cut, "expected '.' at the end of the formula");
      goalLost |= list.equals("goals");
      list = "";
    } else if (list.isEmpty()) {
      command(text, start, end);
    } else {
      formula(text, start);
    }
  }

  private void command(String text, int start, int end) {
    Matcher opening = LIST.matcher(text);
    if (opening.matches()) {
      list = opening.group(1);
      return;
    }
    Matcher command = COMMAND.matcher(text);
    String name = command.matches() ? command.group(1) : "";
    switch (name) {
      case "set",
          "assign",
          "clear",
          "op",
          "redeclare",
          "function_order",
          "predicate_order",
          "lex" -> {
        if (text.replaceAll("\\s", "").equals("set(prolog_style_variables)")) {
          prologStyle = true;
        } else if (name.equals("op") || name.equals("redeclare")) {
          findings.error(
              FolCode.UNSUPPORTED,
              start,
              end,
              "operators of one's own are not read: '" + text + "'");
        } else if (findings.isOpen()) {
          findings.add(
              Diagnostic.note(
                  FolCode.COMMAND_SKIPPED,
                  findings.span(start, end),
                  "options of Prover9's search do not bear on what is asked"));
        }
      }
      case "if", "end_if" -> {
        if (findings.isOpen()) {
          findings.add(
              Diagnostic.note(
                  FolCode.COMMAND_SKIPPED,
                  findings.span(start, end),
                  "conditions are passed over"));
        }
      }
      default ->
          findings.error(
              FolCode.UNSUPPORTED,
              start,
              end,
              "expected 'formulas(assumptions).' or another list of formulas");
    }
  }

  private void formula(String text, int start) {
    boolean premise =
        switch (list) {
          case "assumptions", "sos", "usable", "demodulators" -> true;
          default -> false;
        };
    boolean goal = list.equals("goals");
    if (!premise && !goal) {
      if (!list.equals("hints")) {
        findings.error(
            FolCode.UNSUPPORTED,
            start,
            start + text.length(),
            "the list '" + list + "' is not read");
      }
      return;
    }
    // Attributes: p(a) # label(first)
    int attributes = Spelling.indexOutsideQuotes(text, 0, i -> text.charAt(i) == '#');
    int length = (attributes < 0 ? text : text.substring(0, attributes)).stripTrailing().length();
    Span span = findings.span(start, start + length);
    Optional<FormulaReader.Reading> reading =
        text.startsWith(source.text(span))
            ? new FormulaReader(findings, Dialect.prover9(prologStyle)).read(span)
            : withComments(text.substring(0, length), span);
    if (reading.isEmpty()) {
      goalLost |= goal;
      return;
    }
    List<Statement> statements = goal ? goals : premises;
    String label = goal ? "conclusion" : "premise " + (statements.size() + 1);
    statements.add(new Statement(label, reading.get().formula(), Optional.empty(), span));
  }

  /** A formula with comments within is read from a copy in which they are blanks. */
  private Optional<FormulaReader.Reading> withComments(String text, Span span) {
    Findings inner = new Findings(Source.of(source.name(), text));
    Optional<FormulaReader.Reading> reading =
        new FormulaReader(inner, Dialect.prover9(prologStyle)).read(inner.span(0, text.length()));
    for (Diagnostic diagnostic : inner.diagnostics().list()) {
      int start = span.start() + diagnostic.span().start();
      int end = span.start() + diagnostic.span().end();
      findings.add(
          new Diagnostic(
              diagnostic.code(),
              diagnostic.severity(),
              findings.span(start, end),
              diagnostic.message(),
              List.of(),
              Optional.empty()));
    }
    return reading;
  }
}
