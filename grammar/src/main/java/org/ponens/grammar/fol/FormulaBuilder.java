package org.ponens.grammar.fol;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.fol.antlr.FolParser;
import org.ponens.grammar.fol.antlr.FolParser.ApplicationContext;
import org.ponens.grammar.fol.antlr.FolParser.CollectionContext;
import org.ponens.grammar.fol.antlr.FolParser.ConjunctionContext;
import org.ponens.grammar.fol.antlr.FolParser.DisjunctionContext;
import org.ponens.grammar.fol.antlr.FolParser.FormulaContext;
import org.ponens.grammar.fol.antlr.FolParser.GroupContext;
import org.ponens.grammar.fol.antlr.FolParser.ImplicationContext;
import org.ponens.grammar.fol.antlr.FolParser.LiteralContext;
import org.ponens.grammar.fol.antlr.FolParser.OmissionContext;
import org.ponens.grammar.fol.antlr.FolParser.OperandContext;
import org.ponens.grammar.fol.antlr.FolParser.QuantifierContext;
import org.ponens.grammar.fol.antlr.FolParser.RelationContext;
import org.ponens.grammar.fol.antlr.FolParser.ScopeContext;
import org.ponens.grammar.fol.antlr.FolParser.StatementContext;
import org.ponens.grammar.fol.antlr.FolParser.TruthContext;

/**
 * Makes a formula of a parse tree, telling terms from formulas and variables from constants.
 *
 * <p>A formula as an argument moves out to the atom around it: {@code P(a, ∃y (Q(y)))} is read as
 * {@code ∃y (Q(y) ∧ P(a, y))}, {@code P(a, ∀y (Q(y)))} as {@code ∀y (Q(y) → P(a, y))}, and {@code
 * P(a ∧ b)} as {@code P(a) ∧ P(b)}, each with a warning. A list or set is a function, {@code list}
 * or {@code set}, of its members.
 */
final class FormulaBuilder {

  /** Each {@code ∃!} doubles what it stands before. */
  private static final int MOST_UNIQUE = 4;

  /** A predicate's name of more words than these is prose. */
  static final int MOST_WORDS_OF_PREDICATE = 3;

  /** Other names of more words than these are prose. */
  static final int MOST_WORDS = 6;

  /**
   * Stands for an operand that could not be read or that its author left out; no text holds NUL.
   */
  static final Formula OMITTED = new Formula.Atom("\0", List.of());

  /** A quantifier around the place being read. */
  static final class Binding {
    boolean used;
  }

  private final Findings findings;
  private final Dialect dialect;
  private final FormulaLints lints;
  private final List<SymbolUse> uses = new ArrayList<>();
  private final Map<String, Deque<Binding>> bound = new HashMap<>();
  private final Map<String, Token> free = new LinkedHashMap<>();
  private int quantifiers;
  private int uniques;
  private boolean failed;
  private final TermBuilder termBuilder;

  FormulaBuilder(Findings findings, Dialect dialect) {
    this.findings = findings;
    this.dialect = dialect;
    this.lints = new FormulaLints(findings, !dialect.strict());
    this.termBuilder = new TermBuilder(this, findings);
  }

  /**
   * The variable that a name is here: bound by a quantifier around it, or free by the dialect's
   * rule.
   */
  Optional<Term.Variable> variable(Token token) {
    String name = token.getText();
    Deque<Binding> binding = bound.get(name);
    if (binding != null && !binding.isEmpty()) {
      binding.peek().used = true;
      return Optional.of(Term.variable(name));
    }
    if (dialect.freeVariable().test(name)) {
      free.putIfAbsent(name, token);
      return Optional.of(Term.variable(name));
    }
    return Optional.empty();
  }

  /** Whether some quantifier of the formula binds this name. */
  boolean isBoundSomewhere(String name) {
    return bound.containsKey(name);
  }

  /** The places at which symbols are used, in the order of the text. */
  List<SymbolUse> uses() {
    return uses;
  }

  /** The unbound variables and where each stands first. */
  Map<String, Token> free() {
    return free;
  }

  /** The formula, with its free variables; empty, with an error given, where it makes no sense. */
  Optional<Formula> build(StatementContext statement) {
    Formula formula = formula(statement.formula());
    return failed || formula.equals(OMITTED) ? Optional.empty() : Optional.of(formula);
  }

  private Formula formula(FormulaContext context) {
    lints.equivalence(context);
    Formula result = implication((ImplicationContext) context.getChild(0));
    for (int i = 2; i < context.getChildCount(); i += 2) {
      Formula right = implication((ImplicationContext) context.getChild(i));
      result = new Formula.Iff(present(result), present(right));
    }
    return result;
  }

