package org.ponens.translators.english;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Finds names and the words between them. */
final class OrderReader {

  private static final Set<String> TOO_COMPLEX =
      Set.of(
          "not",
          "n't",
          "never",
          "cannot",
          "or",
          "either",
          "neither",
          "nor",
          "if",
          "unless",
          "then",
          "and",
          "both",
          "between",
          "same",
          "different",
          "adjacent",
          "immediately",
          "directly",
          "next",
          "exactly",
          "two",
          "three",
          "four",
          "at",
          "only",
          "some",
          "all",
          "but",
          "while");
  private static final List<String> ORDINALS =
      List.of("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth");

  private OrderReader() {}

  record Mention(String name, int from, int to) {}

  record Pointer(Scale.End end, int at) {}

  static Optional<OrderClaim> read(List<String> words, Collection<String> names) {
    if (words.stream().anyMatch(TOO_COMPLEX::contains)) {
      return Optional.empty();
    }
    List<Mention> mentions = mentions(words, names);
    List<Pointer> pointers = pointers(words, mentions);
    if (mentions.size() == 2 && pointers.size() == 1) {
      return nearer(mentions.getFirst(), mentions.getLast(), pointers.getFirst());
    }
    return mentions.size() == 1 ? position(mentions.getFirst(), words, pointers) : Optional.empty();
  }

  private static Optional<OrderClaim> nearer(Mention first, Mention second, Pointer pointer) {
    return pointer.at() >= first.to() && pointer.at() < second.from()
        ? Optional.of(new OrderClaim.Nearer(first.name(), second.name(), pointer.end()))
        : Optional.empty();
  }

  private static Optional<OrderClaim> position(
      Mention mention, List<String> words, List<Pointer> pointers) {
    List<Integer> ranks = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int rank = ORDINALS.indexOf(words.get(i)) + 1;
      if (rank > 0 && (i < mention.from() || i >= mention.to())) {
        ranks.add(rank);
      }
    }
    // "first" is an ordinal and an end; with another end it is only the ordinal.
    List<Pointer> ends = new ArrayList<>(pointers);
    if (ends.size() == 2) {
      ends.removeIf(p -> words.get(p.at()).equals("first"));
    }
    if (ranks.size() > 1 || ends.size() > 1 || (ranks.isEmpty() && ends.isEmpty())) {
      return Optional.empty();
    }
    if (ends.isEmpty()) {
      return Optional.of(
          new OrderClaim.Position(
              mention.name(), ranks.getFirst(), new Scale.End(Scale.RANK, false)));
    }
    Pointer end = ends.getFirst();
    if (ranks.isEmpty() && !isSuperlative(words, end)) {
      return Optional.empty();
    }
    return Optional.of(
        new OrderClaim.Position(mention.name(), ranks.isEmpty() ? 1 : ranks.getFirst(), end.end()));
  }

  private static boolean isSuperlative(List<String> words, Pointer pointer) {
    String word = words.get(pointer.at());
    String before = pointer.at() > 0 ? words.get(pointer.at() - 1) : "";
    return word.endsWith("est")
        || word.endsWith("most")
        || word.equals("first")
        || word.equals("last")
        || word.equals("best")
        || word.equals("worst")
        || before.equals("most")
        || before.equals("least");
  }

  static List<Pointer> pointers(List<String> words, List<Mention> mentions) {
    List<Pointer> pointers = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int at = i;
      if (mentions.stream().anyMatch(m -> m.from() <= at && at < m.to())) {
        continue;
      }
      Optional<Scale.End> end = Scale.end(words.get(i));
      if (end.isPresent()) {
        String before = i > 0 ? words.get(i - 1) : "";
        boolean reversed = before.equals("less") || before.equals("least");
        pointers.add(new Pointer(reversed ? end.get().opposite() : end.get(), i));
      }
    }
    return pointers;
  }

  /** Where the names occur, longer names first, none twice. */
  private static List<Mention> mentions(List<String> words, Collection<String> names) {
    List<Mention> found = new ArrayList<>();
    names.stream()
        .sorted(Comparator.comparingInt((String n) -> Words.ofName(n).size()).reversed())
        .forEach(name -> addMention(words, name, found));
    found.sort(Comparator.comparingInt(Mention::from));
    return found;
  }

  private static void addMention(List<String> words, String name, List<Mention> found) {
    List<String> parts = Words.ofName(name);
    for (int i = 0; !parts.isEmpty() && i + parts.size() <= words.size(); i++) {
      int from = i;
      int to = i + parts.size();
      boolean free = found.stream().allMatch(m -> m.to() <= from || to <= m.from());
      if (free && matches(words, from, parts)) {
        found.add(new Mention(name, from, to));
        return;
      }
    }
  }

  private static boolean matches(List<String> words, int from, List<String> parts) {
    for (int k = 0; k < parts.size(); k++) {
      if (!Words.same(words.get(from + k), parts.get(k))) {
        return false;
      }
    }
    return true;
  }
}
