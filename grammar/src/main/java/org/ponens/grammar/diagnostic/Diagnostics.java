package org.ponens.grammar.diagnostic;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Collects the diagnostics of one reading, bounded: hostile text gets {@value #MAX} of them and a
 * last one that says so. For one thread.
 */
public final class Diagnostics {

  /** How many diagnostics are kept. */
  public static final int MAX = 200;

  private final List<Diagnostic> all = new ArrayList<>();

  public void add(Diagnostic diagnostic) {
    if (all.size() < MAX) {
      all.add(diagnostic);
    } else if (all.size() == MAX) {
      all.add(
          Diagnostic.error(
              TextCode.TOO_MANY_DIAGNOSTICS,
              diagnostic.span(),
              "more than " + MAX + " diagnostics; those from here on are left out"));
    }
  }

  public void addAll(Iterable<Diagnostic> diagnostics) {
    diagnostics.forEach(this::add);
  }

  public boolean hasErrors() {
    return all.stream().anyMatch(d -> d.severity() == Severity.ERROR);
  }

  /** What was collected, in the order of the text. */
  public List<Diagnostic> list() {
    return all.stream().sorted(Comparator.comparingInt(d -> d.span().start())).toList();
  }

  /** The result of a reading with what was collected so far. */
  public <T> Parsed<T> parsed(Source source, Optional<T> value) {
    return new Parsed<>(source, value, list());
  }
}
