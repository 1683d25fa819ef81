package org.ponens.grammar.diagnostic;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What reading a text gave: a value where one could be read, and what is to be said about the text.
 *
 * @param source the text
 * @param value the syntax tree; empty where nothing useful could be read, and then an error says
 *     why
 * @param diagnostics in the order of the text
 */
public record Parsed<T>(Source source, Optional<T> value, List<Diagnostic> diagnostics) {

  public Parsed {
    diagnostics = List.copyOf(diagnostics);
    if (value.isEmpty() && diagnostics.stream().noneMatch(d -> d.severity() == Severity.ERROR)) {
      throw new AssertionError("a text that cannot be read needs an error that says why");
    }
  }

  /** Whether part of the text could not be read and is missing from the value. */
  public boolean hasErrors() {
    return has(Severity.ERROR);
  }

  /** Whether there is a diagnostic of this severity. */
  public boolean has(Severity severity) {
    return diagnostics.stream().anyMatch(d -> d.severity() == severity);
  }

  /** Whether everything was read and no lint speaks against it; notes do not count. */
  public boolean isClean() {
    return diagnostics.stream().allMatch(d -> d.severity() == Severity.NOTE);
  }

  /** The fixes that the reader has applied. */
  public List<Fix> appliedFixes() {
    return diagnostics.stream().flatMap(d -> d.fix().stream()).filter(Fix::applied).toList();
  }

  public <U> Parsed<U> map(Function<? super T, ? extends U> function) {
    return new Parsed<>(source, value.map(function), diagnostics);
  }

  /** The value of a text read without errors, or a {@link SyntaxException} with the first error. */
  public T orElseThrow() {
    for (Diagnostic diagnostic : diagnostics) {
      if (diagnostic.severity() == Severity.ERROR) {
        throw new SyntaxException(source, diagnostic);
      }
    }
    return value.orElseThrow();
  }
}
