package org.ponens.app.stream;

import java.time.Duration;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;
import org.ponens.app.terminal.Terminal;

/** A progress bar on standard error, on a terminal only. */
public final class Progress implements AutoCloseable {

  private static final long UNKNOWN = -1;

  private final @Nullable ProgressBar bar;

  private Progress(@Nullable ProgressBar bar) {
    this.bar = bar;
  }

  /** A bar for work of unknown size, or none where standard error is no terminal. */
  public static Progress on(String task) {
    return on(task, 0, UNKNOWN);
  }

  /** A bar for so many steps, of which some are done already. */
  public static Progress on(String task, long done, long steps) {
    if (!Terminal.showsProgress()) {
      return new Progress(null);
    }
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(steps)
            .startsFrom(done, Duration.ZERO)
            .setUpdateIntervalMillis(200)
            .setStyle(ProgressBarStyle.ASCII)
            .build();
    return new Progress(bar);
  }

  /** One step is done. */
  public void step() {
    step(1);
  }

  /** Some steps are done. */
  public void step(long steps) {
    if (bar != null) {
      bar.stepBy(steps);
    }
  }

  /** So many steps are done, from the first. */
  public void stepTo(long steps) {
    if (bar != null) {
      bar.stepTo(steps);
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
    }
  }
}
