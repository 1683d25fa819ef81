package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.generators.sat.problem.Solution;
import org.ponens.generators.sat.prompt.Format;
import org.ponens.generators.sat.prompt.Prompt;
import org.ponens.generators.sat.prompt.PromptWriter;
import org.ponens.generators.task.AnswerFormat;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.solvers.Budget;

/**
 * What models are asked, kept as files that people read: {@code golden/sat/PROBLEM.json} is the
 * question as data, {@code PROBLEM-FORMAT.txt} the prompt, and below the line the right answer that
 * goes with it. {@code -Dgolden.update=true} writes the texts anew. Such a change of wording is a
 * change of the tasks: read the files again, all of them.
 */
class PromptGoldenTest {

  private static final Path ROOT = Path.of("src/test/resources/golden/sat");
  private static final Budget BUDGET = new Budget(Duration.ofDays(1), 1_000_000);

  @TestFactory
  Stream<DynamicTest> prompts_areThoseThatWereRead() {
    List<DynamicTest> tests = new ArrayList<>();
    for (Problem problem : Problem.values()) {
      for (Format format : Format.values()) {
        String name = problem.label() + '-' + format.label();
        // Other numbers for each file, so that between them they show all wordings and stories.
        int number = tests.size();
        tests.add(DynamicTest.dynamicTest(name, () -> check(name, number, problem, format)));
      }
    }
    return tests.stream();
  }

  private static void check(String name, int number, Problem problem, Format format)
      throws IOException, InvalidTaskException {
    Asked asked =
        SatSpec.read(problem, Files.readString(ROOT.resolve(problem.label() + ".json"))).asked();
    AnswerFormat[] answerFormats = AnswerFormat.offered().toArray(AnswerFormat[]::new);
    AnswerFormat answerFormat = answerFormats[number % answerFormats.length];
    Prompt prompt = PromptWriter.write(format, asked, answerFormat, new ItemRandom(number, 1));
    Optional<Solution> solution = Solution.of(asked, BUDGET.start());
    String actual =
        prompt.text() + "\n---\n" + answer(solution.orElseThrow(), asked, prompt.vocabulary());
    Path expected = ROOT.resolve(name + ".txt");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static String answer(Solution solution, Asked asked, Vocabulary vocabulary) {
    return solution.answer().text(asked, vocabulary) + "\n";
  }
}
