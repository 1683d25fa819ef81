package org.ponens.generators.planning;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ponens.generators.planning.disguise.Disguise;
import org.ponens.generators.planning.problem.Kind;
import org.ponens.generators.planning.prompt.Wording;
import org.ponens.generators.planning.world.World;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.Task;

/**
 * What models are asked, kept as files that people read, and below the line the right answer. They
 * also say that the same seed gives the same task everywhere. {@code -Dgolden.update=true} writes
 * them anew. Such a change is a change of the tasks, and of the family's version once it is out:
 * read the files again, all of them.
 */
class PromptGoldenTest {

  private static final Path ROOT = Path.of("src/test/resources/golden/planning");

  @TestFactory
  Stream<DynamicTest> prompts_areThoseThatWereRead() {
    List<DynamicTest> tests = new ArrayList<>();
    List<World> worlds = World.all();
    List<Disguise> disguises = List.of(Disguise.values());
    for (Kind kind : Kind.values()) {
      for (Wording wording : Wording.values()) {
        // Between them the files show all worlds and disguises.
        int number = tests.size();
        World world = worlds.get(number % worlds.size());
        Disguise disguise = disguises.get(number / 2 % disguises.size());
        String name =
            String.join(
                "-", kind.label(), world.label(), wording.label(), "names", disguise.label());
        Map<String, String> knobs =
            Map.of(
                "problem", kind.label(),
                "world", world.label(),
                "wording", wording.label(),
                "names", disguise.label(),
                "answer", "all",
                "size", "2..3",
                "steps", "3..4");
        tests.add(DynamicTest.dynamicTest(name, () -> check(name, knobs)));
      }
    }
    return tests.stream();
  }

  private static void check(String name, Map<String, String> knobs)
      throws IOException, InvalidSettingException {
    Task task = PlanningTasks.draw(knobs, 1, 1).getFirst();
    String actual = task.prompt() + "\n---\n" + task.reference().orElseThrow() + "\n";
    Path expected = ROOT.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(ROOT);
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
