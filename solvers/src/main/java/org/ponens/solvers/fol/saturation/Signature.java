package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.clause.Literal;

/** The symbols of a clause set, numbered, with the precedence that orders them. */
final class Signature {

  /** The number of the atom that is true. */
  static final int TRUTH = 0;

  /** A symbol is its name, its number of arguments and its kind. */
  record Symbol(String name, int arity, boolean predicate) {}

  private static final int SYMBOL_WEIGHT = 2;

  private final Map<Symbol, Integer> numbers = new HashMap<>();
  private final List<Symbol> symbols = new ArrayList<>();
  private final List<Integer> occurrences = new ArrayList<>();
  private final List<Boolean> inGoal = new ArrayList<>();
  private int[] precedence = {};
  private int[] weights = {};

  Signature(List<InputClause> clauses, int goal, Strategy strategy) {
    number(new Symbol("true", 0, true), false);
    boolean hasGoal = false;
    for (InputClause input : clauses) {
      boolean ofGoal = input.statement() == goal;
      hasGoal |= ofGoal;
      for (Literal literal : input.clause().literals()) {
        if (!literal.isEquality()) {
          number(new Symbol(literal.predicate(), literal.arguments().size(), true), ofGoal);
        }
        for (Term argument : literal.arguments()) {
          count(argument, ofGoal, 0);
        }
      }
    }
    orderBy(strategy.precedence());
    weights = new int[symbols.size()];
    for (int i = 0; i < weights.length; i++) {
      weights[i] =
          hasGoal && !inGoal.get(i)
              ? SYMBOL_WEIGHT * strategy.foreignSymbolFactor()
              : SYMBOL_WEIGHT;
    }
  }

  int size() {
    return symbols.size();
  }

  Symbol symbol(int number) {
    return symbols.get(number);
  }

  /** The number of a symbol that occurs in the clauses. */
  int number(Symbol symbol) {
    Integer number = numbers.get(symbol);
    if (number == null) {
      throw new AssertionError("every symbol of the input is numbered: " + symbol);
    }
    return number;
  }

  int precedence(int symbol) {
    return precedence[symbol];
  }

  int weight(int symbol) {
    return weights.length == 0 ? SYMBOL_WEIGHT : weights[symbol];
  }

  private void number(Symbol symbol, boolean ofGoal) {
    Integer number = numbers.putIfAbsent(symbol, symbols.size());
    if (number == null) {
      symbols.add(symbol);
      occurrences.add(1);
      inGoal.add(ofGoal);
    } else {
      occurrences.set(number, occurrences.get(number) + 1);
      inGoal.set(number, inGoal.get(number) || ofGoal);
    }
  }

  private void count(Term term, boolean ofGoal, int depth) {
    if (depth <= ClauseReader.MAX_INPUT_DEPTH
        && term instanceof Term.Application(var function, var arguments)) {
      number(new Symbol(function, arguments.size(), false), ofGoal);
      for (Term argument : arguments) {
        count(argument, ofGoal, depth + 1);
      }
    }
  }

  private void orderBy(Strategy.Precedence by) {
    Comparator<Integer> arity = Comparator.comparingInt(i -> symbols.get(i).arity());
    Comparator<Integer> rarity = Comparator.<Integer>comparingInt(occurrences::get).reversed();
    Comparator<Integer> kind = Comparator.comparing(i -> symbols.get(i).predicate());
    Comparator<Integer> order =
        switch (by) {
          case RARE_IS_GREAT -> kind.thenComparing(rarity).thenComparing(arity);
          case FREQUENT_IS_GREAT -> kind.thenComparing(rarity.reversed()).thenComparing(arity);
          case ARITY -> kind.thenComparing(arity).thenComparing(rarity);
        };
    List<Integer> ascending = new ArrayList<>();
    for (int i = 1; i < symbols.size(); i++) {
      ascending.add(i);
    }
    ascending.sort(order.thenComparing(Comparator.naturalOrder()));
    precedence = new int[symbols.size()];
    for (int i = 0; i < ascending.size(); i++) {
      precedence[ascending.get(i)] = i + 1;
    }
  }
}
