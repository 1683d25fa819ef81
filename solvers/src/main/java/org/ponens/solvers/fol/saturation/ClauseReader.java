package org.ponens.solvers.fol.saturation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.clause.InputClause;
import org.ponens.solvers.fol.clause.Literal;
import org.ponens.solvers.fol.saturation.Signature.Symbol;

/** Turns clauses of the problem into clauses of the search. */
final class ClauseReader {

  /** Deeper terms are not read, as walks over terms are recursive. */
  static final int MAX_INPUT_DEPTH = 150;

  /** Longer clauses are not read, as their literals are compared pair by pair. */
  private static final int MAX_LITERALS = 1_000;

  private final Signature signature;
  private final TermBank bank;
  private final KnuthBendixOrder order;
  private final ClauseFactory factory;

  ClauseReader(Signature signature, TermBank bank, KnuthBendixOrder order, ClauseFactory factory) {
    this.signature = signature;
    this.bank = bank;
    this.order = order;
    this.factory = factory;
  }

  /** The clause, or null where it is too long or its terms are too deep. */
  @Nullable SharedClause read(InputClause input) {
    if (input.clause().literals().size() > MAX_LITERALS) {
      return null;
    }
    Map<String, Integer> variables = new LinkedHashMap<>();
    List<SharedLiteral> literals = new ArrayList<>();
    for (Literal literal : input.clause().literals()) {
      SharedTerm[] arguments = read(literal.arguments(), variables, 0);
      if (arguments == null) {
        return null;
      }
      if (literal.isEquality()) {
        literals.add(SharedLiteral.equation(literal.positive(), arguments[0], arguments[1], order));
      } else {
        Symbol symbol = new Symbol(literal.predicate(), arguments.length, true);
        SharedTerm atom = bank.application(signature.number(symbol), arguments);
        literals.add(SharedLiteral.atom(literal.positive(), atom, bank.truth));
      }
    }
    Derivation given =
        new Derivation.Given(input.clause(), input.statement(), List.copyOf(variables.keySet()));
    SharedClause clause = factory.make(literals.toArray(SharedLiteral[]::new), given);
    clause.given = true;
    return clause;
  }

  private SharedTerm @Nullable [] read(
      List<Term> terms, Map<String, Integer> variables, int depth) {
    SharedTerm[] read = new SharedTerm[terms.size()];
    if (depth > MAX_INPUT_DEPTH) {
      return null;
    }
    for (int i = 0; i < read.length; i++) {
      switch (terms.get(i)) {
        case Term.Variable(var name) -> {
          variables.putIfAbsent(name, variables.size());
          read[i] = bank.variable(variables.getOrDefault(name, 0));
        }
        case Term.Application(var function, var arguments) -> {
          SharedTerm[] parts = read(arguments, variables, depth + 1);
          if (parts == null) {
            return null;
          }
          read[i] =
              bank.application(signature.number(new Symbol(function, parts.length, false)), parts);
        }
      }
    }
    return read;
  }
}
