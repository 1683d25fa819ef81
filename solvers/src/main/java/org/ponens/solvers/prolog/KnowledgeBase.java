package org.ponens.solvers.prolog;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.ponens.grammar.prolog.Clause;
import org.ponens.grammar.prolog.Signature;
import org.ponens.grammar.prolog.Term;

/** Facts, made ready once for any number of programs and threads. Immutable. */
public final class KnowledgeBase {

  /** The number of the empty list. */
  static final int NIL = 0;

  /** The number of the functor of lists. */
  static final int CONS = 1;

  private final Map<String, Integer> atoms;
  private final List<String> names;
  private final Map<String, Integer> objects;
  private final Map<Signature, Relation> relations;

  private KnowledgeBase(
      Map<String, Integer> atoms,
      Map<String, Integer> objects,
      Map<Signature, Relation> relations) {
    this.atoms = atoms;
    this.names = new ArrayList<>(Collections.nCopies(atoms.size(), ""));
    atoms.forEach((name, number) -> names.set(number, name));
    this.objects = objects;
    this.relations = relations;
  }

  /**
   * Indexes facts.
   *
   * @param predicates those that there are, with facts or without
   * @param facts their arguments are atoms and integers; facts of other predicates are left out
   * @param objects the atoms that stand for objects: a program cannot write them
   * @throws IllegalArgumentException if a fact has a body, or another argument
   */
  public static KnowledgeBase of(
      Set<Signature> predicates, List<Clause> facts, Set<String> objects) {
    Builder builder = new Builder(predicates);
    for (Clause fact : facts) {
      if (!predicates.contains(fact.signature())) {
        continue;
      }
      long[] cells = new long[fact.arguments().size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cell(fact.arguments().get(i), builder, objects);
      }
      builder.fact(fact.signature(), cells);
    }
    return builder.build();
  }

  private static long cell(Term term, Builder builder, Set<String> objects) {
    return switch (term) {
      case Term.Atom(String name, var place) when objects.contains(name) -> builder.object(name);
      case Term.Atom(String name, var place) -> builder.name(name);
      case Term.Int(BigInteger value, var place) when value.bitLength() <= 60 ->
          builder.number(value.longValue());
      default -> throw new IllegalArgumentException("no argument of a fact: " + term);
    };
  }

  /** Takes facts one by one, their arguments as cells that it gives out. For one thread. */
  public static final class Builder {
    private final Map<String, Integer> atoms =
        new HashMap<>(Map.of(Term.EMPTY_LIST, NIL, Term.CONS, CONS));
    private final Map<String, Integer> objects = new HashMap<>();
    private final Map<Signature, List<long[]>> rows = new LinkedHashMap<>();

    /**
     * Without facts.
     *
     * @param predicates those that there are, with facts or without
     */
    public Builder(Set<Signature> predicates) {
      predicates.forEach(predicate -> rows.put(predicate, new ArrayList<>()));
    }

    /** The cell of an object: a program cannot write it. */
    public long object(String name) {
      return Cell.of(Cell.OBJECT, objects.computeIfAbsent(name, key -> objects.size()));
    }

    /** The cell of an atom that is no object. */
    public long name(String atom) {
      return Cell.of(Cell.ATOM, atoms.computeIfAbsent(atom, key -> atoms.size()));
    }

    /** The cell of a number of at most 60 bits. */
    public long number(long value) {
      return Cell.of(Cell.INT, value);
    }

    /**
     * Adds a fact.
     *
     * @throws IllegalArgumentException if there is no such predicate
     */
    public void fact(Signature predicate, long... cells) {
      List<long[]> facts = rows.get(predicate);
      if (facts == null || cells.length != predicate.arity()) {
        throw new IllegalArgumentException("no predicate " + predicate);
      }
      facts.add(cells.clone());
    }

    /** The facts, indexed. */
    public KnowledgeBase build() {
      Map<Signature, Relation> relations = new HashMap<>();
      rows.forEach(
          (predicate, cells) -> relations.put(predicate, new Relation(predicate.arity(), cells)));
      return new KnowledgeBase(atoms, objects, relations);
    }
  }

  Optional<Relation> relation(Signature signature) {
    return Optional.ofNullable(relations.get(signature));
  }

  /** The number of an atom that stands in a fact and is no object. */
  OptionalInt atom(String name) {
    Integer number = atoms.get(name);
    return number == null ? OptionalInt.empty() : OptionalInt.of(number);
  }

  String name(int atom) {
    return names.get(atom);
  }

  int atomCount() {
    return atoms.size();
  }

  /** The cell of an object that stands in a fact. */
  Optional<Long> object(String name) {
    return Optional.ofNullable(objects.get(name)).map(number -> Cell.of(Cell.OBJECT, number));
  }
}
