package org.ponens.app.planning;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.ponens.app.stream.OrderedPipeline;
import org.ponens.app.stream.Progress;
import org.ponens.app.terminal.TextFiles;
import org.ponens.generators.verify.LineReader;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Pddl;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Problem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.planning.validation.Feedback;
import org.ponens.solvers.planning.validation.Validation;
import org.ponens.solvers.planning.validation.Validator;
import org.ponens.solvers.planning.validation.Validator.AfterFailure;

/** Validates the plans of a file of lines, streaming, in its order; a line lost is a line said. */
final class BatchValidation {

  private static final JsonFactory JSON = new JsonFactory();

  private final Path batch;
  private final Feedback feedback;
  private final AfterFailure after;
  private final Duration budget;
  private final int jobs;
  private final Map<Path, Loaded<Domain>> domains = new ConcurrentHashMap<>();
  private final Map<List<Path>, Loaded<Problems>> problems = new ConcurrentHashMap<>();

  /** Something read from a file, or why it was not. */
  private record Loaded<T>(Optional<T> value, String message, List<Diagnostic> diagnostics) {

    static <T> Loaded<T> of(T value) {
      return new Loaded<>(Optional.of(value), "", List.of());
    }

    static <T> Loaded<T> not(String message, List<Diagnostic> diagnostics) {
      return new Loaded<>(Optional.empty(), message, diagnostics);
    }
  }

  private record Problems(Domain domain, Validator validator) {}

  private record Verdict(String line, String kind) {}

  BatchValidation(Path batch, Feedback feedback, AfterFailure after, Duration budget, int jobs) {
    this.batch = batch;
    this.feedback = feedback;
    this.after = after;
    this.budget = budget;
    this.jobs = Math.max(1, jobs);
  }

  /** Writes a verdict for each line, and a summary to {@code err}. */
  int run(@Nullable Path target, PrintWriter standard, PrintWriter err)
      throws IOException, InterruptedException {
    Map<String, Integer> counts = new LinkedHashMap<>();
    for (String kind : List.of("valid", "invalid", "undecided", "unreadable")) {
      counts.put(kind, 0);
    }
    long start = System.nanoTime();
    try (LineReader lines = new LineReader(Files.newInputStream(batch));
        PrintWriter out =
            target == null
                ? standard
                : new PrintWriter(Files.newBufferedWriter(target, StandardCharsets.UTF_8));
        Progress progress = Progress.on(String.valueOf(batch.getFileName()))) {
      OrderedPipeline.run(
          jobs,
          () -> next(lines),
          this::verdict,
          verdict -> {
            out.println(verdict.line());
            counts.merge(verdict.kind(), 1, Integer::sum);
            progress.step();
          });
      out.flush();
      if (out.checkError()) {
        throw new IOException("the verdicts could not be written");
      }
    }
    int all = counts.values().stream().mapToInt(Integer::intValue).sum();
    StringBuilder summary = new StringBuilder(all + (all == 1 ? " plan: " : " plans: "));
    counts.forEach((kind, count) -> summary.append(count).append(' ').append(kind).append(", "));
    err.println(summary + String.format(Locale.ROOT, "%.1f s", (System.nanoTime() - start) / 1e9));
    return 0;
  }

  private static Optional<LineReader.Line> next(LineReader lines) throws IOException {
    Optional<LineReader.Line> line = lines.next();
    while (line.isPresent() && line.get().isBlank()) {
      line = lines.next();
    }
    return line;
  }

