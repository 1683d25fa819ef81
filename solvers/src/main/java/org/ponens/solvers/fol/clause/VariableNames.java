package org.ponens.solvers.fol.clause;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ponens.grammar.fol.Term;

/** Gives the variables of a clause, unique throughout the problem until now, the author's names. */
final class VariableNames {

  /** Between the author's name and the number that makes it unique; in no name that is printed. */
  static final char SEPARATOR = '\u0000';

  private VariableNames() {}

  static Clause restore(List<Literal> literals) {
    Map<String, Term> renamed = new HashMap<>();
    Set<String> used = new HashSet<>();
    List<Literal> restored = new ArrayList<>(literals.size());
    for (Literal literal : literals) {
      restored.add(
          new Literal(
              literal.positive(),
              literal.predicate(),
              restore(literal.arguments(), renamed, used)));
    }
    return new Clause(restored);
  }

  private static List<Term> restore(List<Term> terms, Map<String, Term> renamed, Set<String> used) {
    if (terms.isEmpty()) {
      return terms;
    }
    List<Term> restored = new ArrayList<>(terms.size());
    for (Term term : terms) {
      restored.add(
          switch (term) {
            case Term.Variable(var name) ->
                renamed.computeIfAbsent(name, unique -> Term.variable(fresh(unique, used)));
            case Term.Application(var function, var arguments) ->
                arguments.isEmpty()
                    ? term
                    : new Term.Application(function, restore(arguments, renamed, used));
          });
    }
    return restored;
  }

  private static String fresh(String unique, Set<String> used) {
    int separator = unique.lastIndexOf(SEPARATOR);
    String base = separator > 0 ? unique.substring(0, separator) : unique;
    String name = base;
    for (int i = 1; !used.add(name); i++) {
      name = base + i;
    }
    return name;
  }
}
