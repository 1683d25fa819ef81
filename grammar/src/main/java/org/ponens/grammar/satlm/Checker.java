package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;

/**
 * Resolves the names of a statement and checks its sorts. Every fault is reported at its
 * sub-expression; a method that returns null has reported why. For one program.
 */
final class Checker {

  private static final int LARGEST_NUMBER_DIGITS = 9;

  private final Vocabulary vocabulary;
  private final Scope scope = new Scope();
  private final FormReader forms;
  private final Set<String> reported = new HashSet<>();
  private @Nullable Raw root;

  Checker(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
    this.forms = new FormReader(vocabulary, this, scope);
  }

  /** A closed formula, or empty, and then an error says why. */
  Optional<Expression> formula(Raw raw) {
    root = raw;
    scope.clear();
    reported.clear();
    Expression formula = truth(raw);
    return Optional.ofNullable(formula);
  }

  /** A formula, at whatever depth. */
  @Nullable Expression truth(Raw raw) {
    Typed typed = check(raw, new Sort.Bool());
    if (typed == null) {
      return null;
    }
    if (!typed.isFormula()) {
      vocabulary.error(
          SatlmCode.SORT_MISMATCH,
          raw,
          "expected a formula; '"
              + vocabulary.text(raw)
              + "' is "
              + vocabulary.describe(typed.type()));
      return null;
    }
    return typed.expression();
  }

  /** An integer or member; a truth value becomes 1 or 0. */
  @Nullable Typed term(Raw raw, @Nullable Sort expected) {
    Typed typed = check(raw, expected);
    return typed == null ? null : asTerm(typed);
  }

  static Typed asTerm(Typed typed) {
    return typed.isFormula()
        ? Typed.whole(
            new Expression.If(
                typed.expression(), new Expression.Numeral(1), new Expression.Numeral(0)))
        : typed;
  }

  /** Terms of one type, as many as there are. */
  @Nullable List<Typed> terms(List<Raw> raws) {
    List<Typed> terms = new ArrayList<>();
    Sort expected = null;
    for (Raw raw : raws) {
      Typed typed = term(raw, expected);
      if (typed == null) {
        return null;
      }
      expected = typed.sort().orElse(expected);
      if (!terms.isEmpty() && !comparable(terms.get(0), typed, raw)) {
        return null;
      }
      terms.add(typed);
    }
    return terms;
  }

  /**
   * Checks an expression.
   *
   * @param expected the sort that its place asks for, to resolve and suggest by; not enforced
   */
  @Nullable Typed check(Raw raw, @Nullable Sort expected) {
    return switch (raw) {
      case Raw.Name name -> name(name, expected);
      case Raw.Quoted quoted -> quoted(quoted);
      case Raw.Numeral numeral -> numeral(numeral, expected);
      case Raw.Call call -> call(call);
      case Raw.Not(var operand, var start, var end) -> {
        Expression formula = truth(operand);
        yield formula == null ? null : Typed.formula(new Expression.Not(formula));
      }
      case Raw.Negative(var operand, var start, var end) -> negative(operand);
      case Raw.Connected connected -> connected(connected);
      case Raw.Chain chain -> chain(chain);
      case Raw.Arithmetic arithmetic -> arithmetic(arithmetic);
      case Raw.Conditional(var condition, var then, var otherwise, var start, var end) ->
          choice(condition, then, otherwise);
      case Raw.ListOf list -> misplaced(raw, "a list");
      case Raw.Binder binder -> misplaced(raw, "a binding");
      case Raw.Range range -> misplaced(raw, "a range");
      case Raw.Comprehension c -> misplaced(raw, "a comprehension");
    };
  }

  private @Nullable Typed misplaced(Raw raw, String what) {
    vocabulary.error(
        SatlmCode.SYNTAX,
        raw,
        "expected a term or formula; '" + vocabulary.text(raw) + "' is " + what);
    return null;
  }

