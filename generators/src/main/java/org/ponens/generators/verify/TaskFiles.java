package org.ponens.generators.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Files of tasks, as users name them. */
public final class TaskFiles {

  private TaskFiles() {}

  /**
   * Files as they are, and for folders the {@code .jsonl} files in them and below, sorted by path.
   *
   * @throws IOException if one does not exist, is compressed, or holds no such file
   */
  public static List<Path> in(List<Path> named) throws IOException {
    List<Path> files = new ArrayList<>();
    for (Path path : named) {
      if (Files.isDirectory(path)) {
        try (Stream<Path> below = Files.walk(path)) {
          List<Path> found =
              below
                  .filter(file -> file.getFileName().toString().endsWith(".jsonl"))
                  .filter(Files::isRegularFile)
                  .sorted()
                  .toList();
          if (found.isEmpty()) {
            throw new IOException(path + ": no .jsonl file is in this folder");
          }
          files.addAll(found);
        }
      } else if (!Files.isRegularFile(path)) {
        throw new NoSuchFileException(path.toString());
      } else if (path.toString().endsWith(".gz")) {
        throw new IOException(path + ": tasks are read in any order, so unpack this file first");
      } else {
        files.add(path);
      }
    }
    return files;
  }
}
