package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Checks the calls that the language itself gives a meaning: connectives, quantifiers, counting. A
 * method that returns null has reported why.
 */
final class FormReader {

  private enum Form {
    AND,
    OR,
    NOT,
    IMPLIES,
    IFF,
    XOR,
    IF,
    FOR_ALL,
    EXISTS,
    COUNT,
    DISTINCT,
    SUM,
    ABS,
    MAX,
    MIN,
    AT_LEAST,
    AT_MOST,
    EXACTLY,
    AT_LEAST_ONE,
    AT_MOST_ONE,
    EXACTLY_ONE
  }

  private static final Map<String, Form> FORMS =
      Map.ofEntries(
          Map.entry("and", Form.AND),
          Map.entry("all", Form.AND),
          Map.entry("or", Form.OR),
          Map.entry("any", Form.OR),
          Map.entry("not", Form.NOT),
          Map.entry("implies", Form.IMPLIES),
          Map.entry("imply", Form.IMPLIES),
          Map.entry("implication", Form.IMPLIES),
          Map.entry("iff", Form.IFF),
          Map.entry("equivalent", Form.IFF),
          Map.entry("xor", Form.XOR),
          Map.entry("if", Form.IF),
          Map.entry("ifthenelse", Form.IF),
          Map.entry("ite", Form.IF),
          Map.entry("ifthen", Form.IMPLIES),
          Map.entry("forall", Form.FOR_ALL),
          Map.entry("foreach", Form.FOR_ALL),
          Map.entry("exists", Form.EXISTS),
          Map.entry("exist", Form.EXISTS),
          Map.entry("forsome", Form.EXISTS),
          Map.entry("count", Form.COUNT),
          Map.entry("len", Form.COUNT),
          Map.entry("distinct", Form.DISTINCT),
          Map.entry("alldifferent", Form.DISTINCT),
          Map.entry("alldistinct", Form.DISTINCT),
          Map.entry("sum", Form.SUM),
          Map.entry("abs", Form.ABS),
          Map.entry("max", Form.MAX),
          Map.entry("min", Form.MIN),
          Map.entry("atleast", Form.AT_LEAST),
          Map.entry("atmost", Form.AT_MOST),
          Map.entry("exactly", Form.EXACTLY),
          Map.entry("atleastone", Form.AT_LEAST_ONE),
          Map.entry("atmostone", Form.AT_MOST_ONE),
          Map.entry("exactlyone", Form.EXACTLY_ONE),
          Map.entry("existsunique", Form.EXACTLY_ONE));

  private final Vocabulary vocabulary;
  private final Checker checker;
  private final Scope scope;
  private final BindingReader bindings;

  FormReader(Vocabulary vocabulary, Checker checker, Scope scope) {
    this.vocabulary = vocabulary;
    this.checker = checker;
    this.scope = scope;
    this.bindings = new BindingReader(vocabulary, scope);
  }

  private static @Nullable Form form(String name) {
    return FORMS.get(name.replace("_", "").toLowerCase(Locale.ROOT));
  }

  /** Whether the language gives this name a meaning. */
  boolean isForm(String name) {
    return form(name) != null;
  }

  @Nullable Typed form(Raw.Call original) {
    Raw.Call call = unfoldComprehension(original);
    if (call == null) {
      return null;
    }
    Form form = form(call.name());
    if (form == null) {
      throw new AssertionError("not a form: " + call.name());
    }
    boolean binds = bindings.binds(call.arguments());
    // A connective's first operand may be a membership, which looks like a binding.
    boolean listed = binds && call.arguments().get(0) instanceof Raw.ListOf;
    return switch (form) {
      case AND -> listed ? quantified(call, Form.FOR_ALL) : junction(call, true);
      case OR -> listed ? quantified(call, Form.EXISTS) : junction(call, false);
      case NOT -> {
        List<Expression> operands = truths(call, 1);
        yield operands == null ? null : Typed.formula(new Expression.Not(operands.get(0)));
      }
      case IMPLIES -> {
        List<Expression> operands = truths(call, 2);
        yield operands == null
            ? null
            : Typed.formula(new Expression.Implies(operands.get(0), operands.get(1)));
      }
      case IFF -> {
        List<Expression> operands = truths(call, 2);
        yield operands == null
            ? null
            : Typed.formula(new Expression.Iff(operands.get(0), operands.get(1)));
      }
      case XOR -> {
        List<Expression> operands = truths(call, 2);
        yield operands == null
            ? null
            : Typed.formula(new Expression.Xor(operands.get(0), operands.get(1)));
      }
      case IF -> choice(call);
      case FOR_ALL, EXISTS -> quantified(call, form);
      case COUNT -> binds ? quantified(call, form) : sum(call);
      case SUM -> binds ? quantified(call, form) : sum(call);
      case DISTINCT -> binds ? quantified(call, form) : distinct(call);
      case ABS -> absolute(call);
      case MAX, MIN -> extremum(call, form);
      case AT_LEAST -> counted(call, Relation.AT_LEAST);
      case AT_MOST -> counted(call, Relation.AT_MOST);
      case EXACTLY -> counted(call, Relation.EQUAL);
      case AT_LEAST_ONE -> counted(call, Relation.AT_LEAST, 1);
      case AT_MOST_ONE -> counted(call, Relation.AT_MOST, 1);
      case EXACTLY_ONE -> counted(call, Relation.EQUAL, 1);
    };
  }

