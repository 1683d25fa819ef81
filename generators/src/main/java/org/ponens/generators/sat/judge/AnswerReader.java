package org.ponens.generators.sat.judge;

import java.util.List;
import java.util.Optional;
import org.ponens.generators.sat.problem.SatAnswer;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.grammar.cnf.CnfAnswers;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.solvers.sat.Refutation;

/** Reads the text of an answer as what the problem asks for. */
public final class AnswerReader {

  private AnswerReader() {}

  /** The answer; empty if the text is none to this question. */
  public static Optional<SatAnswer> read(SatSpec spec, String text) {
    Parsed<? extends SatAnswer> parsed = parse(spec, Source.of(text));
    return parsed.hasErrors() ? Optional.empty() : parsed.value().map(answer -> answer);
  }

  private static Parsed<? extends SatAnswer> parse(SatSpec spec, Source source) {
    int n = spec.asked().cnf().variables();
    int m = spec.asked().cnf().constraints().size();
    Vocabulary vocabulary = spec.vocabulary();
    return switch (spec.asked().problem()) {
      case DECISION -> CnfAnswers.decision(source).map(SatAnswer.Decided::new);
      case ASSIGNMENT, MAXSAT, MINIMAL_MODEL, FIRST_MODEL ->
          CnfAnswers.valuation(source, n, vocabulary).map(SatAnswer.Assigned::new);
      case MCS, MUS -> CnfAnswers.constraints(source, m, vocabulary).map(SatAnswer.Chosen::new);
      case CERTIFICATE ->
          CnfAnswers.certificate(source, n, m, vocabulary)
              .map(
                  certificate ->
                      switch (certificate) {
                        case CnfAnswers.ModelOrCore.Model(var valuation) ->
                            new SatAnswer.Assigned(valuation);
                        case CnfAnswers.ModelOrCore.Core(var positions) ->
                            new SatAnswer.Chosen(positions);
                      });
      case REFUTATION ->
          CnfAnswers.refutation(source, n, m, vocabulary)
              .map(steps -> new SatAnswer.Refuted(refutation(steps)));
      case COUNT, COUNT_MODULO -> CnfAnswers.count(source).map(SatAnswer.Counted::new);
      case BACKBONE -> CnfAnswers.literals(source, n, vocabulary).map(SatAnswer.Frozen::new);
      case EQUIVALENCE -> CnfAnswers.comparison(source, n, vocabulary).map(SatAnswer.Compared::new);
    };
  }

  /** The steps as written, whatever they are numbered. */
  static Refutation refutation(List<CnfAnswers.Step> steps) {
    return new Refutation(
        steps.stream()
            .map(step -> new Refutation.Resolvent(step.literals(), step.left(), step.right()))
            .toList());
  }
}
