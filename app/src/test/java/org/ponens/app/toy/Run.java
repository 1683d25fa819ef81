package org.ponens.app.toy;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.ponens.app.Ponens;
import org.ponens.generators.Families;

/** What a command came to, as a user at a terminal sees it. */
public record Run(int exitCode, String out, String err) {

  /** Runs a command with the toy family alone. */
  public static Run of(String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Ponens.commandLine(Families.of(new Sums()))
            .setOut(new PrintWriter(out, true))
            .setErr(new PrintWriter(err, true))
            .execute(arguments);
    return new Run(exitCode, out.toString(), err.toString());
  }
}
