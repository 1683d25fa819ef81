package org.ponens.generators.sat.proof;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.problem.SatAnswer;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;
import org.ponens.solvers.sat.Refutation;

/**
 * What an answer claims: it is right if and only if all its claims hold. The definitions of the
 * problems, in one place; the judges decide the same with faster means.
 */
public final class Claims {

  private final Asked asked;
  private final Cnf cnf;
  private final List<Claim> claims = new ArrayList<>();

  private Claims(Asked asked) {
    this.asked = asked;
    this.cnf = asked.cnf();
  }

  /**
   * The claims of an answer of the kind that the problem asks for.
   *
   * @param models the number of all models, where the question is for it modulo something: the
   *     answer alone does not tell
   */
  public static List<Claim> of(Asked asked, SatAnswer answer, Optional<BigInteger> models) {
    Claims claims = new Claims(asked);
    claims.add(answer, models);
    return List.copyOf(claims.claims);
  }

  private void add(SatAnswer answer, Optional<BigInteger> models) {
    switch (answer) {
      case SatAnswer.Decided(boolean satisfiable) ->
          claims.add(satisfiable ? new Claim.Satisfiable(cnf) : new Claim.Unsatisfiable(cnf));
      case SatAnswer.Assigned(BitSet valuation) -> assigned(valuation);
      case SatAnswer.Chosen(BitSet positions) -> {
        if (asked.problem() == Problem.MCS) {
          correction(positions);
        } else {
          core(positions);
        }
      }
      case SatAnswer.Refuted(Refutation refutation) -> refuted(refutation);
      case SatAnswer.Counted counted -> counted(counted.models(), models);
      case SatAnswer.Frozen(List<Integer> literals) -> frozen(literals);
      case SatAnswer.Compared(var difference) ->
          difference.ifPresentOrElse(this::different, this::equivalent);
    }
  }

  private void require(boolean holds, String otherwise) {
    if (!holds) {
      claims.add(new Claim.Never(otherwise));
    }
  }

  private void assigned(BitSet valuation) {
    if (asked.problem() == Problem.MAXSAT) {
      int violations = cnf.violations(valuation);
      if (violations > 0) {
        claims.add(new Claim.AtLeast(cnf, violations));
      }
      return;
    }
    require(cnf.holds(valuation), "the valuation is no model");
    if (asked.problem() == Problem.MINIMAL_MODEL) {
      List<Constraint> smaller = new ArrayList<>(cnf.constraints());
      for (int v = 1; v <= cnf.variables(); v++) {
        if (!valuation.get(v)) {
          smaller.add(Clause.of(-v));
        }
      }
      smaller.add(Clause.of(valuation.stream().map(v -> -v).toArray()));
      claims.add(new Claim.Unsatisfiable(new Cnf(cnf.variables(), smaller)));
    } else if (asked.problem() == Problem.FIRST_MODEL) {
      claims.add(new Claim.Unsatisfiable(before(valuation)));
    }
  }

  /**
   * The models that come before a valuation in lexicographic order: none of its false variables is
   * raised while the true ones before it all stay true, and some true one does not.
   */
  private Cnf before(BitSet valuation) {
    List<Constraint> constraints = new ArrayList<>(cnf.constraints());
    List<Integer> lowered = new ArrayList<>();
    for (int v = 1; v <= cnf.variables(); v++) {
      lowered.add(-v);
      if (!valuation.get(v)) {
        constraints.add(clause(lowered));
        lowered.removeLast();
      }
    }
    constraints.add(clause(lowered));
    return new Cnf(cnf.variables(), constraints);
  }

  private static Clause clause(List<Integer> literals) {
    return Clause.of(literals.stream().mapToInt(l -> l).toArray());
  }

  private void correction(BitSet positions) {
    Cnf rest = without(positions);
    claims.add(new Claim.Satisfiable(rest));
    positions.stream()
        .forEach(
            p ->
                claims.add(new Claim.Unsatisfiable(with(rest, List.of(cnf.constraints().get(p))))));
  }

  private void core(BitSet positions) {
    BitSet others = new BitSet();
    others.set(0, cnf.constraints().size());
    others.andNot(positions);
    claims.add(new Claim.Unsatisfiable(without(others)));
    positions.stream()
        .forEach(
            p -> {
              BitSet removed = (BitSet) others.clone();
              removed.set(p);
              claims.add(new Claim.Satisfiable(without(removed)));
            });
  }

