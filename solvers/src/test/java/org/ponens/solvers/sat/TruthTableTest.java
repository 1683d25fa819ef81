package org.ponens.solvers.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
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

class TruthTableTest {

  private static final List<Cardinality.Relation> RELATIONS =
      List.of(Cardinality.Relation.values());

  @Test
  void aFormulaWithoutConstraints_hasAllValuationsAsModels() {
    TruthTable table = TruthTable.of(new Cnf(3, List.of()));
    assertThat(table.modelCount()).isEqualTo(8);
    assertThat(table.backbone()).isEmpty();
    assertThat(table.minimalModelCount()).isEqualTo(1);
  }

  @Test
  void theFirstModel_countsTheFirstVariableMost() {
    TruthTable table = TruthTable.of(Cnf.ofClauses(3, new int[] {1, 2}, new int[] {1, 3}));
    assertThat(table.firstOptimal()).isEqualTo(set(2, 3));
  }

  @Property(tries = 400, seed = "1")
  void everyFigure_isThatOfEnumeration(
      @ForAll @IntRange(min = 0, max = 9) int variables, @ForAll long seed) {
    Cnf cnf = random(variables, new Random(seed));
    TruthTable table = TruthTable.of(cnf);
    int fewest = Integer.MAX_VALUE;
    long optimal = 0;
    BitSet first = new BitSet();
    List<BitSet> models = new ArrayList<>();
    for (int number = 0; number < 1 << variables; number++) {
      BitSet valuation = new BitSet();
      for (int v = 1; v <= variables; v++) {
        valuation.set(v, ((number >> (variables - v)) & 1) != 0);
      }
      int violations = cnf.violations(valuation);
      if (violations == 0) {
        models.add(valuation);
      }
      if (violations < fewest) {
        fewest = violations;
        optimal = 0;
        first = valuation;
      }
      if (violations == fewest) {
        optimal++;
      }
    }
    assertThat(table.minViolations()).isEqualTo(fewest);
    assertThat(table.optimalCount()).isEqualTo(optimal);
    assertThat(table.modelCount()).isEqualTo(models.size());
    assertThat(table.firstOptimal()).isEqualTo(first);
    assertThat(table.minimalModelCount()).isEqualTo(minimal(models));
    assertThat(table.backbone()).isEqualTo(backbone(models, variables));
    assertThat(table.soleViolations()).isEqualTo(fewest == 1 ? sole(cnf) : new BitSet());
  }

  private static long minimal(List<BitSet> models) {
    return models.stream()
        .filter(
            model ->
                models.stream()
                    .noneMatch(
                        other -> {
                          BitSet rest = (BitSet) other.clone();
                          rest.andNot(model);
                          return rest.isEmpty() && !other.equals(model);
                        }))
        .count();
  }

  private static int[] backbone(List<BitSet> models, int variables) {
    List<Integer> literals = new ArrayList<>();
    for (int v = 1; v <= variables && !models.isEmpty(); v++) {
      int variable = v;
      if (models.stream().allMatch(model -> model.get(variable))) {
        literals.add(v);
      } else if (models.stream().noneMatch(model -> model.get(variable))) {
        literals.add(-v);
      }
    }
    return literals.stream().mapToInt(Integer::intValue).toArray();
  }

  private static BitSet sole(Cnf cnf) {
    BitSet sole = new BitSet();
    for (int c = 0; c < cnf.constraints().size(); c++) {
      List<Constraint> others = new ArrayList<>(cnf.constraints());
      others.remove(c);
      if (TruthTable.of(new Cnf(cnf.variables(), others)).minViolations() == 0) {
        sole.set(c + 1);
      }
    }
    return sole;
  }

  private static Cnf random(int variables, Random random) {
    List<Constraint> constraints = new ArrayList<>();
    int size = random.nextInt(variables * 5 + 2);
    for (int c = 0; c < size; c++) {
      int[] literals = new int[variables == 0 ? 0 : random.nextInt(5)];
      for (int i = 0; i < literals.length; i++) {
        literals[i] = (1 + random.nextInt(variables)) * (random.nextBoolean() ? 1 : -1);
      }
      constraints.add(
          switch (random.nextInt(8)) {
            case 0 -> Xor.of(literals);
            case 1 ->
                Cardinality.of(
                    RELATIONS.get(random.nextInt(RELATIONS.size())), random.nextInt(4), literals);
            default -> Clause.of(literals);
          });
    }
    return new Cnf(variables, constraints);
  }

  private static BitSet set(int... bits) {
    BitSet set = new BitSet();
    for (int bit : bits) {
      set.set(bit);
    }
    return set;
  }
}
