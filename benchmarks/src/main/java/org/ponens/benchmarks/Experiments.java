package org.ponens.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.ponens.app.terminal.Table;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.fol.Fol;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.grammar.fol.Tptp;
import org.ponens.solvers.Budget;
import org.ponens.solvers.fol.Entailment;
import org.ponens.solvers.fol.Satisfiability;
import org.ponens.solvers.fol.Verdict;

/**
 * The experiments whose tables lie in {@code benchmarks/results}: on first-order logic {@code
 * folio}, {@code pelletier}, {@code iltp}, {@code wild}, one problem at a time, after a warm-up
 * over the first problems; on planning {@code grounding}, {@code satplan} and {@code planbench},
 * see {@link PlanningTasks}; {@code sat} with names of problems (none for all), see {@link
 * SatTasks}; {@code levels} with a family and names of problems, see {@link LevelTasks}; {@code
 * induction}, see {@link InductionTasks}.
 */
public final class Experiments {

  private static final Budget BUDGET = Budget.of(Duration.ofSeconds(1));

  private final SharedData data = SharedData.find();
  private final boolean verbose;

  private Experiments(boolean verbose) {
    this.verbose = verbose;
  }

  /** Runs the named experiments; {@code -v} lists single problems. */
  public static void main(String[] arguments) throws Exception {
    List<String> names = new ArrayList<>(Arrays.asList(arguments));
    String first = names.isEmpty() ? "" : names.get(0);
    switch (first) {
      case "sat" -> SatTasks.run(names.subList(1, names.size()));
      case "induction" -> InductionTasks.run();
      case "levels" -> LevelTasks.run(names.subList(1, names.size()));
      default -> onSharedData(names);
    }
  }

  private static void onSharedData(List<String> names) throws Exception {
    Experiments experiments = new Experiments(names.remove("-v"));
    for (String name : names) {
      switch (name) {
        case "folio" -> experiments.folio();
        case "pelletier" -> experiments.tptp("fol/pelletier", Map.of());
        case "iltp" -> experiments.iltp();
        case "wild" -> experiments.wild();
        case "grounding" -> PlanningTasks.ground(experiments.data);
        case "satplan" -> PlanningTasks.satisfiability(experiments.data);
        case "planbench" -> PlanningTasks.verdicts(experiments.data);
        default -> throw new IllegalArgumentException("no such experiment: " + name);
      }
    }
  }

  private void folio() throws IOException {
    List<SharedData.Story> stories = data.folio();
    for (int round = 0; round < 3; round++) {
      stories.forEach(
          story -> Fol.parse(story.program()).value().ifPresent(p -> Entailment.decide(p, BUDGET)));
    }
    int readable = 0;
    int decided = 0;
    int recorded = 0;
    int agreed = 0;
    List<Double> millis = new ArrayList<>();
    for (SharedData.Story story : stories) {
      long start = System.nanoTime();
      Parsed<FolProblem> parsed = Fol.parse(story.program());
      if (parsed.hasErrors() || parsed.value().isEmpty()) {
        show(story.id() + ": " + DiagnosticPrinter.model(parsed.source(), parsed.diagnostics()));
        continue;
      }
      readable++;
      String verdict = word(Entailment.decide(parsed.value().get(), BUDGET));
      millis.add((System.nanoTime() - start) / 1e6);
      decided += verdict.equals("Undecided") ? 0 : 1;
      if (!story.verdict().isEmpty()) {
        recorded++;
        agreed += verdict.equals(story.verdict()) ? 1 : 0;
        if (!verdict.equals(story.verdict())) {
          show(story.id() + ": " + verdict + ", recorded " + story.verdict());
        }
      }
    }
    Table table =
        new Table(
            List.of(
                "FOLIO validation",
                "stories",
                "readable",
                "decided",
                "agree with the recorded verdicts",
                "median ms",
                "p95 ms"));
    table.row(
        List.of(
            "gold formulas",
            Integer.toString(stories.size()),
            Integer.toString(readable),
            Integer.toString(decided),
            agreed + " of " + recorded,
            quantile(millis, 0.5),
            quantile(millis, 0.95)));
    System.out.println(table);
  }

  private static String word(Verdict verdict) {
    return switch (verdict) {
      case Verdict.Entailed e -> "True";
      case Verdict.Refuted r -> "False";
      case Verdict.Independent i -> "Uncertain";
      case Verdict.InconsistentPremises i -> "Inconsistent";
      case Verdict.Undecided u -> "Undecided";
    };
  }

  private void iltp() throws IOException {
    Map<String, String> statuses = new TreeMap<>();
    for (String line : data.lines("fol/iltp/MANIFEST.tsv")) {
      String[] cells = line.split("\t", -1);
      statuses.put(cells[0], cells[1]);
    }
    tptp("fol/iltp", statuses);
  }

