package org.ponens.app.generate;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ponens.app.families.FamilyNames;
import org.ponens.app.stream.Progress;
import org.ponens.app.terminal.Subcommand;
import org.ponens.generators.Families;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.TaskStream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponens generate}: makes data sets of tasks. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Makes problems whose answers can be verified.",
      "",
      "The same options give the same bytes, with any number of threads. A run that was killed goes on"
          + " where it ended when it is started again. See 'ponens families' for what there is.",
      "",
      "Tasks that ask the same about isomorphic instances are duplicates: the first is kept, the others"
          + " are dropped and made up for. A shard makes a range of the items instead, so that all"
          + " shards can run at once and their files, one behind the other, hold the items in order;"
          + " it finds duplicates among its own items only, and makes up for none.",
    })
public final class GenerateCommand extends Subcommand {

  private static final int FEWER = 1;
  private static final long CHECKPOINT_NANOS = 5_000_000_000L;

  /** As many as the table of their hashes can hold; shards can make more, each in its own run. */
  private static final long MOST_TASKS = 100_000_000_000L;

  private static final Pattern SHARD = Pattern.compile("(\\d{1,6})/(\\d{1,6})");

  private final Families families;

  @Parameters(paramLabel = "FAMILY", description = "What to make: see 'ponens families'.")
  private String family = "";

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      defaultValue = "10",
      description = "How many tasks (default: 10).")
  private long count = 10;

  @Option(
      names = {"-l", "--level"},
      paramLabel = "LEVEL",
      defaultValue = "",
      description = "How hard: 3, or 1..5 for each as often (default: as the knobs give).")
  private String level = "";

  @Option(
      names = {"-s", "--seed"},
      paramLabel = "S",
      defaultValue = "0",
      description = "Tasks of two seeds share nothing (default: 0).")
  private long seed;

  @Option(
      names = "--split",
      paramLabel = "SPLIT",
      defaultValue = "train",
      description =
          "train, validation or test: no task of one is isomorphic to one of another (default: train).")
  private String split = "train";

  @Option(
      names = "--set",
      paramLabel = "KNOB=VALUE",
      description = "Sets a knob of the family. Repeatable; of 3..5,9 each task draws one.")
  private List<String> set = new ArrayList<>();

  @Option(
      names = "--layout",
      paramLabel = "LAYOUT",
      defaultValue = "ponens",
      description =
          "The shape of a line: ponens, verl, trl, openrlhf, nemo-gym, verifiers or chat (default:"
              + " ponens).")
  private String layout = "ponens";

  @Option(
      names = {"-o", "--out"},
      paramLabel = "PATH",
      defaultValue = "-",
      description =
          "A .jsonl file, a folder for a data set with manifest and card, or - for standard output"
              + " (default: -).")
  private String out = "-";

  @Option(
      names = "--without-reference",
      description = "Leaves the solution out; the tasks can be verified all the same.")
  private boolean withoutReference;

  @Option(
      names = "--shard",
      paramLabel = "K/N",
      defaultValue = "1/1",
      description = "Makes the K-th of N parts of the items, such as 2/8 (default: all).")
  private String shard = "1/1";

  @Option(
      names = {"-j", "--threads"},
      paramLabel = "T",
      description = "Tasks made at once (default: the number of processors).")
  private int threads = Runtime.getRuntime().availableProcessors();

  /** A command that makes tasks of these families. */
  public GenerateCommand(Families families) {
    this.families = families;
  }

  @Override
  public Integer call() throws IOException, InterruptedException {
    Target target = Target.of(out);
    try {
      Order order = order(target);
      TaskStream stream =
          new TaskStream(order.family(), order.settings(), order.seed(), order.split());
      return target.isStandardOutput() ? print(order, stream) : write(order, stream, target);
    } catch (InvalidSettingException e) {
      err().println("ponens: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private Order order(Target target) throws InvalidSettingException {
    TaskFamily made = FamilyNames.find(families, family);
    if (count < 1 || count > MOST_TASKS) {
      throw new InvalidSettingException("--count is 1 to " + MOST_TASKS + ", not " + count);
    }
    if (threads < 1) {
      throw new InvalidSettingException("--threads is 1 or more, not " + threads);
    }
    Settings settings = Settings.of(made, knobs(), level);
    Order.Shard part = part();
    Split wanted = splitOf(split);
    return new Order(
        made,
        settings,
        seed,
        wanted,
        layoutOf(layout),
        !withoutReference,
        count,
        part,
        threads,
        target.file(wanted, part));
  }

  /** What was set, by knob; what was set several times is mixed. */
  private Map<String, String> knobs() throws InvalidSettingException {
    Map<String, String> knobs = new TreeMap<>();
    for (String setting : set) {
      int equals = setting.indexOf('=');
      if (equals < 1) {
        throw new InvalidSettingException("--set takes KNOB=VALUE, not '" + setting + "'");
      }
      knobs.merge(
          setting.substring(0, equals).strip(),
          setting.substring(equals + 1).strip(),
          (first, second) -> first + "," + second);
    }
    return knobs;
  }

  private Order.Shard part() throws InvalidSettingException {
    Matcher matcher = SHARD.matcher(shard);
    if (matcher.matches()) {
      int number = Integer.parseInt(matcher.group(1));
      int of = Integer.parseInt(matcher.group(2));
      if (number >= 1 && number <= of) {
        return new Order.Shard(number, of);
      }
    }
    throw new InvalidSettingException("--shard takes K/N with K from 1 to N, not '" + shard + "'");
  }

  private static Split splitOf(String label) throws InvalidSettingException {
    for (Split split : Split.values()) {
      if (split.label().equalsIgnoreCase(label)) {
        return split;
      }
    }
    throw new InvalidSettingException("--split is train, validation or test, not '" + label + "'");
  }

  private static Layout layoutOf(String label) throws InvalidSettingException {
    return Layout.ofLabel(label)
        .orElseThrow(
            () ->
                new InvalidSettingException(
                    "--layout is one of "
                        + String.join(", ", Layout.labels())
                        + ", not '"
                        + label
                        + "'"));
  }

  private int print(Order order, TaskStream stream) throws IOException, InterruptedException {
    Generation generation = new Generation(order, stream);
    try (LineSink sink = new StandardOutput(out())) {
      generation.run(sink, written -> {});
    }
    return report(generation, order, "standard output", err(), false);
  }

  private int write(Order order, TaskStream stream, Target target)
      throws IOException, InterruptedException {
    Files.createDirectories(target.folder());
    Path path = target.folder().resolve(order.file());
    Manifest manifest = Manifest.open(target.manifest(order));
    long there = Files.exists(path) ? Files.size(path) : 0;
    if (there > 0) {
      manifest.check(order);
    }
    if (there > 0 && manifest.isDone(order, there)) {
      out().println(path + " is complete: nothing to do");
      out().flush();
      return ExitCode.OK;
    }
    Generation.Checkpoint checkpoint =
        there > 0 ? manifest.checkpoint(order) : Generation.Checkpoint.START;
    manifest.note(order, checkpoint);
    Generation generation = new Generation(order, stream);
    Generation.Resumption resumption = generation.new Resumption(checkpoint);
    TaskFile file = TaskFile.open(path, resumption);
    try (file) {
      long found = generation.census().tasks();
      if (found > 0) {
        err().println("ponens: going on behind the " + found + " tasks of " + path);
        err().flush();
      }
      resumption.recount();
      long steps = order.isShard() ? order.endIndex() - order.firstIndex() : order.count();
      try (Progress progress = Progress.on(order.file(), found, steps)) {
        long[] notedAt = {System.nanoTime()};
        generation.run(
            file,
            tasks -> {
              progress.stepTo(tasks);
              if (System.nanoTime() - notedAt[0] > CHECKPOINT_NANOS) {
                file.flush();
                manifest.note(order, generation.checkpoint(file.bytes()));
                notedAt[0] = System.nanoTime();
              }
            });
      }
      file.force();
    }
    manifest.end(order, generation, file.bytes(), file.sha256Hex());
    if (target.isFolder() && !order.isShard()) {
      String card = DataCard.of(target.title(), manifest);
      Manifest.write(target.folder().resolve("README.md"), card, order.file());
    }
    return report(generation, order, path.toString(), out(), true);
  }

  private int report(
      Generation generation, Order order, String where, PrintWriter to, boolean withTable) {
    Census census = generation.census();
    if (withTable && census.tasks() > 0) {
      to.print(census.table());
    }
    if (withTable || census.duplicates() + census.missed() > 0) {
      to.println(
          "%d tasks in %s; %d duplicates dropped, %d items missed"
              .formatted(census.tasks(), where, census.duplicates(), census.missed()));
    }
    to.flush();
    if (generation.isComplete()) {
      return ExitCode.OK;
    }
    err()
        .println(
            "ponens: %d of %d tasks: the items that followed were all duplicates or missed%s"
                .formatted(
                    census.tasks(),
                    order.count(),
                    generation.lastMiss().map(reason -> " (" + reason + ")").orElse("")));
    err().flush();
    return FEWER;
  }
}
