package org.ponens.generators.task;

/** A hash of 128 bits; two things that differ have the same with a negligible chance. */
public record Fingerprint(long high, long low) {

  /** This hash mixed with a text: equal only for equal hash and text. */
  public Fingerprint with(String text) {
    return Hashing.of(hex() + '\n' + text);
  }

  /** 32 hexadecimal digits. */
  public String hex() {
    return Hashing.hex(high) + Hashing.hex(low);
  }
}
