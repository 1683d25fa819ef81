package org.ponens.generators.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class TaskStreamTest {

  private static final TaskFamily SUMS = new Sums();

  @Test
  void anItem_isTheSame_whateverWasMadeBefore() throws InvalidSettingException {
    TaskStream stream = stream(Map.of("problem", "all"), "1..2", 42, Split.TRAIN);
    List<Task> inOrder = tasks(stream, 50);
    TaskStream again = stream(Map.of("problem", "all"), "1..2", 42, Split.TRAIN);
    List<Task> backwards = new ArrayList<>();
    for (long i = 49; i >= 0; i--) {
      backwards.add(made(again.item(i)));
    }
    Collections.reverse(backwards);
    assertThat(backwards).isEqualTo(inOrder);
  }

  @Test
  void splits_areDisjointUpToIsomorphism() throws InvalidSettingException {
    Set<String> seen = new HashSet<>();
    for (Split split : Split.values()) {
      Set<String> classes = new HashSet<>();
      for (Task task : tasks(stream(Map.of("size", "20"), "", 1, split), 200)) {
        assertThat(task.split()).isEqualTo(split);
        assertThat(split.owns(Fingerprint.ofHex(task.isomorphism()))).isTrue();
        classes.add(task.isomorphism());
      }
      assertThat(classes).as("%s", split).isNotEmpty();
      assertThat(seen.stream().filter(classes::contains)).isEmpty();
      seen.addAll(classes);
    }
  }

  @Test
  void neighbouringSeeds_shareNoItems() throws InvalidSettingException {
    List<Task> one = tasks(stream(Map.of("size", "1000000"), "", 42, Split.TRAIN), 300);
    List<Task> next = tasks(stream(Map.of("size", "1000000"), "", 43, Split.TRAIN), 300);
    Set<String> prompts = new HashSet<>(one.stream().map(Task::prompt).toList());
    assertThat(next.stream().map(Task::prompt).filter(prompts::contains)).isEmpty();
  }

  @Test
  void aLevel_isABandOfWhatWasMeasured_andEachIsAsLikely() throws InvalidSettingException {
    List<Task> tasks = tasks(stream(Map.of("size", "500"), "2..3", 7, Split.TEST), 200);
    Curriculum levels = SUMS.curriculum(SUMS.problems().getFirst());
    for (Task task : tasks) {
      int level = task.difficulty().level().orElseThrow();
      assertThat(levels.levelOf(task.difficulty().hardness())).isEqualTo(level);
    }
    long second = tasks.stream().filter(t -> t.difficulty().level().getAsInt() == 2).count();
    assertThat(second).isBetween(65L, 135L);
  }

  @Test
  void whatCantBeDrawn_isMissed_withAReason() throws InvalidSettingException {
    TaskStream stream = stream(Map.of("size", "9"), "4", 0, Split.TRAIN);
    assertThat(stream.item(3)).isInstanceOf(TaskStream.Item.Missed.class);
    TaskStream.Item.Missed missed = (TaskStream.Item.Missed) stream.item(3);
    assertThat(missed.index()).isEqualTo(3);
    assertThat(missed.reason()).contains("2000 were of the split", "level 4");
  }

  @Test
  void theKeyOfDuplicates_isOfTheProblemAndTheClass() throws InvalidSettingException {
    TaskStream stream = stream(Map.of("size", "3", "problem", "all"), "", 0, Split.TRAIN);
    Set<Fingerprint> keys = new HashSet<>();
    Set<List<Object>> asked = new HashSet<>();
    LongStream.range(0, 200)
        .mapToObj(stream::item)
        .forEach(
            item -> {
              TaskStream.Item.Made made = (TaskStream.Item.Made) item;
              assertThat(made.duplicateKey()).isEqualTo(made.task().duplicateKey());
              keys.add(made.duplicateKey());
              asked.add(List.of(made.task().problem(), made.task().isomorphism()));
            });
    assertThat(keys).hasSameSizeAs(asked).hasSizeBetween(8, 20);
  }

  @Test
  void aTaskOfSeveralLines_isNone() {
    Task task = Samples.task();
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                new Task(
                    task.id(),
                    task.family(),
                    1,
                    task.problem(),
                    task.split(),
                    0,
                    task.seed(),
                    task.prompt(),
                    task.answerFormat(),
                    "{\n}",
                    Optional.empty(),
                    Optional.empty(),
                    task.difficulty(),
                    task.guessFloor(),
                    task.isomorphism()));
  }

  private static TaskStream stream(Map<String, String> knobs, String level, long seed, Split split)
      throws InvalidSettingException {
    return new TaskStream(SUMS, Settings.of(SUMS, knobs, level), seed, split);
  }

  private static List<Task> tasks(TaskStream stream, int count) {
    return LongStream.range(0, count).mapToObj(i -> made(stream.item(i))).toList();
  }

  private static Task made(TaskStream.Item item) {
    return ((TaskStream.Item.Made) item).task();
  }
}
