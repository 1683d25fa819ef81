package org.ponens.generators.planning.prompt;

import java.util.ArrayList;
import java.util.List;
import org.ponens.grammar.pddl.TypedName;

/**
 * Phrases for a world whose names are not its own.
 *
 * @param words whether the names are words: nouns, adjectives and verbs by how many objects a
 *     predicate is said of
 */
record DisguisedPhrases(boolean words) implements Phrases {

  @Override
  public String introduction() {
    return words
        ? "This is a world of its own. Its words do not mean what they usually mean; nothing counts"
            + " but the rules below."
        : "This is a world of its own. Its words mean nothing elsewhere; nothing counts but the"
            + " rules below.";
  }

  @Override
  public String objects(TypedName type, List<String> names) {
    return "Of kind " + type.name() + ": " + String.join(", ", names) + ".";
  }

  @Override
  public String subtype(TypedName type) {
    return "What is of kind " + type.name() + " is of kind " + type.type() + ", too.";
  }

  @Override
  public String fact(String predicate, List<String> arguments) {
    if (!words) {
      return arguments.isEmpty()
          ? predicate + " holds"
          : predicate + " holds of " + String.join(" and ", arguments);
    }
    return switch (arguments.size()) {
      case 0 -> "there is " + predicate;
      case 1 -> arguments.getFirst() + " is " + predicate;
      default ->
          arguments.getFirst()
              + " "
              + predicate
              + " "
              + String.join(" and ", arguments.subList(1, arguments.size()));
    };
  }

  @Override
  public String action(String action, List<TypedName> parameters, List<String> arguments) {
    List<String> kinds = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      kinds.add(arguments.get(i) + " of kind " + parameters.get(i).type());
    }
    return "do " + action + " with " + String.join(", ", kinds);
  }
}
