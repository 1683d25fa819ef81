package org.ponens.grammar.csp;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.csp.antlr.CspParser;
import org.ponens.grammar.csp.antlr.CspParser.ArgumentContext;
import org.ponens.grammar.layout.Names;

/** Reads function calls and lists: Python's, python-constraint's, and what models make of them. */
final class Functions {

  private final ExpressionBuilder builder;
  private final Repairs repairs;
  private final Vocabulary vocabulary;

  Functions(ExpressionBuilder builder, Repairs repairs, Vocabulary vocabulary) {
    this.builder = builder;
    this.repairs = repairs;
    this.vocabulary = vocabulary;
  }

  Expression call(CspParser.CallContext tree) {
    Token callee = tree.callee().getStart();
    List<ArgumentContext> arguments = builder.arguments(tree.arguments());
    return switch (Names.folded(callee.getText())) {
      case "and", "all" -> join(tree, arguments, true);
      case "or", "any" -> join(tree, arguments, false);
      case "not" -> new Condition.Not(condition(only(tree, arguments)));
      case "implies", "implication", "if" ->
          new Condition.Implies(
              condition(first(tree, arguments)), condition(second(tree, arguments)));
      case "iff", "equivalent", "equiv" ->
          new Condition.Iff(condition(first(tree, arguments)), condition(second(tree, arguments)));
      case "xor" ->
          new Condition.Xor(condition(first(tree, arguments)), condition(second(tree, arguments)));
      case "abs", "absolute" -> new Term.Magnitude(term(only(tree, arguments)));
      case "min", "minimum" -> new Term.Minimum(some(tree, arguments));
      case "max", "maximum" -> new Term.Maximum(some(tree, arguments));
      case "int", "bool" ->
          builder.expression(only(tree, arguments).expression(0)) instanceof Condition condition
              ? new Term.Indicator(condition)
              : term(only(tree, arguments));
      case "sum" -> sum(terms(arguments));
      case "alldifferentconstraint",
          "alldifferent",
          "alldiff",
          "distinct",
          "alldistinct",
          "alldifferentexcept",
          "different",
          "alldiffconstraint",
          "alluniqueconstraint",
          "allunique" -> {
        spelled(callee, "AllDifferentConstraint");
        yield new Condition.AllDifferent(ofAll(tree, arguments));
      }
      case "allequalconstraint", "allequal", "allsame" -> {
        spelled(callee, "AllEqualConstraint");
        yield new Condition.AllEqual(ofAll(tree, arguments));
      }
      case "exactsumconstraint", "exactsum" -> bounded(tree, arguments, Relation.EQUAL);
      case "maxsumconstraint", "maxsum" -> bounded(tree, arguments, Relation.LESS_OR_EQUAL);
      case "minsumconstraint", "minsum" -> bounded(tree, arguments, Relation.GREATER_OR_EQUAL);
      case "insetconstraint", "inset" -> inSet(tree, arguments, true);
      case "notinsetconstraint", "notinset" -> inSet(tree, arguments, false);
      default ->
          throw new Rejection(
              CspCode.UNKNOWN_FUNCTION,
              callee.getStartIndex(),
              callee.getStopIndex() + 1,
              "there is no function '"
                  + StatementParser.shown(callee.getText())
                  + "'"
                  + (vocabulary.symbol(callee.getText()).isPresent()
                      ? "; it is a variable or a value"
                      : ""));
    };
  }

  private void spelled(Token callee, String name) {
    if (!callee.getText().equals(name)) {
      repairs.note(
          CspCode.FUNCTION_SPELLING,
          "'" + callee.getText() + "' is written '" + name + "'",
          callee.getStartIndex(),
          callee.getStopIndex() + 1);
    }
  }

  private Condition join(CspParser.CallContext tree, List<ArgumentContext> arguments, boolean all) {
    List<Condition> conditions = new ArrayList<>();
    for (ArgumentContext argument : arguments) {
      CspParser.@Nullable ListContext list = list(argument.expression());
      if (list == null) {
        conditions.add(condition(argument));
      } else {
        for (ArgumentContext element : builder.arguments(list.arguments())) {
          conditions.add(condition(element));
        }
      }
    }
    if (conditions.isEmpty()) {
      throw arguments(tree, "takes conditions");
    }
    if (conditions.size() == 1) {
      return conditions.getFirst();
    }
    return all ? new Condition.And(conditions) : new Condition.Or(conditions);
  }

