package org.ponens.app.generate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ponens.generators.layout.Layout;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.Settings;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.TaskStream;

/** A run that was killed, whichever byte was its last. */
class ResumptionTest {

  @TempDir private Path folder = Path.of("");

  @Test
  void aRun_goesOnBehindAnyByte_asIfNothingHadHappened()
      throws IOException, InterruptedException, InvalidSettingException {
    Order order = order(4);
    Path path = folder.resolve(order.file());
    List<Generation.Checkpoint> checkpoints = new ArrayList<>();
    String counted = run(order, path, Generation.Checkpoint.START, checkpoints::add);
    byte[] whole = Files.readAllBytes(path);
    assertThat(counted).contains("\"tasks\":4").doesNotContain("\"duplicates\":0");
    for (int length = 0; length <= whole.length; length++) {
      Files.write(path, Arrays.copyOf(whole, length));
      Generation.Checkpoint checkpoint = checkpoints.get(length % checkpoints.size());
      assertThat(run(order, path, checkpoint, at -> {}))
          .as("cut at %d, known %s", length, checkpoint)
          .isEqualTo(counted);
      assertThat(Files.readAllBytes(path)).as("cut at %d", length).isEqualTo(whole);
    }
    assertThat(checkpoints).hasSizeGreaterThan(3);
  }

  /** Makes what is not there, and says what was counted and the file's hash. */
  private static String run(
      Order order,
      Path path,
      Generation.Checkpoint checkpoint,
      Consumer<Generation.Checkpoint> checkpoints)
      throws IOException, InterruptedException, InvalidSettingException {
    Generation generation =
        new Generation(
            order, new TaskStream(order.family(), order.settings(), order.seed(), order.split()));
    Generation.Resumption resumption = generation.new Resumption(checkpoint);
    StringWriter counted = new StringWriter();
    try (TaskFile file = TaskFile.open(path, resumption);
        JsonGenerator json = new JsonFactory().createGenerator(counted)) {
      resumption.recount();
      generation.run(file, tasks -> checkpoints.accept(generation.checkpoint(file.bytes())));
      json.writeStartObject();
      generation.census().write(json);
      json.writeStringField("sha256", file.sha256Hex());
      json.writeNumberField("bytes", file.bytes());
      json.writeEndObject();
    }
    assertThat(generation.isComplete()).isTrue();
    return counted.toString();
  }

  private static Order order(long count) throws InvalidSettingException {
    Sums sums = new Sums();
    return new Order(
        sums,
        Settings.of(sums, Map.of("size", "2"), ""),
        3,
        Split.TRAIN,
        Layout.PONENS,
        true,
        count,
        Order.Shard.WHOLE,
        1,
        "t.jsonl");
  }
}