  private void tptp(String folder, Map<String, String> statuses) throws IOException {
    List<Path> problems = data.problems(folder);
    problems.stream().limit(40).forEach(this::solve);
    Map<String, int[]> counts = new TreeMap<>();
    List<Double> millis = new ArrayList<>();
    for (Path problem : problems) {
      String name = data.path(folder).relativize(problem).toString();
      String expected =
          statuses.getOrDefault(
              name, problem.toString().contains("countersat") ? "CounterSatisfiable" : "Theorem");
      long start = System.nanoTime();
      String found = solve(problem);
      double took = (System.nanoTime() - start) / 1e6;
      int[] count = counts.computeIfAbsent(expected, key -> new int[3]);
      count[0]++;
      boolean solved = !found.equals("Timeout");
      if (solved) {
        millis.add(took);
        boolean right = compatible(expected, found);
        count[right ? 1 : 2]++;
      }
      show(String.format(Locale.ROOT, "%-28s %-20s %-20s %8.1f ms", name, expected, found, took));
    }
    Table table =
        new Table(List.of(folder + ", 1 s each", "problems", "decided rightly", "share", "wrong"));
    counts.forEach(
        (status, count) ->
            table.row(
                List.of(
                    status,
                    Integer.toString(count[0]),
                    Integer.toString(count[1]),
                    String.format(Locale.ROOT, "%.1f %%", 100.0 * count[1] / count[0]),
                    Integer.toString(count[2]))));
    System.out.println(table);
    System.out.println(
        "of the decided: median "
            + quantile(millis, 0.5)
            + " ms, p95 "
            + quantile(millis, 0.95)
            + " ms\n");
  }

  private static boolean compatible(String expected, String found) {
    boolean unsatisfiable =
        found.equals("Unsatisfiable")
            || found.equals("ContradictoryAxioms")
            || found.equals("Theorem");
    return switch (expected) {
      case "Theorem", "Unsatisfiable" -> unsatisfiable;
      case "CounterSatisfiable", "Satisfiable" -> !unsatisfiable;
      default -> true;
    };
  }

  private String solve(Path file) {
    try {
      Source source =
          Source.of(file.toString(), new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
      Parsed<FolProblem> parsed = Tptp.parse(source);
      if (parsed.hasErrors() || parsed.value().isEmpty()) {
        return "SyntaxError";
      }
      FolProblem problem = parsed.value().get();
      if (problem.conclusion().isEmpty()) {
        return switch (Entailment.satisfiability(problem, BUDGET)) {
          case Satisfiability.Satisfiable s -> "Satisfiable";
          case Satisfiability.Unsatisfiable u -> "Unsatisfiable";
          case Satisfiability.Undecided u -> "Timeout";
        };
      }
      return switch (Entailment.decide(problem, BUDGET)) {
        case Verdict.Entailed e -> "Theorem";
        case Verdict.Refuted(var proof, var support) ->
            support.consistency().isPresent() ? "CounterSatisfiable" : "Timeout";
        case Verdict.Independent i -> "CounterSatisfiable";
        case Verdict.InconsistentPremises i -> "ContradictoryAxioms";
        case Verdict.Undecided u ->
            u.conclusionFalse().isPresent() ? "CounterSatisfiable" : "Timeout";
      };
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private void wild() throws IOException {
    Table table =
        new Table(
            List.of(
                "formulas in the wild", "formulas", "readable", "share", "with a repair or doubt"));
    for (String name :
        List.of("FOLIO", "LINC-gpt-3.5-turbo-16k-0613", "LogicLM-text-davinci-003")) {
      int total = 0;
      int readable = 0;
      int remarked = 0;
      for (String line : data.lines("fol/wild-" + name + ".txt")) {
        total++;
        var parsed = Fol.parseFormula(line);
        if (parsed.value().isPresent() && !parsed.hasErrors()) {
          readable++;
          remarked += parsed.diagnostics().isEmpty() ? 0 : 1;
        } else {
          show(line + "\n    " + DiagnosticPrinter.model(parsed.source(), parsed.diagnostics()));
        }
      }
      table.row(
          List.of(
              name,
              Integer.toString(total),
              Integer.toString(readable),
              String.format(Locale.ROOT, "%.2f %%", 100.0 * readable / total),
              Integer.toString(remarked)));
    }
    System.out.println(table);
  }

  private void show(String line) {
    if (verbose) {
      System.out.println(line);
    }
  }

  private static String quantile(List<Double> millis, double quantile) {
    if (millis.isEmpty()) {
      return "-";
    }
    List<Double> sorted = millis.stream().sorted().toList();
    return String.format(
        Locale.ROOT,
        "%.2f",
        sorted.get(
            (int) Math.min(sorted.size() - 1L, Math.round(Math.floor(quantile * sorted.size())))));
  }
}
