package org.ponens.generators.induction.space;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** What a rule says: a bit for each example shown, then for each of the pool. Not to be changed. */
final class Extension {

  private final long[] bits;
  private final int hash;

  Extension(long[] bits) {
    this.bits = bits;
    this.hash = Arrays.hashCode(bits);
  }

  long[] bits() {
    return bits;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Extension extension && Arrays.equals(bits, extension.bits);
  }

  @Override
  public int hashCode() {
    return hash;
  }
}
