package org.ponens.grammar.layout;

/** How far apart two words are (Levenshtein 1966). */
public final class EditDistance {

  private EditDistance() {}

  /** The distance, or {@code most + 1} where it is more than {@code most}. */
  public static int between(String a, String b, int most) {
    if (Math.abs(a.length() - b.length()) > most || Math.max(a.length(), b.length()) > 200) {
      return most + 1;
    }
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int above = row[j];
        int change = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        row[j] = Math.min(change, Math.min(above, row[j - 1]) + 1);
        diagonal = above;
      }
    }
    return Math.min(row[b.length()], most + 1);
  }
}
