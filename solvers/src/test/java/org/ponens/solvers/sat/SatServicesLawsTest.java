package org.ponens.solvers.sat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.ponens.grammar.cnf.Cardinality;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.grammar.cnf.Xor;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;

/**
 * Every service says what looking at all valuations says. Formulas come twice: as they are, when
 * tables answer, and among a dozen unused variables, when the search does.
 */
class SatServicesLawsTest {

  private static final int UNUSED = 13;

  private final Meter meter = Budget.of(Duration.ofMinutes(5)).start();

  private static Cnf wide(Cnf cnf, boolean wide) {
    return wide ? new Cnf(cnf.variables() + UNUSED, cnf.constraints()) : cnf;
  }

  private static BitSet subset(int size, Random random) {
    BitSet subset = new BitSet();
    int share = 1 + random.nextInt(10);
    for (int i = 0; i < size; i++) {
      subset.set(i, random.nextInt(10) < share);
    }
    return subset;
  }

  private static BitSet without(BitSet set, int position) {
    BitSet rest = (BitSet) set.clone();
    rest.clear(position);
    return rest;
  }

  private static BitSet with(BitSet set, int position) {
    BitSet more = (BitSet) set.clone();
    more.set(position);
    return more;
  }

  private static BitSet complement(BitSet set, int size) {
    BitSet rest = (BitSet) set.clone();
    rest.flip(0, size);
    return rest;
  }

  private static boolean isMus(Cnf cnf, BitSet set, int used) {
    return !SmallFormulas.isSatisfiable(SmallFormulas.part(cnf, set), used)
        && set.stream()
            .allMatch(
                p -> SmallFormulas.isSatisfiable(SmallFormulas.part(cnf, without(set, p)), used));
  }

  private static boolean isMcs(Cnf cnf, BitSet set, int used) {
    BitSet rest = complement(set, cnf.constraints().size());
    return SmallFormulas.isSatisfiable(SmallFormulas.part(cnf, rest), used)
        && set.stream()
            .noneMatch(
                p -> SmallFormulas.isSatisfiable(SmallFormulas.part(cnf, with(rest, p)), used));
  }

  @Property(tries = 300, seed = "1")
  void satisfiability_givesAModelWhereThereIsOne(
      @ForAll @IntRange(min = 0, max = 8) int used, @ForAll boolean wide, @ForAll long seed) {
    Cnf cnf = wide(SmallFormulas.random(used, new Random(seed)), wide);
    switch (Satisfiability.solve(cnf, meter)) {
      case SatResult.Satisfiable(var model) ->
          assertThat(cnf.holds(model.trueVariables())).isTrue();
      case SatResult.Unsatisfiable u ->
          assertThat(SmallFormulas.isSatisfiable(cnf, used)).isFalse();
      case SatResult.Exhausted e -> throw new AssertionError("the budget is ample");
    }
  }

  @Property(tries = 300, seed = "1")
  void musFind_givesAMinimalUnsatisfiableSubset(
      @ForAll @IntRange(min = 0, max = 7) int used, @ForAll boolean wide, @ForAll long seed) {
    Cnf cnf = wide(SmallFormulas.random(used, new Random(seed)), wide);
    Optional<BitSet> mus = Mus.find(cnf, meter);
    assertThat(mus.isEmpty()).isEqualTo(SmallFormulas.isSatisfiable(cnf, used));
    mus.ifPresent(
        set -> {
          assertThat(isMus(cnf, set, used)).isTrue();
          assertThat(Mus.check(cnf, set, meter)).isEqualTo(new Mus.Check.Minimal());
        });
  }

  @Property(tries = 300, seed = "1")
  void musCheck_saysWhatEnumerationSays(
      @ForAll @IntRange(min = 0, max = 6) int used, @ForAll boolean wide, @ForAll long seed) {
    Random random = new Random(seed);
    Cnf cnf = wide(SmallFormulas.random(used, random), wide);
    List<BitSet> candidates = new ArrayList<>();
    candidates.add(subset(cnf.constraints().size(), random));
    Mus.find(cnf, meter)
        .ifPresent(
            mus -> {
              candidates.add(with(mus, random.nextInt(cnf.constraints().size())));
              if (!mus.isEmpty()) {
                candidates.add(without(mus, mus.length() - 1));
              }
            });
    for (BitSet set : candidates) {
      switch (Mus.check(cnf, set, meter)) {
        case Mus.Check.Minimal m -> assertThat(isMus(cnf, set, used)).isTrue();
        case Mus.Check.Satisfiable(var model) ->
            assertThat(SmallFormulas.part(cnf, set).holds(model)).isTrue();
        case Mus.Check.Redundant(int position) -> {
          assertThat(set.get(position)).isTrue();
          assertThat(
                  SmallFormulas.isSatisfiable(
                      SmallFormulas.part(cnf, without(set, position)), used))
              .isFalse();
        }
        case Mus.Check.Exhausted e -> throw new AssertionError("the budget is ample");
      }
    }
  }

