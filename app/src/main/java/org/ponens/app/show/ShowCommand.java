package org.ponens.app.show;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ponens.app.terminal.Terminal;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskFamily;
import org.ponens.generators.task.TaskJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ponens show}: single tasks, for people. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows a task: its prompt, its answer and why that is right, how hard it is, and how often guesses are"
          + " right."
    })
public final class ShowCommand implements Callable<Integer> {

  private final Function<String, Optional<TaskFamily>> families;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE[:N|:ID]",
      description =
          "A file of tasks, in any layout; with the number of a line, or a task's id (default: the first"
              + " task).")
  private List<String> tasks = List.of();

  @Spec private @Nullable CommandSpec spec;

  /** The command as users have it. */
  public ShowCommand() {
    this(name -> Optional.empty());
  }

  /** The command for these families. */
  ShowCommand(Function<String, Optional<TaskFamily>> families) {
    this.families = families;
  }

  @Override
  public Integer call() throws IOException {
    if (spec == null) {
      throw new AssertionError("picocli injects the specification before it calls a command");
    }
    PrintWriter out = spec.commandLine().getOut();
    try {
      String between = "";
      for (String name : tasks) {
        Task task = TaskReference.of(name).read(TaskJson::read);
        out.print(between);
        out.print(new TaskView(task, families, Terminal.showsOutput()).print());
        out.flush();
        between = "\n";
      }
      return 0;
    } catch (InvalidTaskException e) {
      spec.commandLine().getErr().println("ponens: " + e.getMessage());
      return 1;
    }
  }
}
