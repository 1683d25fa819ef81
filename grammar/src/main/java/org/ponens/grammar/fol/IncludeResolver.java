package org.ponens.grammar.fol;

import java.util.Optional;
import org.ponens.grammar.diagnostic.Source;

/** Finds the files that a TPTP file includes; the grammar itself reads no files. */
@FunctionalInterface
public interface IncludeResolver {

  /**
   * The text of an included file, under a name that tells it from other files; empty where there is
   * none. The name in the directive is untrusted text.
   *
   * @param file as the directive names it, without quotes, for example {@code Axioms/SET001-0.ax}
   * @param including the file that holds the directive
   */
  Optional<Source> resolve(String file, Source including);

  /** Finds nothing. */
  static IncludeResolver none() {
    return (file, including) -> Optional.empty();
  }
}
