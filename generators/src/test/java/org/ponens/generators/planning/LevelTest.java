package org.ponens.generators.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ponens.generators.planning.problem.Kind;
import org.ponens.generators.task.Curriculum;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.Split;
import org.ponens.generators.task.TaskStream;

class LevelTest {

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyKind_hasTwentyLevels_thatRise(Kind kind) {
    Curriculum curriculum = PlanningTasks.FAMILY.curriculum(kind.label());
    assertThat(curriculum.levels()).hasSize(20);
    assertThat(curriculum.level(1).from()).isZero();
    assertThat(curriculum.level(20).to()).isInfinite();
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void tasksOfALevel_areAsHardAsItSays(Kind kind) throws InvalidSettingException {
    for (int level : new int[] {1, 4}) {
      TaskStream stream =
          PlanningTasks.stream(
              Map.of("problem", kind.label(), "world", "ferry,gripper"),
              Integer.toString(level),
              3,
              Split.TEST);
      TaskStream.Item item = stream.item(0);
      assertThat(item).isInstanceOf(TaskStream.Item.Made.class);
      double hardness = ((TaskStream.Item.Made) item).task().difficulty().hardness();
      assertThat(PlanningTasks.FAMILY.curriculum(kind.label()).level(level).contains(hardness))
          .isTrue();
    }
  }

  @Test
  void splits_shareNoInstance() throws InvalidSettingException {
    Map<String, String> knobs = Map.of("problem", "state", "size", "2..3", "steps", "2");
    for (Split split : Split.values()) {
      TaskStream stream = PlanningTasks.stream(knobs, "", 9, split);
      for (int i = 0; i < 20; i++) {
        if (stream.item(i) instanceof TaskStream.Item.Made made) {
          assertThat(
                  split.owns(
                      org.ponens.generators.task.Fingerprint.ofHex(made.task().isomorphism())))
              .isTrue();
        }
      }
    }
  }
}
