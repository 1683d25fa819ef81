package org.ponens.app.planning;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ponens.app.terminal.DurationConverter;
import org.ponens.app.terminal.Subcommand;
import org.ponens.app.terminal.TextFiles;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.pddl.ClaimedTrace;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Plan;
import org.ponens.solvers.Budget;
import org.ponens.solvers.planning.Unsupported;
import org.ponens.solvers.planning.validation.Feedback;
import org.ponens.solvers.planning.validation.Trace;
import org.ponens.solvers.planning.validation.TraceCheck;
import org.ponens.solvers.planning.validation.Validation;
import org.ponens.solvers.planning.validation.Validator;
import org.ponens.solvers.planning.validation.Validator.AfterFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ponens validate}: whether plans are plans, and if not, why. */
@Command(
    name = "validate",
    mixinStandardHelpOptions = true,
    sortOptions = false,
    customSynopsis = {
      "ponens validate [OPTIONS] DOMAIN PROBLEM PLAN...",
      "       ponens validate [OPTIONS] --batch FILE.jsonl [--out FILE.jsonl]"
    },
    description = "Validates plans for a PDDL problem, and explains what is wrong with them.",
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:every plan is valid; a batch was done",
      "1:a plan is invalid, a claim is wrong, or the budget was spent",
      "2:a domain, problem or plan cannot be read or validated; wrong options or arguments",
      "3:a file could not be read or written"
    })
public final class ValidateCommand extends Subcommand {

  private static final int INVALID = 1;
  private static final int UNREADABLE = 2;

  @Parameters(
      arity = "0..*",
      paramLabel = "FILE",
      description = "A domain, a problem of it, and plans; - for standard input.")
  private List<Path> files = List.of();

  @Option(
      names = "--feedback",
      paramLabel = "LEVEL",
      defaultValue = "first",
      description = "How much to say: ${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE}).")
  private Feedback feedback = Feedback.FIRST;

  @Option(
      names = "--after-failure",
      paramLabel = "WHAT",
      description =
          "What to do behind an action that cannot be done: ${COMPLETION-CANDIDATES} (default: assume"
              + " that it was done for --feedback full, else stop).")
  private @Nullable AfterFailure after;

  @Option(
      names = "--trace",
      description = "Shows each state, what each action wants, since when that holds, and changes.")
  private boolean trace;

  @Option(
      names = "--claims",
      description =
          "The files hold traces that somebody claims: \"State 0: (clear a) ...\", \"Action 1: (pick-up"
              + " a)\", \"State 1: ...\", \"Goal: reached\". Names the first wrong claim.")
  private boolean claims;

  @Option(names = "--json", description = "One JSON object a line for each plan.")
  private boolean json;

  @Option(
      names = "--batch",
      paramLabel = "FILE.jsonl",
      description =
          "Validates the lines {\"id\", \"domain\", \"problem\", \"plan\"} of a file: paths relative to"
              + " it, the plan as text. Domains and problems are read once.")
  private @Nullable Path batch;

