package org.ponens.translators.english;

import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a plain English sentence says of the order of named things: {@code The falcon is to the left
 * of the crow}, {@code The kiwis are the second-most expensive}.
 *
 * <p>Only sentences of one comparison are read; with a negation, a disjunction or a condition
 * nothing is claimed.
 */
public sealed interface OrderClaim {

  /** One thing is nearer to an end of a scale than another. */
  record Nearer(String thing, String other, Scale.End end) implements OrderClaim {}

  /** A thing is the {@code rank}-th, from 1, counted from an end. */
  record Position(String thing, int rank, Scale.End end) implements OrderClaim {}

  /** The claim that a sentence makes of things with these names, if it makes just one. */
  static Optional<OrderClaim> read(String sentence, Collection<String> names) {
    return OrderReader.read(Words.of(sentence), names);
  }

  /**
   * The end of a scale that a label such as {@code 1: leftmost} or {@code least expensive} names.
   */
  static Optional<Scale.End> endNamed(String label) {
    List<OrderReader.Pointer> pointers = OrderReader.pointers(Words.of(label), List.of());
    return pointers.size() == 1 ? Optional.of(pointers.getFirst().end()) : Optional.empty();
  }
}