  private @Nullable Typed name(Raw.Name name, @Nullable Sort expected) {
    Typed known = known(name.text());
    if (known != null) {
      return known;
    }
    switch (name.text().toLowerCase(Locale.ROOT)) {
      case "true" -> {
        return Typed.formula(new Expression.Truth(true));
      }
      case "false" -> {
        return Typed.formula(new Expression.Truth(false));
      }
      default -> {}
    }
    Signature signature = vocabulary.signature();
    if (!isVariableLike(name.text())) {
      Optional<String> like = vocabulary.respelledTerm(name);
      if (like.isPresent()) {
        return known(like.get());
      }
    }
    if (isVariableLike(name.text())) {
      unbound(name, expected);
    } else if (signature.function(name.text()).isPresent()) {
      int arity = signature.function(name.text()).get().parameters().size();
      vocabulary.error(
          SatlmCode.WRONG_ARITY,
          name,
          "function '" + name.text() + "' stands without its " + arguments(arity));
    } else if (vocabulary.isSort(name.text())) {
      vocabulary.error(
          SatlmCode.SORT_MISMATCH,
          name,
          "'" + name.text() + "' is a sort, and a term or formula is expected");
    } else {
      Set<String> candidates =
          expected instanceof Sort.Named ? memberNames(expected) : signature.members();
      vocabulary.undeclared(SatlmCode.UNDECLARED_NAME, "name", name.text(), name, candidates);
    }
    return null;
  }

  private Set<String> memberNames(Sort sort) {
    Set<String> names = new HashSet<>();
    for (int value : vocabulary.values(sort)) {
      names.add(vocabulary.signature().spell(sort, value));
    }
    return names;
  }

  private @Nullable Typed known(String text) {
    Optional<Sort> bound = scope.use(text);
    if (bound.isPresent()) {
      Sort sort = bound.get();
      Expression variable = new Expression.Variable(text);
      return new Typed(variable, vocabulary.type(sort), bound);
    }
    OptionalInt universe = vocabulary.signature().universe(text);
    if (universe.isPresent()) {
      return member(text, universe.getAsInt());
    }
    Optional<FunctionDeclaration> constant =
        vocabulary.signature().function(text).filter(f -> f.parameters().isEmpty());
    return constant.map(c -> application(c, List.of())).orElse(null);
  }

  private Typed member(String text, int universe) {
    Sort sort = new Sort.Named(vocabulary.sortOf(universe));
    return new Typed(new Expression.Member(text), new Type.Element(universe), Optional.of(sort));
  }

  private Typed application(FunctionDeclaration function, List<Expression> arguments) {
    return new Typed(
        new Expression.Application(function.name(), arguments),
        vocabulary.type(function.result()),
        Optional.of(function.result()));
  }

  /** One or two letters, perhaps with digits or a prime, or the blank of Python. */
  static boolean isVariableLike(String name) {
    return name.matches("[a-z]{1,2}\\d?\\d?[_']*\\d?|_+");
  }

  // Once a statement: the same variable is meant each time.
  private void unbound(Raw.Name name, @Nullable Sort expected) {
    if (!reported.add(name.text())) {
      return;
    }
    Diagnostic error =
        Diagnostic.error(
            SatlmCode.UNBOUND_VARIABLE,
            vocabulary.span(name),
            "nothing binds the variable '"
                + name.text()
                + "' here; expected it in ForAll([...], ...) or Exists([...], ...) around it");
    Raw whole = root;
    boolean bindable = !name.text().startsWith("_") && whole != null;
    if (bindable && whole != null && expected instanceof Sort.Named(var sort)) {
      String head = "ForAll([" + name.text() + ":" + sort + "], ";
      var before = vocabulary.span(new Raw.Name("", whole.start(), whole.start()));
      var after = vocabulary.span(new Raw.Name("", whole.end(), whole.end()));
      error =
          error.withFix(
              Fix.suggested(
                  "bind it, with ForAll(["
                      + name.text()
                      + ":"
                      + sort
                      + "], ...) for every or"
                      + " Exists for some",
                  new Edit(before, head),
                  new Edit(after, ")")));
    }
    vocabulary.add(error);
  }

