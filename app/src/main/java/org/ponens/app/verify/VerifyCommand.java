package org.ponens.app.verify;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.ponens.app.stream.Progress;
import org.ponens.app.terminal.Subcommand;
import org.ponens.generators.Families;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.verify.Judgement;
import org.ponens.generators.verify.LineReader;
import org.ponens.generators.verify.TaskFiles;
import org.ponens.generators.verify.TaskIndex;
import org.ponens.generators.verify.Verification;
import org.ponens.generators.verify.Verifications;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code ponens verify}: what responses to tasks are worth. */
@Command(
    name = "verify",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Judges responses to tasks.",
      "",
      "A response is a line {\"id\":TASK,\"response\":TEXT}, or what trainers write: verl's rollout dumps, TRL,"
          + " OpenRLHF, NeMo Gym, verifiers, the Batch API, chats. Any order, any number for each task. A verdict"
          + " is a line {\"id\",\"correct\",\"score\",\"status\",\"reason\"}, in the order of the responses.",
      "",
      "A run that was stopped goes on where it was: start it again with the same options."
    })
public final class VerifyCommand extends Subcommand {

  private final Families families;

  @Option(
      names = {"-t", "--tasks"},
      paramLabel = "FILE",
      description =
          "The tasks, in any layout; or a folder of .jsonl files. Repeatable. Not needed where the responses"
              + " hold their tasks.")
  private List<Path> tasks = new ArrayList<>();

  @Option(
      names = {"-r", "--responses"},
      paramLabel = "FILE",
      required = true,
      description = "The responses (.jsonl, perhaps .gz); - for standard input.")
  private String responses = "-";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "FILE",
      description = "Writes a verdict for each response; - for standard output.")
  private @Nullable String out;

  @Option(
      names = "--summary",
      paramLabel = "FILE",
      description = "Writes the summary as JSON, too.")
  private @Nullable Path summary;

  @Option(
      names = "--partial",
      description =
          "Gives a wrong answer that is near a score of up to 0.5. Without it, it scores nothing.")
  private boolean partial;

  @Option(
      names = {"-j", "--threads"},
      paramLabel = "N",
      description = "Responses judged at once (default: the number of processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "" + Verification.DEFAULT_STEPS,
      description =
          "Steps that judging one response may take before it is given up as over_budget (default:"
              + " ${DEFAULT-VALUE}).")
  private long steps = Verification.DEFAULT_STEPS;

  /** The command for these families. */
  public VerifyCommand(Families families) {
    this.families = families;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    check();
    try (LineReader reader = open();
        TaskIndex index = TaskIndex.of(TaskFiles.in(tasks), Layout::readTask)) {
      VerdictTally tally = judge(tasks.isEmpty() ? Optional.empty() : Optional.of(index), reader);
      report(tally);
      return tally.count(Judgement.Cause.FAILED) + tally.count(Judgement.Cause.INVALID_TASK) == 0
          ? 0
          : 1;
    } catch (InvalidTaskException e) {
      err().println("ponens: " + e.getMessage());
      return 1;
    }
  }

  private void check() throws IOException {
    if (threads < 1) {
      throw new ParameterException(commandLine(), "--threads is 1 or more, not " + threads);
    }
    if (steps < 1) {
      throw new ParameterException(commandLine(), "--steps is 1 or more, not " + steps);
    }
    if (!responses.equals("-") && !Files.isRegularFile(Path.of(responses))) {
      throw new NoSuchFileException(responses);
    }
    if (out != null && !out.equals("-") && Files.exists(Path.of(out))) {
      List<Path> inputs = new ArrayList<>(TaskFiles.in(tasks));
      if (!responses.equals("-")) {
        inputs.add(Path.of(responses));
      }
      for (Path input : inputs) {
        if (Files.isSameFile(input, Path.of(out))) {
          throw new ParameterException(commandLine(), "--out is read as well: " + out);
        }
      }
    }
  }

  private LineReader open() throws IOException {
    if (responses.equals("-")) {
      return new LineReader(System.in);
    }
    InputStream in = Files.newInputStream(Path.of(responses));
    return new LineReader(
        responses.toLowerCase(Locale.ROOT).endsWith(".gz") ? new GZIPInputStream(in, 1 << 16) : in);
  }

  private VerdictTally judge(Optional<TaskIndex> index, LineReader reader)
      throws IOException, InterruptedException {
    Verifications verifications = new Verifications(index, families::find, steps, partial);
    String name = responses.equals("-") ? "verify" : Path.of(responses).getFileName().toString();
    try (Progress progress = Progress.on(name)) {
      if (out == null || out.equals("-")) {
        Optional<PrintWriter> lines = out == null ? Optional.empty() : Optional.of(out());
        return new BatchVerifier(verifications, families, threads, new Streamed(lines))
            .run(reader, progress);
      }
      try (VerdictFile file = VerdictFile.open(Path.of(out))) {
        VerdictTally tally =
            new BatchVerifier(verifications, families, threads, file).run(reader, progress);
        file.end();
        return tally;
      }
    }
  }

  /** Verdicts to standard output, or to nowhere. */
  private record Streamed(Optional<PrintWriter> lines) implements BatchVerifier.Output {

    @Override
    public long complete() {
      return 0;
    }

    @Override
    public LineReader earlier() {
      return new LineReader(InputStream.nullInputStream());
    }

    @Override
    public IOException mismatch(long line, String what) {
      throw new AssertionError("no earlier run is gone on with: " + what);
    }

    @Override
    public void write(String text) {
      if (lines.isPresent()) {
        lines.get().print(text);
        lines.get().flush();
      }
    }
  }

  private void report(VerdictTally tally) throws IOException {
    if (summary != null) {
      try (Writer file = Files.newBufferedWriter(summary);
          JsonGenerator json = new JsonFactory().createGenerator(file)) {
        json.useDefaultPrettyPrinter();
        tally.write(json);
        json.writeRaw('\n');
      }
    }
    if (!"-".equals(out)) {
      out().print(tally.print());
      out()
          .println(
              "guess floor: how often guesses are right; corrected: how much better than them the share is.");
      out().flush();
    }
    long failed = tally.count(Judgement.Cause.FAILED);
    if (failed > 0) {
      err().println("ponens: " + failed + " responses could not be judged for a defect of Ponens");
    }
  }
}
