package org.ponens.generators.planning.disguise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Term;
import org.ponens.grammar.pddl.Type;
import org.ponens.grammar.pddl.TypedName;

/**
 * New names for all types, predicates, actions and objects of a domain and a scene, one to one; the
 * structure stays. Order goes with it: declarations are shuffled, so that the third action of a
 * disguised world need not be the third of the world. Immutable.
 */
public final class Renaming {

  private static final String CONSONANTS = "bcdfghjklmnpqrstvwxz";
  private static final String VOWELS = "aeiou";
  private static final int TOKEN_LENGTH = 5;

  private final Map<String, String> types;
  private final Map<String, String> predicates;
  private final Map<String, String> actions;
  private final Map<String, String> objects;

  private Renaming(
      Map<String, String> types,
      Map<String, String> predicates,
      Map<String, String> actions,
      Map<String, String> objects) {
    this.types = types;
    this.predicates = predicates;
    this.actions = actions;
    this.objects = objects;
  }

  /** Draws names; none of them names two things, nor one of the world's own. */
  public static Renaming draw(Disguise disguise, Domain domain, Scene scene, ItemRandom random) {
    List<String> typeNames = domain.types().stream().map(TypedName::name).toList();
    List<String> actionNames = domain.actions().stream().map(Domain.Action::name).toList();
    List<String> objectNames = scene.objects().stream().map(TypedName::name).toList();
    Map<String, String> predicates = new HashMap<>();
    return switch (disguise) {
      case NONE -> new Renaming(Map.of(), Map.of(), Map.of(), Map.of());
      case WORDS -> {
        for (int arity = 0; arity <= 2; arity++) {
          int least = arity;
          List<String> names =
              domain.predicates().stream()
                  .filter(p -> Math.min(2, p.parameters().size()) == least)
                  .map(Domain.Predicate::name)
                  .toList();
          List<String> words =
              switch (arity) {
                case 0 -> WordLists.CONDITIONS;
                case 1 -> WordLists.QUALITIES;
                default -> WordLists.RELATIONS;
              };
          predicates.putAll(words(names, words, random));
        }
        yield new Renaming(
            words(typeNames, WordLists.KINDS, random),
            predicates,
            words(actionNames, WordLists.ACTIONS, random),
            words(objectNames, WordLists.OBJECTS, random));
      }
      case TOKENS -> {
        Set<String> taken = new HashSet<>(List.of(Type.OBJECT_NAME, Type.NUMBER_NAME));
        List<String> predicateNames =
            domain.predicates().stream().map(Domain.Predicate::name).toList();
        yield new Renaming(
            tokens(typeNames, taken, random),
            tokens(predicateNames, taken, random),
            tokens(actionNames, taken, random),
            tokens(objectNames, taken, random));
      }
    };
  }

  private static Map<String, String> words(
      List<String> names, List<String> words, ItemRandom random) {
    Map<String, String> map = new HashMap<>();
    int[] order = random.permutation(words.size());
    for (int i = 0; i < names.size(); i++) {
      String word = words.get(order[i % order.length]);
      // More objects than words have numbers as well.
      map.put(names.get(i), i < order.length ? word : word + (i / order.length + 1));
    }
    return map;
  }

  private static Map<String, String> tokens(
      List<String> names, Set<String> taken, ItemRandom random) {
    Map<String, String> map = new HashMap<>();
    for (String name : names) {
      String token = token(random);
      while (!taken.add(token)) {
        token = token(random);
      }
      map.put(name, token);
    }
    return map;
  }

  private static String token(ItemRandom random) {
    StringBuilder token = new StringBuilder();
    for (int i = 0; i < TOKEN_LENGTH; i++) {
      String letters = i % 2 == 0 ? CONSONANTS : VOWELS;
      token.append(letters.charAt(random.nextInt(letters.length())));
    }
    return token.toString();
  }

  private static String name(Map<String, String> map, String name) {
    return map.getOrDefault(name, name);
  }

