package org.ponens.solvers.planning.ground;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.RawOperator.RawEffect;

/**
 * Finds sets of atoms of which at most one is ever true: guess and check of invariant candidates
 * (Helmert 2009, section 5), with the check on instantiated operators. A candidate is a set of
 * predicates, each with one argument, or none, counted, and the others in an order; it stands for
 * one set of atoms for each value of the others. What an operator adds to a set, it deletes another
 * of; where it does not, a predicate is joined to the candidate that it does delete.
 */
final class Invariants {

  private static final int MAX_CANDIDATES = 400;
  private static final int MAX_PARTS = 5;

  private final Vocabulary vocabulary;
  private final Atoms atoms;
  private final List<RawOperator> operators;
  private final Meter meter;
  private final int[] predicates;
  private final int[][] tuples;
  private final Map<Integer, List<Integer>> adding = new HashMap<>();

  // The order says which argument is the first, second, ... of the candidate's parameters.
  private record Part(int predicate, int counted, List<Integer> order) {}

  private record Candidate(Set<Part> parts) {}

  Invariants(Vocabulary vocabulary, Atoms atoms, List<RawOperator> operators, Meter meter) {
    this.vocabulary = vocabulary;
    this.atoms = atoms;
    this.operators = operators;
    this.meter = meter;
    predicates = new int[atoms.count()];
    tuples = new int[atoms.count()][];
    for (int atom = 0; atom < atoms.count(); atom++) {
      predicates[atom] = atoms.predicate(atom);
      tuples[atom] = atoms.tuple(atom);
    }
    for (int o = 0; o < operators.size(); o++) {
      Set<Integer> added = new LinkedHashSet<>();
      for (RawEffect effect : operators.get(o).effects()) {
        for (int add : effect.adds()) {
          added.add(predicates[add]);
        }
      }
      for (int predicate : added) {
        adding.computeIfAbsent(predicate, p -> new ArrayList<>()).add(o);
      }
    }
  }

  /** The sets, each ascending, of two atoms or more. */
  List<int[]> groups() {
    Set<List<Integer>> found = new LinkedHashSet<>();
    Set<Candidate> tried = new LinkedHashSet<>();
    Deque<Candidate> left = new ArrayDeque<>();
    for (int p = 0; p < vocabulary.predicateCount(); p++) {
      if (vocabulary.isStatic(p) || vocabulary.isDerived(p)) {
        continue;
      }
      for (int counted = -1; counted < vocabulary.arity(p); counted++) {
        left.add(new Candidate(Set.of(new Part(p, counted, others(p, counted)))));
      }
    }
    while (!left.isEmpty() && tried.size() < MAX_CANDIDATES && !meter.exhausted()) {
      Candidate candidate = left.poll();
      if (tried.add(candidate)) {
        check(candidate, found, left);
      }
    }
    return maximal(found);
  }

  private List<Integer> others(int predicate, int counted) {
    List<Integer> order = new ArrayList<>();
    for (int i = 0; i < vocabulary.arity(predicate); i++) {
      if (i != counted) {
        order.add(i);
      }
    }
    return order;
  }

  // Which set of the candidate an atom is in, or none.
  private static Optional<List<Integer>> key(Map<Integer, Part> parts, int predicate, int[] tuple) {
    Part part = parts.get(predicate);
    if (part == null) {
      return Optional.empty();
    }
    List<Integer> key = new ArrayList<>(part.order().size());
    for (int position : part.order()) {
      key.add(tuple[position]);
    }
    return Optional.of(key);
  }

  private void check(Candidate candidate, Set<List<Integer>> groups, Deque<Candidate> left) {
    Map<Integer, Part> parts = new HashMap<>();
    candidate.parts().forEach(part -> parts.put(part.predicate(), part));
    Map<List<Integer>, Integer> numbers = new HashMap<>();
    int[] setOf = new int[atoms.count()];
    List<List<Integer>> members = new ArrayList<>();
    List<Integer> weights = new ArrayList<>();
    for (int atom = 0; atom < setOf.length; atom++) {
      Optional<List<Integer>> found = key(parts, predicates[atom], tuples[atom]);
      if (found.isEmpty()) {
        setOf[atom] = -1;
        continue;
      }
      List<Integer> key = found.get();
      Integer number = numbers.get(key);
      if (number == null) {
        number = members.size();
        numbers.put(key, number);
        members.add(new ArrayList<>());
        weights.add(0);
      }
      setOf[atom] = number;
      members.get(number).add(atom);
      if (atoms.isInitial(atom)) {
        weights.set(number, weights.get(number) + 1);
      }
    }
    BitSet broken = new BitSet();
    for (int number = 0; number < members.size(); number++) {
      if (weights.get(number) > 1) {
        broken.set(number);
      }
    }
    boolean refined = false;
    Set<Integer> relevant = new LinkedHashSet<>();
    candidate.parts().forEach(p -> relevant.addAll(adding.getOrDefault(p.predicate(), List.of())));
    for (int o : relevant) {
      if (!meter.step()) {
        return;
      }
      RawOperator operator = operators.get(o);
      int unbalanced = violation(operator, setOf, broken);
      if (unbalanced >= 0 && !refined && candidate.parts().size() < MAX_PARTS) {
        refine(candidate, parts, operator, members.get(unbalanced).get(0), left);
        refined = true;
      }
      if (broken.cardinality() == members.size()) {
        break;
      }
    }
    for (int number = 0; number < members.size(); number++) {
      if (!broken.get(number) && members.get(number).size() > 1) {
        groups.add(members.get(number));
      }
    }
  }

