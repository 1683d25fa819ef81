package org.ponens.generators.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TaskJsonTest {

  @Provide
  Arbitrary<Task> tasks() {
    return Samples.tasks();
  }

  @Property(tries = 300, seed = "1")
  void whatIsWritten_isReadBack(@ForAll("tasks") Task task) throws InvalidTaskException {
    assertThat(TaskJson.read(TaskJson.write(task))).isEqualTo(task);
    assertThat(TaskJson.read(TaskJson.writeWithoutPrompt(task), task.prompt())).isEqualTo(task);
    assertThat(TaskJson.write(task)).doesNotContain("\n");
  }

  @Test
  void aTask_isThisLine() {
    assertThat(TaskJson.write(Samples.task()))
        .isEqualTo(
            "{\"id\":\"sums-train-7-0123456789ab\",\"family\":\"sums\",\"version\":1,"
                + "\"problem\":\"add\",\"split\":\"train\",\"index\":7,"
                + "\"seed\":\"000102030405060708090a0b0c0d0e0f\","
                + "\"prompt\":\"What is \\\"2\\\" + 3?\\nSay ∀ or \\\\.\",\"answer_format\":\"tag\","
                + "\"spec\":{\"a\":2,\"b\":3},\"reference\":\"5\",\"certificate\":{\"result\":5},"
                + "\"difficulty\":{\"level\":3,\"hardness\":12.5,\"knobs\":{\"size\":\"9\"},"
                + "\"measured\":{\"digits\":2,\"ratio\":4.25}},"
                + "\"guess_floor\":{\"constant\":0.0,\"majority\":0.25,\"random\":0.125},"
                + "\"isomorphism\":\"ffeeddccbbaa99887766554433221100\"}");
  }

  @Test
  void withoutReference_noSolutionIsLeft() {
    String line = TaskJson.write(Samples.task().withoutReference());
    assertThat(line).doesNotContain("reference").doesNotContain("certificate");
  }

  @Property(tries = 100, seed = "1")
  void whatIsWritten_isAsTheSchemaSays(@ForAll("tasks") Task task) throws InvalidTaskException {
    JsonNode schema = TaskJson.tree(TaskJson.schema());
    JsonNode json = TaskJson.tree(TaskJson.write(withId(task)));
    assertThat(Schema.errors(schema, json)).isEmpty();
  }

  private static Task withId(Task task) throws InvalidTaskException {
    ObjectNode json = (ObjectNode) TaskJson.tree(TaskJson.write(task));
    return TaskJson.read(json.put("id", "i" + task.id()));
  }

  @Test
  void theSchema_knowsEveryMember_andRefusesWhatIsWrong() throws InvalidTaskException {
    JsonNode schema = TaskJson.tree(TaskJson.schema());
    ObjectNode json = (ObjectNode) TaskJson.tree(TaskJson.write(Samples.task()));
    assertThat(json.fieldNames())
        .toIterable()
        .containsExactlyElementsOf(() -> schema.get("properties").fieldNames());
    for (String name : List.copyOf(json.properties().stream().map(e -> e.getKey()).toList())) {
      ObjectNode without = json.deepCopy();
      without.remove(name);
      boolean optional = name.equals("reference") || name.equals("certificate");
      assertThat(Schema.errors(schema, without).isEmpty()).as(name).isEqualTo(optional);
      ObjectNode wrong = json.deepCopy();
      wrong.putArray(name);
      assertThat(Schema.errors(schema, wrong)).as(name).isNotEmpty();
    }
    assertThat(Schema.errors(schema, json.deepCopy().put("extra", 1))).hasSize(1);
    assertThat(Schema.errors(schema, json.deepCopy().put("split", "dev"))).hasSize(1);
    assertThat(Schema.errors(schema, json.deepCopy().put("seed", "0x1"))).hasSize(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "not json                 | no JSON",
        "[]                       | a task is a JSON object",
        "``                       | a task is a JSON object",
        "{}                       | the member 'guess_floor' is missing",
        "{} {}                    | no JSON",
      })
  void whatIsNoTask_isRefusedWithAReason(String line, String reason) {
    assertThatThrownBy(() -> TaskJson.read(line))
        .isInstanceOf(InvalidTaskException.class)
        .hasMessageContaining(reason);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/version             | 4294967297 | 'version' is no whole number below 2^31",
        "/version             | 1.5        | 'version' is no whole number",
        "/index               | -1         | an index is not negative",
        "/index               | 1e3        | 'index' is no whole number",
        "/split               | `\"dev\"`  | 'split' can't be 'dev'",
        "/spec                | `\"{}\"`   | 'spec' is no object",
        "/prompt              | null       | 'prompt' is no string",
        "/isomorphism         | `\"ab\"`   | no hash of 32 hexadecimal digits",
        "/guess_floor/random  | 2          | no probability",
        "/guess_floor/random  | `\"0\"`    | 'random' is no number",
        "/difficulty/level    | 4294967297 | 'level' is no whole number",
        "/difficulty/knobs/a  | 1          | 'a' is no string",
        "/difficulty/measured/m | `\"x\"`  | 'm' is no number",
      })
  void aWrongMember_isNamed(String pointer, String value, String reason)
      throws InvalidTaskException {
    ObjectNode json = (ObjectNode) TaskJson.tree(TaskJson.write(Samples.task()));
    int slash = pointer.lastIndexOf('/');
    ((ObjectNode) json.at(pointer.substring(0, slash)))
        .set(pointer.substring(slash + 1), TaskJson.tree(value));
    assertThatThrownBy(() -> TaskJson.read(json.toString()))
        .isInstanceOf(InvalidTaskException.class)
        .hasMessageContaining(reason);
  }

  @Test
  void nestingAsDeepAsYouLike_isRefused_notFollowed() {
    String deep = "[".repeat(100_000);
    assertThatThrownBy(() -> TaskJson.read(deep)).isInstanceOf(InvalidTaskException.class);
  }
}
