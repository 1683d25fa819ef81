package org.ponens.app.solve;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ponens.app.report.Tally;
import org.ponens.app.terminal.DurationConverter;
import org.ponens.app.terminal.Subcommand;
import org.ponens.app.terminal.Table;
import org.ponens.app.terminal.Terminal;
import org.ponens.grammar.Language;
import org.ponens.solvers.Budget;
import org.ponens.translators.solve.ProgramSolver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ponens solve}: decides single programs and files of many. */
@Command(
    name = "solve",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Decides logic programs, with evidence.",
      "",
      "A FILE is one program (.fol, .rules, .csp, .satlm, .p for TPTP, .in for Prover9; - for standard"
          + " input), or many: a Logic-LM result file (.json) or the same a line each (.jsonl)."
    })
public final class SolveCommand extends Subcommand {

  @Parameters(arity = "1..*", paramLabel = "FILE", description = "Programs or result files.")
  private List<String> files = List.of();

  @Option(
      names = {"-b", "--budget"},
      paramLabel = "TIME",
      converter = DurationConverter.class,
      defaultValue = "1s",
      description = "Wall-clock time for each problem, such as 500ms or 2s (default: 1s).")
  private Duration budget = Duration.ofSeconds(1);

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Writes a JSON line for each problem; - for standard output.")
  private @Nullable String out;

  @Option(
      names = {"-e", "--explain"},
      paramLabel = "ID",
      description = "Shows the problem with this id whole, in words, and nothing else. Repeatable.")
  private List<String> explain = new ArrayList<>();

  @Option(
      names = {"-l", "--language"},
      paramLabel = "LANGUAGE",
      description =
          "Takes all programs as of this language: ${COMPLETION-CANDIDATES} (default: by extension, or by"
              + " what the text looks like).")
  private @Nullable Language language;

  @Option(
      names = {"-j", "--jobs"},
      paramLabel = "N",
      description = "Problems solved at once (default: the number of processors).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--color",
      paramLabel = "WHEN",
      defaultValue = "auto",
      description = "Colours: ${COMPLETION-CANDIDATES} (default: auto, on a terminal only).")
  private When color = When.AUTO;

  /** When to use colours. */
  enum When {
    AUTO,
    ALWAYS,
    NEVER
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (jobs < 1) {
      throw new ParameterException(commandLine(), "--jobs is 1 or more, not " + jobs);
    }
    for (String file : files) {
      if (!file.equals("-") && !Files.isRegularFile(Path.of(file))) {
        throw new NoSuchFileException(file);
      }
    }
    ProgramSolver solver = new ProgramSolver(Budget.of(budget));
    boolean allDecided = true;
    List<String> unseen = new ArrayList<>(explain);
    Table table = new Table(Tally.header());
    boolean anyBatch = false;
    try (Records records = Records.open(Optional.ofNullable(out), out())) {
      for (String file : files) {
        if (BatchSolver.isBatch(file)) {
          BatchSolver batch =
              new BatchSolver(solver, Optional.ofNullable(language), jobs, colour(), out());
          if (explain.isEmpty()) {
            table.row(
                batch.run(Path.of(file), records).row(Path.of(file).getFileName().toString()));
            anyBatch = true;
          } else {
            unseen.removeAll(batch.explain(Path.of(file), explain));
          }
        } else {
          allDecided &=
              new SingleSolver(solver, Optional.ofNullable(language), colour(), out(), err())
                  .run(file, records);
          unseen.remove(file);
        }
      }
    }
    if (anyBatch && !"-".equals(out)) {
      out().print(table);
      out()
          .println(
              "executable: decided; whole: and nothing of it left out; overall (a): no answer counts as wrong,"
                  + " (b): as guessed.");
      out().flush();
    }
    if (!unseen.isEmpty()) {
      err().println("ponens: no problem has the id " + String.join(", ", unseen));
      return 1;
    }
    return allDecided ? 0 : 1;
  }

  private boolean colour() {
    return switch (color) {
      case ALWAYS -> true;
      case NEVER -> false;
      case AUTO -> Terminal.showsOutput();
    };
  }

  /** Where the JSON lines go: nowhere, to standard output, or to a file. */
  static final class Records implements AutoCloseable {

    private final Optional<Writer> writer;
    private final boolean owned;

    private Records(Optional<Writer> writer, boolean owned) {
      this.writer = writer;
      this.owned = owned;
    }

    static Records open(Optional<String> target, PrintWriter standardOutput) throws IOException {
      if (target.isEmpty()) {
        return new Records(Optional.empty(), false);
      }
      if (target.get().equals("-")) {
        return new Records(Optional.of(standardOutput), false);
      }
      BufferedWriter file = Files.newBufferedWriter(Path.of(target.get()));
      return new Records(Optional.of(file), true);
    }

    boolean wanted() {
      return writer.isPresent();
    }

    void line(String json) throws IOException {
      if (writer.isPresent()) {
        writer.get().write(json);
        writer.get().write('\n');
        // What is written stays written, whatever happens next.
        writer.get().flush();
      }
    }

    @Override
    public void close() throws IOException {
      if (writer.isPresent()) {
        writer.get().flush();
        if (owned) {
          writer.get().close();
        }
      }
    }
  }
}