  private @Nullable Typed quoted(Raw.Quoted quoted) {
    OptionalInt universe = vocabulary.signature().universe(quoted.text());
    if (universe.isPresent()) {
      return member(quoted.text(), universe.getAsInt());
    }
    if (quoted.text().matches("-?\\d{1,9}")) {
      return Typed.whole(new Expression.Numeral(Integer.parseInt(quoted.text())));
    }
    Raw.Name name = new Raw.Name(quoted.text(), quoted.start(), quoted.end());
    Optional<String> like = vocabulary.respelledTerm(name);
    if (like.isPresent()) {
      return known(like.get());
    }
    vocabulary.undeclared(
        SatlmCode.UNDECLARED_NAME, "name", quoted.text(), quoted, vocabulary.signature().members());
    return null;
  }

  private @Nullable Typed numeral(Raw.Numeral numeral, @Nullable Sort expected) {
    if (expected instanceof Sort.Named && vocabulary.type(expected) instanceof Type.Element e) {
      OptionalInt universe = vocabulary.signature().universe(numeral.digits());
      if (universe.isPresent() && universe.getAsInt() == e.universe()) {
        return member(numeral.digits(), e.universe());
      }
    }
    if (numeral.digits().indexOf('.') >= 0) {
      vocabulary.error(
          SatlmCode.SORT_MISMATCH, numeral, "'" + numeral.digits() + "' is not an integer");
      return null;
    }
    if (numeral.digits().length() > LARGEST_NUMBER_DIGITS) {
      vocabulary.error(
          SatlmCode.SYNTAX,
          numeral,
          "a number has at most " + LARGEST_NUMBER_DIGITS + " digits here");
      return null;
    }
    return Typed.whole(new Expression.Numeral(Integer.parseInt(numeral.digits())));
  }

  private @Nullable Typed call(Raw.Call call) {
    Optional<FunctionDeclaration> declared = vocabulary.signature().function(call.name());
    if (declared.isEmpty()) {
      if (forms.isForm(call.name())) {
        return forms.form(call);
      }
      declared = vocabulary.respelledFunction(call).flatMap(vocabulary.signature()::function);
    }
    if (declared.isEmpty()) {
      if (QueryReader.isQueryName(call.name())) {
        vocabulary.error(
            SatlmCode.MISPLACED_QUERY,
            call,
            "'" + call.name() + "' is a query of an option and cannot stand inside a formula");
      } else {
        vocabulary.undeclared(
            SatlmCode.UNKNOWN_FUNCTION,
            "function",
            call.name(),
            call,
            vocabulary.signature().functionNames());
      }
      return null;
    }
    return applied(declared.get(), call);
  }

  private @Nullable Typed applied(FunctionDeclaration function, Raw.Call call) {
    List<Sort> parameters = function.parameters();
    if (call.arguments().size() != parameters.size()) {
      vocabulary.error(
          SatlmCode.WRONG_ARITY,
          call,
          "function '"
              + function.name()
              + "' takes "
              + arguments(parameters.size())
              + " ("
              + String.join(", ", parameters.stream().map(Sort::print).toList())
              + "), found "
              + call.arguments().size());
      return null;
    }
    List<Expression> arguments = new ArrayList<>();
    for (int i = 0; i < parameters.size(); i++) {
      Raw raw = call.arguments().get(i);
      Typed argument = check(raw, parameters.get(i));
      if (argument != null && fits(argument, parameters.get(i), raw, function.name(), i + 1)) {
        arguments.add(argument.expression());
      }
    }
    return arguments.size() == parameters.size() ? application(function, arguments) : null;
  }

  private static String arguments(int count) {
    return count == 1 ? "1 argument" : count + " arguments";
  }

