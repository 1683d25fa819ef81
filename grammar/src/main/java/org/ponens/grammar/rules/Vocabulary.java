package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.rules.RawLiteral.RawName;
import org.ponens.grammar.rules.RawLiteral.RawTerm;
import org.ponens.grammar.rules.RawLiteral.Value;
import org.ponens.grammar.rules.Symbols.Role;
import org.ponens.grammar.rules.Symbols.Symbol;

/**
 * The names of one program: tells variables from constants, identifies spellings, and makes
 * literals of what was written.
 */
final class Vocabulary {

  private final Repairs repairs;
  private final Symbols predicates = new Symbols(SymbolKey::ofPredicate);
  private final Symbols constants = new Symbols(SymbolKey::of);
  private final Set<String> factConstants = new HashSet<>();
  private final Map<String, Integer> arities = new HashMap<>();
  private int anonymous;

  Vocabulary(Repairs repairs) {
    this.repairs = repairs;
  }

  Symbols predicates() {
    return predicates;
  }

  Symbols constants() {
    return constants;
  }

  /** Learns that a fact names this thing, so that its name is no variable anywhere. */
  void isThing(RawTerm term) {
    factConstants.add(term.name().text());
  }

  /** Learns how many arguments a predicate is declared with. */
  void isDeclared(Symbol predicate, int arity) {
    arities.putIfAbsent(SymbolKey.ofPredicate(predicate.name()), arity);
  }

  /** Whether an argument is a variable wherever it stands. */
  static boolean isVariableByForm(RawTerm term) {
    RawName name = term.name();
    return term.marked()
        || (name.form() == RawName.Form.BARE && SymbolKey.looksVariable(name.text()));
  }

  /** The literal that was meant. */
  Literal literal(RawLiteral written, Role role) {
    RawLiteral raw = withValueWord(written);
    Symbol symbol = predicate(raw.predicate(), role);
    symbol.uses(raw.arguments().size(), raw.predicate());
    List<Term> terms = new ArrayList<>(raw.arguments().size());
    for (RawTerm term : raw.arguments()) {
      terms.add(term(term, role));
    }
    Literal literal = new Literal(symbol.name(), terms, raw.positive());
    if (raw.negated()) {
      repair(raw, literal, RuleCode.NEGATION_SPELLING, "negation is written as the value False");
    } else if (raw.value() != Value.GIVEN) {
      repair(
          raw, literal, RuleCode.MISSING_VALUE, "the value True or False stands as last argument");
    }
    return literal;
  }

  /** {@code Kind(Anne, yes)}, where the declaration has no room for another argument. */
  private RawLiteral withValueWord(RawLiteral raw) {
    int last = raw.arguments().size() - 1;
    if (raw.value() != Value.ABSENT
        || last < 0
        || !Integer.valueOf(last)
            .equals(arities.get(SymbolKey.ofPredicate(raw.predicate().text())))) {
      return raw;
    }
    return switch (raw.arguments().get(last).name().text().toLowerCase(Locale.ROOT)) {
      case "yes", "t", "y", "1" -> raw.withoutLast(true);
      case "no", "f", "n", "0" -> raw.withoutLast(false);
      default -> raw;
    };
  }

  private void repair(RawLiteral raw, Literal literal, RuleCode code, String message) {
    repairs.note(
        code,
        message,
        "write the value as last argument",
        raw.start(),
        raw.end(),
        literal.toString());
  }

  /** The predicate that a name stands for. */
  Symbol predicate(RawName name, Role role) {
    Symbol symbol = predicates.occurrence(name, role);
    spelling(name, symbol);
    return symbol;
  }

  private Term term(RawTerm term, Role role) {
    RawName name = term.name();
    if (isVariable(term, role)) {
      if (!term.marked()) {
        repairs.note(
            RuleCode.VARIABLE_SPELLING,
            "a variable is marked with '$'",
            "mark the variable",
            name.start(),
            name.end(),
            "$" + variableName(name.text()));
      }
      String variable = variableName(name.text());
      return Term.variable(variable.isEmpty() ? "_" + ++anonymous : variable);
    }
    Symbol symbol = constants.occurrence(name, role);
    spelling(name, symbol);
    return Term.constant(symbol.name());
  }

  /** Whether an argument in this part of a program is a variable. */
  boolean isVariable(RawTerm term, Role role) {
    RawName name = term.name();
    boolean letter =
        name.form() == RawName.Form.BARE
            && name.text().length() == 1
            && Character.isLetter(name.text().charAt(0))
            && !factConstants.contains(name.text());
    return role != Role.FACT && (isVariableByForm(term) || letter);
  }

  private void spelling(RawName name, Symbol symbol) {
    if (!SymbolKey.of(name.text()).equals(SymbolKey.of(symbol.name()))) {
      repairs.warn(
          RuleCode.SINGULAR_AND_PLURAL,
          "the predicates " + symbol.name() + " and " + name.text() + " are read as one",
          "spell the predicate as before",
          name.start(),
          name.end(),
          symbol.name());
    } else if (!name.text().equals(symbol.name())) {
      repairs.note(
          RuleCode.NAME_SPELLING,
          "names that differ only in case, blanks or an article are the same",
          "spell the name as before",
          name.start(),
          name.end(),
          symbol.name());
    } else if (name.form() == RawName.Form.BARE && name.words() > 1) {
      repairs.note(
          RuleCode.NAME_OF_SEVERAL_WORDS,
          "a name of several words stands in quotes",
          "quote the name",
          name.start(),
          name.end(),
          "'" + name.text() + "'");
    }
  }

  /** A variable's name made of any text; empty for an anonymous one. */
  static String variableName(String text) {
    StringBuilder out = new StringBuilder(text.length());
    text.codePoints()
        .forEach(c -> out.appendCodePoint(Character.isLetterOrDigit(c) || c == '_' ? c : '_'));
    return !out.isEmpty() && Character.isDigit(out.codePointAt(0)) ? "_" + out : out.toString();
  }
}