  private static Term sum(List<Term> terms) {
    return switch (terms.size()) {
      case 0 -> new Term.Constant(0);
      case 1 -> terms.getFirst();
      default -> new Term.Sum(terms);
    };
  }

  /** The terms of the arguments, or of all variables where there are none. */
  private List<Term> ofAll(CspParser.CallContext tree, List<ArgumentContext> arguments) {
    if (!arguments.isEmpty()) {
      return some(tree, arguments);
    }
    if (vocabulary.variables().isEmpty()) {
      throw arguments(tree, "takes variables, and none is declared");
    }
    List<Term> all = new ArrayList<>();
    vocabulary.variables().forEach(variable -> all.add(new Term.Reference(variable.name())));
    return all;
  }

  private List<Term> some(CspParser.CallContext tree, List<ArgumentContext> arguments) {
    List<Term> terms = terms(arguments);
    if (terms.isEmpty()) {
      throw arguments(tree, "takes numbers");
    }
    return terms;
  }

  /**
   * {@code ExactSumConstraint([a, b], 5)} or with the number first, as python-constraint has it.
   */
  private Condition bounded(
      CspParser.CallContext tree, List<ArgumentContext> arguments, Relation relation) {
    if (arguments.size() == 2) {
      boolean listFirst = list(arguments.getFirst().expression()) != null;
      boolean listSecond = list(arguments.getLast().expression()) != null;
      if (listFirst != listSecond) {
        List<Term> terms = terms(List.of(arguments.get(listFirst ? 0 : 1)));
        return new Condition.Comparison(
            sum(terms), relation, term(arguments.get(listFirst ? 1 : 0)));
      }
    }
    if (arguments.size() == 1 && list(arguments.getFirst().expression()) == null) {
      return new Condition.Comparison(
          sum(ofAll(tree, List.of())), relation, term(arguments.getFirst()));
    }
    throw arguments(tree, "takes a list and a number");
  }

  private Condition inSet(
      CspParser.CallContext tree, List<ArgumentContext> arguments, boolean inside) {
    if (arguments.size() != 2) {
      throw arguments(tree, "takes variables and a list of values");
    }
    List<Term> first = terms(List.of(arguments.getFirst()));
    List<Term> second = terms(List.of(arguments.getLast()));
    boolean setFirst = isConstant(first) && !isConstant(second);
    boolean setSecond = isConstant(second) && !isConstant(first);
    if (setFirst == setSecond) {
      throw arguments(tree, "takes variables and a list of values");
    }
    List<Condition> each = new ArrayList<>();
    for (Term term : setFirst ? second : first) {
      Condition in = new Condition.Membership(term, setFirst ? first : second);
      each.add(inside ? in : new Condition.Not(in));
    }
    return each.size() == 1 ? each.getFirst() : new Condition.And(each);
  }

  private static boolean isConstant(List<Term> terms) {
    return terms.stream().allMatch(Term.Constant.class::isInstance);
  }

  /** The terms of arguments; those of a list stand for the list. */
  private List<Term> terms(List<ArgumentContext> arguments) {
    List<Term> terms = new ArrayList<>();
    for (ArgumentContext argument : arguments) {
      CspParser.@Nullable ListContext list = list(argument.expression());
      if (list == null) {
        addTo(terms, argument);
      } else {
        for (ArgumentContext element : builder.arguments(list.arguments())) {
          addTo(terms, element);
        }
      }
    }
    return terms;
  }

  private void addTo(List<Term> terms, ArgumentContext argument) {
    if (argument.RANGE() == null) {
      terms.add(ExpressionBuilder.term(builder.expression(argument.expression(0))));
      return;
    }
    Term first = ExpressionBuilder.term(builder.expression(argument.expression(0)));
    Term last = ExpressionBuilder.term(builder.expression(argument.expression(1)));
    fill(terms, argument, first, last, 0);
  }

