package org.ponens.grammar.fol;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes one formula in one notation. */
final class FormulaPrinter {

  private static final Set<String> RELATIONS = Set.of("<", "≤", ">", "≥", "∈", "⊆");

  /** Names of notations' own that a printed name must not be. */
  private static final Set<String> PROVER9_WORDS = Set.of("all", "exists", "end_of_list");

  private final Notation notation;
  private final Symbols symbols;
  private final boolean bareWords;
  private final StringBuilder out = new StringBuilder();

  /** For each variable in scope the name it is printed under. */
  private final Map<String, String> scope = new HashMap<>();

  private final Set<String> printedVariables = new HashSet<>();
  private final Set<String> names;

  private record Symbols(
      String forAll,
      String exists,
      String behindVariable,
      String not,
      String and,
      String or,
      String xor,
      String implies,
      String iff,
      String comma,
      String truth,
      String falsity,
      String unequal) {}

  private FormulaPrinter(Notation notation, boolean bareWords, Set<String> names) {
    this.notation = notation;
    this.bareWords = bareWords;
    this.names = names;
    this.symbols =
        switch (notation) {
          case UNICODE ->
              new Symbols("∀", "∃", " ", "¬", "∧", "∨", "⊕", "→", "↔", ", ", "⊤", "⊥", "≠");
          case PROVER9 ->
              new Symbols(
                  "all ", "exists ", " ", "-", "&", "|", "<->", "->", "<->", ",", "$T", "$F", "!=");
          case TPTP ->
              new Symbols(
                  "! [", "? [", "] : ", "~ ", "&", "|", "<~>", "=>", "<=>", ",", "$true", "$false",
                  "!=");
          case LATEX ->
              new Symbols(
                  "\\forall ",
                  "\\exists ",
                  "\\, ",
                  "\\neg ",
                  "\\land",
                  "\\lor",
                  "\\oplus",
                  "\\rightarrow",
                  "\\leftrightarrow",
                  ", ",
                  "\\top",
                  "\\bot",
                  "\\neq");
        };
  }

  /** The formula; {@code bareWords}: whether a proposition is written without {@code ()}. */
  static String print(Formula formula, Notation notation, boolean bareWords) {
    Set<String> names = new HashSet<>();
    collectNames(formula, names);
    FormulaPrinter printer = new FormulaPrinter(notation, bareWords, names);
    for (String free : Formulas.freeVariables(formula)) {
      printer.scope.put(free, printer.nameOf(free));
    }
    printer.formula(formula, Place.ALONE);
    return printer.out.toString();
  }

  static String print(Term term, Notation notation) {
    Set<String> names = new HashSet<>();
    collectNames(term, names);
    FormulaPrinter printer = new FormulaPrinter(notation, true, names);
    printer.term(term);
    return printer.out.toString();
  }

  /** Whether the reader takes the words of this formula for propositions by itself. */
  static boolean needsNoParentheses(Formula formula) {
    return Propositions.isCompound(formula) && isPropositional(formula);
  }

  /** Whether neither arguments nor quantifiers nor answer words occur. */
  static boolean isPropositional(Formula formula) {
    return switch (formula) {
      case Formula.Truth t -> true;
      case Formula.Atom(var predicate, var arguments) ->
          arguments.isEmpty() && predicate.indexOf(' ') < 0 && !Propositions.isAnswer(predicate);
      case Formula.Equality e -> false;
      case Formula.Not(var operand) -> isPropositional(operand);
      case Formula.And(var operands) -> operands.stream().allMatch(FormulaPrinter::isPropositional);
      case Formula.Or(var operands) -> operands.stream().allMatch(FormulaPrinter::isPropositional);
      case Formula.Xor(var left, var right) -> isPropositional(left) && isPropositional(right);
      case Formula.Implies(var left, var right) -> isPropositional(left) && isPropositional(right);
      case Formula.Iff(var left, var right) -> isPropositional(left) && isPropositional(right);
      case Formula.ForAll f -> false;
      case Formula.Exists e -> false;
    };
  }

  private static void collectNames(Formula formula, Set<String> names) {
    switch (formula) {
      case Formula.Truth t -> {}
      case Formula.Atom(var predicate, var arguments) ->
          arguments.forEach(term -> collectNames(term, names));
      case Formula.Equality(var left, var right) -> {
        collectNames(left, names);
        collectNames(right, names);
      }
      case Formula.Not(var operand) -> collectNames(operand, names);
      case Formula.And(var operands) -> {
        for (Formula operand : operands) {
          collectNames(operand, names);
        }
      }
      case Formula.Or(var operands) -> {
        for (Formula operand : operands) {
          collectNames(operand, names);
        }
      }
      case Formula.Xor(var left, var right) -> {
        collectNames(left, names);
        collectNames(right, names);
      }
      case Formula.Implies(var left, var right) -> {
        collectNames(left, names);
        collectNames(right, names);
      }
      case Formula.Iff(var left, var right) -> {
        collectNames(left, names);
        collectNames(right, names);
      }
      case Formula.ForAll(var variable, var body) -> {
        names.add(variable.name());
        collectNames(body, names);
      }
      case Formula.Exists(var variable, var body) -> {
        names.add(variable.name());
        collectNames(body, names);
      }
    }
  }

