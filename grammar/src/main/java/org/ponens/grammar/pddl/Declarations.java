package org.ponens.grammar.pddl;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What is declared under which name; of names declared twice, the first. */
final class Declarations {

  private final TypeHierarchy types;
  private final Map<String, TypedName> objects = new LinkedHashMap<>();
  private final Map<String, Domain.Predicate> predicates = new LinkedHashMap<>();
  private final Map<String, Domain.Function> functions = new LinkedHashMap<>();

  private Declarations(TypeHierarchy types) {
    this.types = types;
  }

  static Declarations of(Domain domain) {
    Declarations all = new Declarations(TypeHierarchy.of(domain));
    domain.constants().forEach(c -> all.objects.putIfAbsent(c.name(), c));
    domain.predicates().forEach(p -> all.predicates.putIfAbsent(p.name(), p));
    domain.functions().forEach(f -> all.functions.putIfAbsent(f.name(), f));
    return all;
  }

  static Declarations of(Domain domain, Problem problem) {
    Declarations all = of(domain);
    problem.objects().forEach(o -> all.objects.putIfAbsent(o.name(), o));
    return all;
  }

  TypeHierarchy types() {
    return types;
  }

  Optional<TypedName> object(String name) {
    return Optional.ofNullable(objects.get(name));
  }

  Optional<Domain.Predicate> predicate(String name) {
    return Optional.ofNullable(predicates.get(name));
  }

  Optional<Domain.Function> function(String name) {
    return Optional.ofNullable(functions.get(name));
  }

  List<String> objectNames() {
    return List.copyOf(objects.keySet());
  }

  List<String> predicateNames() {
    return List.copyOf(predicates.keySet());
  }

  List<String> functionNames() {
    return List.copyOf(functions.keySet());
  }

  /** The objects that may stand where a type is asked for, no more than a few. */
  List<String> objectsOf(Type type, int most) {
    List<String> names = new ArrayList<>();
    for (TypedName object : objects.values()) {
      if (names.size() < most && types.fits(object.type(), type)) {
        names.add(object.name());
      }
    }
    return names;
  }

  /** The predicates whose parameters take arguments of these types. */
  List<Domain.Predicate> predicatesTaking(List<Type> arguments) {
    return predicates.values().stream().filter(p -> takes(p, arguments)).toList();
  }

  private boolean takes(Domain.Predicate predicate, List<Type> arguments) {
    if (predicate.parameters().size() != arguments.size()) {
      return false;
    }
    for (int i = 0; i < arguments.size(); i++) {
      if (!types.fits(arguments.get(i), predicate.parameters().get(i).type())) {
        return false;
      }
    }
    return true;
  }
}
