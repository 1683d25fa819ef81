package org.ponens.app.inspect;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ponens.app.terminal.Subcommand;
import org.ponens.app.terminal.Terminal;
import org.ponens.generators.Families;
import org.ponens.generators.verify.TaskFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

/** {@code ponens inspect}: what a data set holds. */
@Command(
    name = "inspect",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Counts what a data set holds: problems, splits, levels, how hard it is, how far guessing gets, what is"
          + " there twice. With another data set, what of that is in the first as well.",
      "",
      "Ends with 1 if a line is no task, an instance is in two splits or in both data sets, or a check failed."
    })
public final class InspectCommand extends Subcommand {

  private final Families families;

  @Parameters(
      index = "0",
      paramLabel = "DATASET",
      description = "A file of tasks, in any layout, or a folder of .jsonl files.")
  private Path dataset = Path.of("");

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OTHER",
      description = "Another one: which of its tasks are in the first, too?")
  private @Nullable Path other;

  @Option(
      names = "--recheck",
      description = "Verifies every reference answer, and every certificate, again.")
  private boolean recheck;

  @Option(names = "--html", paramLabel = "FILE", description = "Writes all of it as a page.")
  private @Nullable Path html;

  @Option(
      names = "--svg",
      paramLabel = "FILE",
      description = "Writes the histogram of the hardness as a picture.")
  private @Nullable Path svg;

  @Option(
      names = {"-j", "--threads"},
      paramLabel = "N",
      description = "Lines looked at at once (default: the number of processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** The command for these families. */
  public InspectCommand(Families families) {
    this.families = families;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (threads < 1) {
      throw new ParameterException(commandLine(), "--threads is 1 or more, not " + threads);
    }
    List<Path> files = TaskFiles.in(List.of(dataset));
    List<Path> otherFiles = other == null ? List.of() : TaskFiles.in(List.of(other));
    Inspection found = new Inspection();
    TaskScan.Places places = new TaskScan(families, threads, recheck).run(files, found::add);
    List<Section> sections = new ArrayList<>(Findings.of(found, places, recheck));
    boolean sound = found.unreadLines + found.defectTasks + found.acrossSplits == 0;
    if (other != null) {
      Leaks leaks = new Leaks(found);
      TaskScan.Places others = new TaskScan(families, threads, false).run(otherFiles, leaks::add);
      sections.addAll(Findings.of(leaks, dataset.toString(), other.toString(), places, others));
      sound &= !leaks.any();
    }
    PrintWriter out = out();
    out.print(TerminalReport.print(dataset.toString(), sections, Terminal.showsOutput()));
    out.flush();
    if (html != null) {
      Files.writeString(html, HtmlReport.print(dataset.toString(), sections));
    }
    if (svg != null) {
      Files.writeString(
          svg,
          Picture.svg(
              "picture",
              "Hardness of " + dataset,
              "Tasks by measured hardness.",
              Histogram.bars(found.hardness())));
    }
    return sound ? 0 : 1;
  }
}
