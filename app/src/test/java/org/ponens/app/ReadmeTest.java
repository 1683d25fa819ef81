package org.ponens.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.fol.Fol;
import org.ponens.grammar.fol.FolProblem;
import org.ponens.solvers.Budget;
import org.ponens.solvers.fol.Entailment;
import org.ponens.solvers.fol.Verdict;

/** The README's Java is this Java, and it runs. */
class ReadmeTest {

  private static String readme() throws IOException {
    String story =
        """
        Premises:
        all x. (Tea(x) -> Warm(x)
        Tea(sencha)
        Conclusion:
        Warm(sencha)
        """;
    FolProblem problem =
        Fol.parse(story).value().orElseThrow(); // a ')' was missing: noted and repaired
    Verdict verdict = Entailment.decide(problem, Budget.of(Duration.ofMillis(100)));
    return switch (verdict) {
      case Verdict.Entailed(var proof, var support) ->
          "follows from premises " + support.premises();
      case Verdict.Refuted(var proof, var support) ->
          "is refuted by premises " + support.premises();
      case Verdict.Independent(var yes, var no) -> "is open, for it is false here:\n" + no.print();
      case Verdict.InconsistentPremises(var core, var minimal, var proof) ->
          "contradiction in " + core;
      case Verdict.Undecided undecided -> "not decided within " + undecided.elapsed();
    };
  }

  @Test
  void readme_showsThisCode_andItRuns() throws IOException {
    assertThat(readme()).isEqualTo("follows from premises [0, 1]");
    String source = Files.readString(Path.of("src/test/java/org/ponens/app/ReadmeTest.java"));
    int from = source.indexOf("    String story =");
    String body = source.substring(from, source.indexOf("    };", from) + 6).stripIndent().strip();
    assertThat(Files.readString(Path.of("../README.md"))).contains(body);
  }
}
