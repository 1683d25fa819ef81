package org.ponens.solvers.rules;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.ponens.grammar.rules.Literal;
import org.ponens.grammar.rules.Term;

/**
 * The literals that follow from a rule program, each with a proof. Immutable, except that indexes
 * are made on first use: for one thread.
 */
public final class LeastModel {

  private final Coding coding;
  private final Relation[] relations;
  private final Derivations derivations;

  LeastModel(Coding coding, Relation[] relations, Derivations derivations) {
    this.coding = coding;
    this.relations = relations;
    this.derivations = derivations;
  }

  /** The number of literals. */
  public int size() {
    return derivations.size();
  }

  /** The literals, each after those it was derived from, facts first. */
  public Stream<Literal> literals() {
    return IntStream.range(0, size()).mapToObj(id -> derivations.literal(id, coding, relations));
  }

  /** Whether a ground literal, or some instance of one with variables, holds. */
  public boolean holds(Literal literal) {
    return find(literal, id -> true) >= 0;
  }

  /** A proof of a literal, or of an instance of it, of least height for that instance. */
  public Optional<Proof> proof(Literal literal) {
    int id = find(literal, i -> true);
    return id < 0 ? Optional.empty() : Optional.of(proof(id));
  }

  /** The literals that hold together with their complement, by their positive form. */
  public Stream<Literal> conflicts() {
    return IntStream.range(0, relations.length / 2)
        .mapToObj(
            p -> {
              boolean fewer = relations[2 * p].rows() <= relations[2 * p + 1].rows();
              Relation one = relations[fewer ? 2 * p : 2 * p + 1];
              Relation other = relations[fewer ? 2 * p + 1 : 2 * p];
              return IntStream.range(0, one.rows())
                  .filter(row -> other.rows() > 0 && other.find(tuple(one, row)) >= 0)
                  .mapToObj(row -> coding.decode(2 * p, one, row));
            })
        .flatMap(s -> s);
  }

  /**
   * A proof of an instance whose complement does not hold, if there is one, or else of any
   * instance.
   */
  Optional<Proof> undisputedProof(Literal literal) {
    int id = find(literal, i -> !holds(derivations.literal(i, coding, relations).complement()));
    return id < 0 ? proof(literal) : Optional.of(proof(id));
  }

  private Proof proof(int id) {
    return derivations.proof(id, coding, relations);
  }

  private static int[] tuple(Relation relation, int row) {
    int[] tuple = new int[relation.arity];
    Arrays.setAll(tuple, i -> relation.cell(row, i));
    return tuple;
  }

  private int find(Literal literal, IntPredicate accepted) {
    int code = coding.find(literal);
    if (code < 0) {
      return -1;
    }
    Relation relation = relations[code];
    int[] pattern = new int[relation.arity];
    Map<String, Integer> variables = new HashMap<>();
    for (int i = 0; i < pattern.length; i++) {
      switch (literal.arguments().get(i)) {
        case Term.Constant(var name) -> {
          pattern[i] = coding.find(name);
          if (pattern[i] < 0) {
            return -1;
          }
        }
        case Term.Variable(var name) ->
            pattern[i] = -1 - variables.computeIfAbsent(name, n -> variables.size());
      }
    }
    if (variables.isEmpty()) {
      int row = relation.find(pattern);
      return row >= 0 && accepted.test(relation.id(row)) ? relation.id(row) : -1;
    }
    int[] values = new int[variables.size()];
    for (int row = 0; row < relation.rows(); row++) {
      if (matches(relation, row, pattern, values) && accepted.test(relation.id(row))) {
        return relation.id(row);
      }
    }
    return -1;
  }

  private static boolean matches(Relation relation, int row, int[] pattern, int[] values) {
    Arrays.fill(values, -1);
    for (int i = 0; i < pattern.length; i++) {
      int cell = relation.cell(row, i);
      if (pattern[i] >= 0) {
        if (pattern[i] != cell) {
          return false;
        }
      } else if (values[-1 - pattern[i]] < 0) {
        values[-1 - pattern[i]] = cell;
      } else if (values[-1 - pattern[i]] != cell) {
        return false;
      }
    }
    return true;
  }
}
