package org.ponens.grammar.rules;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * Writes the strict spelling. A name that is no plain word stands in single quotes with {@code \}
 * as escape; where two names of a program differ in no more than case and spacing, which the reader
 * takes for the same, {@link SymbolKey#EXACT} marks them as they are.
 */
final class RulePrinter {

  private static final Set<String> KEYWORDS =
      Set.of(
          "and", "or", "not", "if", "then", "iff", "implies", "forall", "for", "exists", "true",
          "false");

  private final Set<String> exactPredicates;
  private final Set<String> exactConstants;
  private final StringBuilder out = new StringBuilder();

  private RulePrinter(Set<String> exactPredicates, Set<String> exactConstants) {
    this.exactPredicates = exactPredicates;
    this.exactConstants = exactConstants;
  }

  static String print(RuleProgram program) {
    Set<String> predicates = new HashSet<>();
    Set<String> constants = new HashSet<>();
    program.predicates().forEach(p -> predicates.add(p.name()));
    Stream<Literal> literals =
        Stream.of(
                program.facts().stream().map(Fact::literal),
                program.rules().stream()
                    .flatMap(rule -> Stream.concat(rule.body().stream(), rule.heads().stream())),
                Stream.of(program.query().literal()))
            .flatMap(s -> s);
    literals.forEach(
        literal -> {
          predicates.add(literal.predicate());
          for (Term term : literal.arguments()) {
            if (term instanceof Term.Constant(var name)) {
              constants.add(name);
            }
          }
        });
    RulePrinter printer =
        new RulePrinter(alike(predicates, SymbolKey::ofPredicate), alike(constants, SymbolKey::of));
    printer.program(program);
    return printer.out.toString();
  }

  static String print(Literal literal) {
    RulePrinter printer = new RulePrinter(Set.of(), Set.of());
    printer.literal(literal);
    return printer.out.toString();
  }

  static String print(Rule rule) {
    RulePrinter printer = new RulePrinter(Set.of(), Set.of());
    printer.rule(rule);
    return printer.out.toString();
  }

  private void program(RuleProgram program) {
    out.append("Predicates:\n");
    for (Predicate predicate : program.predicates()) {
      name(predicate.name(), exactPredicates);
      out.append('(');
      predicate.parameters().forEach(p -> out.append('$').append(p).append(", "));
      out.append("bool)");
      gloss(predicate.gloss());
    }
    out.append("Facts:\n");
    for (Fact fact : program.facts()) {
      literal(fact.literal());
      gloss(fact.gloss());
    }
    out.append("Rules:\n");
    for (Rule rule : program.rules()) {
      rule(rule);
      gloss(rule.gloss());
    }
    out.append("Query:\n");
    literal(program.query().literal());
    gloss(program.query().gloss());
  }

  private void rule(Rule rule) {
    conjunction(rule.body());
    out.append(" >>> ");
    conjunction(rule.heads());
  }

  private void conjunction(List<Literal> literals) {
    for (int i = 0; i < literals.size(); i++) {
      out.append(i == 0 ? "" : " && ");
      literal(literals.get(i));
    }
  }

  private void literal(Literal literal) {
    name(literal.predicate(), exactPredicates);
    out.append('(');
    for (Term term : literal.arguments()) {
      switch (term) {
        case Term.Variable(var name) -> out.append('$').append(name);
        case Term.Constant(var name) -> name(name, exactConstants);
      }
      out.append(", ");
    }
    out.append(literal.positive() ? "True)" : "False)");
  }

  private void gloss(Optional<String> gloss) {
    gloss.ifPresent(words -> out.append(" ::: ").append(words));
    out.append('\n');
  }

  private void name(String name, Set<String> exact) {
    if (exact.contains(name)) {
      quote(SymbolKey.EXACT, name);
    } else if (isPlain(name)) {
      out.append(name);
    } else {
      quote("", name);
    }
  }

  private void quote(String mark, String name) {
    out.append('\'').append(mark);
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      switch (c) {
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        // A colon too, so that no gloss begins within a name.
        case '\'', '\\', ':' -> out.append('\\').append(c);
        default -> out.append(c);
      }
    }
    out.append('\'');
  }

  private static boolean isPlain(String name) {
    if (name.length() < 2 || !isLetter(name.charAt(0))) {
      return false;
    }
    for (int i = 1; i < name.length(); i++) {
      char c = name.charAt(i);
      if (!isLetter(c) && !(c >= '0' && c <= '9') && c != '_') {
        return false;
      }
    }
    return !KEYWORDS.contains(name.toLowerCase(Locale.ROOT)) && !SymbolKey.looksVariable(name);
  }

  // The scripts of which no Unicode version changes the letters.
  private static boolean isLetter(char c) {
    return (c >= 'A' && c <= 'Z')
        || (c >= 'a' && c <= 'z')
        || (c >= '\u00c0' && c <= '\u024f' && c != '\u00d7' && c != '\u00f7');
  }

  /** The names that the reader would take for another one of them. */
  private static Set<String> alike(Set<String> names, UnaryOperator<String> key) {
    Map<String, String> first = new HashMap<>();
    Set<String> alike = new HashSet<>();
    for (String name : names) {
      String other = first.putIfAbsent(key.apply(name), name);
      if (other != null) {
        alike.add(other);
        alike.add(name);
      }
    }
    return alike;
  }
}
