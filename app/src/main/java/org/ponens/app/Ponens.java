package org.ponens.app;

import java.util.concurrent.Callable;
import org.ponens.app.families.FamiliesCommand;
import org.ponens.app.generate.GenerateCommand;
import org.ponens.app.induction.JudgeCommand;
import org.ponens.app.inspect.InspectCommand;
import org.ponens.app.planning.CheckCommand;
import org.ponens.app.planning.PlanCommand;
import org.ponens.app.planning.ValidateCommand;
import org.ponens.app.show.ShowCommand;
import org.ponens.app.solve.SolveCommand;
import org.ponens.app.terminal.Terminal;
import org.ponens.app.verify.VerifyCommand;
import org.ponens.generators.Families;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The command {@code ponens}. */
@Command(
    name = "ponens",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = {
      "Reads, decides and explains logic programs that language models write,",
      "and makes problems whose answers can be verified."
    },
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      SolveCommand.class,
      PlanCommand.class,
      ValidateCommand.class,
      CheckCommand.class,
      JudgeCommand.class
    },
    footerHeading = "%nExamples:%n",
    footer = {
      "  ponens solve examples/socrates.fol            one program, by its extension",
      "  ponens solve results.json --out answers.jsonl  a file of many, with a report",
      "  ponens solve results.json --explain ITEM_7     one of many, whole and in words",
      "  ponens plan domain.pddl problem.pddl           a plan, validated",
      "  ponens validate domain.pddl problem.pddl plan  whether a plan is one, and why not",
      "  ponens check domain.pddl problem.pddl          what is wrong with PDDL, with fixes",
      "  ponens judge --program FILE --rule FILE        what a rule is worth, on labelled examples",
      "  ponens families                                what problems can be made",
      "  ponens generate sat --count 1000 --out data    a data set of them",
      "  ponens show data/train.jsonl:7                 one of its tasks, in words",
      "  ponens inspect data --recheck                  what it holds, checked again",
      "  ponens verify -t data -r responses.jsonl       what responses are worth"
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:done",
      "1:a single program could not be read or decided; fewer tasks than asked for could be made;"
          + " a task is none",
      "2:wrong options or arguments",
      "3:a file could not be read or written"
    })
public final class Ponens implements Callable<Integer> {

  /** Runs the command line and ends the process with its exit code. */
  public static void main(String[] arguments) {
    System.exit(commandLine().execute(arguments));
  }

  /** The command line, for tests and for programs that embed it. */
  public static CommandLine commandLine() {
    return commandLine(Families.builtIn());
  }

  /** The command line with these families of tasks. */
  public static CommandLine commandLine(Families families) {
    return new CommandLine(new Ponens())
        .addSubcommand(new FamiliesCommand(families))
        .addSubcommand(new GenerateCommand(families))
        .addSubcommand(new VerifyCommand(families))
        .addSubcommand(new ShowCommand(families))
        .addSubcommand(new InspectCommand(families))
        .addSubcommand(new CommandLine.HelpCommand())
        .setCaseInsensitiveEnumValuesAllowed(true)
        .setColorScheme(
            CommandLine.Help.defaultColorScheme(
                Terminal.showsOutput() ? CommandLine.Help.Ansi.ON : CommandLine.Help.Ansi.OFF))
        .setExecutionExceptionHandler(new FailureHandler());
  }

  @Override
  public Integer call() {
    commandLine().usage(System.out);
    return CommandLine.ExitCode.OK;
  }
}
