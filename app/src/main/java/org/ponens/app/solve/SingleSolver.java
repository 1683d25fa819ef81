package org.ponens.app.solve;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.ponens.grammar.Language;
import org.ponens.grammar.Program;
import org.ponens.grammar.diagnostic.DiagnosticPrinter;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.fol.Tptp;
import org.ponens.translators.Question;
import org.ponens.translators.solve.ProgramSolver;
import org.ponens.translators.solve.Solution;
import org.ponens.translators.verbalize.Explanation;

/** Solves one program and shows what came of it. */
final class SingleSolver {

  /** Larger files are no programs that anybody wrote. */
  private static final long MOST_BYTES = 64L << 20;

  private final ProgramSolver solver;
  private final Optional<Language> language;
  private final boolean colour;
  private final PrintWriter out;
  private final PrintWriter err;

  SingleSolver(
      ProgramSolver solver,
      Optional<Language> language,
      boolean colour,
      PrintWriter out,
      PrintWriter err) {
    this.solver = solver;
    this.language = language;
    this.colour = colour;
    this.out = out;
    this.err = err;
  }

  /** Whether the program was decided. */
  boolean run(String file, SolveCommand.Records records) throws IOException {
    String text = read(file);
    Source source = Source.of(file, text);
    Optional<Language> wanted =
        language.or(() -> byExtension(file)).or(() -> Language.detect(text));
    boolean isTptp = wanted.filter(l -> l == Language.TPTP).isPresent();
    Solution solution =
        isTptp
            ? solver.solve(Question.none(), parseTptp(source, file))
            : solver.solve(Question.none(), wanted, source);
    records.line(SolutionJson.line(file, solution));
    err.print(DiagnosticPrinter.terminal(source, solution.diagnostics(), colour));
    err.flush();
    if (isTptp) {
      Szs.status(solution).ifPresent(szs -> out.println("% SZS status " + szs + " for " + file));
    }
    out.print(Explanation.ofProgram(file, solution));
    out.flush();
    return solution.status().isDecided();
  }

  private static Parsed<? extends Program> parseTptp(Source source, String file) {
    return Tptp.parse(source, new TptpIncludes(Path.of(file)));
  }

  private static Optional<Language> byExtension(String file) {
    int dot = file.lastIndexOf('.');
    return dot < 0 ? Optional.empty() : Language.ofExtension(file.substring(dot + 1));
  }

  private static String read(String file) throws IOException {
    if (file.equals("-")) {
      return new String(System.in.readNBytes((int) MOST_BYTES), StandardCharsets.UTF_8);
    }
    Path path = Path.of(file);
    if (Files.size(path) > MOST_BYTES) {
      throw new IOException(file + ": larger than " + (MOST_BYTES >> 20) + " MiB");
    }
    return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
  }
}
