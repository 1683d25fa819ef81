package org.ponens.generators.sat.instance;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.ponens.generators.task.InvalidSettingException;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Dimacs;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;

/**
 * The formulas of a user's DIMACS file, or of all such files in a folder in the order of their
 * names, plain or compressed by gzip.
 */
public final class FormulaFiles {

  private static final int MOST_FILES = 10_000;
  private static final int MOST_DIAGNOSTICS = 10;

  /** Larger ones make no question that fits into a prompt. */
  private static final int MOST_VARIABLES = 5_000;

  private FormulaFiles() {}

  /**
   * Reads them.
   *
   * @throws InvalidSettingException if one of them is not there or can't be read, with the places
   */
  public static List<Cnf> read(String path) throws InvalidSettingException {
    List<Cnf> formulas = new ArrayList<>();
    List<Diagnostic> faults = new ArrayList<>();
    StringBuilder printed = new StringBuilder();
    for (Path file : files(Path.of(path))) {
      Source source = Source.of(file.toString(), text(file));
      Parsed<Cnf> parsed = Dimacs.parse(source);
      parsed.value().ifPresent(formulas::add);
      for (Diagnostic diagnostic : parsed.diagnostics()) {
        if (diagnostic.severity() == Severity.ERROR) {
          faults.add(diagnostic);
          if (faults.size() <= MOST_DIAGNOSTICS) {
            printed.append(DiagnosticPrinter.terminal(source, List.of(diagnostic), false));
          }
        }
      }
      if (parsed.value().isPresent() && parsed.value().get().variables() > MOST_VARIABLES) {
        throw new InvalidSettingException(
            file + " has more than " + MOST_VARIABLES + " variables, too many for a question");
      }
    }
    if (!faults.isEmpty()) {
      int more = faults.size() - MOST_DIAGNOSTICS;
      throw new InvalidSettingException(
          "the formulas can't be read:\n"
              + printed.toString().stripTrailing()
              + (more > 0 ? "\nand " + more + " more" : ""));
    }
    return formulas;
  }

  private static List<Path> files(Path path) throws InvalidSettingException {
    if (Files.isRegularFile(path)) {
      return List.of(path);
    }
    if (!Files.isDirectory(path)) {
      throw new InvalidSettingException("there is no file or folder " + path);
    }
    try (Stream<Path> all = Files.list(path)) {
      // By name alone, so that the order is the same wherever the folder lies.
      List<Path> files =
          all.filter(file -> file.toString().matches(".*\\.(cnf|dimacs)(\\.gz)?"))
              .sorted((a, b) -> a.getFileName().toString().compareTo(b.getFileName().toString()))
              .limit(MOST_FILES + 1L)
              .toList();
      if (files.isEmpty()) {
        throw new InvalidSettingException(
            "there are no files *.cnf, *.dimacs, or these with .gz, in " + path);
      }
      if (files.size() > MOST_FILES) {
        throw new InvalidSettingException("more than " + MOST_FILES + " files in " + path);
      }
      return files;
    } catch (IOException | UncheckedIOException e) {
      throw new InvalidSettingException("can't list " + path + ": " + e.getMessage());
    }
  }

  private static String text(Path file) throws InvalidSettingException {
    try (InputStream in = open(file)) {
      byte[] bytes = in.readNBytes(Dimacs.MAX_LENGTH + 1);
      return new String(bytes, StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new InvalidSettingException("can't read " + file + ": " + e.getMessage());
    }
  }

  private static InputStream open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file));
    try {
      return file.toString().endsWith(".gz") ? new GZIPInputStream(in) : in;
    } catch (IOException e) {
      in.close();
      throw e;
    }
  }
}
