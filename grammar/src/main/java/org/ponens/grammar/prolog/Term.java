package org.ponens.grammar.prolog;

import java.math.BigInteger;
import java.util.List;
import java.util.Objects;
import org.ponens.grammar.diagnostic.Place;

/** A Prolog term (ISO/IEC 13211-1, 6.3). Trees are equal whatever their places. */
public sealed interface Term {

  /** The name of the empty list. */
  String EMPTY_LIST = "[]";

  /** The name of the functor of a list's cells: head and tail. */
  String CONS = ".";

  Place place();

  /**
   * A variable.
   *
   * @param name as written; of an anonymous variable {@code _}, each of which is another variable
   */
  record Variable(String name, Place place) implements Term {
    public Variable {
      Objects.requireNonNull(name);
    }

    /** Whether it is {@code _}. */
    public boolean isAnonymous() {
      return name.equals("_");
    }
  }

  /**
   * A name.
   *
   * @param name without quotes
   */
  record Atom(String name, Place place) implements Term {
    public Atom {
      Objects.requireNonNull(name);
    }
  }

  record Int(BigInteger value, Place place) implements Term {
    public Int {
      Objects.requireNonNull(value);
    }
  }

  record Real(double value, Place place) implements Term {}

  /**
   * A functor with its arguments.
   *
   * @param functor without quotes; {@link #CONS} for the cell of a list
   * @param arguments at least one
   */
  record Compound(String functor, List<Term> arguments, Place place) implements Term {
    public Compound {
      Objects.requireNonNull(functor);
      arguments = List.copyOf(arguments);
      if (arguments.isEmpty()) {
        throw new IllegalArgumentException("a compound term has arguments");
      }
    }
  }
}
