package org.ponens.benchmarks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.ponens.app.terminal.Table;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.Planner;
import org.ponens.solvers.planning.ground.GroundTask;
import org.ponens.solvers.planning.ground.Grounder;
import org.ponens.solvers.planning.ground.Grounding;
import org.ponens.solvers.planning.sat.SatPlanResult;
import org.ponens.solvers.planning.sat.SatPlanner;
import org.ponens.solvers.planning.validation.Feedback;
import org.ponens.solvers.planning.validation.Validation;
import org.ponens.solvers.planning.validation.Validator;

/** What one process measures of planning: grounding, and verdicts on plans that models wrote. */
final class PlanningTasks {

  private static final int ROUNDS = 5;

  private final SharedData data;

  private PlanningTasks(SharedData data) {
    this.data = data;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file);
  }

  /** Reads and grounds the IPC tasks, several times, and prints the last round's times. */
  static void ground(SharedData data) throws IOException {
    new PlanningTasks(data).ground();
  }

  /** Validates PlanBench's plans and lists those whose record differs. */
  static void verdicts(SharedData data) throws IOException {
    new PlanningTasks(data).verdicts();
  }

  /** Plans the IPC tasks by satisfiability alone, 30 s and 3 GB each, and validates the plans. */
  static void satisfiability(SharedData data) throws IOException {
    new PlanningTasks(data).satisfiability();
  }

  private void satisfiability() throws IOException {
    Path ipc = data.path("pddl/ipc");
    Map<String, int[]> domains = new LinkedHashMap<>();
    List<Double> millis = new ArrayList<>();
    List<String> instances = data.lines("pddl/ipc/instances.csv");
    for (String line : instances.subList(1, instances.size())) {
      String[] cells = line.strip().split(",", -1);
      Domain domain = Pddl.parseDomain(text(ipc.resolve(cells[1]))).orElseThrow();
      Problem problem = Pddl.parseProblem(text(ipc.resolve(cells[2])), domain).orElseThrow();
      int[] counts =
          domains.computeIfAbsent(cells[0].substring(0, cells[0].indexOf('/')), name -> new int[3]);
      counts[0]++;
      Meter meter = Budget.of(Duration.ofSeconds(30)).start();
      long start = System.nanoTime();
      String said = "not grounded";
      if (Grounder.ground(domain, problem, meter) instanceof Grounding.Grounded(GroundTask task)) {
        SatPlanResult result = SatPlanner.solve(task, meter, 3_000_000_000L);
        said = result.getClass().getSimpleName();
        if (result instanceof SatPlanResult.Found found) {
          Plan plan = Planner.plan(task, found.operators());
          boolean valid =
              Validator.of(domain, problem)
                  .isValid(plan, Budget.of(Duration.ofSeconds(30)).start())
                  .orElse(false);
          counts[valid ? 1 : 2]++;
          millis.add((System.nanoTime() - start) / 1e6);
          said = valid ? plan.steps().size() + " actions" : "invalid";
        }
      }
      System.out.printf(
          Locale.ROOT, "%s: %s, %.1f s%n", cells[0], said, (System.nanoTime() - start) / 1e9);
    }
    Table table = new Table(List.of("domain", "tasks", "plans", "invalid"));
    domains.forEach(
        (name, counts) ->
            table.row(
                List.of(
                    name,
                    Integer.toString(counts[0]),
                    Integer.toString(counts[1]),
                    Integer.toString(counts[2]))));
    System.out.println(table);
    print("plans by satisfiability", millis);
  }

  private void ground() throws IOException {
    Path ipc = data.path("pddl/ipc");
    List<Double> theirs = new ArrayList<>();
    for (String line : data.lines("pddl/ipc/peers.csv")) {
      String[] cells = line.split(",", -1);
      if (cells[1].equals("fd-lama-first") && !cells[8].isEmpty()) {
        theirs.add(Double.parseDouble(cells[8]) * 1000);
      }
    }
    List<Double> ours = new ArrayList<>();
    List<String> instances = data.lines("pddl/ipc/instances.csv");
    for (int round = 0; round < ROUNDS; round++) {
      ours.clear();
      for (String line : instances.subList(1, instances.size())) {
        String[] cells = line.strip().split(",", -1);
        long start = System.nanoTime();
        Domain domain = Pddl.parseDomain(text(ipc.resolve(cells[1]))).orElseThrow();
        Problem problem = Pddl.parseProblem(text(ipc.resolve(cells[2])), domain).orElseThrow();
        Grounding grounding =
            Grounder.ground(domain, problem, Budget.of(Duration.ofSeconds(30)).start());
        if (!(grounding instanceof Grounding.Grounded)) {
          System.out.println(cells[0] + ": " + grounding);
        }
        ours.add((System.nanoTime() - start) / 1e6);
      }
    }
    print("Ponens, reading included", ours);
    print("Fast Downward's translator", theirs);
  }

  private static void print(String name, List<Double> millis) {
    List<Double> sorted = millis.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%s: %d tasks, median %.1f ms, 90 %% %.1f ms, most %.1f ms%n",
        name,
        sorted.size(),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() * 9 / 10),
        sorted.get(sorted.size() - 1));
  }

  private void verdicts() throws IOException {
    ObjectMapper json = new ObjectMapper();
    Map<String, Domain> domains = new HashMap<>();
    Map<String, Validator> validators = new HashMap<>();
    int plans = 0;
    int same = 0;
    long nanos = 0;
    for (String line : data.lines("pddl/planbench-llm-plans.jsonl")) {
      plans++;
      JsonNode row = json.readTree(line);
      String domainFile = row.path("domain").asText();
      String problemFile = row.path("problem").asText();
      if (!domains.containsKey(domainFile)) {
        domains.put(
            domainFile, Pddl.parseDomain(text(data.path("pddl/" + domainFile))).orElseThrow());
      }
      Domain domain = domains.get(domainFile);
      if (!validators.containsKey(problemFile)) {
        validators.put(
            problemFile,
            Validator.of(
                domain,
                Pddl.parseProblem(text(data.path("pddl/" + problemFile)), domain).orElseThrow()));
      }
      Validator validator = validators.get(problemFile);
      long start = System.nanoTime();
      Parsed<Plan> plan =
          Pddl.parsePlan(Source.of("plan", row.path("extracted_plan").asText("")), domain);
      Validation validation =
          validator.validate(
              plan.value().orElseGet(() -> new Plan(List.of())),
              Budget.of(Duration.ofSeconds(10)).start());
      nanos += System.nanoTime() - start;
      boolean recorded = row.path("recorded_correct").asBoolean();
      if (validation.isValid() == recorded) {
        same++;
      } else {
        System.out.printf(
            Locale.ROOT,
            "line %d, %s, %s: recorded %s; %s  first line: %s%n",
            plans,
            problemFile,
            row.path("engine").asText(),
            recorded ? "correct" : "wrong",
            Feedback.FIRST.write(validation),
            row.path("extracted_plan").asText("").strip().lines().findFirst().orElse(""));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "%d plans, %d verdicts as recorded, %.0f plans a second, read and explained, cold%n",
        plans,
        same,
        plans / (nanos / 1e9));
  }
}
