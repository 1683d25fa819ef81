package org.ponens.translators.english;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * A sentence as lower-case words: hyphens separate, apostrophes do not, {@code n't} is a word of
 * its own.
 */
final class Words {

  private Words() {}

  static List<String> of(String sentence) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    String text = sentence.toLowerCase(Locale.ROOT).replace('’', '\'').replace("n't", " n't");
    for (int i = 0; i <= text.length(); i++) {
      char c = i < text.length() ? text.charAt(i) : ' ';
      if (Character.isLetterOrDigit(c) || c == '\'') {
        word.append(c);
      } else if (!word.isEmpty()) {
        words.add(word.toString());
        word.setLength(0);
      }
    }
    return words;
  }

  /**
   * The words of a name as programmers write it: {@code blue_jay}, {@code blueJay}, {@code
   * BlueJay2}.
   */
  static List<String> ofName(String name) {
    StringBuilder spaced = new StringBuilder(name.length() + 4);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean starts =
          i > 0
              && ((Character.isUpperCase(c) && Character.isLowerCase(name.charAt(i - 1)))
                  || (Character.isDigit(c) && Character.isLetter(name.charAt(i - 1))));
      if (starts) {
        spaced.append(' ');
      }
      spaced.append(c == '_' ? ' ' : c);
    }
    return of(spaced.toString());
  }

  /** Whether two words are the same but for a plural ending. */
  static boolean same(String a, String b) {
    return a.equals(b) || singular(a).equals(singular(b));
  }

  private static String singular(String word) {
    if (word.length() > 4 && word.endsWith("es")) {
      return word.substring(0, word.length() - 2);
    }
    if (word.length() > 3 && word.endsWith("s")) {
      String stem = word.substring(0, word.length() - 1);
      return stem.endsWith("e") && stem.length() > 3 ? stem.substring(0, stem.length() - 1) : stem;
    }
    return word.length() > 3 && word.endsWith("e") ? word.substring(0, word.length() - 1) : word;
  }
}
