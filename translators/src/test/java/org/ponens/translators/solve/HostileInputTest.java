package org.ponens.translators.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ponens.grammar.Language;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.solvers.Budget;
import org.ponens.translators.Question;
import org.ponens.translators.dataset.Entry;
import org.ponens.translators.dataset.ItemReader;

/** Whatever the text, there is a solution that says what is wrong: no crash, no hang. */
class HostileInputTest {

  private static final int MUTATIONS = 10_000;

  private final ProgramSolver solver = new ProgramSolver(Budget.of(Duration.ofMillis(20)));

  private static final Map<String, String> BAD =
      Map.of(
          "empty",
          "",
          "blank",
          " \n\t\n",
          "prose",
          "I am sorry, but I cannot formalize this. The cat is probably red.\n".repeat(50),
          "binary",
          IntStream.range(0, 5_000)
              .mapToObj(i -> "" + (char) (i * 7919 % 256))
              .collect(Collectors.joining()),
          "parentheses",
          "(".repeat(5_000_000),
          "brackets in a program",
          "Premises:\n"
              + "(".repeat(5_000_000)
              + "\nConclusion:\nP(a)\nFacts:\nConstraints:\n# Options\n",
          "quantifiers",
          "Premises:\n"
              + nested(200, i -> "∀x" + i + " (")
              + "P(x1)"
              + ")".repeat(200)
              + "\nConclusion:\nP(a)\n",
          "negations",
          "Premises:\n" + "¬".repeat(100_000) + "P(a)\nConclusion:\nP(a)\n",
          "one long line",
          "P(a) ∧ ".repeat(200_000),
          "headers only",
          "Premises:\nConclusion:\nFacts:\nRules:\nQuery:\nDomain:\nVariables:\nConstraints:\n");

  @ParameterizedTest
  @EnumSource(Language.class)
  void solve_saysWhatIsWrong(Language language) {
    BAD.forEach(
        (name, text) ->
            assertTimeoutPreemptively(
                Duration.ofSeconds(20),
                () -> {
                  Solution solution = solve(Optional.of(language), Source.of(name, text));
                  if (!solution.status().isDecided()) {
                    assertThat(solution.doubts()).as(language + ", " + name).isNotEmpty();
                  }
                  if (solution.status() == Status.UNREADABLE) {
                    assertThat(solution.diagnostics()).as(language + ", " + name).isNotEmpty();
                  }
                },
                language + ", " + name));
  }

  @Test
  void solve_survivesMutationsOfOurExamples() throws IOException {
    List<String> programs = new ArrayList<>();
    for (Path file : files(Path.of("..", "examples"), "")) {
      if (Files.isRegularFile(file) && !file.toString().endsWith(".json")) {
        programs.add(Files.readString(file));
      }
    }
    mutate(programs, 2_000, 1);
  }

  @Test
  void solve_survivesMutationsOfRealPrograms() throws IOException {
    Path data = Path.of(System.getProperty("ponens.shared", "../../shared"), "data", "logiclm");
    assumeTrue(Files.isDirectory(data), "skipped: no model-written programs in " + data);
    List<String> programs = new ArrayList<>();
    for (Path file : files(data, ".json")) {
      try (Reader in = Files.newBufferedReader(file);
          ItemReader reader = ItemReader.of(in)) {
        for (var next = reader.next(); next.isPresent(); next = reader.next()) {
          if (next.get() instanceof Entry.WellFormed(var item)) {
            programs.addAll(item.programs());
          }
        }
      }
    }
    mutate(programs, MUTATIONS, 2);
  }

  private void mutate(List<String> programs, int mutations, long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < mutations; i++) {
      String program = programs.get(random.nextInt(programs.size()));
      Optional<Language> language = Language.detect(program);
      String mutant = mutate(program, programs.get(random.nextInt(programs.size())), random);
      solve(language, Source.of("mutant " + i, mutant));
    }
  }

  private Solution solve(Optional<Language> language, Source source) {
    Solution solution = solver.solve(Question.none(), language, source);
    assertThat(solution.status())
        .as(
            () ->
                solution.diagnostics()
                    + "\n"
                    + source.text().substring(0, Math.min(3_000, source.text().length())))
        .isNotEqualTo(Status.INTERNAL_ERROR);
    solution
        .diagnostics()
        .forEach(d -> assertThat(d.span().end()).isLessThanOrEqualTo(source.text().length()));
    return solution;
  }

  /** One to four random edits: characters and stretches deleted, doubled, replaced, swapped in. */
  private static String mutate(String program, String other, Random random) {
    StringBuilder text = new StringBuilder(program);
    String alphabet = "()[]{},.:;!~¬∧∨→↔⊕∀∃=<>&|$\"'`#-+*/%\\ \n\t\0xPq09é\uD835\uDC00";
    for (int edits = 1 + random.nextInt(4); edits > 0 && text.length() > 1; edits--) {
      int from = random.nextInt(text.length());
      int to = Math.min(text.length(), from + 1 + random.nextInt(12));
      switch (random.nextInt(6)) {
        case 0 -> text.delete(from, to);
        case 1 -> text.insert(from, text.substring(from, to));
        case 2 -> text.setCharAt(from, alphabet.charAt(random.nextInt(alphabet.length())));
        case 3 -> text.insert(from, alphabet.charAt(random.nextInt(alphabet.length())));
        case 4 -> text.setLength(from);
        default -> {
          int start = random.nextInt(other.length() + 1);
          text.insert(from, other, start, Math.min(other.length(), start + random.nextInt(60)));
        }
      }
    }
    return text.toString();
  }

  private static String nested(int depth, IntFunction<String> part) {
    return IntStream.rangeClosed(1, depth).mapToObj(part).collect(Collectors.joining());
  }

  private static List<Path> files(Path folder, String ending) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(ending)).sorted().toList();
    }
  }
}
