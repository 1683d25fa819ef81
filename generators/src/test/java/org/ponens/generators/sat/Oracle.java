package org.ponens.generators.sat;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.problem.SatAnswer;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;

/** The definitions of the problems, by trying all valuations and nothing else. */
public final class Oracle {

  private Oracle() {}

  static List<BitSet> valuations(int variables) {
    List<BitSet> all = new ArrayList<>();
    for (int number = 0; number < 1 << variables; number++) {
      BitSet valuation = new BitSet();
      for (int v = 1; v <= variables; v++) {
        // The first variable counts most, so that the order is lexicographic.
        valuation.set(v, (number >> (variables - v) & 1) == 1);
      }
      all.add(valuation);
    }
    return all;
  }

  static List<BitSet> models(Cnf cnf) {
    return valuations(cnf.variables()).stream().filter(cnf::holds).toList();
  }

  private static boolean satisfiable(Cnf cnf, BitSet positions) {
    List<Constraint> chosen = positions.stream().mapToObj(cnf.constraints()::get).toList();
    return !models(new Cnf(cnf.variables(), chosen)).isEmpty();
  }

  /** Whether an answer is right by definition. */
  public static boolean isRight(Asked asked, SatAnswer answer) {
    Cnf cnf = asked.cnf();
    List<BitSet> models = models(cnf);
    return switch (answer) {
      case SatAnswer.Decided(boolean satisfiable) -> satisfiable != models.isEmpty();
      case SatAnswer.Assigned(BitSet valuation) ->
          switch (asked.problem()) {
            case MAXSAT ->
                valuations(cnf.variables()).stream()
                    .allMatch(other -> cnf.violations(valuation) <= cnf.violations(other));
            case MINIMAL_MODEL ->
                models.contains(valuation)
                    && models.stream()
                        .allMatch(other -> other.equals(valuation) || !isSubset(other, valuation));
            case FIRST_MODEL -> !models.isEmpty() && models.getFirst().equals(valuation);
            default -> models.contains(valuation);
          };
      case SatAnswer.Chosen(BitSet positions) ->
          asked.problem() == Problem.MCS ? isMcs(cnf, positions) : isMus(cnf, positions);
      case SatAnswer.Refuted refuted -> refuted.refutation().check(cnf).isEmpty();
      case SatAnswer.Counted counted -> {
        BigInteger count = BigInteger.valueOf(models.size());
        yield counted
            .models()
            .equals(
                asked.modulus().isPresent()
                    ? count.mod(BigInteger.valueOf(asked.modulus().getAsInt()))
                    : count);
      }
      case SatAnswer.Frozen(List<Integer> literals) -> {
        Set<Integer> frozen = new HashSet<>();
        for (int v = 1; v <= cnf.variables(); v++) {
          int variable = v;
          if (models.stream().allMatch(model -> model.get(variable))) {
            frozen.add(v);
          }
          if (models.stream().noneMatch(model -> model.get(variable))) {
            frozen.add(-v);
          }
        }
        yield frozen.equals(new HashSet<>(literals));
      }
      case SatAnswer.Compared(var difference) -> {
        Cnf second = asked.second().orElseThrow();
        yield difference
            .map(valuation -> cnf.holds(valuation) != second.holds(valuation))
            .orElseGet(() -> models.equals(models(second)));
      }
    };
  }

  private static boolean isSubset(BitSet part, BitSet whole) {
    BitSet rest = (BitSet) part.clone();
    rest.andNot(whole);
    return rest.isEmpty();
  }

  private static boolean isMus(Cnf cnf, BitSet positions) {
    if (satisfiable(cnf, positions)) {
      return false;
    }
    return positions.stream()
        .allMatch(
            p -> {
              BitSet smaller = (BitSet) positions.clone();
              smaller.clear(p);
              return satisfiable(cnf, smaller);
            });
  }

  private static boolean isMcs(Cnf cnf, BitSet positions) {
    BitSet rest = new BitSet();
    rest.set(0, cnf.constraints().size());
    rest.andNot(positions);
    if (!satisfiable(cnf, rest)) {
      return false;
    }
    return positions.stream()
        .noneMatch(
            p -> {
              BitSet larger = (BitSet) rest.clone();
              larger.set(p);
              return satisfiable(cnf, larger);
            });
  }
}
