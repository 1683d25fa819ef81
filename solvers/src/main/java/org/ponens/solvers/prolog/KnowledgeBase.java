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
    Map<String, Integer> atoms = new HashMap<>(Map.of(Term.EMPTY_LIST, NIL, Term.CONS, CONS));
    Map<String, Integer> numbers = new HashMap<>();
    Map<Signature, List<long[]>> rows = new LinkedHashMap<>();
    predicates.forEach(predicate -> rows.put(predicate, new ArrayList<>()));
    for (Clause fact : facts) {
      List<long[]> found = rows.get(fact.signature());
      if (found == null) {
        continue;
      }
      long[] cells = new long[fact.arguments().size()];
      for (int i = 0; i < cells.length; i++) {
        cells[i] = cell(fact.arguments().get(i), atoms, numbers, objects);
      }
      found.add(cells);
    }
    Map<Signature, Relation> relations = new HashMap<>();
    rows.forEach(
        (predicate, cells) -> relations.put(predicate, new Relation(predicate.arity(), cells)));
    return new KnowledgeBase(atoms, numbers, relations);
  }

  private static long cell(
      Term term, Map<String, Integer> atoms, Map<String, Integer> numbers, Set<String> objects) {
    return switch (term) {
      case Term.Atom(String name, var place) when objects.contains(name) ->
          Cell.of(Cell.OBJECT, numbers.computeIfAbsent(name, key -> numbers.size()));
      case Term.Atom(String name, var place) ->
          Cell.of(Cell.ATOM, atoms.computeIfAbsent(name, key -> atoms.size()));
      case Term.Int(BigInteger value, var place) when value.bitLength() <= 60 ->
          Cell.of(Cell.INT, value.longValue());
      default -> throw new IllegalArgumentException("no argument of a fact: " + term);
    };
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
