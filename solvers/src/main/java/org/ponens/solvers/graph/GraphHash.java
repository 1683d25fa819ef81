package org.ponens.solvers.graph;

import java.util.HexFormat;

/**
 * 128 bits that isomorphic graphs share.
 *
 * @param high the first 64 bits
 * @param low the next 64 bits
 */
public record GraphHash(long high, long low) {

  @Override
  public String toString() {
    return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
  }
}
