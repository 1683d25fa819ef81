package org.ponens.app.families;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ponens.app.terminal.Subcommand;
import org.ponens.app.terminal.Table;
import org.ponens.generators.Families;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.Knob;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.TaskJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponens families}: what tasks can be made. */
@Command(
    name = "families",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Lists the families of tasks, or shows what can be asked of one.")
public final class FamiliesCommand extends Subcommand {

  private static final int SHOWN_LEVELS = 7;

  private final Families families;

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "The family to show: its knobs and levels.")
  private @Nullable String name;

  @Option(names = "--json", description = "Writes JSON.")
  private boolean json;

  @Option(names = "--schema", description = "Writes the JSON schema of a task and nothing else.")
  private boolean schema;

  /** A command that shows these families. */
  public FamiliesCommand(Families families) {
    this.families = families;
  }

  @Override
  public Integer call() throws IOException {
    try {
      List<TaskFamily> shown =
          name == null ? families.all() : List.of(FamilyNames.find(families, name));
      if (schema) {
        out().print(TaskJson.schema());
      } else if (json) {
        out().print(FamiliesJson.of(shown));
      } else if (name == null) {
        list();
      } else {
        show(shown.getFirst());
      }
      out().flush();
      return ExitCode.OK;
    } catch (InvalidSettingException e) {
      err().println("ponens: " + e.getMessage());
      return ExitCode.USAGE;
    }
  }

  private void list() {
    for (TaskFamily family : families.all()) {
      out().println(family.name() + " (version " + family.version() + ")");
      out().println("  " + family.description());
    }
    out().println("See 'ponens families NAME' for what can be asked of one.");
  }

  private void show(TaskFamily family) {
    out().println(family.name() + ", version " + family.version());
    out().println(family.description());
    for (Knob knob : family.knobs()) {
      out().println();
      out().println("--set " + knob.name() + "=" + knob.initial());
      out().println("    " + knob.description());
      if (!knob.domain().isEmpty()) {
        out().println("    " + knob.domain());
      }
    }
    out().println();
    List<Integer> numbers = someLevels(family);
    out().println("The hardness that a level begins with (--json has all levels):");
    List<String> header = new ArrayList<>(List.of("problem"));
    numbers.forEach(number -> header.add("level " + number));
    Table levels = new Table(header);
    for (String problem : family.problems()) {
      List<String> row = new ArrayList<>(List.of(problem));
      for (int number : numbers) {
        row.add(number(family.curriculum(problem).level(number).from()));
      }
      levels.row(row);
    }
    out().print(levels);
  }

  /** So many that a table of them fits into a terminal. */
  private static List<Integer> someLevels(TaskFamily family) {
    int all = family.curriculum(family.problems().getFirst()).levels().size();
    int step = (all + SHOWN_LEVELS - 1) / SHOWN_LEVELS;
    List<Integer> numbers = new ArrayList<>();
    for (int number = all; number >= 1; number -= step) {
      numbers.addFirst(number);
    }
    return numbers;
  }

  private static String number(double value) {
    return value == Math.rint(value) && Math.abs(value) < 1e15
        ? Long.toString((long) value)
        : Double.toString(value);
  }
}
