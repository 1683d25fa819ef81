package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ponens.generators.sat.judge.SatVerifier;
import org.ponens.generators.sat.problem.Asked;
import org.ponens.generators.sat.problem.Problem;
import org.ponens.generators.sat.problem.SatAnswer;
import org.ponens.generators.sat.problem.SatSpec;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.task.Verdict;
import org.ponens.generators.verify.Verification;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Vocabulary;
import org.ponens.grammar.cnf.Xor;
import org.ponens.solvers.Budget;
import org.ponens.solvers.sat.Refutation;

/**
 * A verdict is about the formula and not about how it is written: it stays when constraints are
 * shuffled, variables renamed and signs flipped, and the answer with them.
 */
class RenamingLawTest {

  private static final Budget BUDGET = new Budget(Duration.ofDays(1), Verification.DEFAULT_STEPS);

  /**
   * A way to write a formula differently.
   *
   * @param variables where variable {@code v} goes, at {@code v}
   * @param flipped the variables, by their old number, whose signs are flipped
   * @param positions where constraint {@code i} goes, at {@code i}
   */
  private record Renaming(List<Integer> variables, BitSet flipped, List<Integer> positions) {

    static Renaming random(Problem problem, int n, int m, ItemRandom random) {
      List<Integer> variables = new ArrayList<>(List.of(0));
      // The order of the variables decides which model is first, and their signs which is minimal.
      int[] permutation = random.permutation(n);
      BitSet flipped = new BitSet();
      for (int v = 1; v <= n; v++) {
        variables.add(problem == Problem.FIRST_MODEL ? v : permutation[v - 1] + 1);
        boolean mayFlip = problem != Problem.FIRST_MODEL && problem != Problem.MINIMAL_MODEL;
        flipped.set(v, mayFlip && random.nextBoolean());
      }
      return new Renaming(
          variables, flipped, Arrays.stream(random.permutation(m)).boxed().toList());
    }

    int literal(int literal) {
      int variable = Math.abs(literal);
      int renamed = variables.get(variable);
      return flipped.get(variable) == literal > 0 ? -renamed : renamed;
    }

    int[] literals(int[] literals) {
      return Arrays.stream(literals).map(this::literal).toArray();
    }

    Cnf formula(Cnf cnf, boolean shuffled) {
      Constraint[] renamed = new Constraint[cnf.constraints().size()];
      for (int i = 0; i < renamed.length; i++) {
        Constraint constraint = cnf.constraints().get(i);
        int[] literals = literals(constraint.literals());
        renamed[shuffled ? positions.get(i) : renamed.length - 1 - i] =
            switch (constraint) {
              case Clause clause -> Clause.of(literals);
              case Xor xor -> Xor.of(literals);
              case Cardinality c -> Cardinality.of(c.relation(), c.bound(), literals);
            };
      }
      return new Cnf(cnf.variables(), List.of(renamed));
    }

    BitSet valuation(BitSet valuation) {
      BitSet renamed = new BitSet();
      for (int v = 1; v < variables.size(); v++) {
        renamed.set(variables.get(v), valuation.get(v) != flipped.get(v));
      }
      return renamed;
    }

    /** The number of a clause, or of a step behind them. */
    int number(int number) {
      return number >= 1 && number <= positions.size() ? positions.get(number - 1) + 1 : number;
    }

    SatAnswer answer(SatAnswer answer) {
      return switch (answer) {
        case SatAnswer.Decided decided -> decided;
        case SatAnswer.Counted counted -> counted;
        case SatAnswer.Assigned(BitSet valuation) -> new SatAnswer.Assigned(valuation(valuation));
        case SatAnswer.Chosen(BitSet chosen) -> {
          BitSet moved = new BitSet();
          chosen.stream().forEach(p -> moved.set(positions.get(p)));
          yield new SatAnswer.Chosen(moved);
        }
        case SatAnswer.Frozen(List<Integer> literals) ->
            new SatAnswer.Frozen(literals.stream().map(this::literal).toList());
        case SatAnswer.Compared(var difference) ->
            new SatAnswer.Compared(difference.map(this::valuation));
        case SatAnswer.Refuted(Refutation refutation) ->
            new SatAnswer.Refuted(
                new Refutation(
                    refutation.steps().stream()
                        .map(
                            s ->
                                new Refutation.Resolvent(
                                    literals(s.literals()), number(s.left()), number(s.right())))
                        .toList()));
      };
    }

