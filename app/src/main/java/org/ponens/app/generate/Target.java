package org.ponens.app.generate;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import org.ponens.generators.task.Split;

/** Where tasks go, as {@code --out} says: standard output, a file, or a folder. */
sealed interface Target {

  /** Reads {@code --out}. */
  static Target of(String out) {
    if (out.equals("-")) {
      return new Stream();
    }
    Path path = Path.of(out);
    String name = path.toString().toLowerCase(Locale.ROOT);
    boolean isFile =
        Files.isRegularFile(path) || (name.endsWith(".jsonl") && !Files.isDirectory(path));
    return isFile ? new File(path) : new Folder(path);
  }

  record Stream() implements Target {}

  record File(Path path) implements Target {}

  record Folder(Path path) implements Target {}

  default boolean isStandardOutput() {
    return this instanceof Stream;
  }

  default boolean isFolder() {
    return this instanceof Folder;
  }

  /** The folder that the files go to. */
  default Path folder() {
    return switch (this) {
      case Stream s -> Path.of("");
      case File(Path path) ->
          Optional.ofNullable(path.toAbsolutePath().getParent()).orElse(Path.of("/"));
      case Folder(Path path) -> path;
    };
  }

  /** The name of the file of tasks; that of a shard is as on the Hugging Face hub, from 0. */
  default String file(Split split, Order.Shard shard) {
    return switch (this) {
      case Stream s -> "standard output";
      case File(Path path) -> String.valueOf(path.getFileName());
      case Folder f ->
          shard.of() == 1
              ? split.label() + ".jsonl"
              : String.format(
                  Locale.ROOT,
                  "%s-%05d-of-%05d.jsonl",
                  split.label(),
                  shard.number() - 1,
                  shard.of());
    };
  }

  /**
   * The manifest: that of the folder, or one for the file alone, where others may be writing beside
   * it.
   */
  default Path manifest(Order order) {
    return isFolder() && !order.isShard()
        ? folder().resolve("manifest.json")
        : folder().resolve(order.file().replaceFirst("\\.jsonl$", "") + ".manifest.json");
  }

  /** A name for the data set. */
  default String title() {
    return String.valueOf(folder().toAbsolutePath().normalize().getFileName());
  }
}
