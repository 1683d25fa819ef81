package org.ponens.app.show;

import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import org.ponens.app.terminal.Subcommand;
import org.ponens.app.terminal.Terminal;
import org.ponens.generators.Families;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code ponens show}: single tasks, for people. */
@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = {
      "Shows a task: its prompt, its answer and why that is right, how hard it is, and how often guesses are"
          + " right."
    })
public final class ShowCommand extends Subcommand {

  private final Families families;

  @Parameters(
      arity = "1..*",
      paramLabel = "FILE[:N|:ID]",
      description =
          "A file of tasks, in any layout; with the number of a line, or a task's id (default: the first"
              + " task).")
  private List<String> tasks = List.of();

  /** The command for these families. */
  public ShowCommand(Families families) {
    this.families = families;
  }

  @Override
  public Integer call() throws IOException {
    PrintWriter out = out();
    try {
      String between = "";
      for (String name : tasks) {
        Task task = TaskReference.of(name).read(Layout::readTask);
        out.print(between);
        out.print(new TaskView(task, families::find, Terminal.showsOutput()).print());
        out.flush();
        between = "\n";
      }
      return 0;
    } catch (InvalidTaskException e) {
      err().println("ponens: " + e.getMessage());
      return 1;
    }
  }
}