  @Property(tries = 300, seed = "1")
  void mcsFind_givesAMinimalCorrectionSet(
      @ForAll @IntRange(min = 0, max = 7) int used, @ForAll boolean wide, @ForAll long seed) {
    Cnf cnf = wide(SmallFormulas.random(used, new Random(seed)), wide);
    BitSet mcs = Mcs.find(cnf, meter).orElseThrow();
    assertThat(isMcs(cnf, mcs, used)).isTrue();
    assertThat(Mcs.check(cnf, mcs, meter)).isEqualTo(new Mcs.Check.Minimal());
  }

  @Property(tries = 300, seed = "1")
  void mcsCheck_saysWhatEnumerationSays(
      @ForAll @IntRange(min = 0, max = 6) int used, @ForAll boolean wide, @ForAll long seed) {
    Random random = new Random(seed);
    Cnf cnf = wide(SmallFormulas.random(used, random), wide);
    int size = cnf.constraints().size();
    BitSet mcs = Mcs.find(cnf, meter).orElseThrow();
    List<BitSet> candidates = new ArrayList<>();
    candidates.add(subset(size, random));
    if (size > 0) {
      candidates.add(with(mcs, random.nextInt(size)));
    }
    if (!mcs.isEmpty()) {
      candidates.add(without(mcs, mcs.nextSetBit(0)));
    }
    for (BitSet set : candidates) {
      Cnf rest = SmallFormulas.part(cnf, complement(set, size));
      switch (Mcs.check(cnf, set, meter)) {
        case Mcs.Check.Minimal m -> assertThat(isMcs(cnf, set, used)).isTrue();
        case Mcs.Check.Unsatisfiable u ->
            assertThat(SmallFormulas.isSatisfiable(rest, used)).isFalse();
        case Mcs.Check.Redundant(int position, var model) -> {
          assertThat(set.get(position)).isTrue();
          assertThat(rest.holds(model)).isTrue();
          assertThat(cnf.constraints().get(position).holds(model)).isTrue();
        }
        case Mcs.Check.Exhausted e -> throw new AssertionError("the budget is ample");
      }
    }
  }

  @Property(tries = 300, seed = "1")
  void maxSat_violatesAsFewAsCanBe(
      @ForAll @IntRange(min = 0, max = 7) int used, @ForAll boolean wide, @ForAll long seed) {
    Cnf cnf = wide(SmallFormulas.random(used, new Random(seed)), wide);
    int fewest =
        SmallFormulas.valuations(used).stream().mapToInt(cnf::violations).min().orElseThrow();
    MaxSat.Optimum optimum = MaxSat.solve(cnf, meter).orElseThrow();
    assertThat(optimum.violations()).isEqualTo(fewest);
    assertThat(cnf.violations(optimum.trueVariables())).isEqualTo(fewest);
    assertThat(optimum.trueVariables().length()).isLessThanOrEqualTo(cnf.variables() + 1);
  }

  @Property(tries = 200, seed = "1")
  void cores_raiseTheBoundToTheOptimum_withoutTheLocalSearch(
      @ForAll @IntRange(min = 1, max = 7) int used, @ForAll long seed) {
    Cnf cnf = SmallFormulas.random(used, new Random(seed));
    int fewest =
        SmallFormulas.valuations(used).stream().mapToInt(cnf::violations).min().orElseThrow();
    MaxSat.Optimum optimum = MaxSat.byCoresAlone(cnf, meter).orElseThrow();
    assertThat(optimum.violations()).isEqualTo(fewest);
    assertThat(cnf.violations(optimum.trueVariables())).isEqualTo(fewest);
  }

  @Property(tries = 200, seed = "1")
  void localSearch_countsWhatItsValuationViolates(
      @ForAll @IntRange(min = 0, max = 7) int used, @ForAll long seed) {
    Cnf cnf = SmallFormulas.random(used, new Random(seed));
    LocalSearch.Found found = LocalSearch.fromMajority(cnf, 0, 4, meter);
    assertThat(cnf.violations(found.trueVariables())).isEqualTo(found.violations());
  }

