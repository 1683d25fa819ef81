package org.ponens.grammar.satlm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import org.ponens.grammar.diagnostic.Span;

/** Random well-sorted programs. */
final class Programs {

  private static final List<Relation> RELATIONS = List.of(Relation.values());
  private static final List<Operator> OPERATORS = List.of(Operator.values());
  private static final Span SPAN = new Span(0, 0, 1, 1);
  private static final List<SortDeclaration> SORTS =
      List.of(
          new SortDeclaration.Enumeration(
              "songs", List.of("Wish", "Night's All Right", "T-shirt", "2nd_try"), false),
          new SortDeclaration.Enumeration("slow", List.of("Wish", "T-shirt"), false),
          new SortDeclaration.Enumeration("days", List.of("Mon", "Tue", "and"), true),
          new SortDeclaration.Integers("slots", List.of(1, 2, 3, -4)));
  private static final Sort SONGS = new Sort.Named("songs");
  private static final Sort SLOTS = new Sort.Named("slots");
  private static final List<FunctionDeclaration> FUNCTIONS =
      List.of(
          new FunctionDeclaration("plays", List.of(SONGS, SLOTS), new Sort.Bool()),
          new FunctionDeclaration("slot", List.of(SONGS), SLOTS),
          new FunctionDeclaration("order", List.of(new Sort.Named("slow")), new Sort.Int()),
          new FunctionDeclaration("next", List.of(SONGS), SONGS),
          new FunctionDeclaration("first", List.of(), SONGS),
          new FunctionDeclaration("open", List.of(new Sort.Bool()), new Sort.Bool()));

  private final Random random;
  private final List<Binding> scope = new ArrayList<>();

  private Programs(Random random) {
    this.random = random;
  }

  static Arbitrary<SatlmProgram> all() {
    return Arbitraries.longs().map(seed -> new Programs(new Random(seed)).program());
  }

  private SatlmProgram program() {
    List<Constraint> constraints = new ArrayList<>();
    for (int i = random.nextInt(4); i > 0; i--) {
      Optional<String> gloss =
          random.nextBoolean() ? Optional.of("Wish comes before T-shirt") : Optional.empty();
      constraints.add(new Constraint(formula(4), gloss, SPAN));
    }
    List<SatlmOption> options = new ArrayList<>();
    int count = 1 + random.nextInt(5);
    for (int i = 0; i < count; i++) {
      Optional<String> gloss = random.nextBoolean() ? Optional.of("Wish") : Optional.empty();
      options.add(new SatlmOption(String.valueOf((char) ('A' + i)), query(2), gloss, SPAN));
    }
    Optional<String> question =
        random.nextBoolean() ? Optional.of("Which one could be true?") : Optional.empty();
    return new SatlmProgram(SORTS, FUNCTIONS, constraints, question, options);
  }

  private Query query(int depth) {
    return switch (random.nextInt(depth > 0 ? 7 : 6)) {
      case 0 -> new Query.Valid(formula(3));
      case 1 -> new Query.Satisfiable(formula(3));
      case 2 -> new Query.Unsatisfiable(formula(3));
      case 3 -> new Query.AccurateList(List.of(formula(2), formula(2)));
      case 4 -> new Query.Equivalent(formula(2), formula(2));
      case 5 -> new Query.Unspecified(formula(3));
      default -> new Query.Except(query(depth - 1));
    };
  }

