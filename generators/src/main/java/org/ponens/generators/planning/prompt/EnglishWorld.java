package org.ponens.generators.planning.prompt;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ponens.generators.planning.world.Fact;
import org.ponens.generators.planning.world.Scene;
import org.ponens.generators.planning.world.TransitionSystem;
import org.ponens.grammar.pddl.Condition;
import org.ponens.grammar.pddl.Domain;
import org.ponens.grammar.pddl.Effect;
import org.ponens.grammar.pddl.Plan;
import org.ponens.grammar.pddl.Term;
import org.ponens.grammar.pddl.TypedName;

/**
 * A world in sentences. They are made from the domain itself, so that the rules in English and in
 * PDDL cannot differ. Facts and actions have a notation, too, for answers.
 */
final class EnglishWorld {

  private final Phrases phrases;
  private final Domain domain;

  EnglishWorld(Phrases phrases, Domain domain) {
    this.phrases = phrases;
    this.domain = domain;
  }

  /** What there is, what facts there are, and what can be done. */
  String rules() {
    StringBuilder out = new StringBuilder(1024);
    out.append(phrases.introduction()).append("\n\nFacts and how they are written:\n");
    for (Domain.Predicate predicate : domain.predicates()) {
      List<String> names = upper(predicate.parameters());
      out.append(new Fact(predicate.name(), names))
          .append(": ")
          .append(phrases.fact(predicate.name(), names))
          .append('\n');
    }
    out.append("\nActions and how they are written:\n");
    for (Domain.Action action : domain.actions()) {
      List<String> names = upper(action.parameters());
      out.append(Plan.Step.of(action.name(), names))
          .append(": ")
          .append(phrases.action(action.name(), action.parameters(), names))
          .append(".\n  It can be done only if: ")
          .append(String.join("; ", conditions(action.precondition())))
          .append(".\n");
      List<String> adds = new ArrayList<>();
      List<String> deletes = new ArrayList<>();
      List<Effect> parts =
          action.effect() instanceof Effect.And and ? and.operands() : List.of(action.effect());
      for (Effect effect : parts) {
        switch (effect) {
          case Effect.Add(var atom) -> adds.add(phrase(atom));
          case Effect.Delete(var atom, var place) -> deletes.add(phrase(atom));
          default -> throw new IllegalArgumentException("not of the worlds here: " + effect);
        }
      }
      out.append("  It makes true: ").append(String.join("; ", adds)).append(".\n");
      if (!deletes.isEmpty()) {
        out.append("  It makes false: ").append(String.join("; ", deletes)).append(".\n");
      }
    }
    return out.append("Whatever an action does not mention stays as it is.\n").toString();
  }

  private static List<String> upper(List<TypedName> parameters) {
    return parameters.stream().map(p -> p.name().toUpperCase(Locale.ROOT)).toList();
  }

  private List<String> conditions(Condition condition) {
    List<Condition> parts =
        condition instanceof Condition.And and ? and.operands() : List.of(condition);
    List<String> all = new ArrayList<>();
    for (Condition part : parts) {
      all.add(
          switch (part) {
            case Condition.Atom atom -> phrase(atom);
            case Condition.Not(Condition.Equality(var left, var right, var at), var place) ->
                term(left) + " and " + term(right) + " are not the same";
            default -> throw new IllegalArgumentException("not of the worlds here: " + part);
          });
    }
    return all;
  }

  private String phrase(Condition.Atom atom) {
    return phrases.fact(
        atom.predicate(), atom.arguments().stream().map(EnglishWorld::term).toList());
  }

  private static String term(Term term) {
    return switch (term) {
      case Term.Variable it -> it.name().toUpperCase(Locale.ROOT);
      case Term.Name it -> it.name();
      case Term.Fluent it -> throw new IllegalArgumentException("a fluent: " + it);
    };
  }

  /** The objects and what is true of them at first. */
  String scene(Scene scene) {
    StringBuilder out = new StringBuilder(1024);
    out.append("There are:\n");
    for (TypedName type : domain.types()) {
      List<String> names = scene.names(type.name());
      if (!names.isEmpty()) {
        out.append(phrases.objects(type, names)).append('\n');
      }
    }
    for (TypedName type : domain.types()) {
      if (!type.type().isObject()) {
        out.append(phrases.subtype(type)).append('\n');
      }
    }
    out.append("\nAt first these facts are true, and no others:\n");
    // What changes first, then the map that it happens on.
    List<Fact> fixed = new ArrayList<>();
    for (Fact fact : scene.initial()) {
      if (TransitionSystem.fluents(domain).contains(fact.predicate())) {
        out.append("- ").append(sentence(fact)).append('\n');
      } else {
        fixed.add(fact);
      }
    }
    for (Fact fact : fixed) {
      out.append("- ").append(sentence(fact)).append('\n');
    }
    return out.toString();
  }

  private String sentence(Fact fact) {
    return phrases.fact(fact.predicate(), fact.arguments());
  }

  /** Facts that are all wanted, as one sentence without its full stop. */
  String all(List<Fact> facts) {
    return String.join("; ", facts.stream().map(this::sentence).toList());
  }

  /** An action, without a full stop. */
  String step(Plan.Step step) {
    List<TypedName> parameters = domain.action(step.action()).orElseThrow().parameters();
    return phrases.action(step.action(), parameters, step.arguments());
  }
}
