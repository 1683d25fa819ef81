package org.ponens.app.terminal;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command of {@code ponens}; its value is the exit code. */
public abstract class Subcommand implements Callable<Integer> {

  @Spec private @Nullable CommandSpec spec;

  /** The command line as it was parsed, for errors about it. */
  protected final CommandLine commandLine() {
    if (spec == null) {
      throw new AssertionError("picocli injects the specification before it calls a command");
    }
    return spec.commandLine();
  }

  /** Where results go. */
  protected final PrintWriter out() {
    return commandLine().getOut();
  }

  /** Where messages go. */
  protected final PrintWriter err() {
    return commandLine().getErr();
  }
}
