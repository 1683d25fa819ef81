package org.ponens.generators.verify;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.Task;
import org.ponens.generators.task.TaskJson;

class ResponseReaderTest {

  private static final Task TASK = Sums.task(2, 3, AnswerFormat.TAG);

  private static Response read(String line) {
    return ResponseReader.read(new LineReader.Line(7, 0, line.length(), true, Optional.of(line)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'id': 'T', 'response': 'R'}",
        "{'task_id': 'T', 'completion': 'R', 'prompt': 'P'}",
        "{'id': 'T', 'completion': [{'role': 'assistant', 'content': 'R'}]}",
        "{'id': 'T', 'messages': [{'role': 'user', 'content': 'P'}, {'role': 'assistant',"
            + " 'content': 'X'}, {'role': 'user', 'content': 'P'}, {'role': 'assistant',"
            + " 'content': [{'type': 'text', 'text': 'R'}]}, {'role': 'tool', 'content': 'X'}]}",
        "{'extra_info': {'id': 'T'}, 'input': 'P', 'output': 'R', 'gts': '5', 'score': 0}",
        "{'info': '{\\\"id\\\": \\\"T\\\"}', 'completion': 'R', 'answer': '5'}",
        "{'metadata': {'id': 'T'}, 'response': {'id': 'resp_1', 'output': ["
            + "{'type': 'reasoning', 'summary': []}, {'type': 'message', 'content': ["
            + "{'type': 'output_text', 'text': 'R'}]}, {'type': 'function_call'}]}}",
        "{'id': 'batch_req_1', 'custom_id': 'T', 'response': {'status_code': 200, 'body':"
            + " {'choices': [{'message': {'role': 'assistant', 'content': 'R'}}]}}}",
        "{'custom_id': 'T', 'response': {'body': {'output': [{'type': 'message', 'content':"
            + " 'R'}]}}}",
        "{'id': 'T', 'choices': [{'text': 'R'}]}",
        "{'id': 'T', 'solution_str': 'R'}",
        "{'id': 'T', 'response': null, 'output': 'R'}",
      })
  void read_findsTheResponse(String line) {
    assertThat(read(line.replace('\'', '"')))
        .isEqualTo(new Response.Given("T", "R", false, Optional.empty()));
  }

  @Test
  void read_knowsThatAQueryHoldsThePrompt() {
    assertThat(read("{\"id\": 5, \"query\": \"PR\", \"label\": \"x\"}"))
        .isEqualTo(new Response.Given("5", "PR", true, Optional.empty()));
    assertThat(read("{\"id\": \"T\", \"query\": [\"PR\"], \"prompts\": [\"P\"]}"))
        .isEqualTo(new Response.Given("T", "PR", true, Optional.empty()));
  }

  static Stream<Arguments> embedded() throws JsonProcessingException {
    ObjectMapper json = new ObjectMapper();
    ObjectNode whole = (ObjectNode) json.readTree(TaskJson.write(TASK));
    ObjectNode bare = whole.deepCopy();
    String prompt = whole.get("prompt").textValue();
    bare.remove("prompt");
    String text = bare.toString();
    return Stream.of(
            whole.deepCopy().put("response", "R"),
            json.createObjectNode().put("response", "R").set("task", whole),
            json.createObjectNode().put("output", "R").put("input", prompt).put("gts", text),
            json.createObjectNode()
                .put("completion", "R")
                .put("prompt", prompt)
                .put("ground_truth", text),
            json.createObjectNode().put("response", "R").put("prompt", prompt).put("label", text),
            json.createObjectNode()
                .put("response", "R")
                .put("prompt", prompt)
                .set("labels", json.createArrayNode().add(text)),
            json.createObjectNode()
                .put("response", "R")
                .put("prompt", prompt)
                .set("reward_model", json.createObjectNode().put("ground_truth", text)),
            json.createObjectNode()
                .put("response", "R")
                .put("prompt", prompt)
                .set("metadata", json.createObjectNode().put("task", text)),
            json.createObjectNode()
                .put("completion", "R")
                .put("info", text)
                .set(
                    "prompt",
                    json.createArrayNode()
                        .add(json.createObjectNode().put("role", "user").put("content", prompt))))
        .map(row -> Arguments.of(row.toString()));
  }

  @ParameterizedTest
  @MethodSource("embedded")
  void read_findsTheTaskInTheRecord(String line) {
    assertThat(read(line)).isEqualTo(new Response.Given(TASK.id(), "R", false, Optional.of(TASK)));
  }

  @Test
  void read_takesNoTaskOutOfWhatAModelWrote() throws JsonProcessingException {
    String easy = TaskJson.write(TASK);
    for (String field : new String[] {"response", "completion", "output", "solution_str"}) {
      String line = new ObjectMapper().createObjectNode().put(field, easy).toString();
      assertThat(read(line)).as(field).isInstanceOf(Response.Malformed.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "7",
        "[]",
        "{",
        "{} {}",
        "{'id': 'T'}",
        "{'response': 'R'}",
        "{'id': 'T', 'response': 1}",
        "{'id': 'T', 'messages': [{'role': 'user', 'content': 'P'}]}",
        "{'id': 'T', 'response': {'output': []}}",
        "{'id': 'T', 'response': {'body': {}}}",
        "{'id': '', 'response': 'R'}",
      })
  void read_saysWhyThereIsNone(String line) {
    Response response = read(line.replace('\'', '"'));
    assertThat(response).isInstanceOf(Response.Malformed.class);
    assertThat(response.id()).isIn("#7", "T");
    assertThat(((Response.Malformed) response).reason()).startsWith("line 7: ");
  }

  @Test
  void read_isShallow() {
    assertThat(read("{\"id\": \"T\", \"response\": " + "[".repeat(200_000)).id()).isEqualTo("#7");
  }

  @Property(tries = 500, seed = "4")
  void read_isTotal(@ForAll String line) {
    assertThat(read(line)).isNotNull();
    assertThat(read("{\"id\":" + line + ",\"response\":\"R\"}")).isNotNull();
  }
}
