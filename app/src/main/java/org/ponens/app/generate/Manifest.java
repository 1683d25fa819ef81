package org.ponens.app.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.app.Version;

/**
 * The file beside files of tasks that says how they were made and what they hold. Written before
 * the first task, so that a killed run can be told from another's file, and again at the end. It
 * depends on the order only: not on threads, the machine, the clock or the Java version.
 */
final class Manifest {

  private static final ObjectMapper JSON = new ObjectMapper();

  private static final ObjectWriter WRITER =
      JSON.writer(
          new DefaultPrettyPrinter()
              .withObjectIndenter(new DefaultIndenter("  ", "\n"))
              .withArrayIndenter(new DefaultIndenter("  ", "\n")));

  private final Path path;
  private ObjectNode root;

  private Manifest(Path path, ObjectNode root) {
    this.path = path;
    this.root = root;
  }

  /** Reads a manifest, or begins one where there is none. */
  static Manifest open(Path path) throws IOException {
    return new Manifest(path, read(path));
  }

  private static ObjectNode read(Path path) throws IOException {
    if (!Files.exists(path)) {
      ObjectNode root = JSON.createObjectNode();
      root.put("manifest", 1);
      root.putObject("files");
      return root;
    }
    try {
      if (JSON.readTree(Files.readString(path)) instanceof ObjectNode root
          && root.path("files").isObject()) {
        return root;
      }
    } catch (JsonProcessingException e) {
      throw new IOException(path + " is no manifest: " + e.getOriginalMessage(), e);
    }
    throw new IOException(path + " is no manifest of ours");
  }

  /** What it says of the files of tasks, by their names. */
  Iterable<Map.Entry<String, JsonNode>> files() {
    return root.path("files").properties();
  }

  private Optional<JsonNode> file(String name) {
    return Optional.ofNullable(root.path("files").get(name));
  }

  /**
   * Whether a file is whole and holds just what is ordered.
   *
   * @param bytes of the file
   */
  boolean isDone(Order order, long bytes) {
    return file(order.file())
        .filter(
            file ->
                file.path("complete").asBoolean()
                    && file.path("count").asLong() == order.count()
                    && file.path("bytes").asLong() == bytes)
        .isPresent();
  }

  /**
   * Checks that a file with lines in it was made by the same order, but for the count.
   *
   * @throws IOException if not; the message says what differs
   */
  void check(Order order) throws IOException {
    Optional<JsonNode> file = file(order.file());
    if (file.isEmpty()) {
      throw new IOException(
          order.file()
              + ": nothing says how this file was made, so it can't be gone on with; choose another"
              + " --out or delete it");
    }
    JsonNode was = file.get().path("made_with");
    ObjectNode now = madeWith(order);
    for (Map.Entry<String, JsonNode> member : now.properties()) {
      if (!member.getValue().equals(was.path(member.getKey()))) {
        throw new IOException(
            order.file()
                + " was made with other settings: "
                + member.getKey()
                + " was "
                + was.path(member.getKey())
                + ", and is "
                + member.getValue()
                + "; choose another --out or delete the file");
      }
    }
  }

  /** All that decides the bytes of the lines, but for how many there are. */
  private static ObjectNode madeWith(Order order) {
    ObjectNode made = JSON.createObjectNode();
    made.put("family", order.family().name());
    made.put("family_version", order.family().version());
    made.put("seed", Long.toString(order.seed()));
    made.put("split", order.split().label());
    made.put("level", order.settings().levels().map(Object::toString).orElse(""));
    ObjectNode knobs = made.putObject("knobs");
    order.settings().asked().forEach(knobs::put);
    made.put("layout", order.layout().label());
    made.put("reference", order.withReference());
    made.put("shard", order.shard() + (order.isShard() ? " of " + order.count() : ""));
    return made;
  }

  /** Notes that a file is being made. */
  void begin(Order order) throws IOException {
    ObjectNode file = describe(order);
    file.put("complete", false);
    save(order, file);
  }

  /** Notes what a file holds. */
  void end(Order order, Generation generation, long bytes, String sha256) throws IOException {
    ObjectNode file = describe(order);
    file.put("complete", generation.isComplete());
    try (TokenBuffer counts = new TokenBuffer(JSON, false)) {
      counts.writeStartObject();
      generation.census().write(counts);
      counts.writeEndObject();
      file.setAll((ObjectNode) JSON.<JsonNode>readTree(counts.asParser()));
    }
    file.put("bytes", bytes);
    file.put("sha256", sha256);
    save(order, file);
  }

  private ObjectNode describe(Order order) {
    ObjectNode file = JSON.createObjectNode();
    file.put("command", order.command());
    file.put("ponens", Version.current());
    file.put("count", order.count());
    file.set("made_with", madeWith(order));
    return file;
  }

  /** Reads again what others noted meanwhile: runs for several splits may share a manifest. */
  private void save(Order order, ObjectNode file) throws IOException {
    root = read(path);
    ObjectNode files = JSON.createObjectNode();
    SortedMap<String, JsonNode> sorted = new TreeMap<>();
    root.path("files").properties().forEach(named -> sorted.put(named.getKey(), named.getValue()));
    sorted.put(order.file(), file);
    root.set("files", files.setAll(sorted));
    write(path, WRITER.writeValueAsString(root) + "\n", order.file());
  }

  /**
   * Writes a file at once: a reader sees the old text or the new, whatever happens.
   *
   * @param writer tells the temporary file from that of another run
   */
  static void write(Path path, String text, String writer) throws IOException {
    Path temporary = path.resolveSibling("." + path.getFileName() + "." + writer + ".tmp");
    Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
    Files.move(
        temporary, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }
}