    Asked asked(Asked asked) {
      return new Asked(
          asked.problem(),
          formula(asked.cnf(), true),
          asked.second().map(second -> formula(second, false)),
          asked.modulus());
    }
  }

  @Provide
  Arbitrary<Target> formulas() {
    return Arbitraries.of(Target.ALL);
  }

  @Property(tries = 3000, seed = "1")
  void aVerdict_isTheSame_forTheRenamedAnswerToTheRenamedFormula(
      @ForAll("formulas") Target target, @ForAll long seed) {
    ItemRandom random = new ItemRandom(seed, 5);
    SatSpec spec = target.spec();
    Asked asked = spec.asked();
    SatAnswer reference = Answers.read(asked, spec.vocabulary(), target.reference()).orElseThrow();
    SatAnswer answer = random.nextInt(3) == 0 ? reference : changed(reference, asked, random);
    Renaming renaming =
        Renaming.random(
            asked.problem(), asked.cnf().variables(), asked.cnf().constraints().size(), random);
    SatSpec renamed = new SatSpec(renaming.asked(asked), spec.optimum(), Vocabulary.none());
    Verdict before = verdict(new SatSpec(asked, spec.optimum(), Vocabulary.none()), answer);
    Verdict after = verdict(renamed, renaming.answer(answer));
    assertThat(after.correct()).as(asked + "\n" + answer).isEqualTo(before.correct());
    assertThat(after.status()).as(asked + "\n" + answer).isEqualTo(before.status());
    assertThat(before.correct()).isEqualTo(Oracle.isRight(asked, answer));
  }

  private static Verdict verdict(SatSpec spec, SatAnswer answer) {
    return new SatVerifier(spec)
        .verify(answer.text(spec.asked(), spec.vocabulary()), BUDGET.start());
  }

  /** An answer near the right one, which may be right as well. */
  private static SatAnswer changed(SatAnswer answer, Asked asked, ItemRandom random) {
    int n = asked.cnf().variables();
    return switch (answer) {
      case SatAnswer.Decided(boolean satisfiable) -> new SatAnswer.Decided(!satisfiable);
      case SatAnswer.Counted(BigInteger models) ->
          new SatAnswer.Counted(models.add(BigInteger.valueOf(random.between(1, 3))));
      case SatAnswer.Assigned(BitSet valuation) ->
          new SatAnswer.Assigned(flipped(valuation, random.between(1, n), random));
      case SatAnswer.Chosen(BitSet positions) ->
          new SatAnswer.Chosen(
              flipped(positions, random.nextInt(asked.cnf().constraints().size()), random));
      case SatAnswer.Frozen(List<Integer> literals) -> {
        List<Integer> changed = new ArrayList<>(literals);
        int index = random.nextInt(literals.size());
        if (random.nextBoolean() && literals.size() > 1) {
          changed.subList(index, index + 1).clear();
        } else {
          changed.set(index, -literals.get(index));
        }
        yield new SatAnswer.Frozen(changed);
      }
      case SatAnswer.Compared(var difference) ->
          new SatAnswer.Compared(
              difference.isPresent() && random.nextBoolean()
                  ? Optional.empty()
                  : Optional.of(
                      flipped(difference.orElse(new BitSet()), random.between(1, n), random)));
      case SatAnswer.Refuted(Refutation refutation) -> {
        List<Refutation.Resolvent> steps = new ArrayList<>(refutation.steps());
        int index = random.nextInt(steps.size());
        Refutation.Resolvent step = steps.get(index);
        steps.set(
            index,
            random.nextBoolean()
                ? new Refutation.Resolvent(step.literals(), step.right(), step.left())
                : new Refutation.Resolvent(
                    step.literals(), step.left(), random.between(1, step.right())));
        yield new SatAnswer.Refuted(new Refutation(steps));
      }
    };
  }

  private static BitSet flipped(BitSet set, int bit, ItemRandom random) {
    BitSet changed = (BitSet) set.clone();
    changed.flip(bit);
    return random.nextInt(4) == 0 ? (BitSet) set.clone() : changed;
  }
}
