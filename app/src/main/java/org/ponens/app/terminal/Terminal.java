package org.ponens.app.terminal;

/**
 * Whether a person sees the output. The launcher tells, as Java 21 cannot: its console is there or
 * not, whichever stream is redirected. Without a launcher nobody sees it.
 */
public final class Terminal {

  private Terminal() {}

  /** Whether standard output is a terminal. */
  public static boolean showsOutput() {
    return Boolean.getBoolean("ponens.terminal.out") && System.getenv("NO_COLOR") == null;
  }

  /** Whether standard error is a terminal. */
  public static boolean showsProgress() {
    return Boolean.getBoolean("ponens.terminal.err");
  }
}