  private Formula implication(ImplicationContext context) {
    lints.implication(context);
    int count = context.getChildCount();
    if (count == 1) {
      return disjunction((DisjunctionContext) context.getChild(0));
    }
    List<Formula> operands = new ArrayList<>();
    for (int i = 0; i < count; i += 2) {
      operands.add(present(disjunction((DisjunctionContext) context.getChild(i))));
    }
    Formula result = operands.getLast();
    for (int i = operands.size() - 2; i >= 0; i--) {
      Formula left = operands.get(i);
      result =
          Shapes.type(context.getChild(2 * i + 1)) == FolParser.IMPLIES
              ? new Formula.Implies(left, result)
              : new Formula.Implies(result, left);
    }
    return result;
  }

  private Formula disjunction(DisjunctionContext context) {
    lints.disjunction(context);
    Formula result = conjunction((ConjunctionContext) context.getChild(0));
    List<Formula> operands = new ArrayList<>();
    operands.add(result);
    for (int i = 2; i < context.getChildCount(); i += 2) {
      Formula next = conjunction((ConjunctionContext) context.getChild(i));
      if (Shapes.type(context.getChild(i - 1)) == FolParser.OR) {
        operands.add(next);
      } else {
        Formula left = present(Shapes.joined(operands, false));
        operands = new ArrayList<>();
        operands.add(new Formula.Xor(left, present(next)));
      }
    }
    return Shapes.joined(operands, false);
  }

  private Formula conjunction(ConjunctionContext context) {
    lints.conjunction(context);
    if (context.getChildCount() == 1) {
      return literal((LiteralContext) context.getChild(0));
    }
    List<Formula> operands = new ArrayList<>();
    for (int i = 0; i < context.getChildCount(); i += 2) {
      operands.add(literal((LiteralContext) context.getChild(i)));
    }
    return Shapes.joined(operands, true);
  }

  /** An operand that cannot be left out without changing what the rest says. */
  Formula present(Formula formula) {
    if (formula.equals(OMITTED)) {
      failed = true;
    }
    return formula;
  }

  private Formula literal(LiteralContext context) {
    int last = context.getChildCount() - 1;
    if (last == 0) {
      return relation((RelationContext) context.getChild(0));
    }
    List<List<Binding>> bindings = new ArrayList<>();
    for (int i = 0; i < last; i++) {
      bindings.add(
          context.getChild(i) instanceof QuantifierContext quantifier
              ? bind(quantifier)
              : List.of());
    }
    Formula result = present(relation((RelationContext) context.getChild(last)));
    for (int i = last - 1; i >= 0; i--) {
      result =
          context.getChild(i) instanceof QuantifierContext quantifier
              ? quantified(quantifier, bindings.get(i), result)
              : new Formula.Not(result);
    }
    return result;
  }

  List<Binding> bind(QuantifierContext quantifier) {
    List<Binding> bindings = new ArrayList<>();
    for (Token variable : Shapes.variables(quantifier)) {
      Deque<Binding> stack = bound.computeIfAbsent(variable.getText(), k -> new ArrayDeque<>());
      if (!stack.isEmpty()) {
        lints.rebound(variable);
      }
      Binding binding = new Binding();
      stack.push(binding);
      bindings.add(binding);
      use(variable, 0, SymbolUse.Kind.VARIABLE);
      lints.quantifiersNest(++quantifiers, variable);
    }
    return bindings;
  }

  private Formula quantified(QuantifierContext quantifier, List<Binding> bindings, Formula body) {
    List<Token> variables = Shapes.variables(quantifier);
    Token symbol = quantifier.getStart();
    if (symbol.getType() == FolParser.UNIQUE && (uniques += variables.size()) > MOST_UNIQUE) {
      fail(FolCode.SYNTAX, quantifier, "more than " + MOST_UNIQUE + " '∃!' stand in one formula");
      return body;
    }
    if (symbol.getType() == FolParser.EXISTS) {
      lints.existential(symbol, variables, body);
    }
    Formula result = quantifier.symbol() == null ? body : within(quantifier, bindings, body);
    for (int i = variables.size() - 1; i >= 0; i--) {
      Token token = variables.get(i);
      unbind(token, bindings.get(i));
      Term.Variable variable = Term.variable(token.getText());
      result =
          switch (symbol.getType()) {
            case FolParser.FORALL -> new Formula.ForAll(variable, result);
            case FolParser.EXISTS, FolParser.NONE -> new Formula.Exists(variable, result);
            case FolParser.UNIQUE -> unique(variable, result);
            default -> throw new AssertionError("no quantifier: " + symbol);
          };
    }
    return symbol.getType() == FolParser.NONE ? new Formula.Not(result) : result;
  }