  /** A domain in the new names, in another order where they are new. */
  public Domain domain(Domain domain, ItemRandom random) {
    if (actions.isEmpty()) {
      return domain;
    }
    return new Domain(
        "world",
        domain.requirements(),
        Scene.shuffled(types(domain.types()), random),
        List.of(),
        Scene.shuffled(
            domain.predicates().stream()
                .map(
                    p ->
                        new Domain.Predicate(
                            name(predicates, p.name()), numbered(p.parameters()), p.place()))
                .toList(),
            random),
        domain.functions(),
        List.of(),
        Scene.shuffled(domain.actions().stream().map(this::action).toList(), random),
        List.of(),
        List.of(),
        Optional.empty(),
        domain.place());
  }

  // Their own names would tell what parameters are.
  private List<TypedName> numbered(List<TypedName> parameters) {
    List<TypedName> numbered = new ArrayList<>();
    for (TypedName parameter : parameters) {
      String name = "x" + (numbered.size() + 1);
      numbered.add(new TypedName(name, type(parameter.type()), parameter.place()));
    }
    return numbered;
  }

  private Domain.Action action(Domain.Action action) {
    List<TypedName> parameters = numbered(action.parameters());
    Map<String, String> variables = new HashMap<>();
    for (int i = 0; i < parameters.size(); i++) {
      variables.put(action.parameters().get(i).name(), parameters.get(i).name());
    }
    return new Domain.Action(
        name(actions, action.name()),
        parameters,
        condition(action.precondition(), variables),
        effect(action.effect(), variables),
        action.place());
  }

  private List<TypedName> types(List<TypedName> names) {
    return names.stream()
        .map(n -> new TypedName(name(types, n.name()), type(n.type()), n.place()))
        .toList();
  }

  private Type type(Type type) {
    return new Type(type.names().stream().map(n -> name(types, n)).toList(), type.place());
  }

  private Condition condition(Condition condition, Map<String, String> variables) {
    return switch (condition) {
      case Condition.Atom atom -> atom(atom, variables);
      case Condition.Equality it ->
          new Condition.Equality(
              term(it.left(), variables), term(it.right(), variables), it.place());
      case Condition.Not it -> new Condition.Not(condition(it.operand(), variables), it.place());
      case Condition.And it ->
          new Condition.And(
              it.operands().stream().map(o -> condition(o, variables)).toList(), it.place());
      default -> throw new IllegalArgumentException("not of the worlds here: " + condition);
    };
  }

  private Effect effect(Effect effect, Map<String, String> variables) {
    return switch (effect) {
      case Effect.And it ->
          new Effect.And(
              it.operands().stream().map(o -> effect(o, variables)).toList(), it.place());
      case Effect.Add it -> new Effect.Add(atom(it.atom(), variables));
      case Effect.Delete it -> new Effect.Delete(atom(it.atom(), variables), it.place());
      default -> throw new IllegalArgumentException("not of the worlds here: " + effect);
    };
  }

  private Condition.Atom atom(Condition.Atom atom, Map<String, String> variables) {
    return new Condition.Atom(
        name(predicates, atom.predicate()),
        atom.arguments().stream().map(t -> term(t, variables)).toList(),
        atom.place());
  }

  private Term term(Term term, Map<String, String> variables) {
    return switch (term) {
      case Term.Variable it -> new Term.Variable(name(variables, it.name()), it.place());
      case Term.Name it -> new Term.Name(name(objects, it.name()), it.place());
      case Term.Fluent it -> throw new IllegalArgumentException("a fluent: " + it);
    };
  }

  /** A scene in the new names. */
  public Scene scene(Scene scene) {
    return new Scene(
        scene.objects().stream()
            .map(o -> new TypedName(name(objects, o.name()), type(o.type()), o.place()))
            .toList(),
        facts(scene.initial()));
  }

  /** A fact in the new names. */
  public Fact fact(Fact fact) {
    return new Fact(
        name(predicates, fact.predicate()),
        fact.arguments().stream().map(a -> name(objects, a)).toList());
  }

  /** Facts in the new names. */
  public List<Fact> facts(List<Fact> facts) {
    return facts.stream().map(this::fact).toList();
  }

  /** A step in the new names. */
  public Plan.Step step(Plan.Step step) {
    return Plan.Step.of(
        name(actions, step.action()),
        step.arguments().stream().map(a -> name(objects, a)).toList());
  }
}