  private void fill(List<Term> terms, ParserRuleContext at, Term first, Term last, int beyond) {
    if (!(first instanceof Term.Constant(var from)) || !(last instanceof Term.Constant(var to))) {
      throw builder.rejection(CspCode.ARGUMENTS, at, "a range is between two numbers");
    }
    if ((long) to - from >= ValueList.MOST) {
      throw builder.rejection(
          CspCode.DOMAIN_TOO_LARGE, at, "a range of more than " + ValueList.MOST + " values");
    }
    for (int value = from; value <= to - beyond; value++) {
      terms.add(new Term.Constant(value));
    }
  }

  /** The elements of the list to the right of {@code in}. */
  List<Term> elements(CspParser.SumContext tree) {
    CspParser.@Nullable PrimaryContext primary = bare(tree);
    List<Term> terms = new ArrayList<>();
    switch (primary) {
      case CspParser.ListContext list -> terms.addAll(terms(builder.arguments(list.arguments())));
      case CspParser.CallContext call
          when Names.folded(call.callee().getText()).equals("range") -> {
        List<ArgumentContext> bounds = builder.arguments(call.arguments());
        Term first = bounds.size() == 1 ? new Term.Constant(0) : term(first(call, bounds));
        fill(terms, call, first, term(bounds.getLast()), 1);
      }
      case CspParser.CallContext call
          when call.callee().getText().equals("set") || call.callee().getText().equals("list") ->
          terms.addAll(terms(builder.arguments(call.arguments())));
      case null, default ->
          throw builder.rejection(CspCode.ARGUMENTS, tree, "'in' takes a list, such as [1, 2]");
    }
    return terms;
  }

  boolean isList(CspParser.SumContext tree) {
    return bare(tree) instanceof CspParser.ListContext;
  }

  private static CspParser.@Nullable ListContext list(@Nullable ParserRuleContext tree) {
    return bare(tree) instanceof CspParser.ListContext list ? list : null;
  }

  private static CspParser.@Nullable ListContext list(
      List<? extends ParserRuleContext> alternatives) {
    return alternatives.size() == 1 ? list(alternatives.getFirst()) : null;
  }

  /** The primary that a tree consists of, where there is no operator above it. */
  private static CspParser.@Nullable PrimaryContext bare(@Nullable ParserRuleContext tree) {
    ParserRuleContext at = tree;
    while (at != null && !(at instanceof CspParser.PrimaryContext)) {
      at =
          at.getChildCount() == 1 && at.getChild(0) instanceof ParserRuleContext child
              ? child
              : null;
    }
    return (CspParser.PrimaryContext) at;
  }

  private ArgumentContext only(CspParser.CallContext tree, List<ArgumentContext> arguments) {
    if (arguments.size() != 1) {
      throw arguments(tree, "takes one argument");
    }
    return arguments.getFirst();
  }

  private ArgumentContext first(CspParser.CallContext tree, List<ArgumentContext> arguments) {
    if (arguments.size() != 2) {
      throw arguments(tree, "takes two arguments");
    }
    return arguments.getFirst();
  }

  private ArgumentContext second(CspParser.CallContext tree, List<ArgumentContext> arguments) {
    first(tree, arguments);
    return arguments.getLast();
  }

  private Condition condition(ArgumentContext argument) {
    return builder.condition(builder.expression(plain(argument)), argument);
  }

  private Term term(ArgumentContext argument) {
    return ExpressionBuilder.term(builder.expression(plain(argument)));
  }

  private CspParser.ExpressionContext plain(ArgumentContext argument) {
    if (argument.RANGE() != null) {
      throw builder.rejection(CspCode.ARGUMENTS, argument, "a range stands in a list only");
    }
    return argument.expression(0);
  }

  private Rejection arguments(CspParser.CallContext tree, String takes) {
    return builder.rejection(CspCode.ARGUMENTS, tree, "'" + tree.callee().getText() + "' " + takes);
  }
}