  /** {@code ∀x ∈ S φ} is {@code ∀x (x ∈ S → φ)}, {@code ∃x ∈ S φ} is {@code ∃x (x ∈ S ∧ φ)}. */
  private Formula within(QuantifierContext quantifier, List<Binding> bindings, Formula body) {
    Term set = termBuilder.variableOrConstant(quantifier.symbol().getStart());
    List<Formula> members = new ArrayList<>();
    for (Token variable : Shapes.variables(quantifier)) {
      members.add(Formula.atom("∈", Term.variable(variable.getText()), set));
    }
    bindings.forEach(binding -> binding.used = true);
    if (quantifier.getStart().getType() == FolParser.FORALL) {
      return new Formula.Implies(Shapes.joined(members, true), body);
    }
    members.add(body);
    return Shapes.joined(members, true);
  }

  void unbind(Token variable, Binding binding) {
    Deque<Binding> stack = bound.get(variable.getText());
    if (stack != null) {
      stack.pop();
    }
    quantifiers--;
    if (!binding.used) {
      lints.unused(variable);
    }
  }

  /** {@code ∃!x φ(x)} is {@code ∃x (φ(x) ∧ ∀y (φ(y) → y = x))}. */
  private Formula unique(Term.Variable variable, Formula body) {
    Term.Variable other = Term.variable(fresh(variable.name()));
    return new Formula.Exists(
        variable,
        Formula.and(
            body,
            new Formula.ForAll(
                other,
                new Formula.Implies(
                    Replacement.of(body, variable.name(), other),
                    new Formula.Equality(other, variable)))));
  }

  String fresh(String name) {
    for (int i = 1; ; i++) {
      String candidate = name + "_" + i;
      if (uses.stream().noneMatch(use -> use.name().equals(candidate))) {
        uses.add(new SymbolUse(candidate, 0, SymbolUse.Kind.VARIABLE, 0, 0));
        return candidate;
      }
    }
  }

  Formula relation(RelationContext context) {
    if (context.getChildCount() == 1) {
      return operand((OperandContext) context.getChild(0));
    }
    List<OperandContext> operands = context.operand();
    for (int i = 0; i + 1 < operands.size(); i++) {
      int type = Shapes.type(context.relator(i).getChild(0));
      boolean equality = type == FolParser.EQUAL || type == FolParser.UNEQUAL;
      if (equality && operands.size() == 2) {
        Formula special = equalityOfFormulas(operands, type == FolParser.EQUAL);
        if (special != null) {
          return special;
        }
      }
    }
    return termBuilder.lifted(
        () -> {
          List<Term> terms = operands.stream().map(termBuilder::term).toList();
          List<Formula> links = new ArrayList<>();
          for (int i = 0; i + 1 < terms.size(); i++) {
            int type = Shapes.type(context.relator(i).getChild(0));
            links.add(Shapes.compare(type, terms.get(i), terms.get(i + 1)));
          }
          return Shapes.joined(links, true);
        });
  }

  /** {@code (A ∧ B) = C}, and {@code P(x) = True}: neither compares terms. */
  private @Nullable Formula equalityOfFormulas(List<OperandContext> operands, boolean equal) {
    OperandContext left = operands.get(0);
    OperandContext right = operands.get(1);
    Optional<Boolean> value = Shapes.truthValue(right);
    if (value.isPresent() && left instanceof ApplicationContext atom && atom.arguments() != null) {
      doubtAbout(left, right, "a formula is compared with a truth value; read as the formula");
      return value.get() == equal ? operand(left) : new Formula.Not(operand(left));
    }
    if (Shapes.isTerm(left) && Shapes.isTerm(right)) {
      return null;
    }
    doubtAbout(left, right, "formulas are compared with '='; read as '↔'");
    Formula both = new Formula.Iff(present(operand(left)), present(operand(right)));
    return equal ? both : new Formula.Not(both);
  }

  private void doubtAbout(OperandContext left, OperandContext right, String message) {
    findings.warning(
        FolCode.EQUALITY_OF_FORMULAS,
        Tokens.start(left.getStart()),
        Tokens.end(right.getStop()),
        message);
  }

  private Formula operand(OperandContext context) {
    return switch (context) {
      case GroupContext group -> formula(group.formula());
      case ScopeContext scope -> formula(scope.formula());
      case TruthContext truth ->
          new Formula.Truth(Shapes.type(truth.getChild(0)) == FolParser.TRUE);
      case OmissionContext omission -> omitted(omission);
      case CollectionContext collection -> collectionOfFormulas(collection);
      case ApplicationContext application -> atom(application);
      default -> throw new AssertionError("no operand: " + context.getText());
    };
  }

  private Formula omitted(OmissionContext context) {
    findings.error(
        FolCode.ELLIPSIS,
        Tokens.start(context.getStart()),
        Tokens.end(context.getStart()),
        "part of the formula is left out: write it in full");
    return OMITTED;
  }