  @Property(tries = 300, seed = "1")
  void backbone_isWhatAllModelsShare(
      @ForAll @IntRange(min = 0, max = 8) int used, @ForAll boolean wide, @ForAll long seed) {
    Cnf cnf = wide(SmallFormulas.random(used, new Random(seed)), wide);
    List<BitSet> models = SmallFormulas.models(cnf, used);
    if (models.isEmpty()) {
      assertThatThrownBy(() -> Backbone.of(cnf, meter))
          .isInstanceOf(IllegalArgumentException.class);
      return;
    }
    List<Integer> expected = new ArrayList<>();
    for (int v = 1; v <= used; v++) {
      int variable = v;
      if (models.stream().allMatch(model -> model.get(variable))) {
        expected.add(v);
      } else if (models.stream().noneMatch(model -> model.get(variable))) {
        expected.add(-v);
      }
    }
    assertThat(Backbone.of(cnf, meter).orElseThrow())
        .containsExactly(expected.stream().mapToInt(Integer::intValue).toArray());
  }

  @Property(tries = 150, seed = "1")
  void count_isThatOfAllModels_upToTheLimit(
      @ForAll @IntRange(min = 0, max = 8) int used,
      @ForAll boolean wide,
      @ForAll @IntRange(min = 1, max = 3000) int limit,
      @ForAll long seed) {
    Cnf cnf = wide(SmallFormulas.random(used, new Random(seed)), wide);
    long models = (long) SmallFormulas.models(cnf, used).size() << (wide ? UNUSED : 0);
    assertThat(ModelCounter.count(cnf, limit, meter))
        .isEqualTo(models < limit ? new ModelCount.Exactly(models) : new ModelCount.AtLeast(limit));
    assertThat(ModelCounter.count(cnf, 1L << 40, meter)).isEqualTo(new ModelCount.Exactly(models));
    assertThat(ModelCounter.enumerate(cnf, limit, meter))
        .isEqualTo(ModelCounter.count(cnf, limit, meter));
  }

  @Property(tries = 40, seed = "1")
  void count_ofFormulasBeyondATable_isThatOfATruthTable(
      @ForAll @IntRange(min = 13, max = 15) int variables, @ForAll long seed) {
    Random random = new Random(seed);
    List<Constraint> some = new ArrayList<>(SmallFormulas.random(variables, random).constraints());
    some.removeIf(constraint -> constraint.size() < 2);
    Cnf cnf = new Cnf(variables, some.subList(0, Math.min(some.size(), 2 * variables)));
    assertThat(ModelCounter.count(cnf, Long.MAX_VALUE, meter))
        .isEqualTo(new ModelCount.Exactly(TruthTable.of(cnf).modelCount()));
    assertThat(ModelCounter.enumerate(cnf, Long.MAX_VALUE, meter))
        .isEqualTo(ModelCounter.count(cnf, Long.MAX_VALUE, meter));
  }

  @Property(tries = 20, seed = "1")
  void count_ofSparseLargeFormulas_isTheProductOfTheirParts(
      @ForAll @IntRange(min = 2, max = 12) int copies, @ForAll long seed) {
    Cnf one = SmallFormulas.random(5, new Random(seed));
    List<Constraint> all = new ArrayList<>();
    for (int copy = 0; copy < copies; copy++) {
      for (Constraint constraint : one.constraints()) {
        int[] literals = constraint.literals();
        for (int i = 0; i < literals.length; i++) {
          literals[i] += literals[i] > 0 ? 5 * copy : -5 * copy;
        }
        all.add(
            switch (constraint) {
              case Clause c -> Clause.of(literals);
              case Xor x -> Xor.of(literals);
              case Cardinality c -> Cardinality.of(c.relation(), c.bound(), literals);
            });
      }
    }
    long models = 1;
    for (int copy = 0; copy < copies; copy++) {
      models *= TruthTable.of(one).modelCount();
    }
    assertThat(ModelCounter.count(new Cnf(5 * copies, all), Long.MAX_VALUE, meter))
        .isEqualTo(new ModelCount.Exactly(models));
  }

