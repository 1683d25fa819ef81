package org.ponens.translators.dataset;

/** What stands at one place of a data set: an item, or something that is none. */
public sealed interface Entry {

  /** A well-formed item. */
  record WellFormed(Item item) implements Entry {}

  /**
   * A place that could not be read; reading goes on behind it where that is possible.
   *
   * @param id a name for it: its number from 1
   * @param line the line of the file it stands at, from 1
   * @param message what is wrong with it
   */
  record Malformed(String id, long line, String message) implements Entry {}
}
