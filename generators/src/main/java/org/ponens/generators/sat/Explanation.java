package org.ponens.generators.sat;

import java.util.Optional;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.generators.sat.proof.Certificate;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.solvers.sat.Refutation;

/** Certificates in words. */
final class Explanation {

  private Explanation() {}

  static String of(SatSpec spec, String json) throws InvalidTaskException {
    Certificate certificate = Certificate.read(json);
    StringBuilder text = new StringBuilder();
    text.append(
        switch (spec.asked().problem()) {
          case DECISION -> "A model, or a refutation by resolution.";
          case ASSIGNMENT -> "The answer is a model.";
          case MAXSAT -> "A refutation shows that no valuation violates fewer constraints.";
          case MCS ->
              "A model of the other constraints; and for each of the set, a refutation of them"
                  + " together with it.";
          case MUS -> "A refutation of the set; and models of it without each of its constraints.";
          case CERTIFICATE -> "The answer is a model, or a core as for mus.";
          case REFUTATION -> "The answer is a refutation.";
          case COUNT, COUNT_MODULO -> "The models were counted once more in another way.";
          case BACKBONE ->
              "A refutation shows that no literal can be false; models show the other variables with"
                  + " both values.";
          case EQUIVALENCE ->
              "A valuation that is a model of one formula; or for each constraint of either that the"
                  + " other does not hold as it is, a refutation of its negation.";
          case MINIMAL_MODEL -> "A refutation shows that no model is smaller.";
          case FIRST_MODEL -> "A refutation shows that no model comes before it.";
        });
    int variables = spec.asked().cnf().variables();
    if (!certificate.models().isEmpty()) {
      text.append("\nmodels:");
      certificate.models().stream()
          .limit(20)
          .forEach(
              model -> {
                text.append("\n  ");
                for (int v = 1; v <= variables; v++) {
                  text.append(model.get(v) ? '1' : '0');
                }
              });
      if (certificate.models().size() > 20) {
        text.append("\n  and ").append(certificate.models().size() - 20).append(" more");
      }
    }
    for (Optional<Refutation> refutation : certificate.refutations()) {
      text.append(
          refutation
              .map(proof -> "\na refutation of " + proof.steps().size() + " steps")
              .orElse("\nall valuations were looked at"));
    }
    return text.toString();
  }
}
