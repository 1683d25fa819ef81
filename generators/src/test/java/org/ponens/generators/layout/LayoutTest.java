package org.ponens.generators.layout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.Difficulty;
import org.ponens.generators.task.GuessFloor;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Samples;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;

class LayoutTest {

  private static final String PROMPT = "\"What is \\\"2\\\" + 3?\\nSay ∀ or \\\\.\"";
  private static final String TURN = "[{\"role\":\"user\",\"content\":" + PROMPT + "}]";
  private static final String ID = "{\"id\":\"sums-train-7-0123456789ab\",";

  @Provide
  Arbitrary<Task> tasks() {
    return Samples.tasks();
  }

  @Property(tries = 300, seed = "1")
  void aTask_isReadBackFromEveryLayout(@ForAll("tasks") Task task, @ForAll Layout layout)
      throws InvalidTaskException {
    assertThat(Layout.readTask(layout.write(task))).isEqualTo(task);
    Task without = task.withoutReference();
    assertThat(Layout.readTask(layout.write(without))).isEqualTo(without);
    assertThat(layout.write(task)).doesNotContain("\n");
  }

  @Test
  void verl_isTheShapeOfItsGsm8kExample() {
    assertThat(written(Layout.VERL))
        .isEqualTo(
            ID
                + "\"data_source\":\"ponens/sums\",\"prompt\":"
                + TURN
                + ",\"ability\":\"logic\",\"reward_model\":{\"style\":\"rule\",\"ground_truth\":TASK},"
                + "\"extra_info\":{\"split\":\"train\",\"index\":7,\"answer\":\"5\","
                + "\"problem\":\"add\",\"level\":3,\"hardness\":12.5}}");
  }

  @Test
  void trl_hasAPromptOfMessages_andColumnsForTheRewardFunction() {
    assertThat(written(Layout.TRL))
        .isEqualTo(
            ID
                + "\"prompt\":"
                + TURN
                + ",\"ground_truth\":TASK,\"task\":\"ponens/sums\","
                + "\"problem\":\"add\",\"level\":3,\"hardness\":12.5}");
  }

  @Test
  void openrlhf_hasItsInputAndLabelKeys() {
    assertThat(written(Layout.OPENRLHF))
        .isEqualTo(ID + "\"input\":" + PROMPT + ",\"label\":TASK,\"datasource\":\"ponens/sums\"}");
  }

  @Test
  void nemoGym_isTheShapeOfItsReasoningGymExample() {
    assertThat(written(Layout.NEMO_GYM))
        .isEqualTo(
            ID
                + "\"responses_create_params\":{\"input\":"
                + TURN
                + "},\"question\":"
                + PROMPT
                + ",\"answer\":\"5\",\"metadata\":{\"source_dataset\":\"ponens/sums\","
                + "\"problem\":\"add\",\"level\":3,\"hardness\":12.5,\"task\":TASK}}");
  }

  @Test
  void verifiers_hasInfoAsText() {
    assertThat(written(Layout.VERIFIERS))
        .isEqualTo(
            ID
                + "\"prompt\":"
                + TURN
                + ",\"answer\":\"5\",\"info\":TASK,\"task\":\"ponens/sums\",\"example_id\":7}");
  }

  @Test
  void chat_answersInTheFormatAskedFor_unlessTheReferenceIsLeftOut() {
    String turns = TURN.substring(0, TURN.length() - 1);
    assertThat(written(Layout.CHAT))
        .isEqualTo(
            ID
                + "\"messages\":"
                + turns
                + ",{\"role\":\"assistant\",\"content\":\"<answer>5</answer>\"}],\"task\":TASK}");
    assertThat(Layout.CHAT.write(Samples.task().withoutReference())).doesNotContain("assistant");
  }

  /** The line, with TASK for the string of JSON that holds the task. */
  private static String written(Layout layout) {
    String task = TaskJson.writeWithoutPrompt(Samples.task());
    String embedded = '"' + task.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    return layout.write(Samples.task()).replace(embedded, "TASK");
  }

