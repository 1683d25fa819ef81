package org.ponens.translators.english;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PolarityTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The squirrel is red.",
        "Fae likes the tiger",
        "Max is a yumpus.",
        "Knots are tight."
      })
  void ofStatement_affirms(String statement) {
    assertThat(Polarity.ofStatement(statement)).contains(Polarity.AFFIRMATIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "The squirrel is not red.",
        "The dog doesn't chase the cat.",
        "Stella isn’t sour.",
        "Bob cannot swim.",
        "Wren never sings"
      })
  void ofStatement_denies(String statement) {
    assertThat(Polarity.ofStatement(statement)).contains(Polarity.NEGATIVE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "If Bob is red then he is not kind.",
        "Nobody is red.",
        "Either Bob is red or he is not.",
        "All cats are not dogs."
      })
  void ofStatement_claimsNothingOfWhatIsNotPlain(String statement) {
    assertThat(Polarity.ofStatement(statement)).isEmpty();
  }

  @Test
  void negatesByName_seesANegationInTheName() {
    assertThat(Polarity.negatesByName("NotKind")).isTrue();
    assertThat(Polarity.negatesByName("is_not_red")).isTrue();
    assertThat(Polarity.negatesByName("Notable")).isFalse();
  }
}