  private Cnf without(BitSet positions) {
    List<Constraint> rest = new ArrayList<>(cnf.constraints().size());
    for (int i = 0; i < cnf.constraints().size(); i++) {
      if (!positions.get(i)) {
        rest.add(cnf.constraints().get(i));
      }
    }
    return new Cnf(cnf.variables(), rest);
  }

  private static Cnf with(Cnf cnf, List<? extends Constraint> further) {
    List<Constraint> all = new ArrayList<>(cnf.constraints());
    all.addAll(further);
    return new Cnf(cnf.variables(), all);
  }

  private void refuted(Refutation refutation) {
    refutation.check(cnf).ifPresent(reason -> claims.add(new Claim.Never(reason)));
  }

  private void counted(BigInteger answer, Optional<BigInteger> models) {
    if (asked.modulus().isEmpty()) {
      claims.add(new Claim.Models(cnf, answer));
      return;
    }
    BigInteger modulus = BigInteger.valueOf(asked.modulus().getAsInt());
    BigInteger all = models.orElseThrow();
    require(all.mod(modulus).equals(answer), "the remainder is another");
    claims.add(new Claim.Models(cnf, all));
  }

  private void frozen(List<Integer> literals) {
    Set<Integer> variables = new HashSet<>();
    for (int literal : literals) {
      variables.add(Math.abs(literal));
    }
    if (literals.isEmpty()) {
      claims.add(new Claim.Satisfiable(cnf));
    } else {
      claims.add(
          new Claim.Unsatisfiable(
              with(cnf, List.of(Clause.of(literals.stream().mapToInt(l -> -l).toArray())))));
    }
    for (int v = 1; v <= cnf.variables(); v++) {
      if (!variables.contains(v)) {
        claims.add(new Claim.Satisfiable(with(cnf, List.of(Clause.of(v)))));
        claims.add(new Claim.Satisfiable(with(cnf, List.of(Clause.of(-v)))));
      }
    }
    // Where all variables are frozen, a model is needed still: a refutation alone shows nothing.
    if (variables.size() == cnf.variables()) {
      claims.add(new Claim.Satisfiable(cnf));
    }
  }

  private void different(BitSet valuation) {
    require(
        cnf.holds(valuation) != asked.second().orElseThrow().holds(valuation),
        "the valuation is a model of both formulas or of neither");
  }

  private void equivalent() {
    Cnf second = asked.second().orElseThrow();
    entails(cnf, second);
    entails(second, cnf);
  }

  private void entails(Cnf premises, Cnf conclusions) {
    Set<Constraint> known = new HashSet<>(premises.constraints());
    for (Constraint conclusion : conclusions.constraints()) {
      if (known.add(conclusion)) {
        for (List<Constraint> negation : negations(conclusion)) {
          claims.add(new Claim.Unsatisfiable(with(premises, negation)));
        }
      }
    }
  }

  /** The ways in which a constraint can fail to hold. */
  private static List<List<Constraint>> negations(Constraint constraint) {
    return switch (constraint) {
      case Clause clause -> {
        List<Constraint> units = new ArrayList<>();
        for (int literal : clause.literals()) {
          units.add(Clause.of(-literal));
        }
        yield List.of(units);
      }
      case Xor xor -> {
        int[] literals = xor.literals();
        if (literals.length == 0) {
          yield List.of(List.of());
        }
        literals[0] = -literals[0];
        yield List.of(List.of(Xor.of(literals)));
      }
      case Cardinality c -> {
        List<List<Constraint>> ways = new ArrayList<>();
        boolean bounded = c.relation() != Cardinality.Relation.AT_LEAST;
        boolean required = c.relation() != Cardinality.Relation.AT_MOST;
        if (bounded) {
          ways.add(
              List.of(Cardinality.of(Cardinality.Relation.AT_LEAST, c.bound() + 1, c.literals())));
        }
        if (required && c.bound() > 0) {
          ways.add(
              List.of(Cardinality.of(Cardinality.Relation.AT_MOST, c.bound() - 1, c.literals())));
        }
        yield ways;
      }
    };
  }
}
