package org.ponens.grammar.prolog;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * What a program may speak of.
 *
 * @param target the predicate that it is to define
 * @param predicates what it may call beside the built-in ones
 * @param constants by type, the names that may stand in a place of that type; a type that is not
 *     among them has names that a program cannot know (objects), or numbers
 * @param objects names that exist and must not be written, such as those of examples
 */
public record Vocabulary(
    Predicate target,
    List<Predicate> predicates,
    Map<String, List<String>> constants,
    Set<String> objects) {

  /**
   * A predicate.
   *
   * @param types of the arguments
   */
  public record Predicate(String name, List<String> types) {
    public Predicate {
      Objects.requireNonNull(name);
      types = List.copyOf(types);
    }

    public Signature signature() {
      return new Signature(name, types.size());
    }
  }

  public Vocabulary {
    Objects.requireNonNull(target);
    predicates = List.copyOf(predicates);
    constants = Collections.unmodifiableMap(new LinkedHashMap<>(constants));
    objects = Set.copyOf(objects);
  }
}
