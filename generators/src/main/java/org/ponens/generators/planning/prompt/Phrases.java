package org.ponens.generators.planning.prompt;

import java.util.List;
import org.ponens.grammar.pddl.TypedName;

/** What the names of a world are in English. */
interface Phrases {

  /** What the world is, in sentences. */
  String introduction();

  /** That there are these objects, a sentence. */
  String objects(TypedName type, List<String> names);

  /** That the things of a type are all of another, a sentence. */
  String subtype(TypedName type);

  /** That a predicate is true of objects, without a full stop: {@code block a lies on block b}. */
  String fact(String predicate, List<String> arguments);

  /** What is done, without a full stop: {@code put block a onto block b}. */
  String action(String action, List<TypedName> parameters, List<String> arguments);
}
