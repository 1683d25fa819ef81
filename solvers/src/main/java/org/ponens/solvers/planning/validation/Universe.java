package org.ponens.solvers.planning.validation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Problem;
import org.ponens.grammar.pddl.Strata;
import org.ponens.grammar.pddl.Type;
import org.ponens.grammar.pddl.TypeHierarchy;
import org.ponens.grammar.pddl.TypedName;

/**
 * The objects, predicates and functions of a problem under numbers. An atom has a code: the first
 * code of its predicate plus its arguments, read as digits to the base of the number of objects.
 */
final class Universe {

  private static final long MAX_CODES = Long.MAX_VALUE / 4;

  private final TypeHierarchy types;
  private final List<TypedName> objects = new ArrayList<>();
  private final Map<String, Integer> objectNumbers = new HashMap<>();
  private final Signature predicates;
  private final Signature functions;
  private final int[] strata;

  /**
   * @throws IllegalArgumentException if there are more atoms than there are codes
   */
  Universe(Domain domain, Problem problem) {
    types = TypeHierarchy.of(domain);
    domain.constants().forEach(this::object);
    problem.objects().forEach(this::object);
    predicates =
        new Signature(
            domain.predicates().stream().map(Domain.Predicate::name).toList(),
            domain.predicates().stream().map(p -> p.parameters().size()).toList(),
            objects.size());
    functions =
        new Signature(
            domain.functions().stream().map(Domain.Function::name).toList(),
            domain.functions().stream().map(p -> p.parameters().size()).toList(),
            objects.size());
    strata = new int[domain.predicates().size()];
    Arrays.fill(strata, -1);
    Strata.of(domain).forEach((name, stratum) -> strata[predicates.number(name)] = stratum);
  }

  private void object(TypedName object) {
    if (objectNumbers.putIfAbsent(object.name(), objects.size()) == null) {
      objects.add(object);
    }
  }

  int objectCount() {
    return objects.size();
  }

  /** The number of an object, or -1. */
  int object(String name) {
    return objectNumbers.getOrDefault(name, -1);
  }

  String objectName(int object) {
    return objects.get(object).name();
  }

  Type typeOf(int object) {
    return objects.get(object).type();
  }

  /** The objects of a type. */
  BitSet extension(Type type) {
    BitSet found = new BitSet(objects.size());
    for (int i = 0; i < objects.size(); i++) {
      if (types.fits(objects.get(i).type(), type)) {
        found.set(i);
      }
    }
    return found;
  }

  List<String> objectNames() {
    return objects.stream().map(TypedName::name).toList();
  }

  Signature predicates() {
    return predicates;
  }

  Signature functions() {
    return functions;
  }

  boolean isDerived(int predicate) {
    return strata[predicate] >= 0;
  }

  /** How many strata of derived predicates there are, none being 0. */
  int strata() {
    return Arrays.stream(strata).max().orElse(-1) + 1;
  }

  int stratum(int predicate) {
    return strata[predicate];
  }

  /** An atom of a code, as PDDL writes it. */
  String atom(long code) {
    int predicate = predicates.symbol(code);
    return write(predicates.name(predicate), predicates.arguments(code));
  }

  /** A name with objects, as PDDL writes atoms and actions. */
  String write(String name, int[] arguments) {
    StringBuilder out = new StringBuilder("(").append(name);
    for (int argument : arguments) {
      out.append(' ').append(objectName(argument));
    }
    return out.append(')').toString();
  }

  /** Names with numbers of arguments, and codes for their applications to objects. */
  static final class Signature {

    private final List<String> names;
    private final int[] arities;
    private final long[] firsts;
    private final int base;
    private final Map<String, Integer> numbers = new HashMap<>();

    Signature(List<String> names, List<Integer> arities, int objects) {
      this.names = names;
      this.arities = arities.stream().mapToInt(Integer::intValue).toArray();
      this.base = Math.max(1, objects);
      this.firsts = new long[names.size() + 1];
      for (int i = 0; i < names.size(); i++) {
        numbers.putIfAbsent(names.get(i), i);
        double codes = Math.pow(base, this.arities[i]);
        if (firsts[i] + codes > MAX_CODES) {
          throw new IllegalArgumentException(
              "there are more than " + MAX_CODES + " atoms of " + names.get(i));
        }
        long count = 1;
        for (int a = 0; a < this.arities[i]; a++) {
          count *= base;
        }
        firsts[i + 1] = firsts[i] + count;
      }
    }

    /** The number of a name, or -1. */
    int find(String name) {
      return numbers.getOrDefault(name, -1);
    }

    int number(String name) {
      Integer number = numbers.get(name);
      if (number == null) {
        throw new IllegalArgumentException(name + " is not declared");
      }
      return number;
    }

    String name(int symbol) {
      return names.get(symbol);
    }

    int arity(int symbol) {
      return arities[symbol];
    }

    int size() {
      return names.size();
    }

    long code(int symbol, int[] arguments) {
      long code = 0;
      for (int argument : arguments) {
        code = code * base + argument;
      }
      return firsts[symbol] + code;
    }

    /** The code of a symbol applied to terms, whose slots the environment has objects for. */
    long code(int symbol, int[] terms, int[] environment) {
      long code = 0;
      for (int term : terms) {
        code = code * base + Formula.object(term, environment);
      }
      return firsts[symbol] + code;
    }

    int symbol(long code) {
      int at = Arrays.binarySearch(firsts, code);
      if (at < 0) {
        return -at - 2;
      }
      while (firsts[at + 1] == code) {
        at++; // a predicate without atoms has no code
      }
      return at;
    }

    int[] arguments(long code) {
      int symbol = symbol(code);
      int[] arguments = new int[arities[symbol]];
      long rest = code - firsts[symbol];
      for (int i = arguments.length - 1; i >= 0; i--) {
        arguments[i] = (int) (rest % base);
        rest /= base;
      }
      return arguments;
    }
  }
}
