package org.ponens.app.solve;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.fol.IncludeResolver;

/**
 * Finds the files that a TPTP problem includes: beside it, in one of the folders above it, or below
 * the folder that the environment variable TPTP names, as the TPTP convention has it.
 */
final class TptpIncludes implements IncludeResolver {

  private final Path problem;

  TptpIncludes(Path problem) {
    this.problem = problem.toAbsolutePath();
  }

  @Override
  public Optional<Source> resolve(String path, Source including) {
    try {
      return folders()
          .map(folder -> folder.resolve(path))
          .filter(Files::isRegularFile)
          .findFirst()
          .flatMap(TptpIncludes::read);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  private Stream<Path> folders() {
    Stream<Path> above = Stream.iterate(problem.getParent(), f -> f != null, Path::getParent);
    return Stream.concat(above, Optional.ofNullable(System.getenv("TPTP")).map(Path::of).stream());
  }

  private static Optional<Source> read(Path file) {
    try {
      String text = new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
      return Optional.of(Source.of(file.toString(), text));
    } catch (IOException e) {
      return Optional.empty();
    }
  }
}
