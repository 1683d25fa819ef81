package org.ponens.solvers.fol.saturation;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import org.ponens.grammar.fol.Term;
import org.ponens.solvers.fol.clause.Clause;
import org.ponens.solvers.fol.clause.Literal;
import org.ponens.solvers.fol.clause.Substitution;
import org.ponens.solvers.fol.proof.Proof;
import org.ponens.solvers.fol.proof.Rule;
import org.ponens.solvers.fol.proof.Step;
import org.ponens.solvers.fol.saturation.Derivation.Premise;

/** Writes the derivation of a clause out as a proof. */
final class ProofBuilder {

  private final Signature signature;

  ProofBuilder(Signature signature) {
    this.signature = signature;
  }

  /** The proof that ends in the empty clause. */
  Proof proof(SharedClause empty) {
    List<SharedClause> ancestors = ancestors(empty);
    Map<SharedClause, Integer> ids = new HashMap<>();
    List<Step> steps = new ArrayList<>();
    for (SharedClause clause : ancestors) {
      int id = steps.size() + 1;
      ids.put(clause, id);
      steps.add(step(id, clause, ids));
    }
    return new Proof(steps);
  }

  private static List<SharedClause> ancestors(SharedClause last) {
    Set<SharedClause> seen = new HashSet<>();
    Deque<SharedClause> open = new ArrayDeque<>();
    open.add(last);
    seen.add(last);
    while (!open.isEmpty()) {
      if (open.remove().derivation instanceof Derivation.Inferred(var rule, var premises)) {
        for (Premise premise : premises) {
          if (seen.add(premise.clause())) {
            open.add(premise.clause());
          }
        }
      }
    }
    List<SharedClause> ordered = new ArrayList<>(seen);
    ordered.sort(Comparator.comparingInt(clause -> clause.number));
    return ordered;
  }

  private Step step(int id, SharedClause clause, Map<SharedClause, Integer> ids) {
    return switch (clause.derivation) {
      case Derivation.Given(var given, var statement, var names) ->
          new Step(id, given, Rule.INPUT, List.of(), OptionalInt.of(statement));
      case Derivation.Inferred(var rule, var premises) -> {
        List<Step.Parent> parents = new ArrayList<>();
        for (Premise premise : premises) {
          Integer parent = ids.get(premise.clause());
          if (parent == null) {
            throw new AssertionError("premises are older than their conclusion");
          }
          parents.add(new Step.Parent(parent, substitution(premise)));
        }
        yield new Step(id, clause(clause), rule, parents, OptionalInt.empty());
      }
    };
  }

  private Substitution substitution(Premise premise) {
    Map<String, Term> bindings = new LinkedHashMap<>();
    SharedTerm[] terms = premise.substitution();
    for (int i = 0; i < terms.length; i++) {
      SharedTerm term = terms[i];
      if (term != null) {
        String name = name(premise.clause(), i);
        Term bound = term(term);
        if (!bound.equals(Term.variable(name))) {
          bindings.put(name, bound);
        }
      }
    }
    return new Substitution(bindings);
  }

  private static String name(SharedClause clause, int variable) {
    return switch (clause.derivation) {
      case Derivation.Given(var given, var statement, var names) -> names.get(variable);
      case Derivation.Inferred(var rule, var premises) -> name(variable);
    };
  }

  private static String name(int variable) {
    return "X" + (variable + 1);
  }

  private Clause clause(SharedClause clause) {
    List<Literal> literals = new ArrayList<>();
    for (SharedLiteral literal : clause.literals) {
      literals.add(
          literal.equality
              ? new Literal(
                  literal.positive,
                  Literal.EQUALITY,
                  List.of(term(literal.left), term(literal.right)))
              : new Literal(
                  literal.positive,
                  signature.symbol(literal.left.symbol).name(),
                  terms(literal.left.arguments)));
    }
    return new Clause(literals);
  }

  private List<Term> terms(SharedTerm[] shared) {
    List<Term> terms = new ArrayList<>(shared.length);
    for (SharedTerm term : shared) {
      terms.add(term(term));
    }
    return terms;
  }

  private Term term(SharedTerm term) {
    return term.isVariable()
        ? Term.variable(name(term.variable()))
        : new Term.Application(signature.symbol(term.symbol).name(), terms(term.arguments));
  }
}
