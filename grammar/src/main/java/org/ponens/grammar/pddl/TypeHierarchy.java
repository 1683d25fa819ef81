package org.ponens.grammar.pddl;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which types are subtypes of which. A type that is mentioned and not declared has {@code object}
 * above it. Immutable and thread-safe.
 */
public final class TypeHierarchy {

  private final Map<String, Set<String>> parents = new LinkedHashMap<>();
  private final Map<String, Set<String>> ancestors = new HashMap<>();

  private TypeHierarchy() {}

  /** The hierarchy that a domain declares. */
  public static TypeHierarchy of(Domain domain) {
    return of(domain.types());
  }

  /** The hierarchy of types that are each named with their supertype. */
  public static TypeHierarchy of(Collection<TypedName> declarations) {
    TypeHierarchy hierarchy = new TypeHierarchy();
    for (TypedName declaration : declarations) {
      Set<String> above = hierarchy.parents(declaration.name());
      for (String parent : declaration.type().names()) {
        above.add(parent);
        hierarchy.parents(parent);
      }
    }
    hierarchy.parents(Type.OBJECT_NAME);
    hierarchy.parents.keySet().forEach(t -> hierarchy.ancestors.put(t, hierarchy.above(t)));
    return hierarchy;
  }

  private Set<String> parents(String type) {
    return parents.computeIfAbsent(type, t -> new LinkedHashSet<>());
  }

  private Set<String> above(String type) {
    Set<String> seen = new LinkedHashSet<>();
    Deque<String> left = new ArrayDeque<>(List.of(type));
    while (!left.isEmpty()) {
      String next = left.pop();
      if (seen.add(next)) {
        left.addAll(parents.getOrDefault(next, Set.of()));
      }
    }
    seen.add(Type.OBJECT_NAME);
    return seen;
  }

  /** The types declared or named as supertypes, {@code object} among them. */
  public Set<String> types() {
    return java.util.Collections.unmodifiableSet(parents.keySet());
  }

  /** Whether everything of the one type is of the other; every type is its own subtype. */
  public boolean isSubtype(String type, String of) {
    return type.equals(of)
        || of.equals(Type.OBJECT_NAME)
        || ancestors.getOrDefault(type, Set.of()).contains(of);
  }

  /** Whether everything of the one type may stand where the other is asked for. */
  public boolean fits(Type given, Type wanted) {
    return given.names().stream()
        .allMatch(g -> wanted.names().stream().anyMatch(w -> isSubtype(g, w)));
  }

  /** Whether something may be of both types. */
  public boolean overlap(Type a, Type b) {
    return a.names().stream()
        .anyMatch(x -> b.names().stream().anyMatch(y -> isSubtype(x, y) || isSubtype(y, x)));
  }

  /** Whether a type is its own proper supertype. */
  boolean isCyclic(String type) {
    return parents.getOrDefault(type, Set.of()).stream()
        .anyMatch(parent -> !parent.equals(Type.OBJECT_NAME) && above(parent).contains(type));
  }
}
