package org.ponens.app.toy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.ponens.app.Ponens;
import picocli.CommandLine;

/** What a command came to, as a user at a terminal sees it. */
public record Run(int exitCode, String out, String err) {

  /** Runs a command with the settings of the whole command line. */
  public static Run of(Object command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        new CommandLine(command)
            .setCaseInsensitiveEnumValuesAllowed(true)
            .setExecutionExceptionHandler(Ponens.commandLine().getExecutionExceptionHandler())
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
