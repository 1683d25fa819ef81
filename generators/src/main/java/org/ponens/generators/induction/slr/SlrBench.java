package org.ponens.generators.induction.slr;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.Difficulty;
import org.ponens.generators.task.Fingerprint;
import org.ponens.generators.task.GuessFloor;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;
import org.ponens.generators.task.Verifier;
import org.ponens.grammar.diagnostic.Source;

/**
 * Rows of SLR-Bench as tasks (columns {@code id}, {@code prompt}, {@code ground-truth rule}, {@code
 * validation program}, {@code curriculum level}). They have no hidden examples: the rule that
 * labelled them is known, what its examples may be like is not.
 */
public final class SlrBench {

  /** The name of what these tasks ask for. */
  public static final String PROBLEM = "slr-bench";

  private static final String FAMILY = "induction";

  /** That of the family; a test compares them. */
  private static final int VERSION = 1;

  private static final String PROGRAM = "validation program";
  private static final String RULE = "ground-truth rule";
  private static final String LEVEL = "curriculum level";
  private static final int MOST_LEVELS = 20;

  private static final ObjectMapper JSON = new ObjectMapper();

  private SlrBench() {}

  /** Whether a line has SLR-Bench's columns. */
  public static boolean isRow(JsonNode row) {
    return row.has(PROGRAM) && row.has("prompt");
  }

  /**
   * Reads a row. The task's id is {@code slr-bench-} and the row's.
   *
   * @throws InvalidTaskException if it lacks what judging needs
   */
  public static Task task(JsonNode row) throws InvalidTaskException {
    if (!row.path(PROGRAM).isTextual() || !row.path("prompt").isTextual()) {
      throw new InvalidTaskException("'" + PROGRAM + "' or 'prompt' is no text");
    }
    String program = row.path(PROGRAM).textValue();
    ObjectNode spec = JSON.createObjectNode();
    spec.put("program", program);
    spec.put("target", ValidationProgram.EASTBOUND);
    spec.put("opposite", ValidationProgram.WESTBOUND);
    String text = spec.toString();
    read(text);
    int level = row.path(LEVEL).asInt();
    SortedMap<String, String> knobs = new TreeMap<>();
    for (String column : new String[] {"rule sampling", "background sampling", "curriculum tier"}) {
      if (row.path(column).isTextual()) {
        knobs.put(column.replace(' ', '_'), row.path(column).textValue());
      }
    }
    return new Task(
        PROBLEM + "-" + row.path("id").asText("0"),
        FAMILY,
        VERSION,
        PROBLEM,
        Split.TEST,
        Math.max(0, row.path("id").asLong()),
        "0",
        row.path("prompt").textValue(),
        AnswerFormat.RULE,
        text,
        row.path(RULE).isTextual() ? Optional.of(row.path(RULE).textValue()) : Optional.empty(),
        Optional.empty(),
        new Difficulty(
            level >= 1 && level <= MOST_LEVELS ? OptionalInt.of(level) : OptionalInt.empty(),
            knobs,
            new TreeMap<>(),
            Math.clamp(level, 0, MOST_LEVELS)),
        new GuessFloor(0, 0, 0),
        new Fingerprint(0, 0).with(program).hex());
  }

  /** Whether a task's spec is that of a row of SLR-Bench. */
  public static boolean isOurs(Task task) {
    return task.problem().equals(PROBLEM);
  }

  /**
   * A verifier for a task that {@link #task} read.
   *
   * @throws InvalidTaskException if its spec is none of its own
   */
  public static Verifier verifier(Task task) throws InvalidTaskException {
    return new ValidationVerifier(program(task));
  }

  /**
   * The validation program of a task that {@link #task} read.
   *
   * @throws InvalidTaskException if its spec is none of its own
   */
  public static ValidationProgram program(Task task) throws InvalidTaskException {
    return read(task.spec());
  }

  private static ValidationProgram read(String spec) throws InvalidTaskException {
    JsonNode json = TaskJson.tree(spec);
    try {
      return ValidationProgram.read(
          Source.of("validation program", json.path("program").asText()),
          json.path("target").asText(),
          json.path("opposite").asText());
    } catch (InvalidProgramException e) {
      throw new InvalidTaskException("the validation program can't be read: " + e.getMessage(), e);
    }
  }
}