  private Formula collectionOfFormulas(CollectionContext context) {
    if (context.formula().isEmpty()) {
      fail(FolCode.SYNTAX, context, "expected a formula between the brackets");
    }
    List<Formula> formulas = new ArrayList<>();
    for (FormulaContext formula : context.formula()) {
      formulas.add(formula(formula));
    }
    return Shapes.joined(formulas, true);
  }

  private Formula atom(ApplicationContext context) {
    Token name = context.symbol().getStart();
    if (context.arguments() == null) {
      Deque<Binding> binding = bound.get(name.getText());
      if (binding != null && !binding.isEmpty() && isVariable(name)) {
        binding.peek().used = true;
        fail(
            FolCode.TERM_AS_FORMULA,
            context,
            "the variable '" + name.getText() + "' stands where a formula is expected");
        return OMITTED;
      }
      Optional<Boolean> value = Shapes.truthValue(context);
      if (value.isPresent() && !dialect.strict() && !Shapes.isWhole(context)) {
        return truthWord(name, value.get());
      }
      use(name, 0, SymbolUse.Kind.PROPOSITION);
      return new Formula.Atom(name.getText(), List.of());
    }
    List<FormulaContext> arguments = context.arguments().formula();
    Formula connective =
        name.getType() == FolParser.NAME ? connective(name.getText(), arguments) : null;
    if (connective != null) {
      return connective;
    }
    phrase(name, MOST_WORDS_OF_PREDICATE);
    use(name, arguments.size(), SymbolUse.Kind.PREDICATE);
    return termBuilder.lifted(
        () -> {
          List<Term> terms = new ArrayList<>(arguments.size());
          for (FormulaContext argument : arguments) {
            termBuilder.term(argument).ifPresent(terms::add);
          }
          return new Formula.Atom(name.getText(), terms);
        });
  }

  private boolean isVariable(Token name) {
    return name.getType() == FolParser.NAME && !dialect.strict();
  }

  /** {@code A → False}: within a formula the word can only be the truth value. */
  private Formula truthWord(Token word, boolean value) {
    String symbol = value ? "⊤" : "⊥";
    findings.repaired(
        Severity.NOTE,
        FolCode.TRUTH_WORD,
        Tokens.start(word),
        Tokens.end(word),
        "'" + word.getText() + "' is read as the truth value",
        "write '" + symbol + "'",
        symbol);
    return new Formula.Truth(value);
  }

  /** {@code And(A, B)}, {@code Implies(A, B)}: connectives as functions, as solvers' APIs do. */
  private @Nullable Formula connective(String name, List<FormulaContext> arguments) {
    String lower = name.length() <= 7 ? name.toLowerCase(Locale.ROOT) : "";
    boolean chain = lower.equals("and") || lower.equals("or");
    boolean binary = lower.equals("implies") || lower.equals("iff") || lower.equals("xor");
    boolean fits = chain ? arguments.size() >= 2 : binary && arguments.size() == 2;
    if (!fits || arguments.stream().anyMatch(Shapes::isBareName)) {
      return null;
    }
    List<Formula> operands = new ArrayList<>();
    arguments.forEach(argument -> operands.add(present(formula(argument))));
    return switch (lower) {
      case "and" -> new Formula.And(operands);
      case "or" -> new Formula.Or(operands);
      case "implies" -> new Formula.Implies(operands.get(0), operands.get(1));
      case "iff" -> new Formula.Iff(operands.get(0), operands.get(1));
      default -> new Formula.Xor(operands.get(0), operands.get(1));
    };
  }

  void use(Token token, int arity, SymbolUse.Kind kind) {
    uses.add(new SymbolUse(token.getText(), arity, kind, Tokens.start(token), Tokens.end(token)));
  }

  void phrase(Token name, int mostWords) {
    if (name.getType() != FolParser.PHRASE) {
      return;
    }
    String text = name.getText();
    long words = 1 + text.chars().filter(c -> c == ' ').count();
    if (words > mostWords) {
      failed = true;
      findings.error(
          FolCode.PROSE,
          Tokens.start(name),
          Tokens.end(name),
          "expected a name, but this is English; a name of several words needs quotes");
      return;
    }
    String quoted = Spelling.quoted(text);
    findings.repaired(
        mostWords == MOST_WORDS ? Severity.NOTE : Severity.WARNING,
        FolCode.NAME_WITH_BLANKS,
        Tokens.start(name),
        Tokens.end(name),
        "words without a comma or connective between them are read as one name",
        "write " + quoted,
        quoted);
  }

  /** Something was left out where a term is expected: nothing can be made of the formula. */
  void omittedTerm(OmissionContext omission) {
    omitted(omission);
    failed = true;
  }

  void fail(FolCode code, ParserRuleContext context, String message) {
    failed = true;
    findings.error(code, Tokens.start(context.getStart()), Tokens.end(context.getStop()), message);
  }
}