  private Expression formula(int depth) {
    if (depth == 0) {
      return switch (random.nextInt(4)) {
        case 0 -> new Expression.Truth(random.nextBoolean());
        case 1 ->
            new Expression.Application(
                "plays", List.of(song(0), new Expression.Numeral(1 + random.nextInt(3))));
        case 2 -> new Expression.Comparison(relation(), integer(0), integer(0));
        default -> new Expression.Comparison(relation(), song(0), song(0));
      };
    }
    int d = depth - 1;
    return switch (random.nextInt(17)) {
      case 0 -> new Expression.Not(formula(d));
      case 1 -> new Expression.And(List.of(formula(d), formula(d), formula(d)));
      case 2 -> new Expression.Or(List.of(formula(d), formula(d)));
      case 3 -> new Expression.Xor(formula(d), formula(d));
      case 4 -> new Expression.Implies(formula(d), formula(d));
      case 5 -> new Expression.Iff(formula(d), formula(d));
      case 6 -> new Expression.If(formula(d), formula(d), formula(d));
      case 7 -> new Expression.Comparison(relation(), integer(d), integer(d));
      case 8 -> new Expression.Comparison(relation(), song(d), song(d));
      case 9 -> new Expression.In(song(d), List.of(song(d), song(0)));
      case 10 -> new Expression.In(integer(d), List.of(integer(d)));
      case 11 -> new Expression.Defined(application("slot", song(d)));
      case 12 -> bound(bindings -> new Expression.ForAll(bindings, formula(d)));
      case 13 -> bound(bindings -> new Expression.Exists(bindings, formula(d)));
      case 14 -> new Expression.Distinct(List.of(song(d), song(0)));
      case 15 -> bound(bindings -> new Expression.DistinctOver(bindings, integer(d)));
      default -> new Expression.Application("open", List.of(formula(d)));
    };
  }

  private Expression integer(int depth) {
    if (depth == 0) {
      return switch (random.nextInt(3)) {
        case 0 -> new Expression.Numeral(random.nextInt(20) - 10);
        case 1 -> application("slot", song(0));
        default ->
            application("order", new Expression.Member(random.nextBoolean() ? "Wish" : "T-shirt"));
      };
    }
    int d = depth - 1;
    return switch (random.nextInt(9)) {
      case 0 -> new Expression.Arithmetic(operator(), integer(d), integer(d));
      case 1 -> new Expression.Absolute(integer(d));
      case 2 -> new Expression.Max(List.of(integer(d), integer(d)));
      case 3 -> new Expression.Min(List.of(integer(d), integer(d)));
      case 4 -> new Expression.Sum(List.of(integer(d), integer(d)));
      case 5 -> bound(bindings -> new Expression.SumOver(bindings, integer(d)));
      case 6 -> bound(bindings -> new Expression.Count(bindings, formula(d)));
      case 7 -> new Expression.If(formula(d), integer(d), integer(d));
      default -> integer(0);
    };
  }

  private Expression song(int depth) {
    List<Binding> songs = scope.stream().filter(b -> b.sort().equals(SONGS)).toList();
    if (!songs.isEmpty() && random.nextInt(3) > 0) {
      return new Expression.Variable(songs.get(random.nextInt(songs.size())).variable());
    }
    if (depth > 0 && random.nextBoolean()) {
      return application("next", song(depth - 1));
    }
    List<String> names = List.of("Wish", "Night's All Right", "T-shirt", "2nd_try");
    int pick = random.nextInt(names.size() + 1);
    return pick == names.size()
        ? new Expression.Application("first", List.of())
        : new Expression.Member(names.get(pick));
  }

  private static Expression.Application application(String function, Expression argument) {
    return new Expression.Application(function, List.of(argument));
  }

  private Expression bound(java.util.function.Function<List<Binding>, Expression> make) {
    String name = List.of("x", "y", "s1", "b'").get(random.nextInt(4));
    Binding binding = new Binding(name, random.nextBoolean() ? SONGS : SLOTS);
    List<Binding> hidden = scope.stream().filter(b -> b.variable().equals(name)).toList();
    scope.removeAll(hidden);
    scope.add(binding);
    Expression made = make.apply(List.of(binding));
    scope.remove(binding);
    scope.addAll(hidden);
    return made;
  }

  private Relation relation() {
    return RELATIONS.get(random.nextInt(RELATIONS.size()));
  }

  private Operator operator() {
    return OPERATORS.get(random.nextInt(OPERATORS.size()));
  }
}
