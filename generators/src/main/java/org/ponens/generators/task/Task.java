package org.ponens.generators.task;

import java.util.Collections;
import java.util.Optional;

/**
 * A problem whose answers can be verified, with all that verification needs. One JSON line holds it
 * whole ({@link TaskJson}).
 *
 * @param id unique: family, split, index and a hash of the content
 * @param family the name of the {@link TaskFamily} that made it and verifies it
 * @param version of the family: what it makes and how it verifies
 * @param problem what is asked for, one of the family's problems ({@code maxsat})
 * @param split that it belongs to
 * @param index of the item in its split, from 0
 * @param seed of the item, in hexadecimal: see {@link ItemSeed}
 * @param prompt the text that the model sees
 * @param answerFormat where in a response the answer stands
 * @param spec a JSON object: what the verifier needs beside the prompt, never the solution
 * @param reference the text of a right answer; empty where a trainer must not see it
 * @param certificate a JSON object: why the reference is right (a model, a proof); goes with it
 * @param difficulty what was asked for and what the solvers measured
 * @param guessFloor how often an answer without reasoning is right
 * @param isomorphism the hash of the instance's isomorphism class, in hexadecimal; instances of
 *     different splits never share it
 */
public record Task(
    String id,
    String family,
    int version,
    String problem,
    Split split,
    long index,
    String seed,
    String prompt,
    AnswerFormat answerFormat,
    String spec,
    Optional<String> reference,
    Optional<String> certificate,
    Difficulty difficulty,
    GuessFloor guessFloor,
    String isomorphism) {

  public Task {
    Fingerprint.ofHex(isomorphism);
    if (index < 0) {
      throw new IllegalArgumentException("an index is not negative: " + index);
    }
    if (spec.indexOf('\n') >= 0 || certificate.orElse("").indexOf('\n') >= 0) {
      throw new IllegalArgumentException("a spec and a certificate are one line each");
    }
  }

  /** Equal for tasks that ask the same about isomorphic instances: of those, one is enough. */
  public Fingerprint duplicateKey() {
    return Fingerprint.ofHex(isomorphism).with(problem);
  }

  /**
   * This task for readers who must not see a solution; it can be verified all the same. What was
   * measured goes as well: the number of models, say, may be the answer.
   */
  public Task withoutReference() {
    return new Task(
        id,
        family,
        version,
        problem,
        split,
        index,
        seed,
        prompt,
        answerFormat,
        spec,
        Optional.empty(),
        Optional.empty(),
        new Difficulty(
            difficulty.level(),
            difficulty.knobs(),
            Collections.emptySortedMap(),
            difficulty.hardness()),
        guessFloor,
        isomorphism);
  }
}
