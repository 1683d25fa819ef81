package org.ponens.generators.induction.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The schemas that Ponens comes with. */
public final class Schemas {

  /** Trains with cars, as SLR-Bench has them. */
  public static final Schema TRAINS = load("trains");

  /** Molecules with atoms and bonds. */
  public static final Schema MOLECULES = load("molecules");

  /** Libraries of books on shelves. */
  public static final Schema SHELVES = load("shelves");

  private static final List<Schema> ALL = List.of(TRAINS, MOLECULES, SHELVES);

  private Schemas() {}

  /** All of them. */
  public static List<Schema> all() {
    return ALL;
  }

  private static Schema load(String name) {
    try (InputStream json = Schemas.class.getResourceAsStream(name + ".json")) {
      if (json == null) {
        throw new AssertionError(name + ".json is packaged beside this class");
      }
      return SchemaJson.read(new String(json.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException("reading a resource", e);
    } catch (InvalidSchemaException e) {
      throw new AssertionError(name + ".json: " + e.getMessage(), e);
    }
  }
}
