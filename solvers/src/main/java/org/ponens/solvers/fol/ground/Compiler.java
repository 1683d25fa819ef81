package org.ponens.solvers.fol.ground;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.Symbol;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.clause.Literal;

/**
 * Numbers the predicates and ground terms of clauses and infers sorts (Claessen and Sörensson
 * 2003): argument places that share a variable have one sort, and a variable takes the constants of
 * its sort only. A positive equation with a variable may bound the domain, so then there is one
 * sort.
 */
final class Compiler {

  static final int EQUALITY = 0;

  private final Map<Symbol, Integer> predicates = new LinkedHashMap<>();
  private final Map<Term.Application, Integer> constants = new LinkedHashMap<>();
  private final Map<Symbol, Integer> functionPlaces = new LinkedHashMap<>();
  private final List<Compiled.Compound> compounds = new ArrayList<>();
  private final List<CompiledClause> clauses = new ArrayList<>();

  /** The first place of each predicate in the union-find forest of places. */
  private final List<Integer> firstPlaces = new ArrayList<>();

  private int[] parents = new int[64];
  private int places;
  private boolean oneSort;

  /** Each constant's place, merged with those where it stands. */
  private final List<Integer> constantPlaces = new ArrayList<>();

  Compiler() {
    predicates.put(new Symbol(Literal.EQUALITY, 2), EQUALITY);
    firstPlaces.add(newPlace());
    newPlace();
  }

  void add(InputClause input, int group) {
    List<Literal> literals = input.clause().literals();
    int size = literals.size();
    boolean[] signs = new boolean[size];
    int[] symbols = new int[size];
    int[][] arguments = new int[size][];
    Map<String, Integer> variables = new LinkedHashMap<>();
    int[] variablePlaces = new int[4];
    for (int i = 0; i < size; i++) {
      Literal literal = literals.get(i);
      signs[i] = literal.positive();
      symbols[i] = predicate(literal);
      arguments[i] = new int[literal.arguments().size()];
      for (int j = 0; j < arguments[i].length; j++) {
        int place;
        switch (literal.arguments().get(j)) {
          case Term.Variable(var name) -> {
            Integer variable = variables.get(name);
            if (variable == null) {
              variable = variables.size();
              variables.put(name, variable);
              if (variable == variablePlaces.length) {
                variablePlaces = Arrays.copyOf(variablePlaces, 2 * variable);
              }
              variablePlaces[variable] = newPlace();
            }
            place = variablePlaces[variable];
            arguments[i][j] = -1 - variable;
          }
          case Term.Application ground -> {
            arguments[i][j] = constant(ground);
            place = constantPlaces.get(arguments[i][j]);
          }
        }
        if (symbols[i] != EQUALITY) {
          union(place, firstPlaces.get(symbols[i]) + j);
        } else if (j == 1) {
          int left = arguments[i][0];
          union(place, left < 0 ? variablePlaces[-1 - left] : constantPlaces.get(left));
          oneSort |= signs[i] && (left < 0 || arguments[i][1] < 0);
        }
      }
    }
    clauses.add(
        new CompiledClause(
            input,
            group,
            signs,
            symbols,
            arguments,
            List.copyOf(variables.keySet()),
            Arrays.copyOf(variablePlaces, variables.size())));
  }

  /** Ends the compilation: sorts are known once every clause is. */
  Compiled compile() {
    if (constants.isEmpty()) {
      constant(Term.constant("e0"));
    }
    Map<Integer, Integer> sortNumbers = new HashMap<>();
    for (CompiledClause clause : clauses) {
      for (int i = 0; i < clause.sorts().length; i++) {
        clause.sorts()[i] = sort(clause.sorts()[i], sortNumbers);
      }
    }
    int[][] placeSorts = new int[predicates.size()][];
    for (Map.Entry<Symbol, Integer> entry : predicates.entrySet()) {
      int[] sorts = new int[entry.getKey().arity()];
      for (int j = 0; j < sorts.length; j++) {
        sorts[j] = sort(firstPlaces.get(entry.getValue()) + j, sortNumbers);
      }
      placeSorts[entry.getValue()] = sorts;
    }
    int[] constantSorts = new int[constants.size()];
    for (int i = 0; i < constantSorts.length; i++) {
      constantSorts[i] = sort(constantPlaces.get(i), sortNumbers);
    }
    int[][] carriers = new int[sortNumbers.size()][];
    for (int s = 0; s < carriers.length; s++) {
      int sort = s;
      int[] members =
          IntStream.range(0, constantSorts.length).filter(i -> constantSorts[i] == sort).toArray();
      // Sorts do not meet, so one without constants may borrow an element.
      carriers[s] = members.length == 0 ? new int[] {0} : members;
    }
    return new Compiled(
        List.copyOf(predicates.keySet()),
        List.copyOf(constants.keySet()),
        List.copyOf(compounds),
        List.copyOf(clauses),
        placeSorts,
        carriers);
  }

  private int sort(int place, Map<Integer, Integer> numbers) {
    int root = oneSort ? 0 : find(place);
    return numbers.computeIfAbsent(root, r -> numbers.size());
  }

  private int predicate(Literal literal) {
    if (literal.isEquality()) {
      return EQUALITY;
    }
    Symbol symbol = new Symbol(literal.predicate(), literal.arguments().size());
    Integer known = predicates.get(symbol);
    if (known != null) {
      return known;
    }
    int number = predicates.size();
    predicates.put(symbol, number);
    firstPlaces.add(places);
    for (int i = 0; i < symbol.arity(); i++) {
      newPlace();
    }
    return number;
  }

  /** The number of a ground term, which is a constant here. */
  private int constant(Term.Application term) {
    Integer known = constants.get(term);
    if (known != null) {
      return known;
    }
    List<Integer> arguments = new ArrayList<>();
    for (Term argument : term.arguments()) {
      if (!(argument instanceof Term.Application inner)) {
        throw new AssertionError("terms below functions are ground: " + term);
      }
      arguments.add(constant(inner));
    }
    int number = constants.size();
    constants.put(term, number);
    constantPlaces.add(newPlace());
    if (!arguments.isEmpty()) {
      Symbol symbol = new Symbol(term.function(), arguments.size());
      Integer first = functionPlaces.get(symbol);
      if (first == null) {
        first = places;
        functionPlaces.put(symbol, first);
        for (int i = 0; i <= arguments.size(); i++) {
          newPlace();
        }
      }
      for (int i = 0; i < arguments.size(); i++) {
        union(constantPlaces.get(arguments.get(i)), first + i);
      }
      union(constantPlaces.get(number), first + arguments.size());
      compounds.add(new Compiled.Compound(number, symbol, arguments));
    }
    return number;
  }

  private int newPlace() {
    if (places == parents.length) {
      parents = Arrays.copyOf(parents, 2 * places);
    }
    parents[places] = places;
    return places++;
  }

  private int find(int place) {
    int root = place;
    while (parents[root] != root) {
      parents[root] = parents[parents[root]];
      root = parents[root];
    }
    return root;
  }

  private void union(int first, int second) {
    parents[find(first)] = find(second);
  }
}
