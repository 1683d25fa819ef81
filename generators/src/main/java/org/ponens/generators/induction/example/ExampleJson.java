package org.ponens.generators.induction.example;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.ponens.generators.task.InvalidTaskException;

/** Examples as JSON: {@code values} and {@code links} by number. */
public final class ExampleJson {

  private ExampleJson() {}

  /** Adds an example's members to a JSON object. */
  public static void write(Example example, ObjectNode json) {
    write(example.values(), json.putArray("values"));
    if (example.links().length > 0) {
      write(example.links(), json.putArray("links"));
    }
  }

  private static void write(int[] numbers, ArrayNode list) {
    for (int number : numbers) {
      list.add(number);
    }
  }

  /**
   * Reads an example.
   *
   * @throws InvalidTaskException if the schema does not allow it
   */
  public static Example read(JsonNode json, Slots slots) throws InvalidTaskException {
    try {
      return Example.of(slots, numbers(json.path("values")), numbers(json.path("links")));
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw new InvalidTaskException("no example: " + e.getMessage(), e);
    }
  }

  private static int[] numbers(JsonNode list) {
    int[] numbers = new int[list.size()];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = list.get(i).asInt(-1);
    }
    return numbers;
  }
}
