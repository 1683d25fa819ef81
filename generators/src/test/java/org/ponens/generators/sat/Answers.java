package org.ponens.generators.sat;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.problem.SatAnswer;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.Task;
import org.ponens.grammar.cnf.CnfAnswers;
import org.ponens.grammar.cnf.CnfAnswers.ModelOrCore;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.solvers.sat.Refutation;

/** Texts of answers as data, for oracles. */
final class Answers {

  private Answers() {}

  /** What a task asks. */
  static SatSpec spec(Task task) throws InvalidTaskException {
    return SatSpec.read(problem(task), task.spec());
  }

  static Problem problem(Task task) {
    for (Problem problem : Problem.values()) {
      if (problem.label().equals(task.problem())) {
        return problem;
      }
    }
    throw new AssertionError(task.problem());
  }

  /** An answer read; empty if it is none of this kind. */
  static Optional<SatAnswer> read(Asked asked, Vocabulary names, String text) {
    Source source = Source.of(text);
    int n = asked.cnf().variables();
    int m = asked.cnf().constraints().size();
    return switch (asked.problem()) {
      case DECISION -> value(CnfAnswers.decision(source)).map(SatAnswer.Decided::new);
      case ASSIGNMENT, MAXSAT, MINIMAL_MODEL, FIRST_MODEL ->
          value(CnfAnswers.valuation(source, n, names)).map(SatAnswer.Assigned::new);
      case MCS, MUS -> value(CnfAnswers.constraints(source, m, names)).map(SatAnswer.Chosen::new);
      case CERTIFICATE ->
          value(CnfAnswers.certificate(source, n, m, names))
              .map(
                  found ->
                      switch (found) {
                        case ModelOrCore.Model(BitSet valuation) ->
                            new SatAnswer.Assigned(valuation);
                        case ModelOrCore.Core(BitSet positions) -> new SatAnswer.Chosen(positions);
                      });
      case REFUTATION ->
          value(CnfAnswers.refutation(source, n, m, names))
              .filter(steps -> areNumbered(steps, m))
              .map(steps -> new SatAnswer.Refuted(refutation(steps)));
      case COUNT, COUNT_MODULO -> value(CnfAnswers.count(source)).map(SatAnswer.Counted::new);
      case BACKBONE -> value(CnfAnswers.literals(source, n, names)).map(SatAnswer.Frozen::new);
      case EQUIVALENCE ->
          value(CnfAnswers.comparison(source, n, names)).map(SatAnswer.Compared::new);
    };
  }

  /** Steps may have numbers, and then these. */
  private static boolean areNumbered(List<CnfAnswers.Step> steps, int premises) {
    for (int i = 0; i < steps.size(); i++) {
      if (steps.get(i).number().orElse(premises + i + 1) != premises + i + 1) {
        return false;
      }
    }
    return true;
  }

  private static Refutation refutation(List<CnfAnswers.Step> steps) {
    return new Refutation(
        steps.stream()
            .map(s -> new Refutation.Resolvent(s.literals(), s.left(), s.right()))
            .toList());
  }

  private static <T> Optional<T> value(Parsed<T> parsed) {
    return parsed.hasErrors() ? Optional.empty() : parsed.value();
  }
}
