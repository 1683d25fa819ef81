package org.ponens.generators.sat.instance;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.grammar.cnf.Cnf;

/**
 * A formula and where it comes from.
 *
 * @param satisfiable known from a solver or by construction
 * @param twin where either label would do: the formula that would have been drawn for the other, so
 *     that what is measured of the two together does not tell the label
 * @param knobs what it was drawn with, by name: {@code source}, {@code variables}, {@code ratio}
 */
public record Instance(
    Cnf cnf, boolean satisfiable, Optional<Cnf> twin, SortedMap<String, String> knobs) {

  public Instance {
    knobs = Collections.unmodifiableSortedMap(new TreeMap<>(knobs));
  }
}
