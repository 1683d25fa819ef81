package org.ponens.grammar.layout;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Likeness of names, for "did you mean" and for lints of names that drift. */
public final class Names {

  private Names() {}

  /** Whether two different names are the same but for case, underscores, hyphens and blanks. */
  public static boolean sameButForSpelling(String a, String b) {
    return !a.equals(b) && folded(a).equals(folded(b));
  }

  /** A name without case, underscores, hyphens and blanks. */
  public static String folded(String name) {
    StringBuilder out = new StringBuilder(name.length());
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '_' && c != '-' && c != ' ') {
        out.append(c);
      }
    }
    return out.toString().toLowerCase(Locale.ROOT);
  }

  /**
   * Whether two different names, each of four letters or more, are one edit apart (Damerau: an
   * insertion, deletion, replacement or swap of neighbours) or singular and plural, and differ in
   * more than their digits.
   */
  public static boolean nearMiss(String a, String b) {
    if (a.equals(b) || Math.min(a.length(), b.length()) < 4) {
      return false;
    }
    String x = a.toLowerCase(Locale.ROOT);
    String y = b.toLowerCase(Locale.ROOT);
    return x.equals(y)
        || x.equals(y + "es")
        || y.equals(x + "es")
        || (oneEdit(x, y) && !x.replaceAll("\\d+", "#").equals(y.replaceAll("\\d+", "#")));
  }

  /** The known name that an unknown one most likely stands for. */
  public static Optional<String> closest(String unknown, Collection<String> known) {
    for (String name : known) {
      if (sameButForSpelling(unknown, name)) {
        return Optional.of(name);
      }
    }
    return known.stream().filter(name -> nearMiss(unknown, name)).findFirst();
  }

  private static boolean oneEdit(String a, String b) {
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    int extra = longer.length() - shorter.length();
    if (extra > 1) {
      return false;
    }
    int i = 0;
    while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
      i++;
    }
    if (extra == 1) {
      return shorter.regionMatches(i, longer, i + 1, shorter.length() - i);
    }
    if (shorter.regionMatches(i + 1, longer, i + 1, Math.max(0, shorter.length() - i - 1))) {
      return true;
    }
    return i + 1 < shorter.length()
        && shorter.charAt(i) == longer.charAt(i + 1)
        && shorter.charAt(i + 1) == longer.charAt(i)
        && shorter.regionMatches(i + 2, longer, i + 2, shorter.length() - i - 2);
  }
}
