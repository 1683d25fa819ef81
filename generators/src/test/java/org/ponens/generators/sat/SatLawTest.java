package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.generators.sat.judge.SatVerifier;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.sat.problem.Counterpart;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.problem.SatAnswer;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.generators.sat.problem.Solution;
import org.ponens.generators.sat.proof.Certificate;
import org.ponens.generators.sat.proof.Claim;
import org.ponens.generators.sat.proof.Claims;
import org.ponens.generators.task.InvalidTaskException;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Verdict;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;

/** Reference answers, their certificates and the judge against brute force. */
class SatLawTest {

  private static final Budget BUDGET = new Budget(Duration.ofSeconds(20), 1_000_000);

  private static Meter meter() {
    return BUDGET.start();
  }

  private static Asked ask(Problem problem, ItemRandom random) {
    Cnf cnf = Formulas.random(random, problem == Problem.REFUTATION);
    return switch (problem) {
      case COUNT_MODULO ->
          new Asked(problem, cnf, Optional.empty(), OptionalInt.of(random.between(2, 9)));
      case EQUIVALENCE -> {
        Cnf second =
            Counterpart.of(cnf, random.nextBoolean(), random, meter())
                .orElseGet(() -> new Cnf(cnf.variables(), cnf.constraints().reversed()));
        yield new Asked(problem, cnf, Optional.of(second), OptionalInt.empty());
      }
      default -> Asked.of(problem, cnf);
    };
  }

  private static Verdict judge(Asked asked, String answer) {
    OptionalInt optimum =
        asked.problem() == Problem.MAXSAT
            ? OptionalInt.of(
                Oracle.valuations(asked.cnf().variables()).stream()
                    .mapToInt(asked.cnf()::violations)
                    .min()
                    .orElseThrow())
            : OptionalInt.empty();
    return new SatVerifier(new SatSpec(asked, optimum, Vocabulary.none())).verify(answer, meter());
  }

  @Property(tries = 1500, seed = "1")
  void reference_isRightAndCertified(@ForAll Problem problem, @ForAll long seed)
      throws InvalidTaskException {
    Asked asked = ask(problem, new ItemRandom(seed, 1));
    Optional<Solution> solution = Solution.of(asked, meter());
    boolean satisfiable = !Oracle.models(asked.cnf()).isEmpty();
    if (problem.need() == Problem.Need.SATISFIABLE && !satisfiable) {
      return;
    }
    if (solution.isEmpty()) {
      // A satisfiable formula has no core, and an empty clause is refuted without a step.
      assertThat(satisfiable || problem == Problem.REFUTATION).as(asked.toString()).isTrue();
      return;
    }
    SatAnswer answer = solution.get().answer();
    assertThat(Oracle.isRight(asked, answer)).as(asked + "\n" + answer).isTrue();
    assertThat(judge(asked, answer.text(asked, Vocabulary.none())))
        .as(asked + "\n" + answer.text(asked, Vocabulary.none()))
        .extracting(Verdict::correct)
        .isEqualTo(true);
    List<Claim> claims = Claims.of(asked, answer, solution.get().models());
    Certificate certificate = Certificate.find(claims, meter()).orElseThrow();
    String json = certificate.toJson(asked.cnf().variables());
    Certificate read = Certificate.read(json);
    assertThat(read.toJson(asked.cnf().variables())).isEqualTo(json);
    assertThat(read.check(claims, meter())).as(asked + "\n" + answer + "\n" + json).isEmpty();
  }

  @Property(tries = 4000, seed = "1")
  void judgeAndClaims_agreeWithBruteForce(@ForAll Problem problem, @ForAll long seed) {
    ItemRandom random = new ItemRandom(seed, 2);
    Asked asked = ask(problem, random);
    boolean satisfiable = !Oracle.models(asked.cnf()).isEmpty();
    boolean asksForMore = problem.need() == Problem.Need.SATISFIABLE && !satisfiable;
    if (asksForMore || problem == Problem.REFUTATION) {
      return;
    }
    SatAnswer answer = guess(asked, random);
    boolean right = Oracle.isRight(asked, answer);
    assertThat(judge(asked, answer.text(asked, Vocabulary.none())).correct())
        .as(
            () ->
                asked
                    + "\n"
                    + answer.text(asked, Vocabulary.none())
                    + "\n"
                    + judge(asked, answer.text(asked, Vocabulary.none())))
        .isEqualTo(right);
    Optional<BigInteger> models =
        Optional.of(BigInteger.valueOf(Oracle.models(asked.cnf()).size()));
    List<Claim> claims = Claims.of(asked, answer, models);
    assertThat(
            Certificate.find(claims, meter())
                .filter(certificate -> certificate.check(claims, meter()).isEmpty()))
        .as(() -> asked + "\n" + answer)
        .matches(certificate -> certificate.isPresent() == right);
  }

  /** An answer that is right often enough: the reference, changed a little or not. */
  private static SatAnswer guess(Asked asked, ItemRandom random) {
    Cnf cnf = asked.cnf();
    Optional<SatAnswer> reference = Solution.of(asked, meter()).map(Solution::answer);
    boolean changed = reference.isEmpty() || random.nextInt(4) > 0;
    if (!changed) {
      return reference.get();
    }
    return switch (asked.problem()) {
      case DECISION -> new SatAnswer.Decided(random.nextBoolean());
      case COUNT -> new SatAnswer.Counted(BigInteger.valueOf(random.nextInt(9)));
      case COUNT_MODULO ->
          new SatAnswer.Counted(BigInteger.valueOf(random.nextInt(asked.modulus().orElseThrow())));
      case BACKBONE -> {
        Set<Integer> literals = new HashSet<>();
        reference.ifPresent(r -> literals.addAll(((SatAnswer.Frozen) r).literals()));
        int variable = random.between(1, cnf.variables());
        if (!literals.remove(variable) && !literals.remove(-variable)) {
          literals.add(random.nextBoolean() ? variable : -variable);
        }
        yield new SatAnswer.Frozen(List.copyOf(literals));
      }
      case EQUIVALENCE ->
          new SatAnswer.Compared(
              random.nextBoolean() ? Optional.empty() : Optional.of(valuation(cnf, random)));
      case MCS, MUS -> new SatAnswer.Chosen(positions(reference, cnf, random));
      case CERTIFICATE ->
          random.nextBoolean()
              ? new SatAnswer.Assigned(valuation(cnf, random))
              : new SatAnswer.Chosen(positions(reference, cnf, random));
      default -> new SatAnswer.Assigned(valuation(cnf, random));
    };
  }

  private static BitSet valuation(Cnf cnf, ItemRandom random) {
    return random.pick(Oracle.valuations(cnf.variables()));
  }

  private static BitSet positions(Optional<SatAnswer> reference, Cnf cnf, ItemRandom random) {
    BitSet positions = new BitSet();
    if (reference.isPresent()
        && reference.get() instanceof SatAnswer.Chosen(BitSet chosen)
        && random.nextBoolean()) {
      positions.or(chosen);
      positions.flip(random.nextInt(cnf.constraints().size()));
    } else {
      for (int i = 0; i < cnf.constraints().size(); i++) {
        positions.set(i, random.nextInt(3) == 0);
      }
    }
    return positions;
  }
}
