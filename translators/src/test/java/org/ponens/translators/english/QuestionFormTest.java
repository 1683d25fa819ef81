package org.ponens.translators.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuestionFormTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Which one of the following must be true? | MUST_BE_TRUE
          If Ann is on duty, then which one of the following could be true? | COULD_BE_TRUE
          Which one of the following CANNOT be true? | CANNOT_BE_TRUE
          If Bob must sing first, which one of the following could be the order? | COULD_BE_TRUE
          Each of the following could be true EXCEPT: | CANNOT_BE_TRUE
          If Bob sings, each of the following must be true EXCEPT: | COULD_BE_FALSE
          Which one of the following must be false? | CANNOT_BE_TRUE
          If Bob sings, which one of the following boxes could contain a ball? | COULD_BE_TRUE
          Each of the following could be false EXCEPT: | MUST_BE_TRUE
          Which one of the following can not sing third? | CANNOT_BE_TRUE
          """)
  void of_readsTheWording(String question, QuestionForm form) {
    assertThat(QuestionForm.of(question)).contains(form);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Which one is a complete and accurate list of those who could sing?",
        "What is the maximum number of songs?",
        "On which day does Bob sing?"
      })
  void of_claimsNothingElse(String question) {
    assertThat(QuestionForm.of(question)).isEmpty();
  }
}
