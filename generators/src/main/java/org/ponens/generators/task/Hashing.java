package org.ponens.generators.task;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Hashes of texts: the first 128 bits of SHA-256 (FIPS 180-4) over their UTF-8. */
final class Hashing {

  /** Hexadecimal digits of a long. */
  static final int DIGITS = 16;

  private Hashing() {}

  static Fingerprint of(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      ByteBuffer bytes = ByteBuffer.wrap(digest);
      return new Fingerprint(bytes.getLong(), bytes.getLong());
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError("every Java platform has SHA-256", e);
    }
  }

  static String hex(long value) {
    return HexFormat.of().toHexDigits(value);
  }
}
