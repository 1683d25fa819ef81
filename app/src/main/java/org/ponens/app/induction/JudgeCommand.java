package org.ponens.app.induction;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.ponens.app.terminal.Subcommand;
import org.ponens.app.terminal.Terminal;
import org.ponens.app.terminal.TextFiles;
import org.ponens.generators.induction.slr.InvalidProgramException;
import org.ponens.generators.induction.slr.Score;
import org.ponens.generators.induction.slr.ValidationProgram;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;
import org.ponens.grammar.diagnostic.Source;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code ponens judge}: what a rule is worth. */
@Command(
    name = "judge",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Judges a rule by labelled examples, or responses to SLR-Bench's tasks.",
      "A rule can neither ask for labels nor name examples, and is run for a bounded time."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the rule is right about all examples; responses were judged",
      "1:the rule is wrong about some",
      "2:the rule or the program can't be read; wrong options or arguments",
      "3:a file could not be read"
    })
public final class JudgeCommand extends Subcommand {

  @Option(
      names = {"-p", "--program"},
      paramLabel = "FILE",
      description = "Labelled examples and facts about them, in Prolog.")
  private @Nullable Path program;

  @Option(
      names = {"-r", "--rule"},
      paramLabel = "FILE",
      description = "The rule, in Prolog; - for standard input.")
  private @Nullable Path rule;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      defaultValue = ValidationProgram.EASTBOUND,
      description = "The label that rules define (default: ${DEFAULT-VALUE}).")
  private String target = ValidationProgram.EASTBOUND;

  @Option(
      names = "--opposite",
      paramLabel = "NAME",
      defaultValue = ValidationProgram.WESTBOUND,
      description = "The label of all other examples (default: ${DEFAULT-VALUE}).")
  private String opposite = ValidationProgram.WESTBOUND;

  @Option(
      names = "--rows",
      paramLabel = "FILE",
      description = "Rows of SLR-Bench as JSON lines, in place of a program and a rule.")
  private @Nullable Path rows;

  @Option(
      names = "--responses",
      paramLabel = "FILE",
      description = "Lines {\"id\": ID OF THE ROW, \"response\": TEXT} for --rows.")
  private @Nullable Path responses;

  @Option(names = "--json", description = "One JSON object, as SLR's own metric gives it.")
  private boolean json;

  @Override
  public Integer call() throws IOException {
    if (rows != null && responses != null && program == null && rule == null) {
      return judgeRows(rows, responses);
    }
    if (program == null || rule == null || rows != null || responses != null) {
      throw new ParameterException(
          commandLine(), "either --program and --rule, or --rows and --responses");
    }
    return judgeRule(program, rule);
  }

  private int judgeRule(Path programFile, Path ruleFile) throws IOException {
    Source text = TextFiles.source(ruleFile);
    ValidationProgram read;
    try {
      read = ValidationProgram.read(TextFiles.source(programFile), target, opposite);
    } catch (InvalidProgramException e) {
      err().println(programFile + ": " + e.getMessage());
      return 2;
    }
    Score score = read.score(text, read.defaultSteps());
    if (json) {
      out().println(ScoresJson.of(List.of(score)));
    } else {
      print(score, read, text);
    }
    out().flush();
    return score.isCorrect() ? 0 : score.isSyntaxValid() ? 1 : 2;
  }

  private void print(Score score, ValidationProgram read, Source text) {
    out().print(DiagnosticPrinter.terminal(text, score.diagnostics(), Terminal.showsOutput()));
    if (score.error().isPresent()) {
      out().println("The rule gets no points: " + score.error().get() + ".");
      return;
    }
    int all = read.examples().size();
    out()
        .println(
            String.format(
                Locale.ROOT,
                "The rule is right about %d of %d examples.",
                all - score.wrong().size(),
                all));
    for (int i = 0; i < all; i++) {
      String name = read.examples().get(i);
      if (score.wrong().contains(name)) {
        boolean positive = read.isPositive(i);
        out()
            .println(
                "  "
                    + name
                    + " is "
                    + (positive ? target : opposite)
                    + ", and the rule says "
                    + (positive ? "it is not " + target : "it is " + target));
      }
    }
  }

  private int judgeRows(Path rowsFile, Path responsesFile) throws IOException {
    BenchRun run = new BenchRun();
    eachLine(responsesFile, line -> run.response(line) ? "" : "no response {\"id\", \"response\"}");
    eachLine(rowsFile, run::row);
    out().println(json ? ScoresJson.of(run.scores()) : run.print());
    out().flush();
    return 0;
  }

  /** Hands over lines that are not blank, and prints what is said of them. */
  private void eachLine(Path file, UnaryOperator<String> taker) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String problem = line.isBlank() ? "" : taker.apply(line);
        if (!problem.isEmpty()) {
          err().println(file + ":" + number + ": " + problem);
        }
      }
    }
  }
}