  // Sum([f(x) for x in S if p(x)]) is Sum([x:S], p(x), f(x)).
  private Raw.@Nullable Call unfoldComprehension(Raw.Call call) {
    List<Raw> items =
        call.arguments().size() == 1 && call.arguments().get(0) instanceof Raw.ListOf list
            ? list.items()
            : call.arguments();
    if (items.size() != 1 || !(items.get(0) instanceof Raw.Comprehension comprehension)) {
      return call;
    }
    List<Raw> binders = new ArrayList<>();
    for (Raw.Generator generator : comprehension.generators()) {
      for (String variable : generator.variables()) {
        Raw values = generator.values();
        binders.add(new Raw.Binder(variable, values, values.start(), values.end()));
      }
    }
    List<Raw> arguments = new ArrayList<>();
    arguments.add(new Raw.ListOf(binders, call.start(), call.end()));
    comprehension.condition().ifPresent(arguments::add);
    Raw element = comprehension.element();
    // len([x for x in S if p]) counts the conditions.
    boolean bare = element instanceof Raw.Name || element instanceof Raw.Numeral;
    boolean counts = form(call.name()) == Form.COUNT || form(call.name()) == Form.SUM;
    if (!(bare && counts && comprehension.condition().isPresent())) {
      arguments.add(element);
    }
    String name = counts && bare && comprehension.condition().isPresent() ? "Count" : call.name();
    return new Raw.Call(name, arguments, call.start(), call.end());
  }

  private @Nullable List<Expression> truths(Raw.Call call, int count) {
    if (call.arguments().size() != count) {
      vocabulary.error(
          SatlmCode.WRONG_ARITY,
          call,
          call.name()
              + " takes "
              + (count == 1 ? "1 argument" : count + " arguments")
              + ", found "
              + call.arguments().size());
      return null;
    }
    return truths(call.arguments());
  }

  private @Nullable List<Expression> truths(List<Raw> raws) {
    List<Expression> operands = new ArrayList<>();
    for (Raw raw : raws) {
      Expression operand = checker.truth(raw);
      if (operand != null) {
        operands.add(operand);
      }
    }
    return operands.size() == raws.size() ? operands : null;
  }

  private static List<Raw> operands(Raw.Call call) {
    return call.arguments().size() == 1 && call.arguments().get(0) instanceof Raw.ListOf list
        ? list.items()
        : call.arguments();
  }

  private @Nullable Typed junction(Raw.Call call, boolean conjunction) {
    List<Raw> raws = operands(call);
    if (raws.isEmpty()) {
      vocabulary.error(SatlmCode.WRONG_ARITY, call, call.name() + " has no operands");
      return null;
    }
    List<Expression> operands = truths(raws);
    if (operands == null) {
      return null;
    }
    if (operands.size() == 1) {
      return Typed.formula(operands.get(0));
    }
    return Typed.formula(conjunction ? new Expression.And(operands) : new Expression.Or(operands));
  }

  private @Nullable Typed choice(Raw.Call call) {
    List<Raw> arguments = call.arguments();
    if (arguments.size() == 2) {
      List<Expression> operands = truths(arguments);
      if (operands == null) {
        return null;
      }
      vocabulary.note(
          SatlmCode.INVENTED_FORM, call, call.name() + " of two formulas is read as Implies");
      return Typed.formula(new Expression.Implies(operands.get(0), operands.get(1)));
    }
    if (arguments.size() != 3) {
      vocabulary.error(
          SatlmCode.WRONG_ARITY,
          call,
          call.name() + " takes 3 arguments, found " + arguments.size());
      return null;
    }
    return checker.choice(arguments.get(0), arguments.get(1), arguments.get(2));
  }

