package org.ponens.app.planning;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ponens.app.terminal.DurationConverter;
import org.ponens.app.terminal.Subcommand;
import org.ponens.grammar.pddl.Condition;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.Planner;
import org.ponens.solvers.planning.PlanningOutcome;
import org.ponens.solvers.planning.PlanningOutcome.Effort;
import org.ponens.solvers.planning.Unreachability;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponens plan}: a plan for a problem. */
@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    description = "Finds a plan for a PDDL problem. Every plan is validated before it is printed.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:a plan was found",
      "1:there is no plan, or none was found within the budget",
      "2:the domain or problem cannot be read or planned with; wrong options or arguments",
      "3:a file could not be read or written"
    })
public final class PlanCommand extends Subcommand {

  private static final int UNREADABLE = 2;

  @Parameters(paramLabel = "DOMAIN", description = "A PDDL domain; - for standard input.")
  private Path domain = Path.of("");

  @Parameters(paramLabel = "PROBLEM", description = "A problem of it.")
  private Path problem = Path.of("");

  @Option(
      names = "--optimal",
      description = "A plan of least cost, or of fewest actions where the problem has no metric.")
  private boolean optimal;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      defaultValue = "30s",
      description = "How long to look for a plan (default: ${DEFAULT-VALUE}).")
  private Duration budget = Duration.ofSeconds(30);

  @Option(
      names = "--memory",
      paramLabel = "MB",
      description =
          "Memory for states and queues (default: three quarters of what the JVM may use).")
  private @Nullable Integer memory;

  @Option(
      names = "--out",
      paramLabel = "PLAN",
      description = "Writes the plan to a file rather than to standard output.")
  private @Nullable Path file;

  @Override
  public Integer call() throws IOException {
    PddlFiles files = new PddlFiles(err());
    Optional<PddlFiles.Pair> read = files.read(domain, problem);
    if (read.isEmpty()) {
      return UNREADABLE;
    }
    PddlFiles.Pair pair = read.get();
    Meter meter = Budget.of(budget).start();
    PlanningOutcome outcome =
        optimal
            ? Planner.optimal(pair.domain(), pair.problem(), meter, bytes())
            : Planner.plan(pair.domain(), pair.problem(), meter, bytes());
    return switch (outcome) {
      case PlanningOutcome.Planned it -> {
        write(it);
        err().println(summary(it) + effort(it.effort(), meter));
        yield 0;
      }
      case PlanningOutcome.Unsolvable it -> {
        unsolvable(it, pair);
        err().println(effort(it.effort(), meter).substring(2));
        yield 1;
      }
      case PlanningOutcome.Exhausted it -> {
        err().println("No plan was found within the budget" + effort(it.effort(), meter));
        yield 1;
      }
      case PlanningOutcome.Unsupported it -> {
        files.print(pair.domainSource(), it.inDomain());
        files.print(pair.problemSource(), it.inProblem());
        yield UNREADABLE;
      }
    };
  }

  private long bytes() {
    return memory == null ? Runtime.getRuntime().maxMemory() / 4 * 3 : memory * 1_000_000L;
  }

  private void write(PlanningOutcome.Planned planned) throws IOException {
    Path target = file;
    if (target == null) {
      out().print(planned.plan().print());
      out().flush();
    } else {
      Files.write(target, planned.plan().print().getBytes(StandardCharsets.UTF_8));
    }
  }

  private static String summary(PlanningOutcome.Planned planned) {
    int length = planned.plan().steps().size();
    return (length == 1 ? "1 action" : length + " actions")
        + planned.metric().map(m -> ", metric " + m).orElse("")
        + (planned.optimal() ? ", optimal" : "")
        + ", validated";
  }

  private static String effort(Effort effort, Meter meter) {
    return String.format(
        Locale.ROOT,
        "; %s, %,d states expanded, %.2f s",
        effort.method(),
        effort.expanded(),
        meter.elapsed().toNanos() / 1e9);
  }

  private void unsolvable(PlanningOutcome.Unsolvable outcome, PddlFiles.Pair pair) {
    err().println("There is no plan.");
    for (Condition condition : outcome.unreachable()) {
      Unreachability.explain(pair.domain(), pair.problem(), condition)
          .forEach(line -> err().println("  " + line));
    }
  }
}
