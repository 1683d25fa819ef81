package org.ponens.app.planning;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.ponens.app.terminal.Terminal;
import org.ponens.app.terminal.TextFiles;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Problem;

/** Reads domains and problems from files, and says what is wrong with them. */
final class PddlFiles {

  /** A domain and a problem, read without errors. */
  record Pair(Domain domain, Source domainSource, Problem problem, Source problemSource) {}

  private final PrintWriter err;

  PddlFiles(PrintWriter err) {
    this.err = err;
  }

  /** Reads both, or prints the errors that are in the way. */
  Optional<Pair> read(Path domainFile, Path problemFile) throws IOException {
    Parsed<Domain> domain = Pddl.parseDomain(TextFiles.source(domainFile));
    errors(domain.source(), domain.diagnostics());
    if (domain.value().isEmpty()) {
      return Optional.empty();
    }
    Parsed<Problem> problem =
        Pddl.parseProblem(TextFiles.source(problemFile), domain.value().get());
    errors(problem.source(), problem.diagnostics());
    return domain.hasErrors() || problem.hasErrors() || problem.value().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Pair(
                domain.value().get(), domain.source(), problem.value().get(), problem.source()));
  }

  private void errors(Source source, List<Diagnostic> diagnostics) {
    print(source, diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).toList());
  }

  /** Prints diagnostics of a text. */
  void print(Source source, List<Diagnostic> diagnostics) {
    err.print(DiagnosticPrinter.terminal(source, diagnostics, Terminal.showsProgress()));
    err.flush();
  }
}
