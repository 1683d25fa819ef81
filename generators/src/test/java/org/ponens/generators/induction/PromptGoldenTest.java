package org.ponens.generators.induction;

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
import org.ponens.generators.induction.prompt.Format;
import org.ponens.generators.induction.rule.RuleClass;
import org.ponens.generators.induction.schema.Schema;
import org.ponens.generators.induction.schema.Schemas;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.generators.task.Task;

/**
 * What models are asked, kept as files that people read, and below the line the right answer. They
 * also say that the same seed gives the same task everywhere. {@code -Dgolden.update=true} writes
 * them anew; such a change is a change of the family's version once it is out.
 */
class PromptGoldenTest {

  private static final Path ROOT = Path.of("src/test/resources/golden/induction");

  @TestFactory
  Stream<DynamicTest> prompts_areThoseThatWereRead() {
    List<DynamicTest> tests = new ArrayList<>();
    List<Schema> schemas = Schemas.all();
    for (RuleClass ruleClass : RuleClass.values()) {
      int number = tests.size();
      Schema schema = schemas.get(number % schemas.size());
      Format format = List.of(Format.values()).get(number % 2);
      String name = String.join("-", ruleClass.label(), schema.name(), format.label());
      Map<String, String> knobs =
          Map.of(
              "problem", ruleClass.label(),
              "schema", schema.name(),
              "format", format.label(),
              "answer", "all",
              "predicates", "5",
              "examples", "4",
              "parts", "2..3");
      tests.add(DynamicTest.dynamicTest(name, () -> check(name, knobs)));
    }
    return tests.stream();
  }

  private static void check(String name, Map<String, String> knobs)
      throws IOException, InvalidSettingException {
    Task task = InductionTasks.draw(knobs, "", 1, 1).getFirst();
    String actual =
        task.prompt()
            + "\n---\n"
            + task.reference().orElseThrow()
            + "\n"
            + task.difficulty().measured()
            + "\n";
    Path expected = ROOT.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.createDirectories(ROOT);
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }
}