  private static void collectNames(Term term, Set<String> names) {
    switch (term) {
      case Term.Variable(var name) -> names.add(name);
      case Term.Application(var function, var arguments) -> {
        names.add(function);
        arguments.forEach(argument -> collectNames(argument, names));
      }
    }
  }

  /** Where a formula stands, which tells whether it needs parentheses. */
  private enum Place {
    /** Between brackets, or the whole. */
    ALONE,
    /** Behind {@code ¬}. */
    NEGATED,
    /** Behind a quantifier. */
    BODY,
    /** An operand of {@code →} or {@code ↔}. */
    LOOSE,
    /** The last operand of {@code →}, behind which nothing comes before the bracket closes. */
    LAST,
    /** An operand of {@code ∧}, {@code ∨} or {@code ⊕}. */
    TIGHT
  }

  private void formula(Formula formula, Place place) {
    boolean parentheses = needsParentheses(formula, place);
    if (parentheses) {
      out.append('(');
    }
    // Within its own parentheses a formula's last operand is the last.
    boolean closed = parentheses || place == Place.ALONE || place == Place.LAST;
    switch (formula) {
      case Formula.Truth(var value) -> out.append(value ? symbols.truth : symbols.falsity);
      case Formula.Atom atom -> atom(atom);
      case Formula.Equality(var left, var right) -> {
        term(left);
        out.append(" = ");
        term(right);
      }
      case Formula.Not(Formula.Equality(var left, var right)) -> {
        term(left);
        out.append(' ').append(symbols.unequal).append(' ');
        term(right);
      }
      case Formula.Not(var operand) -> {
        out.append(symbols.not);
        formula(operand, Place.NEGATED);
      }
      case Formula.And(var operands) -> chain(operands, symbols.and);
      case Formula.Or(var operands) -> chain(operands, symbols.or);
      case Formula.Xor(var left, var right) -> exclusive(left, right);
      case Formula.Implies(var left, var right) -> binary(left, symbols.implies, right, closed);
      case Formula.Iff(var left, var right) -> binary(left, symbols.iff, right, closed);
      case Formula.ForAll(var variable, var body) -> quantified(symbols.forAll, variable, body);
      case Formula.Exists(var variable, var body) -> quantified(symbols.exists, variable, body);
    }
    if (parentheses) {
      out.append(')');
    }
  }

  private boolean needsParentheses(Formula formula, Place place) {
    if (place == Place.ALONE) {
      return false;
    }
    boolean unary = place == Place.NEGATED || place == Place.BODY;
    return switch (formula) {
      case Formula.Truth t -> place == Place.BODY;
      case Formula.Atom atom ->
          switch (place) {
            case NEGATED -> isInfix(atom) && notation != Notation.LATEX;
            case BODY -> isInfix(atom) || !readsAsBody(atom);
            default -> false;
          };
      case Formula.Equality e -> unary;
      case Formula.Not(Formula.Equality e) -> unary;
      case Formula.Not(var operand) ->
          (notation == Notation.PROVER9 && place == Place.NEGATED)
              || ((place == Place.TIGHT || place == Place.LOOSE) && isQuantified(operand));
      case Formula.And a -> (place != Place.LOOSE && place != Place.LAST) || strictTptp();
      case Formula.Or o -> (place != Place.LOOSE && place != Place.LAST) || strictTptp();
      case Formula.Xor x -> notation != Notation.PROVER9;
      case Formula.Implies i -> true;
      case Formula.Iff i -> true;
      case Formula.ForAll f -> place == Place.TIGHT || place == Place.LOOSE;
      case Formula.Exists e -> place == Place.TIGHT || place == Place.LOOSE;
    };
  }

  /** Whether a quantifier would reach behind the formula. */
  private static boolean isQuantified(Formula formula) {
    Formula inner = formula;
    while (inner instanceof Formula.Not(var operand)) {
      inner = operand;
    }
    return inner instanceof Formula.ForAll || inner instanceof Formula.Exists;
  }

  private boolean strictTptp() {
    return notation == Notation.TPTP;
  }

  /** Whether a reader cannot take the atom's name for a further variable. */
  private boolean readsAsBody(Formula.Atom atom) {
    return notation == Notation.TPTP
        || (!atom.arguments().isEmpty()
            && !atom.predicate().isEmpty()
            && Character.isUpperCase(atom.predicate().codePointAt(0))
            && name(atom.predicate(), null).charAt(0) != '"');
  }

  private void chain(List<Formula> operands, String operator) {
    for (int i = 0; i < operands.size(); i++) {
      if (i > 0) {
        out.append(' ').append(operator).append(' ');
      }
      formula(operands.get(i), Place.TIGHT);
    }
  }

  private void exclusive(Formula left, Formula right) {
    if (notation == Notation.PROVER9) {
      out.append("-(");
      binary(left, symbols.iff, right, true);
      out.append(')');
    } else {
      chain(List.of(left, right), symbols.xor);
    }
  }

