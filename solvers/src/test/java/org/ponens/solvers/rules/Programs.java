package org.ponens.solvers.rules;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.rules.Fact;
import org.ponens.grammar.rules.Literal;
import org.ponens.grammar.rules.Query;
import org.ponens.grammar.rules.Rule;
import org.ponens.grammar.rules.RuleProgram;
import org.ponens.grammar.rules.Rules;
import org.ponens.grammar.rules.Term;

/** Programs to test with, and the least model as the definition has it. */
final class Programs {

  private static final Span NOWHERE = Source.of("").span(0, 0);
  private static final List<String> CONSTANTS = List.of("Ada", "Ben", "Cid", "Dot");
  private static final List<String> VARIABLES = List.of("x", "y", "z");

  private Programs() {}

  static RuleProgram read(String text) {
    return Rules.parse(text).orElseThrow();
  }

  static Rule rule(List<Literal> body, Literal... heads) {
    return new Rule(body, List.of(heads), Optional.empty(), NOWHERE);
  }

  static Fact fact(Literal literal) {
    return new Fact(literal, Optional.empty(), NOWHERE);
  }

  /** A small program: predicates of 0 to 3 arguments, constants and repeated variables anywhere. */
  static RuleProgram random(Random random) {
    List<Fact> facts = new ArrayList<>();
    for (int i = random.nextInt(1, 9); i > 0; i--) {
      facts.add(fact(literal(random, List.of(), 1)));
    }
    List<Rule> rules = new ArrayList<>();
    for (int i = random.nextInt(1, 8); i > 0; i--) {
      List<Literal> body = new ArrayList<>();
      for (int k = random.nextInt(1, 4); k > 0; k--) {
        body.add(literal(random, VARIABLES, 0.3));
      }
      List<String> bound =
          body.stream().flatMap(Literal::variables).map(Term.Variable::name).distinct().toList();
      List<Literal> heads = new ArrayList<>();
      for (int k = random.nextInt(1, 3); k > 0; k--) {
        heads.add(literal(random, bound, 0.2));
      }
      rules.add(new Rule(body, heads, Optional.empty(), NOWHERE));
    }
    Query query = new Query(literal(random, List.of(), 1), Optional.empty(), NOWHERE);
    return new RuleProgram(List.of(), facts, rules, query);
  }

  private static Literal literal(Random random, List<String> variables, double constants) {
    int predicate = random.nextInt(5);
    List<Term> arguments = new ArrayList<>();
    for (int i = List.of(0, 1, 2, 2, 3).get(predicate); i > 0; i--) {
      arguments.add(
          variables.isEmpty() || random.nextDouble() < constants
              ? Term.constant(CONSTANTS.get(random.nextInt(CONSTANTS.size())))
              : Term.variable(variables.get(random.nextInt(variables.size()))));
    }
    return new Literal("P" + predicate, arguments, random.nextInt(4) > 0);
  }

  /** The least model by grounding every rule over all constants until nothing is added. */
  static Set<Literal> leastModel(List<Fact> facts, List<Rule> rules) {
    Set<Literal> model = new LinkedHashSet<>();
    facts.forEach(fact -> model.add(fact.literal()));
    boolean changed = true;
    while (changed) {
      changed = false;
      for (Rule rule : rules) {
        for (int code = 0; code < 4 * 4 * 4; code++) {
          int[] values = {code % 4, code / 4 % 4, code / 16};
          if (rule.body().stream().map(l -> ground(l, values)).allMatch(model::contains)) {
            for (Literal head : rule.heads()) {
              changed |= model.add(ground(head, values));
            }
          }
        }
      }
    }
    return model;
  }

  private static Literal ground(Literal literal, int[] values) {
    List<Term> arguments = new ArrayList<>();
    for (Term term : literal.arguments()) {
      arguments.add(
          switch (term) {
            case Term.Constant constant -> constant;
            case Term.Variable(var name) ->
                Term.constant(CONSTANTS.get(values[VARIABLES.indexOf(name)]));
          });
    }
    return new Literal(literal.predicate(), arguments, literal.positive());
  }
}
