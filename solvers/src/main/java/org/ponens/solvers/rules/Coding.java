package org.ponens.solvers.rules;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ponens.grammar.rules.Literal;
import org.ponens.grammar.rules.Rule;
import org.ponens.grammar.rules.Term;

/**
 * Numbers for the symbols of a program. A predicate with one sign is a relation: {@code 2p} holds
 * where {@code p} does, {@code 2p + 1} where its strong negation does.
 */
final class Coding {

  private final Map<Signature, Integer> predicates = new HashMap<>();
  private final List<Signature> signatures = new ArrayList<>();
  private final Map<String, Integer> constants = new HashMap<>();
  private final List<Term.Constant> constantTerms = new ArrayList<>();

  private record Signature(String name, int arity) {}

  /** A literal: constants from 0, variable {@code v} as {@code -1 - v}. */
  static final class CodedLiteral {
    private final int relation;
    private final int[] arguments;

    private CodedLiteral(int relation, int[] arguments) {
      this.relation = relation;
      this.arguments = arguments;
    }

    int relation() {
      return relation;
    }

    int[] arguments() {
      return arguments;
    }
  }

  /** A rule. */
  static final class CodedRule {
    private final CodedLiteral[] body;
    private final CodedLiteral[] heads;
    private final String[] variables;

    private CodedRule(CodedLiteral[] body, CodedLiteral[] heads, String[] variables) {
      this.body = body;
      this.heads = heads;
      this.variables = variables;
    }

    CodedLiteral[] body() {
      return body;
    }

    CodedLiteral[] heads() {
      return heads;
    }

    /** The variables' names, by number. */
    String[] variables() {
      return variables;
    }
  }

  int relations() {
    return 2 * signatures.size();
  }

  int arity(int relation) {
    return signatures.get(relation / 2).arity();
  }

  Term.Constant constant(int code) {
    return constantTerms.get(code);
  }

  /** The number of a constant; -1 if nothing added so far has it. */
  int find(String constant) {
    return constants.getOrDefault(constant, -1);
  }

  /** The relation of a literal; -1 if nothing added so far has its predicate. */
  int find(Literal literal) {
    Integer predicate = predicates.get(new Signature(literal.predicate(), literal.arity()));
    return predicate == null ? -1 : 2 * predicate + (literal.positive() ? 0 : 1);
  }

  CodedRule add(Rule rule) {
    Map<String, Integer> variables = new HashMap<>();
    List<String> names = new ArrayList<>();
    CodedLiteral[] body = new CodedLiteral[rule.body().size()];
    Arrays.setAll(body, i -> add(rule.body().get(i), variables, names));
    CodedLiteral[] heads = new CodedLiteral[rule.heads().size()];
    Arrays.setAll(heads, i -> add(rule.heads().get(i), variables, names));
    return new CodedRule(body, heads, names.toArray(String[]::new));
  }

  CodedLiteral add(Literal ground) {
    return add(ground, Map.of(), List.of());
  }

  private CodedLiteral add(Literal literal, Map<String, Integer> variables, List<String> names) {
    Signature signature = new Signature(literal.predicate(), literal.arity());
    Integer predicate = predicates.get(signature);
    if (predicate == null) {
      predicate = signatures.size();
      predicates.put(signature, predicate);
      signatures.add(signature);
    }
    int[] arguments = new int[literal.arity()];
    for (int i = 0; i < arguments.length; i++) {
      arguments[i] =
          switch (literal.arguments().get(i)) {
            case Term.Constant constant -> code(constant);
            case Term.Variable(var name) -> {
              Integer number = variables.get(name);
              if (number == null) {
                number = names.size();
                variables.put(name, number);
                names.add(name);
              }
              yield -1 - number;
            }
          };
    }
    return new CodedLiteral(2 * predicate + (literal.positive() ? 0 : 1), arguments);
  }

  private int code(Term.Constant constant) {
    Integer code = constants.putIfAbsent(constant.name(), constantTerms.size());
    if (code == null) {
      constantTerms.add(constant);
      return constantTerms.size() - 1;
    }
    return code;
  }

  /** The literal of a row. */
  Literal decode(int relationCode, Relation relation, int row) {
    List<Term> arguments = new ArrayList<>(relation.arity);
    for (int i = 0; i < relation.arity; i++) {
      arguments.add(constant(relation.cell(row, i)));
    }
    return new Literal(signatures.get(relationCode / 2).name(), arguments, relationCode % 2 == 0);
  }
}
