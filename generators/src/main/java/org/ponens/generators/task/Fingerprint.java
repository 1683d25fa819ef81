package org.ponens.generators.task;

import java.util.HexFormat;

/** A hash of 128 bits; two things that differ have the same with a negligible chance. */
public record Fingerprint(long high, long low) {

  /**
   * The hash that {@link #hex} wrote.
   *
   * @throws IllegalArgumentException if these are not 32 hexadecimal digits
   */
  public static Fingerprint ofHex(String hex) {
    if (hex.length() != 2 * Hashing.DIGITS) {
      throw new IllegalArgumentException("no hash of 32 hexadecimal digits: " + hex);
    }
    return new Fingerprint(
        HexFormat.fromHexDigitsToLong(hex, 0, Hashing.DIGITS),
        HexFormat.fromHexDigitsToLong(hex, Hashing.DIGITS, 2 * Hashing.DIGITS));
  }

  /** This hash mixed with a text: equal only for equal hash and text. */
  public Fingerprint with(String text) {
    return Hashing.of(hex() + '\n' + text);
  }

  /** 32 hexadecimal digits. */
  public String hex() {
    return Hashing.hex(high) + Hashing.hex(low);
  }
}
