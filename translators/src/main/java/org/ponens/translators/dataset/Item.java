package org.ponens.translators.dataset;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.ponens.translators.Question;

/**
 * One item of a data set of formalized questions.
 *
 * @param id its name in the data set, or its number from 1 where it has none
 * @param question in English
 * @param answer the letter of the right option, where the data set tells
 * @param programs formalizations that a model wrote, the preferred one first
 */
public record Item(String id, Question question, Optional<String> answer, List<String> programs) {

  public Item {
    Objects.requireNonNull(id);
    Objects.requireNonNull(question);
    Objects.requireNonNull(answer);
    programs = List.copyOf(programs);
  }
}