  private @Nullable Typed quantified(Raw.Call call, Form form) {
    if (!bindings.binds(call.arguments())) {
      vocabulary.error(
          SatlmCode.SYNTAX,
          call,
          "expected "
              + call.name()
              + "([variable:sort, ...], "
              + (form == Form.DISTINCT || form == Form.SUM ? "term" : "formula")
              + ")");
      return null;
    }
    BindingReader.Bound bound = bindings.read(call);
    if (bound == null) {
      return null;
    }
    List<Raw> rest = bound.rest();
    boolean guarded = rest.size() == 2 && form != Form.DISTINCT;
    if (rest.size() != 1 && !guarded) {
      vocabulary.error(
          SatlmCode.WRONG_ARITY,
          call,
          call.name()
              + " takes its variables and one "
              + (form == Form.DISTINCT || form == Form.SUM ? "term" : "formula")
              + ", found "
              + rest.size());
      return null;
    }
    bound.bindings().forEach(scope::bind);
    Optional<Expression> guard = Optional.empty();
    boolean wrong = false;
    if (guarded) {
      Expression condition = checker.truth(rest.get(0));
      wrong = condition == null;
      guard = Optional.ofNullable(condition);
    }
    Raw bodyRaw = rest.get(rest.size() - 1);
    Typed body = checker.check(bodyRaw, null);
    boolean complete = body != null && !wrong;
    releaseAll(bound.bindings(), call, form, complete);
    if (body == null || !complete) {
      return null;
    }
    if (guarded) {
      vocabulary.note(
          SatlmCode.INVENTED_FORM,
          rest.get(0),
          "'" + vocabulary.text(rest.get(0)) + "' is read as a condition on the variables");
    }
    return assemble(form, bound.bindings(), guard, body, bodyRaw);
  }

  private @Nullable Typed assemble(
      Form form, List<Binding> variables, Optional<Expression> guard, Typed body, Raw bodyRaw) {
    Expression e = body.expression();
    boolean needsFormula = form == Form.FOR_ALL || form == Form.EXISTS || form == Form.COUNT;
    if (needsFormula && !body.isFormula()) {
      vocabulary.error(
          SatlmCode.SORT_MISMATCH,
          bodyRaw,
          "expected a formula; '"
              + vocabulary.text(bodyRaw)
              + "' is "
              + vocabulary.describe(body.type()));
      return null;
    }
    return switch (form) {
      case FOR_ALL ->
          Typed.formula(
              new Expression.ForAll(
                  variables, guard.<Expression>map(g -> new Expression.Implies(g, e)).orElse(e)));
      case EXISTS -> Typed.formula(new Expression.Exists(variables, conjoin(guard, e)));
      case COUNT -> Typed.whole(new Expression.Count(variables, conjoin(guard, e)));
      case SUM -> {
        if (body.isFormula()) {
          yield Typed.whole(new Expression.Count(variables, conjoin(guard, e)));
        }
        Expression term =
            guard
                .<Expression>map(g -> new Expression.If(g, e, new Expression.Numeral(0)))
                .orElse(e);
        yield Typed.whole(new Expression.SumOver(variables, term));
      }
      case DISTINCT -> distinctOver(variables, body, bodyRaw);
      case AND,
          OR,
          NOT,
          IMPLIES,
          IFF,
          XOR,
          IF,
          ABS,
          MAX,
          MIN,
          AT_LEAST,
          AT_MOST,
          EXACTLY,
          AT_LEAST_ONE,
          AT_MOST_ONE,
          EXACTLY_ONE ->
          throw new AssertionError(form + " binds nothing");
    };
  }

  private static Expression conjoin(Optional<Expression> guard, Expression body) {
    return guard.<Expression>map(g -> new Expression.And(List.of(g, body))).orElse(body);
  }

  private Typed distinctOver(List<Binding> variables, Typed body, Raw at) {
    if (body.isFormula()) {
      long combinations = 1;
      for (Binding binding : variables) {
        combinations *= Math.max(1, vocabulary.values(binding.sort()).size());
        combinations = Math.min(combinations, 1000);
      }
      distinctTruths(combinations, at);
    }
    return Typed.formula(new Expression.DistinctOver(variables, Checker.asTerm(body).expression()));
  }

  private void distinctTruths(long count, Raw at) {
    if (count > 2) {
      vocabulary.warning(
          SatlmCode.TRIVIAL_CONSTRAINT,
          at,
          "Distinct over " + count + " truth values is always false, as there are only two");
    }
  }

  private void releaseAll(List<Binding> variables, Raw.Call call, Form form, boolean complete) {
    for (Binding binding : variables) {
      boolean used = scope.release(binding.variable());
      if (!used && complete) {
        String message =
            "the variable '" + binding.variable() + "' of " + call.name() + " is not used";
        // A quantifier is none the worse for it, a count is multiplied.
        if (form == Form.FOR_ALL || form == Form.EXISTS) {
          vocabulary.note(SatlmCode.UNUSED_VARIABLE, call, message);
        } else {
          vocabulary.warning(SatlmCode.UNUSED_VARIABLE, call, message);
        }
      }
      if (complete && vocabulary.signature().universe(binding.variable()).isPresent()) {
        vocabulary.warning(
            SatlmCode.SHADOWED_MEMBER,
            call,
            "the variable '" + binding.variable() + "' hides the member of that name");
      }
    }
  }

