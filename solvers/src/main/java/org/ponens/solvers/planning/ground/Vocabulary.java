package org.ponens.solvers.planning.ground;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Problem;
import org.ponens.grammar.pddl.Problem.Initial;
import org.ponens.grammar.pddl.Term;
import org.ponens.grammar.pddl.Type;
import org.ponens.grammar.pddl.TypeHierarchy;
import org.ponens.grammar.pddl.TypedName;

/** The objects and predicates of a problem under numbers, and what is so at first. */
final class Vocabulary {

  private final TypeHierarchy types;
  private final List<TypedName> objects = new ArrayList<>();
  private final Map<String, Integer> objectNumbers = new HashMap<>();
  private final List<Domain.Predicate> predicates;
  private final Map<String, Integer> predicateNumbers = new HashMap<>();
  private final boolean[] changes;
  private final boolean[] deleted;
  private final boolean[] derived;
  private final List<Relation> initial = new ArrayList<>();
  private final Map<Term.Fluent, BigDecimal> values = new HashMap<>();
  private final Map<Type, int[]> extensions = new HashMap<>();

  Vocabulary(Domain domain, Problem problem) {
    types = TypeHierarchy.of(domain);
    domain.constants().forEach(this::object);
    problem.objects().forEach(this::object);
    predicates = domain.predicates();
    for (int i = 0; i < predicates.size(); i++) {
      predicateNumbers.putIfAbsent(predicates.get(i).name(), i);
      initial.add(new Relation(predicates.get(i).parameters().size()));
    }
    changes = new boolean[predicates.size()];
    deleted = new boolean[predicates.size()];
    derived = new boolean[predicates.size()];
    domain.actions().forEach(a -> changed(a.effect()));
    domain.derived().forEach(a -> derived[predicate(a.head().name())] = true);
    problem.initial().forEach(this::initially);
  }

  private void object(TypedName object) {
    if (objectNumbers.putIfAbsent(object.name(), objects.size()) == null) {
      objects.add(object);
    }
  }

  private void changed(Effect effect) {
    switch (effect) {
      case Effect.And it -> it.operands().forEach(this::changed);
      case Effect.Add it -> changes[predicate(it.atom().predicate())] = true;
      case Effect.Delete it -> {
        changes[predicate(it.atom().predicate())] = true;
        deleted[predicate(it.atom().predicate())] = true;
      }
      case Effect.Forall it -> changed(it.body());
      case Effect.When it -> changed(it.body());
      case Effect.Assignment it -> {}
      case Effect.ObjectAssignment it -> {}
      case Effect.Timed it -> changed(it.body());
    }
  }

  private void initially(Initial item) {
    switch (item) {
      case Initial.True it -> {
        Condition.Atom atom = it.atom();
        int[] tuple = new int[atom.arguments().size()];
        for (int i = 0; i < tuple.length; i++) {
          tuple[i] = number((Term.Name) atom.arguments().get(i));
        }
        initial.get(predicate(atom.predicate())).add(tuple);
      }
      case Initial.NumberValue it -> values.put(it.fluent(), it.value());
      case Initial.False it -> {}
      case Initial.ObjectValue it -> {}
      case Initial.At it -> {}
    }
  }

  int number(Term.Name name) {
    Integer number = objectNumbers.get(name.name());
    if (number == null) {
      throw new IllegalArgumentException("object " + name.name() + " is not declared");
    }
    return number;
  }

  int predicate(String name) {
    Integer number = predicateNumbers.get(name);
    if (number == null) {
      throw new IllegalArgumentException("predicate " + name + " is not declared");
    }
    return number;
  }

  int predicateCount() {
    return predicates.size();
  }

  String predicateName(int predicate) {
    return predicates.get(predicate).name();
  }

  int arity(int predicate) {
    return predicates.get(predicate).parameters().size();
  }

  int objectCount() {
    return objects.size();
  }

  String objectName(int object) {
    return objects.get(object).name();
  }

  /** Whether neither an effect nor an axiom changes the predicate. */
  boolean isStatic(int predicate) {
    return !changes[predicate] && !derived[predicate];
  }

  boolean isDerived(int predicate) {
    return derived[predicate];
  }

  /** Whether some effect deletes atoms of the predicate. */
  boolean isDeleted(int predicate) {
    return deleted[predicate];
  }

  /** What is true of the predicate at first. */
  Relation initial(int predicate) {
    return initial.get(predicate);
  }

  /** The initial values of numeric fluents. */
  Map<Term.Fluent, BigDecimal> values() {
    return values;
  }

  /** The objects of a type, ascending. */
  int[] extension(Type type) {
    return extensions.computeIfAbsent(
        type,
        t -> {
          int[] found = new int[objects.size()];
          int count = 0;
          for (int i = 0; i < objects.size(); i++) {
            if (types.fits(objects.get(i).type(), t)) {
              found[count++] = i;
            }
          }
          return java.util.Arrays.copyOf(found, count);
        });
  }

  /** An atom as PDDL writes it. */
  String name(int predicate, int[] tuple) {
    StringBuilder out = new StringBuilder("(").append(predicateName(predicate));
    for (int object : tuple) {
      out.append(' ').append(objectName(object));
    }
    return out.append(')').toString();
  }
}