  // Marks the sets that an operator may bring to two; gives one that it lacks a deletion for.
  private static int violation(RawOperator operator, int[] setOf, BitSet broken) {
    int unbalanced = -1;
    List<RawEffect> effects = operator.effects();
    for (int e = 0; e < effects.size(); e++) {
      RawEffect effect = effects.get(e);
      for (int add : effect.adds()) {
        int set = setOf[add];
        if (set < 0 || broken.get(set) || wantsTwo(operator, set, setOf)) {
          continue;
        }
        if (holds(operator, effect, add) && !deletedAnywhere(operator, add)) {
          continue;
        }
        if (addsAnother(effects, set, add, setOf)) {
          broken.set(set);
        } else if (!balanced(operator, effect, set, setOf)) {
          broken.set(set);
          unbalanced = set;
        }
      }
    }
    return unbalanced;
  }

  // As long as at most one atom of the set is true, such an operator is never done.
  private static boolean wantsTwo(RawOperator operator, int set, int[] setOf) {
    int count = 0;
    for (int literal : operator.precondition()) {
      if ((literal & 1) == 0 && literal / 2 < setOf.length && setOf[literal / 2] == set) {
        count++;
      }
    }
    return count > 1;
  }

  private static boolean holds(RawOperator operator, RawEffect effect, int atom) {
    return Arrays.binarySearch(operator.precondition(), 2 * atom) >= 0
        || Arrays.binarySearch(effect.condition(), 2 * atom) >= 0;
  }

  private static boolean deletedAnywhere(RawOperator operator, int atom) {
    return operator.effects().stream().anyMatch(e -> Arrays.binarySearch(e.deletes(), atom) >= 0);
  }

  private static boolean addsAnother(List<RawEffect> effects, int set, int add, int[] setOf) {
    for (RawEffect effect : effects) {
      for (int other : effect.adds()) {
        if (other != add && setOf[other] == set) {
          return true;
        }
      }
    }
    return false;
  }

  // Whether another atom of the set holds before, and is deleted whenever this effect happens.
  private static boolean balanced(RawOperator operator, RawEffect effect, int set, int[] setOf) {
    for (RawEffect other : operator.effects()) {
      boolean together =
          other.equals(effect)
              || Arrays.stream(other.condition())
                  .allMatch(l -> Arrays.binarySearch(effect.condition(), l) >= 0);
      if (!together) {
        continue;
      }
      for (int delete : other.deletes()) {
        if (setOf[delete] == set && holds(operator, effect, delete)) {
          return true;
        }
      }
    }
    return false;
  }

  // Candidates with a further predicate that the operator deletes while it adds to the set.
  private void refine(
      Candidate candidate,
      Map<Integer, Part> parts,
      RawOperator operator,
      int member,
      Deque<Candidate> left) {
    List<Integer> key = key(parts, predicates[member], tuples[member]).orElseThrow();
    Set<Integer> deleted = new LinkedHashSet<>();
    for (RawEffect effect : operator.effects()) {
      for (int delete : effect.deletes()) {
        if (holds(operator, effect, delete)) {
          deleted.add(delete);
        }
      }
    }
    for (int atom : deleted) {
      int predicate = predicates[atom];
      int arity = vocabulary.arity(predicate);
      if (parts.containsKey(predicate) || (arity != key.size() && arity != key.size() + 1)) {
        continue;
      }
      int counted = arity == key.size() ? -1 : 0;
      do {
        orders(atom, counted, key, new ArrayList<>(), candidate, left);
        counted++;
      } while (arity > key.size() && counted < arity);
    }
  }

  // Every way in which the arguments beside the counted one are the candidate's parameters.
  private void orders(
      int atom,
      int counted,
      List<Integer> key,
      List<Integer> order,
      Candidate candidate,
      Deque<Candidate> left) {
    if (order.size() == key.size()) {
      Set<Part> parts = new LinkedHashSet<>(candidate.parts());
      parts.add(new Part(predicates[atom], counted, List.copyOf(order)));
      left.add(new Candidate(parts));
      return;
    }
    for (int position = 0; position < tuples[atom].length; position++) {
      if (position != counted
          && !order.contains(position)
          && tuples[atom][position] == key.get(order.size())) {
        order.add(position);
        orders(atom, counted, key, order, candidate, left);
        order.removeLast();
      }
    }
  }

  // Sets that are part of a larger one say nothing more.
  private static List<int[]> maximal(Set<List<Integer>> found) {
    List<int[]> sets =
        new ArrayList<>(
            found.stream().map(s -> s.stream().mapToInt(i -> i).sorted().toArray()).toList());
    sets.sort((a, b) -> b.length - a.length);
    Map<Integer, List<int[]>> byMember = new HashMap<>();
    List<int[]> kept = new ArrayList<>();
    for (int[] set : sets) {
      boolean covered =
          byMember.getOrDefault(set[0], List.of()).stream()
              .anyMatch(
                  larger -> Arrays.stream(set).allMatch(a -> Arrays.binarySearch(larger, a) >= 0));
      if (!covered) {
        kept.add(set);
        for (int member : set) {
          byMember.computeIfAbsent(member, m -> new ArrayList<>()).add(set);
        }
      }
    }
    return kept;
  }
}
