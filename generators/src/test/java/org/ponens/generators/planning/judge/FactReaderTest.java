package org.ponens.generators.planning.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FactReaderTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "(on a b) (free)",
        "(on a b), (free).",
        "- (on a b)\n- (free)",
        "on(a, b) and free()",
        "(and (on a b) (free))",
        "{(ON A B); (Free)}",
        "`(on a b)` `(free)`"
      })
  void facts_areReadHoweverTheyAreSeparated(String text) {
    assertThat(FactReader.read(text)).hasToString(FactReader.read("(on a b) (free)").toString());
  }

  @Test
  void negatedFacts_areTold() {
    assertThat(FactReader.read("(not (on a b))").toString()).contains("positive=false");
    assertThat(FactReader.read("not (on a b)").toString()).contains("positive=false");
    assertThat(FactReader.read("(on a b)").toString()).contains("positive=true");
  }

  @ParameterizedTest
  @ValueSource(strings = {"(", ")", "()", "on a b", "(on a b", "(on (a) b)", "?", "(not on a b)"})
  void whatIsNoFact_isAFault(String text) {
    assertThat(FactReader.read(text)).isInstanceOf(FactReader.Reading.Fault.class);
  }

  @Test
  void planChecks_areRead() {
    Optional<PlanCheck> third = Optional.of(new PlanCheck.Fails(3, Set.of("(clear a)", "(free)")));
    assertThat(PlanCheckReader.read("3 (free) (clear a)")).isEqualTo(third);
    assertThat(PlanCheckReader.read("Invalid. Step 3: (clear a), (free)")).isEqualTo(third);
    assertThat(PlanCheckReader.read("3: clear(a), free()")).isEqualTo(third);
    assertThat(PlanCheckReader.read("3\n(clear a)\n(free)")).isEqualTo(third);
    assertThat(PlanCheckReader.read("Valid.")).contains(new PlanCheck.Right());
    assertThat(PlanCheckReader.read("goal (on a b)"))
        .contains(new PlanCheck.Misses(Set.of("(on a b)")));
    for (String no : new String[] {"", "3", "invalid", "not valid", "3 4 (a)", "3 (not (a))"}) {
      assertThat(PlanCheckReader.read(no)).as(no).isEmpty();
    }
  }
}
