package org.ponens.generators.sat.instance;

import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;
import org.ponens.grammar.cnf.Cnf;

/**
 * A formula and where it comes from.
 *
 * @param satisfiable known from a solver or by construction
 * @param knobs what it was drawn with, by name: {@code source}, {@code variables}, {@code ratio}
 */
public record Instance(Cnf cnf, boolean satisfiable, SortedMap<String, String> knobs) {

  public Instance {
    knobs = Collections.unmodifiableSortedMap(new TreeMap<>(knobs));
  }
}
