package org.ponens.app.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.ponens.grammar.diagnostic.Source;

/** Texts that users name. */
public final class TextFiles {

  private TextFiles() {}

  /** The text of a file; of standard input where the name is {@code -}. */
  public static Source source(Path file) throws IOException {
    boolean standard = file.toString().equals("-");
    byte[] bytes = standard ? System.in.readAllBytes() : Files.readAllBytes(file);
    return Source.of(
        standard ? "standard input" : file.toString(), new String(bytes, StandardCharsets.UTF_8));
  }
}