  private void binary(Formula left, String operator, Formula right, boolean closed) {
    formula(left, Place.LOOSE);
    out.append(' ').append(operator).append(' ');
    // Prover9 reads its quantifiers narrowly, and parentheses leave no doubt.
    formula(right, closed && notation != Notation.PROVER9 ? Place.LAST : Place.LOOSE);
  }

  private void quantified(String quantifier, Term.Variable variable, Formula body) {
    String printed = nameOf(variable.name());
    out.append(quantifier).append(printed).append(symbols.behindVariable);
    String outer = scope.put(variable.name(), printed);
    boolean added = printedVariables.add(printed);
    formula(body, Place.BODY);
    if (added) {
      printedVariables.remove(printed);
    }
    if (outer == null) {
      scope.remove(variable.name());
    } else {
      scope.put(variable.name(), outer);
    }
  }

  /** The name that a variable is printed under. */
  private String nameOf(String variable) {
    if (isVariable(variable)) {
      return variable;
    }
    String capital = variable.toUpperCase(Locale.ROOT);
    if (notation == Notation.TPTP && isVariable(capital) && names.add(capital)) {
      return capital;
    }
    for (int i = 1; ; i++) {
      String candidate = (notation == Notation.TPTP ? "X" : "x") + i;
      if (names.add(candidate)) {
        return candidate;
      }
    }
  }

  private boolean isVariable(String name) {
    return switch (notation) {
      case UNICODE, LATEX -> Spelling.isPlain(name);
      case PROVER9 ->
          Spelling.isPlain(name)
              && Spelling.isAsciiWord(name)
              && !PROVER9_WORDS.contains(name.toLowerCase(Locale.ROOT));
      case TPTP -> Spelling.isUpperWord(name);
    };
  }

  private static boolean isInfix(Formula.Atom atom) {
    return atom.arguments().size() == 2 && RELATIONS.contains(atom.predicate());
  }

  private void atom(Formula.Atom atom) {
    boolean infix = isInfix(atom) && (notation == Notation.UNICODE || notation == Notation.LATEX);
    if (infix) {
      term(atom.arguments().get(0));
      out.append(' ').append(atom.predicate()).append(' ');
      term(atom.arguments().get(1));
      return;
    }
    out.append(name(atom.predicate(), null));
    if (!atom.arguments().isEmpty()) {
      arguments(atom.arguments());
    } else if (notation == Notation.UNICODE && !bareWords) {
      out.append("()");
    }
  }

  private void arguments(List<Term> arguments) {
    out.append('(');
    for (int i = 0; i < arguments.size(); i++) {
      if (i > 0) {
        out.append(symbols.comma);
      }
      term(arguments.get(i));
    }
    out.append(')');
  }

  private void term(Term term) {
    switch (term) {
      case Term.Variable(var name) -> {
        String printed = scope.get(name);
        out.append(printed == null ? name : printed);
      }
      case Term.Application(var function, var arguments) -> {
        out.append(name(function, arguments.isEmpty() ? function : null));
        if (!arguments.isEmpty()) {
          arguments(arguments);
        }
      }
    }
  }

  /**
   * A name as written; {@code constant} where it is a constant's, which must not read as a
   * variable.
   */
  private String name(String name, @Nullable String constant) {
    boolean captured =
        constant != null
            && (scope.containsKey(name)
                || printedVariables.contains(name)
                || Dialect.readsAsVariable(name));
    return switch (notation) {
      case UNICODE -> Spelling.isPlain(name) && !captured ? name : Spelling.quoted(name);
      case PROVER9 ->
          Spelling.isAsciiWord(name)
                  && Spelling.isPlain(name)
                  && !captured
                  && !(constant != null && startsLikeVariable(name))
              ? name
              : Spelling.quoted(name);
      case TPTP ->
          Spelling.isLowerWord(name)
                  || (constant != null && Spelling.isInteger(name))
                  || isDistinctObject(name, constant)
              ? name
              : Spelling.quoted(name, '\'');
      case LATEX -> latex(name);
    };
  }

  private static boolean startsLikeVariable(String name) {
    char first = name.charAt(0);
    return first >= 'u' && first <= 'z';
  }

  private static boolean isDistinctObject(String name, @Nullable String constant) {
    return constant != null
        && name.length() > 2
        && name.startsWith("\"")
        && name.endsWith("\"")
        && name.indexOf('"', 1) == name.length() - 1
        && name.indexOf('\\') < 0;
  }

  private static String latex(String name) {
    if (name.length() == 1) {
      return name;
    }
    StringBuilder escaped = new StringBuilder("\\mathit{");
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      switch (c) {
        case '_', '$', '%', '&', '#', '{', '}' -> escaped.append('\\').append(c);
        case '\\' -> escaped.append("\\backslash ");
        case ' ' -> escaped.append("\\ ");
        default -> escaped.append(c);
      }
    }
    return escaped.append('}').toString();
  }
}
