package org.ponens.solvers.planning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.planning.validation.Validation;
import org.ponens.solvers.planning.validation.Validator;

/** Plans of planners and of language models: our verdict and the one on record. */
class SharedPlansTest {

  private static final Path DATA = Path.of("..", "..", "shared", "data", "pddl");

  private final Map<Path, Domain> domains = new HashMap<>();
  private final Map<Path, Validator> validators = new HashMap<>();

  private static Path data(String name) {
    Path file = DATA.resolve(name);
    Assumptions.assumeTrue(Files.exists(file), () -> "the shared data is not here: " + file);
    return file;
  }

  private Domain domain(Path file) throws IOException {
    if (!domains.containsKey(file)) {
      domains.put(
          file, Pddl.parseDomain(Source.of(file.toString(), Files.readString(file))).orElseThrow());
    }
    return Objects.requireNonNull(domains.get(file));
  }

  private Problem problem(Path domain, Path file) throws IOException {
    return Pddl.parseProblem(Source.of(file.toString(), Files.readString(file)), domain(domain))
        .orElseThrow();
  }

  private Validator validator(Path domain, Path problem) throws IOException {
    if (!validators.containsKey(problem)) {
      validators.put(problem, Validator.of(domain(domain), problem(domain, problem)));
    }
    return Objects.requireNonNull(validators.get(problem));
  }

  @Test
  void plansOfPlanners_getTheVerdictAndTheCostThatValGaveThem() throws IOException {
    Path ipc = data("ipc");
    Map<String, Path[]> files = new HashMap<>();
    for (String line : Files.readAllLines(ipc.resolve("instances.csv"))) {
      String[] cells = line.split(",", -1);
      files.put(cells[0], new Path[] {ipc.resolve(cells[1]), ipc.resolve(cells[2])});
    }
    int plans = 0;
    for (String line : Files.readAllLines(ipc.resolve("peers.csv"))) {
      String[] cells = line.split(",", -1);
      Path plan = DATA.resolve("plans/" + cells[1] + "/" + cells[0].replace("/", "__") + ".plan");
      if (!Files.exists(plan)) {
        continue;
      }
      plans++;
      Path[] task = Objects.requireNonNull(files.get(cells[0]));
      Validation validation =
          validator(task[0], task[1])
              .validate(
                  Pddl.parsePlan(Source.of(Files.readString(plan)), domain(task[0])).orElseThrow(),
                  Budget.of(Duration.ofMinutes(1)).start());

      assertThat(validation.isValid()).as(plan.toString()).isEqualTo(cells[9].equals("1"));
      if (validation instanceof Validation.Valid valid && !cells[7].isEmpty()) {
        String cost = valid.metric().map(Object::toString).orElse(Integer.toString(valid.length()));
        assertThat(cost).as(plan.toString()).isEqualTo(cells[7]);
      }
    }
    assertThat(plans).isGreaterThan(200);
  }

  @Test
  void plansOfModels_getTheVerdictOnRecord_exceptWhereProseHidThemFromIt() throws IOException {
    Path file = data("planbench-llm-plans.jsonl");
    List<String> differing = new ArrayList<>();
    int lines = 0;
    for (String line : Files.readAllLines(file)) {
      lines++;
      Map<String, String> fields = fields(line);
      Path domain = DATA.resolve(fields.getOrDefault("domain", ""));
      Parsed<Plan> plan =
          Pddl.parsePlan(Source.of(fields.getOrDefault("extracted_plan", "")), domain(domain));
      boolean valid =
          plan.value().isPresent()
              && validator(domain, DATA.resolve(fields.getOrDefault("problem", "")))
                  .isValid(plan.value().get(), Budget.of(Duration.ofMinutes(1)).start())
                  .orElseThrow();
      if (valid != "true".equals(fields.get("recorded_correct"))) {
        // VAL skips a plan whose first line is none, and takes the plan to be empty.
        assertThat(valid).as("line " + lines).isTrue();
        assertThat(fields.getOrDefault("extracted_plan", "").strip())
            .as("line " + lines)
            .doesNotStartWith("(");
        differing.add("line " + lines);
      }
    }
    assertThat(lines).isEqualTo(2100);
    assertThat(differing).hasSize(7);
  }

  private static Map<String, String> fields(String line) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = new JsonFactory().createParser(line)) {
      json.nextToken();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        if (json.nextToken() != JsonToken.VALUE_NULL) {
          fields.put(name, json.getText());
        }
      }
    }
    return fields;
  }

  @Test
  void tasksOfCompetitions_arePlanned() throws IOException {
    Path instances = data("ipc/instances.csv");
    int tasks = 0;
    int planned = 0;
    for (String line : Files.readAllLines(instances).subList(1, 118)) {
      String[] cells = line.split(",", -1);
      Path domain = instances.resolveSibling(cells[1]);
      PlanningOutcome outcome =
          Planner.plan(
              domain(domain),
              problem(domain, instances.resolveSibling(cells[2])),
              new Budget(Duration.ofSeconds(30), 200_000).start(),
              500_000_000);
      tasks++;
      planned += outcome instanceof PlanningOutcome.Planned ? 1 : 0;
    }
    assertThat(tasks).isEqualTo(117);
    assertThat(planned).isGreaterThanOrEqualTo(107);
  }
}
