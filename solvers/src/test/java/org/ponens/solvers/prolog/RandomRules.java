package org.ponens.solvers.prolog;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Answers that a model might give, at random: conjunctive, with alternatives, negation, counting,
 * arithmetic, conditions, cuts, helpers and recursion, some of them broken.
 */
public final class RandomRules {

  private final Random random;
  private final List<String> helpers = new ArrayList<>();

  private RandomRules(long seed) {
    this.random = new Random(seed);
  }

  /** A program's text. */
  public static String program(long seed) {
    RandomRules rules = new RandomRules(seed);
    StringBuilder text = new StringBuilder();
    for (int clauses = 1 + rules.pick(8) / 7; clauses > 0; clauses--) {
      text.append("eastbound(T) :- ").append(rules.body("T", 3)).append(".\n");
    }
    rules.helpers.forEach(text::append);
    return rules.pick(12) == 0 ? rules.broken(text.toString()) : text.toString();
  }

  private int pick(int bound) {
    return random.nextInt(bound);
  }

  private String of(String... choices) {
    return List.of(choices).get(pick(choices.length));
  }

  private String body(String train, int depth) {
    List<String> goals = new ArrayList<>();
    if (pick(10) == 0) {
      goals.add(goal(train, List.of(), depth));
    }
    goals.add("has_car(" + train + ", C)");
    List<String> cars = new ArrayList<>(List.of("C"));
    if (pick(3) == 0) {
      goals.add("has_car(" + train + ", D)");
      cars.add("D");
      if (pick(2) == 0) {
        goals.add(of("C \\= D", "C \\== D", "D \\= C"));
      }
    }
    for (int i = 1 + pick(3); i > 0; i--) {
      goals.add(goal(train, cars, depth));
    }
    return String.join(", ", goals);
  }

  private String goal(String train, List<String> cars, int depth) {
    String car = cars.isEmpty() ? "X" : cars.get(pick(cars.size()));
    if (depth == 0) {
      return literal(car);
    }
    return switch (pick(21)) {
      case 0 -> "\\+ (has_car(" + train + ", E), " + literal("E") + ")";
      case 1 -> "\\+ " + literal(car);
      case 2 -> "(" + literal(car) + " ; " + literal(car) + ")";
      case 3 ->
          "("
              + literal(car)
              + " -> "
              + goal(train, cars, depth - 1)
              + (pick(3) == 0 ? "" : " ; " + goal(train, cars, depth - 1))
              + ")";
      case 4 ->
          "findall(E, (has_car("
              + train
              + ", E), "
              + literal("E")
              + "), L"
              + depth
              + "), length(L"
              + depth
              + ", "
              + of("0", "1", "2", "N" + depth)
              + ")";
      case 5 ->
          "aggregate_all(count, (has_car("
              + train
              + ", E), "
              + literal("E")
              + "), N"
              + depth
              + "), N"
              + depth
              + of(" > ", " =:= ", " < ", " >= ", " =< ", " =\\= ")
              + pick(4);
      case 6 ->
          "aggregate_all("
              + of("sum", "max", "min")
              + "(M), (has_car("
              + train
              + ", E), load_num(E, M)), S"
              + depth
              + "), S"
              + depth
              + of(" > ", " < ")
              + pick(8);
      case 7 -> "forall(has_car(" + train + ", E), " + literal("E") + ")";
      case 8 -> "forall((has_car(" + train + ", E), " + literal("E") + "), " + literal("E") + ")";
      case 9 ->
          "load_num("
              + car
              + ", P"
              + depth
              + "), car_num("
              + car
              + ", Q"
              + depth
              + "), P"
              + depth
              + of(" + 1 < ", " * 2 > ", " - 1 =:= ", " mod 2 =:= ", " // 2 < ")
              + "Q"
              + depth;
      case 10 ->
          "load_num("
              + car
              + ", P"
              + depth
              + "), R"
              + depth
              + " is P"
              + depth
              + of(" + 1", " * 2 - 3", " / 2", " ** 2", " mod 2", " rem -2")
              + ", R"
              + depth
              + of(" > 1", " =:= 2", " = 2", " == 2.0");
      case 11 ->
          "car_color(" + car + ", Z), " + of("member", "memberchk") + "(Z, [red, " + color() + "])";
      case 12 -> helper(car);
      case 13 -> recursive(car);
      case 14 ->
          of("once", "ignore", "call", "not") + "((" + literal(car) + ", " + literal(car) + "))";
      case 15 -> "!";
      case 16 ->
          "findall(V, (has_car("
              + train
              + ", E), car_color(E, V)), W"
              + depth
              + "), "
              + of("nth0(0, ", "nth1(2, ", "nth1(_, ")
              + "W"
              + depth
              + ", "
              + color()
              + ")";
      case 17 ->
          "findall(V, (has_car("
              + train
              + ", E), "
              + of("car_color", "has_payload", "load_num")
              + "(E, V)), A"
              + depth
              + "), "
              + of(
                      "list_to_set(@, S), length(S, 2)",
                      "list_to_set(@, [_,_|_])",
                      "reverse(@, [red|_])",
                      "last(@, S), reverse(@, [S|_])",
                      "select(red, @, S), length(S, 1)",
                      "nextto(red, blue, @)",
                      "nextto(S, S, @)",
                      "delete(@, red, S), length(S, 2)",
                      "subtract(@, [red, none, 0], S), S \\= []",
                      "intersection(@, [red, none, 2], [S|_]), nonvar(S)",
                      "union(@, [red], S), length(S, 3)",
                      "is_list(@), append(_, [none, S], @), atomic(S)",
                      "reverse(@, @)")
                  .replace("@", "A" + depth);
      case 18 ->
          "car_num("
              + car
              + ", P"
              + depth
              + "), "
              + of(
                      "succ(@, S), S > 2",
                      "succ(S, @), S > 1",
                      "succ(S, 0)",
                      "succ(@, 3)",
                      "succ(A, B)",
                      "plus(@, 1, S), S =:= 3",
                      "plus(S, @, 4), S > 1",
                      "S is sqrt(@), S > 1.5",
                      "S is round(@ / 2), S =:= 2",
                      "S is floor(@ / 2), S >= 1",
                      "S is ceiling(@ / 2) + truncate(1.7), S > 2",
                      "S is integer(2.5) * @, S > 6",
                      "S is gcd(@, 4), S > 1",
                      "S is max(@, 3) - min(@, 2), S =:= 1",
                      "S is sqrt(@ - 3), S > 0.5",
                      "S is float(@), float(S)",
                      "S is abs(2 - @), S == 1",
                      "S is sign(@ - 2) , S >= 0")
                  .replace("@", "P" + depth);
      default -> literal(car);
    };
  }

