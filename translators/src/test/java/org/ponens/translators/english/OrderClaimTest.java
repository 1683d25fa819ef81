package org.ponens.translators.english;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.translators.english.OrderClaim.Nearer;
import org.ponens.translators.english.OrderClaim.Position;
import org.ponens.translators.english.Scale.End;

class OrderClaimTest {

  private static final List<String> THINGS =
      List.of(
          "falcon", "blue_jay", "kiwis", "loquats", "station_wagon", "ada", "eli", "yellowBook");

  @ParameterizedTest
  @CsvSource({
    "The falcon is to the left of the blue jay, falcon, blue_jay, HORIZONTAL, false",
    "The kiwis are more expensive than the loquats., kiwis, loquats, PRICE, true",
    "The kiwis are less expensive than the loquats., kiwis, loquats, PRICE, false",
    "The station wagon is newer than the falcon, station_wagon, falcon, AGE, true",
    "Ada finished above Eli, ada, eli, RANK, false",
    "Eli finished behind Ada., eli, ada, RANK, true",
    "The yellow book is to the right of the kiwi, yellowBook, kiwis, HORIZONTAL, true",
  })
  void read_findsAComparison(
      String sentence, String thing, String other, Scale scale, boolean high) {
    assertThat(OrderClaim.read(sentence, THINGS))
        .contains(new Nearer(thing, other, new End(scale, high)));
  }

  @ParameterizedTest
  @CsvSource({
    "The falcon is the second from the left, falcon, 2, HORIZONTAL, false",
    "The kiwis are the second-most expensive, kiwis, 2, PRICE, true",
    "The kiwis are the cheapest, kiwis, 1, PRICE, false",
    "The kiwis are the least expensive, kiwis, 1, PRICE, false",
    "The station wagon is the third-newest., station_wagon, 3, AGE, true",
    "Ada finished third, ada, 3, RANK, false",
    "Ada finished second-to-last, ada, 2, RANK, true",
    "Ada finished last, ada, 1, RANK, true",
    "Ada finished first, ada, 1, RANK, false",
    "The blue jay is the rightmost, blue_jay, 1, HORIZONTAL, true",
  })
  void read_findsAPosition(String sentence, String thing, int rank, Scale scale, boolean high) {
    assertThat(OrderClaim.read(sentence, THINGS))
        .contains(new Position(thing, rank, new End(scale, high)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "The falcon is not to the left of the blue jay",
        "Either Ada finished first or Eli did",
        "The falcon is red",
        "The falcon is immediately left of the blue jay",
        "All fruits have different values",
        "The falcon is older"
      })
  void read_claimsNothingElse(String sentence) {
    assertThat(OrderClaim.read(sentence, THINGS)).isEmpty();
  }

  @Test
  void endNamed_readsLabels() {
    assertThat(OrderClaim.endNamed("leftmost"))
        .isEqualTo(Optional.of(new End(Scale.HORIZONTAL, false)));
    assertThat(OrderClaim.endNamed("least expensive")).contains(new End(Scale.PRICE, false));
    assertThat(OrderClaim.endNamed("most expensive")).contains(new End(Scale.PRICE, true));
    assertThat(OrderClaim.endNamed("third")).isEmpty();
  }
}
