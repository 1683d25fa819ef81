package org.ponens.grammar;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.DynamicTest;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

/**
 * What readers say of wrong input, kept as files that people review: {@code
 * src/test/resources/golden/LANGUAGE/CASE.in} and, beside it, {@code CASE.expected} with the
 * diagnostics as a terminal shows them and the program as read. {@code -Dgolden.update=true} writes
 * the expected files anew.
 */
public final class GoldenFiles {

  private static final Path ROOT = Path.of("src/test/resources/golden");

  private GoldenFiles() {}

  /** A test for each case of a language. */
  public static Stream<DynamicTest> tests(
      String language, Function<Source, ? extends Parsed<? extends Program>> reader)
      throws IOException {
    return tests(language, source -> reader.apply(source).map(Program::print), text -> text);
  }

  /** A test for each case of a language whose trees are printed so. */
  public static <T> Stream<DynamicTest> tests(
      String language, Function<Source, Parsed<T>> reader, Function<T, String> printer)
      throws IOException {
    List<Path> cases;
    try (Stream<Path> files = Files.list(ROOT.resolve(language))) {
      cases = files.filter(f -> f.toString().endsWith(".in")).sorted().toList();
    }
    Assertions.assertThat(cases).isNotEmpty();
    return cases.stream()
        .map(file -> DynamicTest.dynamicTest(name(file), () -> check(file, reader, printer)));
  }

  private static <T> void check(
      Path file, Function<Source, Parsed<T>> reader, Function<T, String> printer)
      throws IOException {
    Source source = Source.of(name(file), Files.readString(file));
    String actual = render(reader.apply(source).map(printer));
    Path expected = file.resolveSibling(name(file) + ".expected");
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(expected, actual);
    }
    Assertions.assertThat(actual).isEqualTo(Files.readString(expected));
  }

  private static String render(Parsed<String> parsed) {
    String program = parsed.value().orElse("(unreadable)\n");
    return DiagnosticPrinter.terminal(parsed.source(), parsed.diagnostics(), false)
        + "---\n"
        + program;
  }

  private static String name(Path file) {
    return file.getFileName().toString().replaceFirst("\\.in$", "");
  }
}