  private @Nullable Typed sum(Raw.Call call) {
    List<Raw> raws = operands(call);
    if (raws.isEmpty()) {
      vocabulary.error(SatlmCode.WRONG_ARITY, call, call.name() + " has no operands");
      return null;
    }
    boolean counts = form(call.name()) == Form.COUNT;
    List<Expression> operands = new ArrayList<>();
    for (Raw raw : raws) {
      Typed operand = checker.check(raw, null);
      if (operand == null) {
        return null;
      }
      if (counts && !operand.isFormula()) {
        vocabulary.error(
            SatlmCode.SORT_MISMATCH,
            raw,
            "Count takes [variable:sort, ...] and a formula, or a list of formulas; '"
                + vocabulary.text(raw)
                + "' is "
                + vocabulary.describe(operand.type()));
        return null;
      }
      Typed term = Checker.asTerm(operand);
      if (term.type() instanceof Type.Element(var universe)) {
        vocabulary.assumeNumbers(universe, raw);
      }
      operands.add(term.expression());
    }
    return Typed.whole(new Expression.Sum(operands));
  }

  private @Nullable Typed distinct(Raw.Call call) {
    List<Raw> raws = operands(call);
    if (raws.isEmpty()) {
      vocabulary.error(SatlmCode.WRONG_ARITY, call, call.name() + " has no operands");
      return null;
    }
    boolean truths = true;
    List<Typed> operands = new ArrayList<>();
    Sort expected = null;
    for (Raw raw : raws) {
      Typed operand = checker.check(raw, expected);
      if (operand == null) {
        return null;
      }
      expected = operand.sort().orElse(expected);
      truths &= operand.isFormula();
      if (!operands.isEmpty()
          && !checker.comparable(Checker.asTerm(operands.get(0)), Checker.asTerm(operand), raw)) {
        return null;
      }
      operands.add(operand);
    }
    if (truths) {
      distinctTruths(operands.size(), call);
    }
    return Typed.formula(
        new Expression.Distinct(
            operands.stream().map(o -> Checker.asTerm(o).expression()).toList()));
  }

  private @Nullable Typed absolute(Raw.Call call) {
    if (call.arguments().size() != 1) {
      vocabulary.error(
          SatlmCode.WRONG_ARITY, call, "Abs takes 1 argument, found " + call.arguments().size());
      return null;
    }
    Typed operand = checker.term(call.arguments().get(0), null);
    return operand == null ? null : Typed.whole(new Expression.Absolute(operand.expression()));
  }

  private @Nullable Typed extremum(Raw.Call call, Form form) {
    List<Raw> raws = operands(call);
    if (raws.isEmpty()) {
      vocabulary.error(SatlmCode.WRONG_ARITY, call, call.name() + " has no operands");
      return null;
    }
    List<Typed> terms = checker.terms(raws);
    if (terms == null) {
      return null;
    }
    List<Expression> operands = terms.stream().map(Typed::expression).toList();
    Expression expression =
        form == Form.MAX ? new Expression.Max(operands) : new Expression.Min(operands);
    return new Typed(expression, terms.get(0).type(), Optional.empty());
  }

  // AtLeast(k, [x:S], p(x)) with the number first, last or behind the variables.
  private @Nullable Typed counted(Raw.Call call, Relation relation) {
    List<Raw> arguments = new ArrayList<>(call.arguments());
    Optional<Raw> number = arguments.stream().filter(Raw.Numeral.class::isInstance).findFirst();
    if (number.isEmpty() || arguments.size() < 2) {
      vocabulary.error(
          SatlmCode.WRONG_ARITY,
          call,
          "expected " + call.name() + "(number, [variable:sort], formula)");
      return null;
    }
    arguments.remove(number.get());
    Typed bound = checker.term(number.get(), null);
    return bound == null
        ? null
        : counted(
            new Raw.Call(call.name(), arguments, call.start(), call.end()),
            relation,
            bound.expression());
  }

  private @Nullable Typed counted(Raw.Call call, Relation relation, int number) {
    return counted(call, relation, new Expression.Numeral(number));
  }

  private @Nullable Typed counted(Raw.Call call, Relation relation, Expression number) {
    boolean binds = bindings.binds(call.arguments());
    Typed count =
        binds
            ? quantified(call, Form.COUNT)
            : sum(new Raw.Call("Count", call.arguments(), call.start(), call.end()));
    if (count == null) {
      return null;
    }
    vocabulary.note(
        SatlmCode.INVENTED_FORM,
        call,
        call.name() + " is read as a comparison of Count, '" + relation.symbol() + "'");
    return Typed.formula(new Expression.Comparison(relation, count.expression(), number));
  }
}
