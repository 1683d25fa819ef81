package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.rules.RawLiteral.RawTerm;
import org.ponens.grammar.rules.RawLiteral.Value;
import org.ponens.grammar.rules.RawStatement.Arrow;
import org.ponens.grammar.rules.RawStatement.Place;
import org.ponens.grammar.rules.Symbols.Role;
import org.ponens.grammar.rules.Symbols.Symbol;

/**
 * Makes a program of the statements of a text: sorts them by their form and checks that rules are
 * range-restricted. For one text.
 */
final class ProgramBuilder {

  private final Source source;
  private final Diagnostics diagnostics;
  private final Repairs repairs;
  private final Vocabulary vocabulary;

  private final List<Predicate> declared = new ArrayList<>();
  private final List<Fact> facts = new ArrayList<>();
  private final List<Rule> rules = new ArrayList<>();
  private final List<Query> queries = new ArrayList<>();

  ProgramBuilder(Source source, Diagnostics diagnostics, Repairs repairs) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.repairs = repairs;
    this.vocabulary = new Vocabulary(repairs);
  }

  Vocabulary vocabulary() {
    return vocabulary;
  }

  /** The program, unless no query could be read. */
  Optional<RuleProgram> build(List<RawStatement> statements) {
    List<RawStatement> declarations = new ArrayList<>();
    List<RawStatement> given = new ArrayList<>();
    List<RawStatement> conditional = new ArrayList<>();
    List<RawStatement> asked = new ArrayList<>();
    for (RawStatement statement : statements) {
      if (statement.place() == Place.QUERY) {
        asked.add(statement);
      } else if (statement.arrow() != Arrow.NONE) {
        misplaced(statement, Place.RULES);
        conditional.add(statement);
      } else if (isDeclaration(statement)) {
        misplaced(statement, Place.PREDICATES);
        declarations.add(statement);
      } else {
        given.add(statement);
      }
    }
    given.forEach(this::collectConstants);
    declarations.forEach(this::declare);
    given.forEach(this::state);
    conditional.forEach(this::rule);
    asked.forEach(this::ask);
    if (queries.isEmpty()) {
      return Optional.empty();
    }
    Query query = queries.getFirst();
    for (Query other : queries) {
      if (!other.literal().equals(query.literal())) {
        diagnostics.add(
            Diagnostic.error(
                    RuleCode.SEVERAL_QUERIES,
                    other.span(),
                    "a program has one query: this further one is left out")
                .withNote(Diagnostic.Note.at(query.span(), "the query that is read")));
      }
    }
    return Optional.of(new RuleProgram(declared, facts, rules, query));
  }

  private void misplaced(RawStatement statement, Place right) {
    Place place = statement.place();
    if (place == Place.ELSEWHERE) {
      repairs.note(
          RuleCode.SECTION_MISSING,
          "a statement stands under no header, and is read by its form",
          statement.start(),
          statement.end());
    } else if (place != right) {
      repairs.note(
          RuleCode.MISPLACED,
          "a statement stands outside its section, and is read by its form",
          statement.start(),
          statement.end());
    }
  }

  /**
   * {@code Kind($x, bool)} anywhere; under Predicates also what states nothing of a named thing.
   */
  private static boolean isDeclaration(RawStatement statement) {
    if (statement.left().size() != 1 || statement.left().getFirst().size() != 1) {
      return false;
    }
    RawLiteral literal = statement.left().getFirst().getFirst();
    if (literal.value() == Value.TYPE) {
      return true;
    }
    boolean states =
        literal.value() == Value.GIVEN
            && literal.arguments().stream().noneMatch(Vocabulary::isVariableByForm);
    return statement.place() == Place.PREDICATES && !states;
  }

  private void collectConstants(RawStatement statement) {
    for (List<RawLiteral> conjunction : statement.left()) {
      for (RawLiteral literal : conjunction) {
        for (RawTerm term : literal.arguments()) {
          if (!Vocabulary.isVariableByForm(term)) {
            vocabulary.isThing(term);
          }
        }
      }
    }
  }

  private void declare(RawStatement statement) {
    RawLiteral literal = statement.left().getFirst().getFirst();
    Symbol symbol = vocabulary.predicate(literal.predicate(), Role.DECLARATION);
    List<String> parameters = new ArrayList<>();
    for (RawTerm term : literal.arguments()) {
      String name = Vocabulary.variableName(term.name().text());
      parameters.add(name.isEmpty() ? "x" + (parameters.size() + 1) : name);
    }
    vocabulary.isDeclared(symbol, parameters.size());
    declared.add(new Predicate(symbol.name(), parameters, statement.gloss(), span(statement)));
  }

  private void state(RawStatement statement) {
    if (statement.left().size() != 1) {
      error(
          RuleCode.DISJUNCTIVE_HEAD,
          statement,
          "a fact is no disjunction: which of the "
              + statement.left().size()
              + " cases holds is not said");
      return;
    }
    List<RawLiteral> conjunction = statement.left().getFirst();
    if (lacksTruthValue(conjunction)) {
      return;
    }
    for (RawLiteral raw : conjunction) {
      for (RawTerm term : raw.arguments()) {
        if (Vocabulary.isVariableByForm(term)) {
          variableInFact(statement, term);
          return;
        }
      }
    }
    misplaced(statement, Place.FACTS);
    if (conjunction.size() > 1) {
      repairs.note(
          RuleCode.FACTS_SPLIT,
          "a line that states several facts is read as one fact each",
          statement.start(),
          statement.end());
    }
    for (RawLiteral raw : conjunction) {
      facts.add(new Fact(vocabulary.literal(raw, Role.FACT), statement.gloss(), span(statement)));
    }
  }

  private void variableInFact(RawStatement statement, RawTerm term) {
    boolean amongRules = statement.place() == Place.RULES;
    error(
        amongRules ? RuleCode.MISSING_ARROW : RuleCode.VARIABLE_IN_FACT,
        statement,
        amongRules
            ? "a rule says what follows from what: body >>> head"
            : "a fact is about named things, and "
                + shown(term)
                + " is a variable: a general statement is a rule, body >>> head");
  }

  private void rule(RawStatement statement) {
    if (lacksTruthValue(statement.left().stream().flatMap(List::stream).toList())
        || lacksTruthValue(statement.right().stream().flatMap(List::stream).toList())) {
      return;
    }
    boolean both = statement.arrow() == Arrow.IFF;
    if (both || statement.left().size() > 1) {
      repairs.note(
          RuleCode.RULE_SPLIT,
          both
              ? "a biconditional is read as a rule for each direction"
              : "a rule with a disjunction in its body is read as a rule for each case",
          statement.start(),
          statement.end());
    }
    direction(statement, statement.left(), statement.right());
    if (both) {
      direction(statement, statement.right(), statement.left());
    }
  }

  private void direction(
      RawStatement statement, List<List<RawLiteral>> bodies, List<List<RawLiteral>> heads) {
    if (heads.size() != 1 || heads.getFirst().isEmpty()) {
      error(
          RuleCode.DISJUNCTIVE_HEAD,
          statement,
          "the head of a rule is no disjunction: which of the cases follows is not said");
      return;
    }
    for (List<RawLiteral> rawBody : bodies) {
      if (rawBody.isEmpty()) {
        state(
            new RawStatement(
                statement.place(),
                Arrow.NONE,
                heads,
                List.of(),
                statement.gloss(),
                statement.start(),
                statement.end()));
        continue;
      }
      List<Literal> body = rawBody.stream().map(raw -> vocabulary.literal(raw, Role.BODY)).toList();
      List<Literal> head =
          heads.getFirst().stream().map(raw -> vocabulary.literal(raw, Role.HEAD)).toList();
      Optional<Term.Variable> unbound = Rule.unbound(body, head);
      if (unbound.isPresent()) {
        unbound(statement, rawBody, heads.getFirst(), unbound.get().name());
      } else {
        rules.add(new Rule(body, head, statement.gloss(), span(statement)));
      }
    }
  }

  private void unbound(
      RawStatement statement, List<RawLiteral> body, List<RawLiteral> heads, String variable) {
    Diagnostic error =
        Diagnostic.error(
            RuleCode.UNBOUND_VARIABLE,
            span(statement),
            "the head's variable $"
                + variable
                + " does not occur in the body: the rule does not say of what it holds");
    // Where the body speaks of one thing only, the head probably does too.
    List<RawTerm> terms = body.stream().flatMap(l -> l.arguments().stream()).toList();
    Set<String> things = new HashSet<>();
    terms.forEach(term -> things.add(SymbolKey.of(term.name().text())));
    if (things.size() == 1 && !vocabulary.isVariable(terms.getFirst(), Role.BODY)) {
      String thing = terms.getFirst().name().text();
      Edit[] edits =
          heads.stream()
              .flatMap(literal -> literal.arguments().stream())
              .filter(term -> vocabulary.isVariable(term, Role.HEAD))
              .filter(term -> Vocabulary.variableName(term.name().text()).equals(variable))
              .map(term -> source.span(term.name().start(), term.name().end()))
              .map(place -> new Edit(place, thing))
              .toArray(Edit[]::new);
      error = error.withFix(Fix.suggested("write '" + thing + "' for $" + variable, edits));
    }
    diagnostics.add(error);
  }

  private void ask(RawStatement statement) {
    boolean single =
        statement.arrow() == Arrow.NONE
            && statement.left().size() == 1
            && statement.left().getFirst().size() == 1;
    if (!single) {
      error(
          RuleCode.NO_QUERY,
          statement,
          "a query is one atom with a truth value: Name(argument, True)");
      return;
    }
    RawLiteral raw = statement.left().getFirst().getFirst();
    if (!lacksTruthValue(List.of(raw))) {
      queries.add(
          new Query(vocabulary.literal(raw, Role.QUERY), statement.gloss(), span(statement)));
    }
  }

  private boolean lacksTruthValue(List<RawLiteral> literals) {
    for (RawLiteral literal : literals) {
      if (literal.value() == Value.NONE || literal.value() == Value.TYPE) {
        diagnostics.add(
            Diagnostic.error(
                RuleCode.NO_TRUTH_VALUE,
                source.span(literal.start(), literal.end()),
                literal.value() == Value.NONE
                    ? "the value of an atom is True or False: that it is unknown cannot be said or"
                        + " asked"
                    : "the value of an atom is True or False, and bool only declares it"));
        return true;
      }
    }
    return false;
  }

  private static String shown(RawTerm term) {
    return term.marked() ? "$" + term.name().text() : term.name().text();
  }

  private Span span(RawStatement statement) {
    return source.span(statement.start(), statement.end());
  }

  private void error(RuleCode code, RawStatement statement, String message) {
    diagnostics.add(Diagnostic.error(code, span(statement), message));
  }
}
