package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.ponens.grammar.rules.RawLiteral.RawName;

/**
 * The predicates, or the constants, of a program: which spellings are the same symbol, and where
 * each occurs.
 */
final class Symbols {

  private static final int MOST_PLACES = 50;

  private final UnaryOperator<String> key;
  private final Map<String, Symbol> byKey = new LinkedHashMap<>();
  private final Map<String, Symbol> exact = new LinkedHashMap<>();

  /**
   * No symbols yet.
   *
   * @param key gives the same for the spellings of one symbol
   */
  Symbols(UnaryOperator<String> key) {
    this.key = key;
  }

  /** In which parts of a program a symbol occurs. */
  enum Role {
    DECLARATION,
    FACT,
    BODY,
    HEAD,
    QUERY
  }

  /** A stretch of the source. */
  record Place(int start, int end) {}

  /** A symbol under the spelling that came first. */
  static final class Symbol {
    private final String name;
    private final List<Place> places = new ArrayList<>(2);
    private final Map<Integer, Place> arities = new LinkedHashMap<>(2);
    private final Set<Role> roles = EnumSet.noneOf(Role.class);

    private Symbol(String name) {
      this.name = name;
    }

    String name() {
      return name;
    }

    /** Where it occurs, up to a bound. */
    List<Place> places() {
      return places;
    }

    /**
     * The numbers of arguments it is used with, declarations not counted, each at its first use.
     */
    Map<Integer, Place> arities() {
      return arities;
    }

    boolean occursIn(Role role) {
      return roles.contains(role);
    }

    /** Whether a fact or a head states it. */
    boolean isStated() {
      return occursIn(Role.FACT) || occursIn(Role.HEAD);
    }

    /** Whether it occurs in more than its declaration. */
    boolean isUsed() {
      return roles.size() > (roles.contains(Role.DECLARATION) ? 1 : 0);
    }

    void uses(int arity, RawName at) {
      arities.computeIfAbsent(arity, a -> new Place(at.start(), at.end()));
    }
  }

  /** The symbol that a name stands for, with this occurrence added. */
  Symbol occurrence(RawName name, Role role) {
    Symbol symbol =
        name.form() == RawName.Form.EXACT
            ? exact.computeIfAbsent(name.text(), Symbol::new)
            : byKey.computeIfAbsent(key.apply(name.text()), k -> new Symbol(name.text()));
    symbol.roles.add(role);
    if (symbol.places.size() < MOST_PLACES) {
      symbol.places.add(new Place(name.start(), name.end()));
    }
    return symbol;
  }

  /** The symbols, but for those marked as exact: nothing is to be guessed about these. */
  Collection<Symbol> all() {
    return byKey.values();
  }

  /** The symbol that some spelling of this name stands for. */
  Optional<Symbol> find(String name) {
    return Optional.ofNullable(byKey.get(key.apply(name)));
  }

  /** Whether some spelling of this name is a symbol here. */
  boolean contains(String name) {
    return byKey.containsKey(key.apply(name));
  }
}
