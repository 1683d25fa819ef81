package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ponens.grammar.layout.Names;

/** The declared names, to find those that are not written as one word. */
final class KnownNames {

  static final KnownNames NONE = new KnownNames(List.of());

  private final Map<String, String> byFolded = new HashMap<>();
  private final Map<Character, List<String>> unusualByFirst = new HashMap<>();

  KnownNames(Collection<String> names) {
    for (String name : names) {
      byFolded.putIfAbsent(Names.folded(name), name);
      if (!name.isEmpty()
          && !name.chars().allMatch(c -> Character.isLetterOrDigit(c) || c == '_')) {
        unusualByFirst.computeIfAbsent(name.charAt(0), c -> new ArrayList<>()).add(name);
      }
    }
    unusualByFirst.values().forEach(list -> list.sort((a, b) -> b.length() - a.length()));
  }

  /** The declared name that is the same but for case, blanks, hyphens and underscores. */
  Optional<String> spelledLike(String name) {
    return Optional.ofNullable(byFolded.get(Names.folded(name)));
  }

  /** The longest declared name with other characters than letters and digits that stands here. */
  Optional<String> unusualAt(String text, int offset, int end) {
    List<String> candidates = unusualByFirst.getOrDefault(text.charAt(offset), List.of());
    for (String name : candidates) {
      int stop = offset + name.length();
      if (stop <= end
          && text.startsWith(name, offset)
          && (stop == text.length() || !joins(text.charAt(stop - 1), text.charAt(stop)))) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }

  private static boolean joins(char last, char next) {
    return isWordPart(last) && isWordPart(next);
  }

  private static boolean isWordPart(char c) {
    return Character.isLetterOrDigit(c) || c == '_';
  }
}