  private boolean fits(Typed argument, Sort parameter, Raw raw, String function, int place) {
    Type wanted = vocabulary.type(parameter);
    boolean numbers =
        wanted instanceof Type.Element(var universe)
            && argument.type() instanceof Type.Whole
            && vocabulary.signature().isNumbered(universe);
    boolean member =
        wanted instanceof Type.Whole
            && argument.type() instanceof Type.Element(var own)
            && vocabulary.signature().isNumbered(own);
    String takes =
        "argument " + place + " of '" + function + "' is " + describe(parameter) + ", and '";
    if (!wanted.equals(argument.type()) && !numbers && !member) {
      vocabulary.error(
          SatlmCode.SORT_MISMATCH,
          raw,
          takes + vocabulary.text(raw) + "' is " + vocabulary.describe(argument.type()));
      return false;
    }
    Set<Integer> values = vocabulary.values(parameter);
    boolean outside =
        !values.isEmpty()
            && switch (argument.expression()) {
              case Expression.Numeral(var value) -> !values.contains(value);
              case Expression.Member(var name) ->
                  !values.contains(vocabulary.signature().number(name).orElseThrow());
              case Expression.Variable v ->
                  argument.sort().stream()
                      .map(vocabulary::values)
                      .anyMatch(own -> !own.isEmpty() && own.stream().noneMatch(values::contains));
              default -> false;
            };
    if (outside) {
      vocabulary.error(
          SatlmCode.SORT_MISMATCH, raw, takes + vocabulary.text(raw) + "' is none of them");
    }
    return !outside;
  }

  private String describe(Sort sort) {
    return switch (sort) {
      case Sort.Bool() -> "a truth value";
      case Sort.Int() -> "an integer";
      case Sort.Named(var name) -> "of sort '" + name + "'";
    };
  }

  private @Nullable Typed negative(Raw operand) {
    Typed typed = term(operand, null);
    if (typed == null) {
      return null;
    }
    if (typed.expression() instanceof Expression.Numeral(var value)) {
      return Typed.whole(new Expression.Numeral(-value));
    }
    noteNumbers(typed, operand);
    return Typed.whole(
        new Expression.Arithmetic(Operator.MINUS, new Expression.Numeral(0), typed.expression()));
  }

  private void noteNumbers(Typed typed, Raw at) {
    if (typed.type() instanceof Type.Element(var universe)) {
      vocabulary.assumeNumbers(universe, at);
    }
  }

  private @Nullable Typed connected(Raw.Connected connected) {
    List<Expression> operands = new ArrayList<>();
    for (Raw raw : connected.operands()) {
      Expression operand = truth(raw);
      if (operand != null) {
        operands.add(operand);
      }
    }
    if (operands.size() < connected.operands().size()) {
      return null;
    }
    return Typed.formula(
        switch (connected.connective()) {
          case AND -> new Expression.And(operands);
          case OR -> new Expression.Or(operands);
          case XOR -> new Expression.Xor(operands.get(0), operands.get(1));
          case IMPLIES -> new Expression.Implies(operands.get(0), operands.get(1));
          case IFF -> new Expression.Iff(operands.get(0), operands.get(1));
        });
  }

  private @Nullable Typed arithmetic(Raw.Arithmetic arithmetic) {
    Typed left = term(arithmetic.left(), null);
    Typed right = term(arithmetic.right(), null);
    if (left == null || right == null) {
      return null;
    }
    Expression expression =
        new Expression.Arithmetic(arithmetic.operator(), left.expression(), right.expression());
    boolean shifts =
        arithmetic.operator() == Operator.PLUS || arithmetic.operator() == Operator.MINUS;
    if (shifts && left.type() instanceof Type.Element && right.type() instanceof Type.Whole) {
      return new Typed(expression, left.type(), Optional.empty());
    }
    boolean plus = arithmetic.operator() == Operator.PLUS;
    if (plus && left.type() instanceof Type.Whole && right.type() instanceof Type.Element) {
      return new Typed(expression, right.type(), Optional.empty());
    }
    boolean distance =
        arithmetic.operator() == Operator.MINUS
            && left.type() instanceof Type.Element
            && right.type().equals(left.type());
    if (!distance) {
      noteNumbers(left, arithmetic.left());
      noteNumbers(right, arithmetic.right());
    }
    return Typed.whole(expression);
  }

