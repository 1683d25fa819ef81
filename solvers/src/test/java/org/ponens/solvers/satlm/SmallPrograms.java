package org.ponens.solvers.satlm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.satlm.Binding;
import org.ponens.grammar.satlm.Constraint;
import org.ponens.grammar.satlm.Expression;
import org.ponens.grammar.satlm.FunctionDeclaration;
import org.ponens.grammar.satlm.Operator;
import org.ponens.grammar.satlm.Query;
import org.ponens.grammar.satlm.Relation;
import org.ponens.grammar.satlm.SatlmOption;
import org.ponens.grammar.satlm.SatlmProgram;
import org.ponens.grammar.satlm.Sort;
import org.ponens.grammar.satlm.SortDeclaration;

/** Random programs that are small enough to be enumerated. */
final class SmallPrograms {

  private static final Span SPAN = new Span(0, 0, 1, 1);
  private static final List<Relation> RELATIONS = List.of(Relation.values());
  private static final List<Operator> OPERATORS = List.of(Operator.values());
  private static final Sort PEOPLE = new Sort.Named("people");
  private static final Sort SLOTS = new Sort.Named("slots");

  private final Random random;
  private final List<String> variables = new ArrayList<>();
  private final List<String> numbers = new ArrayList<>();

  SmallPrograms(long seed) {
    this.random = new Random(seed);
  }

  SatlmProgram program() {
    List<SortDeclaration> sorts =
        List.of(
            new SortDeclaration.Enumeration("people", List.of("Ann", "Bob"), false),
            new SortDeclaration.Integers("slots", List.of(1, 2, 3)));
    List<FunctionDeclaration> functions =
        List.of(
            new FunctionDeclaration("slot", List.of(PEOPLE), SLOTS),
            new FunctionDeclaration("on", List.of(SLOTS), new Sort.Bool()),
            new FunctionDeclaration("first", List.of(), PEOPLE));
    List<Constraint> constraints = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      constraints.add(new Constraint(formula(3), Optional.empty(), SPAN));
    }
    List<SatlmOption> options = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      String label = String.valueOf((char) ('A' + i));
      options.add(new SatlmOption(label, query(2), Optional.empty(), SPAN));
    }
    return new SatlmProgram(sorts, functions, constraints, Optional.empty(), options);
  }

  private Query query(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 6)) {
      case 0 -> new Query.Valid(formula(2));
      case 1 -> new Query.Satisfiable(formula(2));
      case 2 -> new Query.Unsatisfiable(formula(2));
      case 3 -> new Query.AccurateList(List.of(formula(2), formula(1)));
      case 4 -> new Query.Equivalent(formula(2), formula(1));
      case 5 -> new Query.Unspecified(formula(2));
      default -> new Query.Except(query(depth - 1));
    };
  }

  Expression formula(int depth) {
    if (depth == 0) {
      return switch (random.nextInt(4)) {
        case 0 -> new Expression.Application("on", List.of(integer(0)));
        case 1 -> new Expression.Comparison(relation(), person(), person());
        default -> new Expression.Comparison(relation(), integer(0), integer(0));
      };
    }
    int d = depth - 1;
    return switch (random.nextInt(15)) {
      case 0 -> new Expression.Not(formula(d));
      case 1 -> new Expression.And(List.of(formula(d), formula(d)));
      case 2 -> new Expression.Or(List.of(formula(d), formula(d)));
      case 3 -> new Expression.Xor(formula(d), formula(d));
      case 4 -> new Expression.Implies(formula(d), formula(d));
      case 5 -> new Expression.Iff(formula(d), formula(d));
      case 6 -> new Expression.If(formula(d), formula(d), formula(d));
      case 7 -> new Expression.Comparison(relation(), integer(d), integer(d));
      case 8 -> new Expression.In(integer(d), List.of(integer(d), integer(0)));
      case 9 -> new Expression.Defined(slot());
      case 10 -> new Expression.Distinct(List.of(integer(d), integer(d), integer(0)));
      case 11 -> overSlots(b -> new Expression.ForAll(b, formula(d)));
      case 12 -> overPeople(b -> new Expression.Exists(b, formula(d)));
      case 13 -> overPeople(b -> new Expression.DistinctOver(b, integer(d)));
      default -> new Expression.Application("on", List.of(integer(d)));
    };
  }

  private Expression integer(int depth) {
    if (depth == 0) {
      int pick = random.nextInt(3);
      if (pick == 0 && !numbers.isEmpty()) {
        return new Expression.Variable(numbers.get(random.nextInt(numbers.size())));
      }
      return pick < 2 ? slot() : new Expression.Numeral(random.nextInt(5));
    }
    int d = depth - 1;
    return switch (random.nextInt(9)) {
      case 0 -> new Expression.Arithmetic(operator(), integer(d), integer(d));
      case 1 -> new Expression.Absolute(integer(d));
      case 2 -> new Expression.Max(List.of(integer(d), integer(d)));
      case 3 -> new Expression.Min(List.of(integer(d), integer(d)));
      case 4 -> new Expression.Sum(List.of(integer(d), integer(d)));
      case 5 -> overPeople(b -> new Expression.SumOver(b, integer(d)));
      case 6 -> overSlots(b -> new Expression.Count(b, formula(d)));
      case 7 -> new Expression.If(formula(d), integer(d), integer(d));
      default -> slot();
    };
  }

  private Expression.Application slot() {
    return new Expression.Application("slot", List.of(person()));
  }

  private Expression person() {
    return switch (random.nextInt(4)) {
      case 0 -> new Expression.Member("Ann");
      case 1 -> new Expression.Member("Bob");
      case 2 -> new Expression.Application("first", List.of());
      default ->
          variables.isEmpty()
              ? new Expression.Member("Ann")
              : new Expression.Variable(variables.get(random.nextInt(variables.size())));
    };
  }

  private Expression overPeople(java.util.function.Function<List<Binding>, Expression> make) {
    String name = "p" + variables.size();
    variables.add(name);
    Expression made = make.apply(List.of(new Binding(name, PEOPLE)));
    variables.remove(name);
    return made;
  }

  private Expression overSlots(java.util.function.Function<List<Binding>, Expression> make) {
    String name = "s" + numbers.size();
    numbers.add(name);
    Expression made = make.apply(List.of(new Binding(name, SLOTS)));
    numbers.remove(name);
    return made;
  }

  private Relation relation() {
    return RELATIONS.get(random.nextInt(RELATIONS.size()));
  }

  private Operator operator() {
    return OPERATORS.get(random.nextInt(OPERATORS.size()));
  }
}
