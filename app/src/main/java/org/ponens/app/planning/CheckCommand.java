package org.ponens.app.planning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.ponens.app.terminal.DurationConverter;
import org.ponens.app.terminal.Subcommand;
import org.ponens.app.terminal.Terminal;
import org.ponens.app.terminal.TextFiles;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.planning.ProblemLint;
import org.ponens.solvers.planning.Unsupported;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponens check}: what is wrong with a domain and a problem. */
@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Reports all that is wrong with a PDDL domain and problem, with fixes:",
      "form, names, types, requirements, and goals that no plan can reach."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:nothing is wrong; notes do not count",
      "1:there are warnings, and no errors",
      "2:there are errors; wrong options or arguments",
      "3:a file could not be read"
    })
public final class CheckCommand extends Subcommand {

  @Parameters(index = "0", paramLabel = "DOMAIN", description = "A domain; - for standard input.")
  private Path domain = Path.of("");

  @Parameters(index = "1", arity = "0..1", paramLabel = "PROBLEM", description = "A problem of it.")
  private @Nullable Path problem;

  @Option(
      names = "--json",
      description = "One JSON object a line for each file, with its diagnostics.")
  private boolean json;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      defaultValue = "5s",
      description =
          "How long to look for goals that cannot be reached (default: ${DEFAULT-VALUE}).")
  private Duration budget = Duration.ofSeconds(5);

  private int errors;
  private int warnings;

  @Override
  public Integer call() throws IOException {
    Parsed<Domain> read = Pddl.parseDomain(TextFiles.source(domain));
    List<Diagnostic> ofDomain = new ArrayList<>(read.diagnostics());
    if (!read.hasErrors()) {
      ofDomain.addAll(
          warnings(Unsupported.in(read.value().orElseThrow(), Unsupported.Use.PLANNING)));
    }
    print(read, ofDomain);
    Path file = problem;
    if (file != null && read.value().isPresent()) {
      Parsed<Problem> other = Pddl.parseProblem(TextFiles.source(file), read.value().get());
      List<Diagnostic> ofProblem = new ArrayList<>(other.diagnostics());
      if (!other.hasErrors()) {
        ofProblem.addAll(
            warnings(Unsupported.in(other.value().orElseThrow(), Unsupported.Use.PLANNING)));
        if (!read.hasErrors()) {
          ofProblem.addAll(
              ProblemLint.find(
                  read.value().get(), other.value().orElseThrow(), Budget.of(budget).start()));
        }
      }
      print(other, ofProblem);
    }
    if (!json) {
      summary();
    }
    return errors > 0 ? 2 : warnings > 0 ? 1 : 0;
  }

  // What cannot be planned with may be right all the same.
  private static List<Diagnostic> warnings(List<Diagnostic> unsupported) {
    return unsupported.stream()
        .map(d -> Diagnostic.warning(d.code(), d.span(), d.message()))
        .toList();
  }

  private void print(Parsed<?> read, List<Diagnostic> diagnostics) {
    errors += (int) diagnostics.stream().filter(d -> d.severity() == Severity.ERROR).count();
    warnings += (int) diagnostics.stream().filter(d -> d.severity() == Severity.WARNING).count();
    if (json) {
      out().println(CheckJson.line(read.source().name(), diagnostics));
    } else {
      out().print(DiagnosticPrinter.terminal(read.source(), diagnostics, Terminal.showsOutput()));
    }
    out().flush();
  }

  private void summary() {
    out()
        .println(
            errors + warnings == 0
                ? "Nothing is wrong."
                : String.format(
                    Locale.ROOT,
                    "%d %s, %d %s.",
                    errors,
                    errors == 1 ? "error" : "errors",
                    warnings,
                    warnings == 1 ? "warning" : "warnings"));
  }
}