  @Option(
      names = "--out",
      paramLabel = "FILE.jsonl",
      description = "Where a batch's verdicts go (default: standard output).")
  private @Nullable Path out;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "Threads for a batch (default: one for each processor).")
  private int jobs = Runtime.getRuntime().availableProcessors();

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      converter = DurationConverter.class,
      defaultValue = "10s",
      description = "How long one plan may take (default: ${DEFAULT-VALUE}).")
  private Duration budget = Duration.ofSeconds(10);

  @Override
  public Integer call() throws IOException, InterruptedException {
    if (batch != null) {
      if (!files.isEmpty()) {
        throw new CommandLine.ParameterException(
            commandLine(), "--batch names its files itself: leave out " + files.get(0));
      }
      return new BatchValidation(batch, feedback, afterFailure(), budget, jobs)
          .run(out, out(), err());
    }
    if (files.size() < 3) {
      throw new CommandLine.ParameterException(
          commandLine(),
          "expected a domain, a problem and one plan or more; or --batch FILE.jsonl");
    }
    PddlFiles reader = new PddlFiles(err());
    Optional<PddlFiles.Pair> pair = reader.read(files.get(0), files.get(1));
    if (pair.isEmpty() || isUnsupported(reader, pair.get())) {
      return UNREADABLE;
    }
    Validator validator = Validator.of(pair.get().domain(), pair.get().problem());
    int worst = 0;
    for (Path file : files.subList(2, files.size())) {
      Source source = TextFiles.source(file);
      worst =
          Math.max(
              worst,
              claims
                  ? checkClaims(reader, pair.get(), validator, source)
                  : validate(reader, pair.get(), validator, source));
      out().flush();
    }
    return worst;
  }

  private AfterFailure afterFailure() {
    AfterFailure chosen = after;
    return chosen != null
        ? chosen
        : feedback == Feedback.FULL ? AfterFailure.ASSUME : AfterFailure.STOP;
  }

  private static boolean isUnsupported(PddlFiles reader, PddlFiles.Pair pair) {
    List<Diagnostic> inDomain = Unsupported.in(pair.domain(), Unsupported.Use.VALIDATION);
    List<Diagnostic> inProblem = Unsupported.in(pair.problem(), Unsupported.Use.VALIDATION);
    reader.print(pair.domainSource(), inDomain);
    reader.print(pair.problemSource(), inProblem);
    return !inDomain.isEmpty() || !inProblem.isEmpty();
  }

  private int validate(PddlFiles reader, PddlFiles.Pair pair, Validator validator, Source source) {
    Parsed<Plan> plan = Pddl.parsePlan(source, pair.domain());
    List<Diagnostic> said =
        plan.diagnostics().stream().filter(d -> d.severity() != Severity.NOTE).toList();
    if (plan.hasErrors() || plan.value().isEmpty()) {
      if (json) {
        out().println(ValidationJson.unreadable(source.name(), "the plan cannot be read", said));
      } else {
        reader.print(source, said);
      }
      return UNREADABLE;
    }
    Plan steps = plan.value().get();
    Validation validation = validator.validate(steps, afterFailure(), Budget.of(budget).start());
    Optional<Trace> shown =
        trace ? validator.trace(steps, Budget.of(budget).start()) : Optional.empty();
    if (json) {
      out().println(ValidationJson.line(source.name(), validation, said, feedback, shown));
    } else {
      reader.print(source, said);
      out().print(files.size() > 3 ? source.name() + ": " : "");
      shown.ifPresent(t -> out().print(TraceText.write(t)));
      out().print(feedback.write(validation));
    }
    return validation.isValid() ? 0 : INVALID;
  }

  private int checkClaims(
      PddlFiles reader, PddlFiles.Pair pair, Validator validator, Source source) {
    Parsed<ClaimedTrace> claimed = Pddl.parseTrace(source, pair.domain());
    if (claimed.hasErrors() || claimed.value().isEmpty()) {
      reader.print(source, claimed.diagnostics());
      return UNREADABLE;
    }
    out().print(files.size() > 3 ? source.name() + ": " : "");
    return switch (validator.check(claimed.value().get(), Budget.of(budget).start())) {
      case TraceCheck.Right it -> {
        out()
            .println(
                "Every claim is right; the goal is "
                    + (it.goalReached() ? "reached." : "not reached."));
        yield 0;
      }
      case TraceCheck.Wrong it -> {
        out()
            .println(
                (it.number() == 0 ? "Before the first action" : "Action " + it.number())
                    + (it.place().isText() ? " (line " + it.place().span().line() + ")" : "")
                    + ", "
                    + it.mistake().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ')
                    + ": "
                    + it.message()
                    + ".");
        yield INVALID;
      }
      case TraceCheck.Undecided it -> {
        out().println("The budget was spent before the claims were checked.");
        yield INVALID;
      }
    };
  }
}