  private String color() {
    return of("red", "blue", "green", "yellow", "white");
  }

  private String literal(String car) {
    return switch (pick(6)) {
      case 0, 1 -> "car_color(" + car + ", " + color() + ")";
      case 2 -> "car_len(" + car + ", " + of("short", "long") + ")";
      case 3 -> "has_payload(" + car + ", " + of("none", "circle", "triangle", "square") + ")";
      case 4 -> "load_num(" + car + ", " + pick(4) + ")";
      default -> "car_num(" + car + ", " + (1 + pick(4)) + ")";
    };
  }

  private String helper(String car) {
    String name = "helper" + helpers.size();
    helpers.add(
        name
            + "(X) :- "
            + literal("X")
            + of("", ", !", ", " + literal("X"))
            + ".\n"
            + (pick(2) == 0 ? name + "(X) :- " + literal("X") + ".\n" : ""));
    return name + "(" + car + ")";
  }

  private String recursive(String car) {
    String name = "path" + helpers.size();
    String step = of("behind(X, Y)", "behind(Y, X)");
    String onward = step.replace("Y", "Z");
    helpers.add(
        switch (pick(3)) {
          case 0 ->
              name
                  + "(X, Y) :- "
                  + step
                  + ".\n"
                  + name
                  + "(X, Y) :- "
                  + onward
                  + ", "
                  + name
                  + "(Z, Y).\n";
          case 1 ->
              name
                  + "(X, X).\n"
                  + name
                  + "(X, Y) :- "
                  + onward
                  + ", "
                  + literal("Z")
                  + ", "
                  + name
                  + "(Z, Y).\n";
          default ->
              name
                  + "(X, Y) :- "
                  + name
                  + "(X, Z), "
                  + step.replace("X", "Z")
                  + ".\n"
                  + name
                  + "(X, Y) :- "
                  + step
                  + ".\n";
        });
    return name + "(" + car + ", G), " + literal("G");
  }

  private String broken(String text) {
    int at = pick(text.length());
    return switch (pick(4)) {
      case 0 -> text.substring(0, at) + text.substring(at + 1);
      case 1 -> text.substring(0, at) + of(")", "(", ",", " x ", "[") + text.substring(at);
      case 2 -> text.replaceFirst("load_num", "carries");
      default -> text.replaceFirst("car_color", "car_colour");
    };
  }
}