  private Verdict verdict(LineReader.Line line) {
    String number = "line " + line.number();
    if (line.text().isEmpty()) {
      return unreadable(number, "the line is too long, or no UTF-8 text", List.of());
    }
    Map<String, String> fields;
    try {
      fields = fields(line.text().get());
    } catch (IOException e) {
      String why =
          e instanceof JsonProcessingException json ? json.getOriginalMessage() : e.getMessage();
      return unreadable(number, "the line is no JSON object: " + why, List.of());
    }
    String id = fields.getOrDefault("id", number);
    for (String name : List.of("domain", "problem", "plan")) {
      if (!fields.containsKey(name)) {
        return unreadable(id, "the line has no \"" + name + "\"", List.of());
      }
    }
    Loaded<Problems> loaded =
        problem(fields.getOrDefault("domain", ""), fields.getOrDefault("problem", ""));
    if (loaded.value().isEmpty()) {
      return unreadable(id, loaded.message(), loaded.diagnostics());
    }
    return validate(id, loaded.value().get(), fields.getOrDefault("plan", ""));
  }

  private Verdict validate(String id, Problems problem, String text) {
    Parsed<Plan> plan = Pddl.parsePlan(Source.of(id, text), problem.domain());
    List<Diagnostic> said =
        plan.diagnostics().stream().filter(d -> d.severity() != Severity.NOTE).toList();
    if (plan.hasErrors() || plan.value().isEmpty()) {
      return unreadable(id, "the plan cannot be read", said);
    }
    Validation validation =
        problem.validator().validate(plan.value().get(), after, Budget.of(budget).start());
    String kind =
        switch (validation) {
          case Validation.Valid it -> "valid";
          case Validation.Invalid it -> "invalid";
          case Validation.Undecided it -> "undecided";
        };
    return new Verdict(ValidationJson.line(id, validation, said, feedback, Optional.empty()), kind);
  }

  private static Verdict unreadable(String id, String message, List<Diagnostic> diagnostics) {
    return new Verdict(ValidationJson.unreadable(id, message, diagnostics), "unreadable");
  }

  // The fields that are strings or numbers.
  private static Map<String, String> fields(String line) throws IOException {
    Map<String, String> fields = new HashMap<>();
    try (JsonParser json = JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("it does not start with '{'");
      }
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        String name = json.currentName();
        JsonToken value = json.nextToken();
        if (value.isScalarValue() && value != JsonToken.VALUE_NULL) {
          fields.put(name, json.getText());
        } else {
          json.skipChildren();
        }
      }
    }
    return fields;
  }

  private Path path(String name) {
    Path parent = batch.toAbsolutePath().getParent();
    return parent == null ? Path.of(name) : parent.resolve(name).normalize();
  }

  private Loaded<Problems> problem(String domainName, String problemName) {
    Path domainFile;
    Path problemFile;
    try {
      domainFile = path(domainName);
      problemFile = path(problemName);
    } catch (java.nio.file.InvalidPathException e) {
      return Loaded.not("no path: " + e.getInput(), List.of());
    }
    return problems.computeIfAbsent(
        List.of(domainFile, problemFile),
        key -> {
          Loaded<Domain> domain = domains.computeIfAbsent(domainFile, BatchValidation::readDomain);
          return domain.value().isEmpty()
              ? Loaded.not(domain.message(), domain.diagnostics())
              : readProblem(problemFile, domain.value().get());
        });
  }

  private static Loaded<Domain> readDomain(Path file) {
    try {
      Parsed<Domain> domain = Pddl.parseDomain(TextFiles.source(file));
      return domain.hasErrors()
          ? Loaded.not("the domain " + file + " cannot be read", domain.diagnostics())
          : Loaded.of(domain.value().orElseThrow());
    } catch (IOException e) {
      return Loaded.not("the domain " + file + " cannot be opened", List.of());
    }
  }

  private static Loaded<Problems> readProblem(Path file, Domain domain) {
    try {
      Parsed<Problem> problem = Pddl.parseProblem(TextFiles.source(file), domain);
      return problem.hasErrors()
          ? Loaded.not("the problem " + file + " cannot be read", problem.diagnostics())
          : Loaded.of(new Problems(domain, Validator.of(domain, problem.value().orElseThrow())));
    } catch (IOException e) {
      return Loaded.not("the problem " + file + " cannot be opened", List.of());
    } catch (IllegalArgumentException e) {
      return Loaded.not(String.valueOf(e.getMessage()), List.of());
    }
  }
}
