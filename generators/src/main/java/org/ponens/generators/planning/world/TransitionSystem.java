package org.ponens.generators.planning.world;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Term;
import org.ponens.grammar.pddl.Type;
import org.ponens.grammar.pddl.TypedName;

/**
 * The states of a scene and all that can be done in them, whether or not it serves a goal: for
 * walking about, not for searching. Domains are those of the worlds here: preconditions of atoms
 * and of objects that differ, effects that add and delete.
 */
public final class TransitionSystem {

  private static final int MOST_TRANSITIONS = 50_000;

  /** Bindings tried, whole and partial: a task file from elsewhere may hold anything. */
  private static final int MOST_BINDINGS = 2_000_000;

  private final Domain domain;
  private final Map<String, List<String>> objects = new HashMap<>();
  private final Set<String> fluents;
  private final Set<Fact> statics = new HashSet<>();
  private final Map<Fact, Integer> numbers = new HashMap<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Transition> transitions = new ArrayList<>();
  private final BitSet initial = new BitSet();
  private int bindings;

  /** The states of a scene. */
  public TransitionSystem(Domain domain, Scene scene) {
    this.domain = domain;
    this.fluents = fluents(domain);
    Map<String, String> supertypes = new HashMap<>();
    for (TypedName type : domain.types()) {
      supertypes.put(type.name(), type.type().names().getFirst());
    }
    for (TypedName object : scene.objects()) {
      String type = object.type().names().getFirst();
      while (type != null) {
        objects.computeIfAbsent(type, t -> new ArrayList<>()).add(object.name());
        type = supertypes.get(type);
      }
    }
    for (Fact fact : scene.initial()) {
      if (fluents.contains(fact.predicate())) {
        initial.set(number(fact));
      } else {
        statics.add(fact);
      }
    }
    for (Domain.Action action : domain.actions()) {
      instantiate(action, new LinkedHashMap<>());
    }
  }

  /** The predicates that some action changes. */
  public static Set<String> fluents(Domain domain) {
    Set<String> changed = new HashSet<>();
    for (Domain.Action action : domain.actions()) {
      for (Effect effect : parts(action.effect())) {
        changed.add(atom(effect).predicate());
      }
    }
    return changed;
  }

  private static List<Effect> parts(Effect effect) {
    return effect instanceof Effect.And and ? and.operands() : List.of(effect);
  }

  private static List<Condition> parts(Condition condition) {
    return condition instanceof Condition.And and ? and.operands() : List.of(condition);
  }

  private static Condition.Atom atom(Effect effect) {
    return switch (effect) {
      case Effect.Add add -> add.atom();
      case Effect.Delete delete -> delete.atom();
      default -> throw new IllegalArgumentException("neither adds nor deletes: " + effect);
    };
  }

  private int number(Fact fact) {
    Integer known = numbers.putIfAbsent(fact, facts.size());
    if (known == null) {
      facts.add(fact);
      return facts.size() - 1;
    }
    return known;
  }

  private void instantiate(Domain.Action action, Map<String, String> binding) {
    if (++bindings > MOST_BINDINGS) {
      throw new IllegalArgumentException("there are too many ways to try");
    }
    for (Condition part : parts(action.precondition())) {
      if (!isPossible(part, binding)) {
        return;
      }
    }
    if (binding.size() < action.parameters().size()) {
      TypedName parameter = action.parameters().get(binding.size());
      for (String object : objects.getOrDefault(parameter.type().names().getFirst(), List.of())) {
        binding.put(parameter.name(), object);
        instantiate(action, binding);
        binding.remove(parameter.name());
      }
      return;
    }
    if (transitions.size() == MOST_TRANSITIONS) {
      throw new IllegalArgumentException(
          "there is more to do than " + MOST_TRANSITIONS + " actions");
    }
    transitions.add(transition(action, binding));
  }

  /** False if what is bound so far rules it out. */
  private boolean isPossible(Condition part, Map<String, String> binding) {
    return switch (part) {
      case Condition.Atom atom ->
          fluents.contains(atom.predicate())
              || !isBound(atom.arguments(), binding)
              || statics.contains(bound(atom, binding));
      case Condition.Not(Condition.Equality equality, var place) ->
          !isBound(List.of(equality.left(), equality.right()), binding)
              || !value(equality.left(), binding).equals(value(equality.right(), binding));
      default -> throw new IllegalArgumentException("no atom and no difference: " + part);
    };
  }

  private static boolean isBound(List<Term> terms, Map<String, String> binding) {
    for (Term term : terms) {
      if (term instanceof Term.Variable variable && !binding.containsKey(variable.name())) {
        return false;
      }
    }
    return true;
  }

  private static String value(Term term, Map<String, String> binding) {
    return switch (term) {
      case Term.Variable variable -> binding.getOrDefault(variable.name(), "");
      case Term.Name name -> name.name();
      case Term.Fluent fluent -> throw new IllegalArgumentException("a fluent: " + fluent);
    };
  }

  private static Fact bound(Condition.Atom atom, Map<String, String> binding) {
    return new Fact(
        atom.predicate(), atom.arguments().stream().map(t -> value(t, binding)).toList());
  }

  private Transition transition(Domain.Action action, Map<String, String> binding) {
    List<Integer> precondition = new ArrayList<>();
    for (Condition part : parts(action.precondition())) {
      if (part instanceof Condition.Atom atom && fluents.contains(atom.predicate())) {
        precondition.add(number(bound(atom, binding)));
      }
    }
    List<Integer> adds = new ArrayList<>();
    List<Integer> deletes = new ArrayList<>();
    for (Effect effect : parts(action.effect())) {
      int fact = number(bound(atom(effect), binding));
      (effect instanceof Effect.Add ? adds : deletes).add(fact);
    }
    return new Transition(
        Plan.Step.of(action.name(), List.copyOf(binding.values())), precondition, adds, deletes);
  }

  /** The domain. */
  public Domain domain() {
    return domain;
  }

  /** The state at first: the numbers of the facts that are true and can change. */
  public BitSet initial() {
    return (BitSet) initial.clone();
  }

  /** How many facts there are that may become true or false. */
  public int factCount() {
    return facts.size();
  }

  /** A fact by its number. */
  public Fact fact(int number) {
    return facts.get(number);
  }

  /** The facts that can change and are true in a state, by number. */
  public List<Fact> facts(BitSet state) {
    return state.stream().mapToObj(facts::get).toList();
  }

  /** The objects that are of a type or of a narrower one. */
  public List<String> objects(Type type) {
    return List.copyOf(objects.getOrDefault(type.names().getFirst(), List.of()));
  }

  /** Whether a fact that never changes is true. */
  public boolean isStaticTruth(Fact fact) {
    return statics.contains(fact);
  }

  /** What can be done somewhere, as far as what never changes tells. */
  public List<Transition> transitions() {
    return List.copyOf(transitions);
  }

  /** What can be done in a state. */
  public List<Transition> applicable(BitSet state) {
    List<Transition> applicable = new ArrayList<>();
    for (Transition transition : transitions) {
      if (transition.isApplicable(state)) {
        applicable.add(transition);
      }
    }
    return applicable;
  }
}