  @ParameterizedTest
  @EnumSource
  void withoutReference_noSolutionIsLeft(Layout layout) {
    Task task = Samples.task();
    Task secret =
        new Task(
            task.id(),
            task.family(),
            task.version(),
            task.problem(),
            task.split(),
            task.index(),
            task.seed(),
            task.prompt(),
            task.answerFormat(),
            task.spec(),
            Optional.of("the solution"),
            Optional.of("{\"why\":\"the solution\"}"),
            task.difficulty(),
            task.guessFloor(),
            task.isomorphism());
    assertThat(layout.write(secret)).contains("the solution");
    assertThat(layout.write(secret.withoutReference())).doesNotContain("the solution");
  }

  /** As Arrow needs it: columns of one type, structs with the same members. */
  @ParameterizedTest
  @EnumSource(names = "PONENS", mode = EnumSource.Mode.EXCLUDE)
  void allLines_haveTheSameFieldsOfTheSameTypes(Layout layout) throws InvalidTaskException {
    Task other =
        new Task(
            "other-test-0-ab",
            "other",
            2,
            "quiz",
            Split.TEST,
            0,
            "00000000000000000000000000000000",
            "",
            AnswerFormat.LINE,
            "{\"z\":[]}",
            Optional.empty(),
            Optional.empty(),
            new Difficulty(OptionalInt.empty(), new TreeMap<>(), new TreeMap<>(), 3),
            new GuessFloor(1, 1, 1),
            "00000000000000000000000000000000");
    assertThat(fields(layout.write(other)))
        .isEqualTo(fields(layout.write(Samples.task())))
        .contains("/id STRING");
  }

  private static SortedSet<String> fields(String line) throws InvalidTaskException {
    SortedSet<String> fields = new TreeSet<>();
    collect(TaskJson.tree(line), "", fields);
    return fields;
  }

  private static void collect(JsonNode node, String path, SortedSet<String> fields) {
    String type = node.isNumber() ? node.numberType().toString() : node.getNodeType().toString();
    fields.add(path + " " + type);
    for (Map.Entry<String, JsonNode> member : node.properties()) {
      collect(member.getValue(), path + "/" + member.getKey(), fields);
    }
    node.elements()
        .forEachRemaining(
            element -> {
              if (node.isArray()) {
                collect(element, path + "[]", fields);
              }
            });
  }

  @ParameterizedTest
  @EnumSource
  void fieldsThatOthersAdded_areIgnored(Layout layout) throws InvalidTaskException {
    ObjectNode row = (ObjectNode) TaskJson.tree(layout.write(Samples.task()));
    row.put("num_turns", 1);
    row.putArray("extra").add("x");
    assertThat(Layout.readTask(row.toString())).isEqualTo(Samples.task());
  }

  @ParameterizedTest
  @EnumSource
  void aLayout_isFoundByItsName(Layout layout) {
    assertThat(Layout.ofLabel(layout.label())).contains(layout);
    assertThat(Layout.labels()).contains(layout.label());
    assertThat(Layout.ofLabel("parquet")).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "[]                                     | a task is a JSON object",
        "`{\"a\":1}`                            | no known layout; there are ponens, verl, trl",
        "`{\"reward_model\":{}}`                | 'reward_model.ground_truth' with the task is missing",
        "`{\"label\":\"72\"}`                   | a task is a JSON object",
        "`{\"label\":\"{}\"}`                   | is missing",
        "`{\"info\":{}}`                        | 'info' with the task is missing",
        "nonsense                               | no JSON",
      })
  void whatHoldsNoTask_isRefusedWithAReason(String line, String reason) {
    assertThatThrownBy(() -> Layout.readTask(line))
        .isInstanceOf(InvalidTaskException.class)
        .hasMessageContaining(reason);
  }
}
