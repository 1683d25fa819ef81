package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.Literal;

/** Tries every interpretation over a small domain: an oracle for small clause sets. */
public final class FiniteModels {

  private final List<Clause> clauses;
  private final int size;
  private final Map<String, int[]> tables = new LinkedHashMap<>();
  private final List<String> names = new ArrayList<>();

  private FiniteModels(List<Clause> clauses, int size) {
    this.clauses = clauses;
    this.size = size;
    for (Clause clause : clauses) {
      for (Literal literal : clause.literals()) {
        if (!literal.isEquality()) {
          declare("predicate " + literal.predicate(), literal.arguments().size());
        }
        literal.arguments().forEach(this::declare);
      }
    }
  }

  /** Whether the clauses have a model over a domain of one to so many elements. */
  public static boolean exist(List<Clause> clauses, int maxSize) {
    for (int size = 1; size <= maxSize; size++) {
      if (new FiniteModels(clauses, size).search(0, 0)) {
        return true;
      }
    }
    return false;
  }

  private void declare(Term term) {
    if (term instanceof Term.Application(var function, var arguments)) {
      declare(function, arguments.size());
      arguments.forEach(this::declare);
    }
  }

  private void declare(String name, int arity) {
    String symbol = name + "/" + arity;
    if (!tables.containsKey(symbol)) {
      tables.put(symbol, new int[(int) Math.pow(size, arity)]);
      names.add(symbol);
    }
  }

  private boolean search(int symbol, int entry) {
    if (symbol == names.size()) {
      return clauses.stream().allMatch(this::holds);
    }
    String name = names.get(symbol);
    int[] table = table(name);
    int values = name.startsWith("predicate ") ? 2 : size;
    for (int value = 0; value < values; value++) {
      table[entry] = value;
      boolean last = entry == table.length - 1;
      if (search(last ? symbol + 1 : symbol, last ? 0 : entry + 1)) {
        return true;
      }
    }
    return false;
  }

  private boolean holds(Clause clause) {
    List<String> variables = new ArrayList<>();
    clause.literals().forEach(l -> l.arguments().forEach(t -> collect(t, variables)));
    return holds(clause, variables, new LinkedHashMap<>());
  }

  private static void collect(Term term, List<String> variables) {
    switch (term) {
      case Term.Variable(var name) -> {
        if (!variables.contains(name)) {
          variables.add(name);
        }
      }
      case Term.Application(var function, var arguments) ->
          arguments.forEach(argument -> collect(argument, variables));
    }
  }

  private boolean holds(Clause clause, List<String> variables, Map<String, Integer> assigned) {
    if (assigned.size() < variables.size()) {
      String variable = variables.get(assigned.size());
      boolean all = true;
      for (int value = 0; value < size && all; value++) {
        assigned.put(variable, value);
        all = holds(clause, variables, assigned);
        assigned.remove(variable);
      }
      return all;
    }
    for (Literal literal : clause.literals()) {
      boolean value =
          literal.isEquality()
              ? value(literal.arguments().get(0), assigned)
                  == value(literal.arguments().get(1), assigned)
              : look("predicate " + literal.predicate(), literal.arguments(), assigned) == 1;
      if (value == literal.positive()) {
        return true;
      }
    }
    return false;
  }

  private int value(Term term, Map<String, Integer> assigned) {
    return switch (term) {
      case Term.Variable(var name) -> assigned.get(name);
      case Term.Application(var function, var arguments) -> look(function, arguments, assigned);
    };
  }

  private int look(String name, List<Term> arguments, Map<String, Integer> assigned) {
    int index = 0;
    for (Term argument : arguments) {
      index = index * size + value(argument, assigned);
    }
    return table(name + "/" + arguments.size())[index];
  }

  private int[] table(String symbol) {
    return tables.getOrDefault(symbol, new int[0]);
  }
}
