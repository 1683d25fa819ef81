package org.ponens.generators.induction.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaJsonTest {

  @Test
  void aSchema_isReadBackAsWritten() throws InvalidSchemaException {
    for (Schema schema : Schemas.all()) {
      assertThat(SchemaJson.read(SchemaJson.write(schema).toString())).isEqualTo(schema);
      String first = schema.attributes().getLast().predicate();
      Schema small = schema.restricted(Set.of(first), false, schema.leastParts(), 3);
      assertThat(SchemaJson.read(SchemaJson.write(small).toString())).isEqualTo(small);
    }
  }

  private static final String SMALL =
      """
      {"name": "boxes", "example": "box", "part": "item", "has": "contains", "target": "heavy",
       "opposite": "light", "parts": {"from": 1, "to": 3}, "position": "slot",
       "attributes": [{"predicate": "shape", "values": ["round", "flat"]},
                      {"predicate": "size", "from": 1, "to": 3}],
       "link": {"predicate": "touches"},
       "constraints": [{"if": {"shape": ["flat"]}, "then": {"size": [1]}}]}
      """;

  @Test
  void aSmallSchema_isEnough() throws InvalidSchemaException {
    Schema schema = SchemaJson.read(SMALL);
    assertThat(schema.predicates().toString())
        .contains("contains", "slot", "shape", "size", "touches");
    assertThat(schema.attributes().getFirst().values()).containsExactly("1", "2", "3");
  }

  /** What is changed, and what is said of it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"name\"|[\"name\"|no JSON, line 1, column",
        "\"target\": \"heavy\"|\"target\": \"Heavy\"|target: a name is missing: a small letter",
        "\"target\": \"heavy\"|\"aim\": \"heavy\"|aim: unknown; known are attributes",
        "\"opposite\": \"light\"|\"opposite\": \"heavy\"|opposite: it is the target, 'heavy'",
        "\"to\": 3}, \"position|\"to\": 99}, \"position|parts.to: a whole number from 1 to 24 is missing",
        "\"shape\", \"values\"|\"member\", \"values\"|predicate: 'member' is a word of Prolog",
        "\"shape\", \"values\"|\"slot\", \"values\"|attributes[0].predicate: 'slot' is taken",
        "[\"round\", \"flat\"]|[]|attributes[0].values: there are 0, and can be 1 to 60",
        "[\"round\", \"flat\"]|[\"flat\", \"flat\"]|attributes[0].values: 'flat' stands there twice",
        "\"size\", \"from\": 1|\"size\"|attributes[1].from: a whole number",
        "{\"size\": [1]}|{\"size\": [9]}|constraints[0].then.size: '9' is no value of it",
        "{\"size\": [1]}|{\"weight\": [1]}|constraints[0].then.weight: there is no such attribute",
        "{\"size\": [1]}|{\"slot\": [1]}|constraints[0].then.slot: positions can't be constrained",
        "{\"size\": [1]}|{}|constraints[0].then. names no attribute",
      })
  void whatIsWrong_isSaid(String from, String to, String message) {
    assertThat(SMALL).contains(from);
    assertThatThrownBy(() -> SchemaJson.read(SMALL.replace(from, to)))
        .isInstanceOf(InvalidSchemaException.class)
        .hasMessageContaining(message);
  }
}