  /** {@code If(condition, then, otherwise)}. */
  @Nullable Typed choice(Raw condition, Raw then, Raw otherwise) {
    Expression test = truth(condition);
    Typed left = check(then, null);
    Typed right = left == null ? null : check(otherwise, left.sort().orElse(null));
    if (test == null || left == null || right == null) {
      return null;
    }
    if (left.isFormula() != right.isFormula()) {
      left = asTerm(left);
      right = asTerm(right);
    }
    if (!left.isFormula() && !comparable(left, right, otherwise)) {
      return null;
    }
    return new Typed(
        new Expression.If(test, left.expression(), right.expression()),
        left.type(),
        left.isFormula() ? left.sort() : Optional.empty());
  }

  private @Nullable Typed chain(Raw.Chain chain) {
    List<Raw> raws = chain.operands();
    if (raws.size() > 2 && raws.subList(1, raws.size() - 1).stream().anyMatch(this::hasChain)) {
      vocabulary.error(
          SatlmCode.SYNTAX, chain, "a chain of comparisons cannot stand inside another");
      return null;
    }
    Comparisons comparisons = new Comparisons(vocabulary, this, scope);
    List<Expression> links = new ArrayList<>();
    // The sort of any operand helps to read the others: 1 <= f(x), a member spelled as a number.
    Sort expected = null;
    for (Raw raw : raws) {
      if (expected == null && !(raw instanceof Raw.Numeral) && raw instanceof Raw.Call call) {
        expected =
            vocabulary
                .signature()
                .function(call.name())
                .map(FunctionDeclaration::result)
                .orElse(null);
      } else if (expected == null && raw instanceof Raw.Name name && scope.binds(name.text())) {
        expected = scope.use(name.text()).orElse(null);
      }
    }
    Typed left = null;
    boolean wrong = false;
    for (int i = 0; i + 1 < raws.size(); i++) {
      Expression link;
      if (chain.comparators().get(i) == Raw.Comparator.IN
          || chain.comparators().get(i) == Raw.Comparator.NOT_IN) {
        link = comparisons.membership(raws.get(i), chain.comparators().get(i), raws.get(i + 1));
        left = null;
        if (i + 2 < raws.size()) {
          vocabulary.error(SatlmCode.SYNTAX, chain, "'in' cannot stand in a chain of comparisons");
          return null;
        }
      } else if (comparisons.isNone(raws.get(i)) || comparisons.isNone(raws.get(i + 1))) {
        link = comparisons.definedness(raws.get(i), chain.comparators().get(i), raws.get(i + 1));
        left = null;
      } else {
        left = left == null ? check(raws.get(i), expected) : left;
        Typed right = check(raws.get(i + 1), expected);
        link =
            left == null || right == null
                ? null
                : comparisons.compare(
                    left, raws.get(i), chain.comparators().get(i), right, raws.get(i + 1));
        left = right;
      }
      if (link == null) {
        wrong = true;
      } else {
        links.add(link);
      }
      if (wrong && left == null) {
        return null;
      }
    }
    if (wrong) {
      return null;
    }
    return Typed.formula(links.size() == 1 ? links.get(0) : new Expression.And(links));
  }

  private boolean hasChain(Raw raw) {
    return (raw instanceof Raw.Chain chain && chain.comparators().size() > 1)
        || raw.parts().stream().anyMatch(this::hasChain);
  }

  /** Whether two terms may be compared; an error at the second where not. */
  boolean comparable(Typed first, Typed second, Raw at) {
    if (first.type().equals(second.type())) {
      return true;
    }
    Signature signature = vocabulary.signature();
    if (first.type() instanceof Type.Element(var a)
        && second.type() instanceof Type.Element(var b)
        && signature.isNumbered(a)
        && signature.isNumbered(b)) {
      return true;
    }
    if (first.type() instanceof Type.Element(var universe) && second.type() instanceof Type.Whole) {
      vocabulary.assumeNumbers(universe, at);
      return true;
    }
    if (first.type() instanceof Type.Whole && second.type() instanceof Type.Element(var universe)) {
      vocabulary.assumeNumbers(universe, at);
      return true;
    }
    vocabulary.error(
        SatlmCode.SORT_MISMATCH,
        at,
        "'"
            + vocabulary.text(at)
            + "' is "
            + vocabulary.describe(second.type())
            + " and cannot be compared with "
            + vocabulary.describe(first.type()));
    return false;
  }
}