  @Test
  void count_doesNotOverflow() {
    Cnf free = new Cnf(80, List.of(Clause.of(1, 2)));
    assertThat(ModelCounter.count(free, Long.MAX_VALUE, meter))
        .isEqualTo(new ModelCount.AtLeast(Long.MAX_VALUE));
    Cnf none = new Cnf(80, List.of(Clause.of(1), Clause.of(-1)));
    assertThat(ModelCounter.count(none, 1, meter)).isEqualTo(new ModelCount.Exactly(0));
  }

  @Property(tries = 300, seed = "1")
  void first_isTheFirstOfAllModels(
      @ForAll @IntRange(min = 0, max = 8) int used, @ForAll boolean wide, @ForAll long seed) {
    Cnf cnf = wide(SmallFormulas.random(used, new Random(seed)), wide);
    assertThat(Models.first(cnf, meter))
        .isEqualTo(SmallFormulas.models(cnf, used).stream().findFirst());
  }

  private static boolean isBelow(BitSet lower, BitSet upper) {
    BitSet rest = (BitSet) lower.clone();
    rest.andNot(upper);
    return rest.isEmpty() && !lower.equals(upper);
  }

  @Property(tries = 300, seed = "1")
  void minimal_hasNoModelBelow_andSmallerFindsOneWhereThereIs(
      @ForAll @IntRange(min = 0, max = 7) int used, @ForAll boolean wide, @ForAll long seed) {
    Random random = new Random(seed);
    Cnf cnf = wide(SmallFormulas.random(used, random), wide);
    List<BitSet> models = SmallFormulas.models(cnf, used);
    Optional<BitSet> minimal = Models.minimal(cnf, meter);
    assertThat(minimal.isEmpty()).isEqualTo(models.isEmpty());
    minimal.ifPresent(
        model -> {
          assertThat(cnf.holds(model)).isTrue();
          assertThat(models).noneMatch(other -> isBelow(other, model));
        });
    List<BitSet> asked = new ArrayList<>(models);
    asked.add(SmallFormulas.valuations(used).get(random.nextInt(1 << used)));
    for (BitSet model : asked.subList(Math.max(0, asked.size() - 10), asked.size())) {
      switch (Models.smaller(cnf, model, meter)) {
        case Models.Smaller.None n -> assertThat(models).noneMatch(other -> isBelow(other, model));
        case Models.Smaller.Found(var found) -> {
          assertThat(cnf.holds(found)).isTrue();
          assertThat(isBelow(found, model)).isTrue();
        }
        case Models.Smaller.Exhausted e -> throw new AssertionError("the budget is ample");
      }
    }
  }

  @Property(tries = 300, seed = "1")
  void equivalence_isOfTheSetsOfModels(
      @ForAll @IntRange(min = 0, max = 6) int used, @ForAll boolean wide, @ForAll long seed) {
    Random random = new Random(seed);
    Cnf left = wide(SmallFormulas.random(used, random), wide);
    List<Constraint> others = new ArrayList<>(left.constraints());
    Collections.shuffle(others, random);
    // Without some constraints, and sometimes with a clause that follows, or does not.
    others.subList(0, random.nextInt(others.size() / 2 + 1)).clear();
    if (!others.isEmpty() && random.nextBoolean()) {
      int[] longer = others.getFirst().literals();
      others.add(Clause.of(longer));
    }
    Cnf right = new Cnf(left.variables(), others);
    switch (Equivalence.compare(left, right, meter)) {
      case Equivalence.Comparison.Equivalent e ->
          assertThat(SmallFormulas.models(left, used)).isEqualTo(SmallFormulas.models(right, used));
      case Equivalence.Comparison.Different(var valuation) ->
          assertThat(left.holds(valuation)).isNotEqualTo(right.holds(valuation));
      case Equivalence.Comparison.Exhausted e -> throw new AssertionError("the budget is ample");
    }
  }

  @Property(tries = 100, seed = "1")
  void effort_isTheSameEachTime_andNoMoreThanOfOneRun(
      @ForAll @IntRange(min = 0, max = 8) int used, @ForAll long seed) {
    Cnf cnf = SmallFormulas.random(used, new Random(seed));
    Statistics one = Effort.of(cnf, 1, meter).orElseThrow();
    Statistics four = Effort.of(cnf, 4, meter).orElseThrow();
    assertThat(Effort.of(cnf, 4, meter)).contains(four);
    assertThat(four.conflicts()).isLessThanOrEqualTo(one.conflicts());
    assertThat(four.decisions()).isLessThanOrEqualTo(one.decisions());
    assertThat(four.propagations()).isLessThanOrEqualTo(one.propagations());
  }
}
