package org.ponens.solvers.fol;

import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import org.ponens.grammar.fol.Formula;
import org.ponens.solvers.Meter;

/**
 * A finite interpretation of first-order logic with equality (Tarski 1936): a domain {@code
 * 0..size-1}, a table for each function symbol, a set of tuples for each predicate symbol. A symbol
 * that has none is false, or 0, everywhere. Immutable.
 */
public final class Structure {

  /** The largest table of a function that solvers make. */
  public static final long MAX_TABLE = 1L << 22;

  private final int size;
  private final SequencedMap<Symbol, int[]> functions;
  private final SequencedMap<Symbol, Set<List<Integer>>> relations;

  /**
   * @param size at least 1
   * @param functions the values, first argument most significant: {@code size^arity} numbers below
   *     {@code size}
   * @param relations the tuples of which a predicate is true
   */
  public Structure(
      int size,
      SequencedMap<Symbol, int[]> functions,
      SequencedMap<Symbol, Set<List<Integer>>> relations) {
    if (size < 1) {
      throw new IllegalArgumentException("a domain has an element");
    }
    this.size = size;
    SequencedMap<Symbol, int[]> tables = new LinkedHashMap<>();
    functions.forEach(
        (symbol, table) -> {
          if (table.length != tableSize(size, symbol.arity())) {
            throw new IllegalArgumentException("a function is total: " + symbol);
          }
          if (Arrays.stream(table).anyMatch(value -> value < 0 || value >= size)) {
            throw new IllegalArgumentException("a value lies in the domain: " + symbol);
          }
          tables.put(symbol, table.clone());
        });
    this.functions = tables;
    SequencedMap<Symbol, Set<List<Integer>>> copies = new LinkedHashMap<>();
    relations.forEach(
        (symbol, tuples) -> copies.put(symbol, Collections.unmodifiableSet(new HashSet<>(tuples))));
    this.relations = Collections.unmodifiableSequencedMap(copies);
  }

  /** {@code size^arity}, at most {@link Long#MAX_VALUE}. */
  public static long tableSize(int size, int arity) {
    long product = 1;
    for (int i = 0; i < arity; i++) {
      if (product > Long.MAX_VALUE / size) {
        return Long.MAX_VALUE;
      }
      product *= size;
    }
    return product;
  }

  /** The number of elements of the domain. */
  public int size() {
    return size;
  }

  /** The element that a function has for these arguments. */
  public int value(String function, int... arguments) {
    int[] table = functions.get(new Symbol(function, arguments.length));
    if (table == null) {
      return 0;
    }
    int index = 0;
    for (int argument : arguments) {
      index = index * size + argument;
    }
    return table[index];
  }

  /** Whether a predicate is true of these elements. */
  public boolean holds(String predicate, Integer... arguments) {
    return tuples(new Symbol(predicate, arguments.length)).contains(List.of(arguments));
  }

  /** The tuples of which a predicate is true. */
  public Set<List<Integer>> tuples(Symbol predicate) {
    return relations.getOrDefault(predicate, Set.of());
  }

  /** The predicate symbols, in the order of the problem. */
  public Set<Symbol> predicates() {
    return Collections.unmodifiableSet(relations.sequencedKeySet());
  }

  /** The function symbols and constants, in the order of the problem. */
  public Set<Symbol> functions() {
    return Collections.unmodifiableSet(functions.sequencedKeySet());
  }

  /**
   * Whether the formula is true; free variables are read as universally quantified. Takes time
   * exponential in the depth of its quantifiers.
   */
  public boolean satisfies(Formula formula) {
    return new Evaluation(this, Optional.empty()).of(formula);
  }

  /**
   * Whether the formula is true, or empty if the budget is spent first.
   *
   * @param meter one step is one value of a variable
   */
  public Optional<Boolean> satisfies(Formula formula, Meter meter) {
    Evaluation evaluation = new Evaluation(this, Optional.of(meter));
    boolean result = evaluation.of(formula);
    return evaluation.exhausted() ? Optional.empty() : Optional.of(result);
  }

  /**
   * The structure as readable lines: the domain, what the constants denote where it is not their
   * own name, the functions, and each predicate as the set of tuples of which it is true. An
   * element has the name of the first constant that denotes it.
   */
  public String print() {
    return new StructurePrinter(this).print();
  }

  /** The structure with these symbols and no others. */
  Structure restrictedTo(Signature signature) {
    SequencedMap<Symbol, int[]> someFunctions = new LinkedHashMap<>();
    for (Symbol symbol : signature.functions()) {
      int[] table = functions.get(symbol);
      if (table != null) {
        someFunctions.put(symbol, table);
      } else if (tableSize(size, symbol.arity()) <= MAX_TABLE) {
        someFunctions.put(symbol, new int[(int) tableSize(size, symbol.arity())]);
      }
    }
    SequencedMap<Symbol, Set<List<Integer>>> someRelations = new LinkedHashMap<>();
    for (Symbol symbol : signature.predicates()) {
      someRelations.put(symbol, tuples(symbol));
    }
    return new Structure(size, someFunctions, someRelations);
  }

  Map<Symbol, int[]> tables() {
    return functions;
  }

  @Override
  public String toString() {
    return print();
  }
}
