package org.ponens.app.solve;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.ponens.app.report.Tally;
import org.ponens.app.stream.OrderedPipeline;
import org.ponens.app.stream.Progress;
import org.ponens.grammar.Language;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.translators.Question;
import org.ponens.translators.dataset.Entry;
import org.ponens.translators.dataset.Item;
import org.ponens.translators.dataset.ItemReader;
import org.ponens.translators.solve.ProgramSolver;
import org.ponens.translators.solve.Solution;
import org.ponens.translators.verbalize.Explanation;

/** Solves the problems of a result file, streaming, in its order. */
final class BatchSolver {

  private final ProgramSolver solver;
  private final Optional<Language> language;
  private final int jobs;
  private final boolean colour;
  private final PrintWriter out;

  BatchSolver(
      ProgramSolver solver,
      Optional<Language> language,
      int jobs,
      boolean colour,
      PrintWriter out) {
    this.solver = solver;
    this.language = language;
    this.jobs = jobs;
    this.colour = colour;
    this.out = out;
  }

  /** Whether a file holds many problems, by its name. */
  static boolean isBatch(String file) {
    String name = file.toLowerCase(Locale.ROOT);
    return List.of(".json", ".jsonl", ".ndjson").stream()
        .anyMatch(end -> name.endsWith(end) || name.endsWith(end + ".gz"));
  }

  /** Solves all problems, writes a record for each, and counts. */
  Tally run(Path file, SolveCommand.Records records) throws IOException, InterruptedException {
    Tally tally = new Tally();
    try (ItemReader reader = open(file);
        Progress progress = Progress.on(file.getFileName().toString())) {
      Languages languages = new Languages(language);
      OrderedPipeline.run(
          jobs,
          () -> reader.next().map(languages::tell),
          task -> solve(task, records.wanted()),
          result -> {
            progress.step();
            records.line(result.json());
            switch (result.task().entry()) {
              case Entry.Malformed m -> tally.addMalformed();
              case Entry.WellFormed(var item) ->
                  tally.add(item.question(), result.solution().orElseThrow(), item.answer());
            }
          });
    }
    return tally;
  }

  /** Explains the problems with these ids; returns those that were found. */
  List<String> explain(Path file, List<String> ids) throws IOException {
    List<String> found = new ArrayList<>();
    try (ItemReader reader = open(file)) {
      Languages languages = new Languages(language);
      for (var next = reader.next(); next.isPresent(); next = reader.next()) {
        Task task = languages.tell(next.get());
        if (task.entry() instanceof Entry.WellFormed(var item) && ids.contains(item.id())) {
          found.add(item.id());
          Solution solution = solveItem(item, task.language());
          out.print(Explanation.of(item.id(), item.question(), item.answer(), solution, colour));
          out.flush();
        }
      }
    }
    return found;
  }

  private static ItemReader open(Path file) throws IOException {
    InputStream in = Files.newInputStream(file);
    if (file.toString().toLowerCase(Locale.ROOT).endsWith(".gz")) {
      in = new GZIPInputStream(in, 1 << 16);
    }
    // Malformed UTF-8 becomes replacement characters: one bad byte does not end the run.
    return ItemReader.of(new InputStreamReader(in, StandardCharsets.UTF_8));
  }

  /** An entry of the file and the language its program is taken as. */
  private record Task(Entry entry, Optional<Language> language) {}

  private record Result(Task task, Optional<Solution> solution, String json) {}

  /**
   * Programs that do not show their language are taken as of the one before, in the file's order.
   */
  private static final class Languages {

    private Optional<Language> last;
    private final boolean fixed;

    Languages(Optional<Language> fixed) {
      this.last = fixed;
      this.fixed = fixed.isPresent();
    }

    Task tell(Entry entry) {
      if (!fixed && entry instanceof Entry.WellFormed(var item)) {
        Optional<Language> detected = Language.detect(item.programs().getFirst());
        last = detected.or(() -> last);
      }
      return new Task(entry, last);
    }
  }

  private Result solve(Task task, boolean wanted) {
    return switch (task.entry()) {
      case Entry.Malformed malformed ->
          new Result(task, Optional.empty(), wanted ? SolutionJson.line(malformed) : "");
      case Entry.WellFormed(var item) -> {
        Solution solution = solveItem(item, task.language());
        String json = wanted ? SolutionJson.line(item.id(), solution) : "";
        // The tally needs neither program nor evidence: they are let go of here.
        yield new Result(task, Optional.of(solution.withoutEvidence()), json);
      }
    };
  }

  private Solution solveItem(Item item, Optional<Language> itemLanguage) {
    Question question = item.question();
    Source source = Source.of(item.id(), item.programs().getFirst());
    return solver.solve(question, itemLanguage, source);
  }
}
