package org.ponens.app.terminal;

/** Text of others on a terminal: it can't move the cursor, ring, or set colours. */
public final class Plain {

  private Plain() {}

  /** A text with the replacement character for each control character but tabs and lines' ends. */
  public static String text(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      out.append(Character.isISOControl(c) && c != '\n' && c != '\t' ? '\uFFFD' : c);
    }
    return out.toString();
  }
}
