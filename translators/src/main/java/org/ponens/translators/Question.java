package org.ponens.translators;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A question in English.
 *
 * @param context what is given; may be empty
 * @param text the question itself
 * @param options the answers to choose from; empty for an open question
 */
public record Question(String context, String text, List<Option> options) {

  private static final Pattern LETTERED =
      Pattern.compile("^\\s*\\(?([A-Za-z])[).:]\\s*(.*)$", Pattern.DOTALL);

  /** An answer to choose: its letter and its words. */
  public record Option(String letter, String text) {}

  public Question {
    Objects.requireNonNull(context);
    Objects.requireNonNull(text);
    options = List.copyOf(options);
  }

  /**
   * A question whose options are written {@code A) True}; a letter that is not written goes by
   * position.
   */
  public static Question of(String context, String text, List<String> writtenOptions) {
    List<Option> options = new ArrayList<>();
    for (String written : writtenOptions) {
      Matcher matcher = LETTERED.matcher(written);
      options.add(
          matcher.matches()
              ? new Option(
                  matcher.group(1).toUpperCase(java.util.Locale.ROOT), matcher.group(2).strip())
              : new Option(letter(options.size()), written.strip()));
    }
    return new Question(context, text, options);
  }

  /** No question: only a program is there. */
  public static Question none() {
    return new Question("", "", List.of());
  }

  /** The statement that the question asks about: what stands behind its last question mark. */
  public Optional<String> statement() {
    int mark = text.lastIndexOf('?');
    String behind = text.substring(mark + 1).strip();
    return mark < 0 || behind.isEmpty() ? Optional.empty() : Optional.of(behind);
  }

  /** The letter of the option with one of these words, in any case. */
  public Optional<String> letterOf(String... words) {
    for (Option option : options) {
      for (String word : words) {
        if (option.text().strip().replaceFirst("\\.$", "").equalsIgnoreCase(word)) {
          return Optional.of(option.letter());
        }
      }
    }
    return Optional.empty();
  }

  private static String letter(int index) {
    return String.valueOf((char) ('A' + index % 26));
  }
}
