package org.ponens.generators.induction.space;

/** A condition, or several, by what it says and how long it is. */
final class Feature {

  private final Extension extension;
  private final int length;

  Feature(Extension extension, int length) {
    this.extension = extension;
    this.length = length;
  }

  long[] bits() {
    return extension.bits();
  }

  int length() {
    return length;
  }
}
