package org.ponens.translators.dataset;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ponens.translators.Question;

/**
 * Reads Logic-LM result files one item at a time: a JSON array of objects, or one object a line
 * (JSONL), with the keys {@code id}, {@code context}, {@code question}, {@code options}, {@code
 * answer} and {@code raw_logic_programs}. All but the programs may be missing.
 *
 * <p>A line of a JSONL file that is no item is reported and skipped. A JSON array that breaks off
 * is reported once, behind the items that could be read.
 */
public final class ItemReader implements AutoCloseable {

  private static final ObjectMapper JSON =
      JsonMapper.builder().configure(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION, false).build();

  static {
    JSON.getFactory()
        .setStreamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(200)
                .maxStringLength(20_000_000)
                .build());
  }

  private final BufferedReader in;
  private final Optional<JsonParser> array;
  private long line;
  private long number;
  private boolean ended;

  private ItemReader(BufferedReader in, Optional<JsonParser> array) {
    this.in = in;
    this.array = array;
  }

  /**
   * Reads from a stream of characters, which {@link #close()} closes.
   *
   * @throws IOException if the stream cannot be read
   */
  public static ItemReader of(Reader reader) throws IOException {
    BufferedReader in = new BufferedReader(reader, 1 << 16);
    int first = firstCharacter(in);
    if (first != '[') {
      return new ItemReader(in, Optional.empty());
    }
    JsonParser parser = JSON.getFactory().createParser(in);
    parser.nextToken();
    return new ItemReader(in, Optional.of(parser));
  }

  /**
   * The next entry; empty at the end.
   *
   * @throws IOException if the stream cannot be read
   */
  public Optional<Entry> next() throws IOException {
    if (ended) {
      return Optional.empty();
    }
    return array.isPresent() ? nextElement(array.get()) : nextLine();
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private Optional<Entry> nextElement(JsonParser parser) throws IOException {
    number++;
    try {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.END_ARRAY) {
        ended = true;
        return Optional.empty();
      }
      if (token == null) {
        ended = true;
        return Optional.of(
            malformed(parser.currentLocation().getLineNr(), "the JSON array is not closed"));
      }
      long at = parser.currentLocation().getLineNr();
      JsonNode node = JSON.readTree(parser);
      return Optional.of(entry(node, at));
    } catch (JsonProcessingException e) {
      ended = true;
      long at = e.getLocation() == null ? 0 : e.getLocation().getLineNr();
      return Optional.of(malformed(at, "no JSON from here on: " + e.getOriginalMessage()));
    }
  }

  private Optional<Entry> nextLine() throws IOException {
    while (true) {
      String text = in.readLine();
      if (text == null) {
        ended = true;
        return Optional.empty();
      }
      line++;
      if (text.isBlank()) {
        continue;
      }
      number++;
      try {
        return Optional.of(entry(JSON.readTree(text), line));
      } catch (JsonProcessingException e) {
        return Optional.of(malformed(line, "the line is no JSON: " + e.getOriginalMessage()));
      }
    }
  }

  private Entry entry(JsonNode node, long at) {
    if (!node.isObject()) {
      return malformed(
          at,
          "an item is a JSON object, not " + node.getNodeType().name().toLowerCase(Locale.ROOT));
    }
    List<String> programs = strings(node.path("raw_logic_programs"));
    if (programs.isEmpty()) {
      programs = strings(node.path("program"));
    }
    if (programs.isEmpty()) {
      return malformed(
          at, "the item has no program: its key raw_logic_programs is missing or empty");
    }
    Question question =
        Question.of(
            node.path("context").asText(""),
            node.path("question").asText(""),
            strings(node.path("options")));
    String answer = node.path("answer").asText("").strip();
    return new Entry.WellFormed(
        new Item(
            node.path("id").asText(Long.toString(number)),
            question,
            answer.isEmpty() ? Optional.empty() : Optional.of(answer.toUpperCase(Locale.ROOT)),
            programs));
  }

  private Entry malformed(long at, String message) {
    return new Entry.Malformed("#" + number, at, message);
  }

  /** The strings of an array, of arrays within it, or of a single string. */
  private static List<String> strings(JsonNode node) {
    List<String> found = new ArrayList<>();
    if (node.isTextual()) {
      found.add(node.textValue());
    }
    node.elements().forEachRemaining(element -> found.addAll(strings(element)));
    return found;
  }

  private static int firstCharacter(BufferedReader in) throws IOException {
    while (true) {
      in.mark(1);
      int c = in.read();
      if (c == '\uFEFF' || (c >= 0 && Character.isWhitespace(c))) {
        continue;
      }
      if (c >= 0) {
        in.reset();
      }
      return c;
    }
  }
}
