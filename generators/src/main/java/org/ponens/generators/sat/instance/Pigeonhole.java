package org.ponens.generators.sat.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import org.ponens.generators.task.ItemRandom;

/**
 * Pigeons in one hole fewer (Cook and Reckhow, 1979), among random clauses. For a satisfiable
 * formula one of the pigeons' clauses is replaced by a random one of the same length, as without
 * any of them there is room.
 */
final class Pigeonhole implements InstanceSource {

  private static final int MOST_DRAWS = 40;

  @Override
  public String name() {
    return "pigeonhole";
  }

  @Override
  public Optional<Instance> draw(Wanted wanted, ItemRandom random) {
    int holes = 2;
    while ((holes + 2) * (holes + 1) <= wanted.variables()) {
      holes++;
    }
    int n = (holes + 1) * holes;
    if (n > wanted.variables() + 3 || wanted.minViolations() > 1) {
      return Optional.empty();
    }
    boolean satisfiable = Draft.satisfiable(wanted, random);
    for (int i = 0; i < MOST_DRAWS; i++) {
      Draft draft = new Draft(n);
      List<int[]> pigeons = clauses(holes);
      int replaced = satisfiable ? random.nextInt(pigeons.size()) : -1;
      for (int c = 0; c < pigeons.size(); c++) {
        boolean added =
            c == replaced
                ? draft.add(drawn(pigeons.get(c).length, n, random))
                : draft.add(pigeons.get(c));
        if (!added) {
          c--;
        }
      }
      int more = Math.max(2, n / 3);
      for (int c = 0; c < more; c++) {
        draft.add(drawn(3, n, random));
      }
      if (draft.isFull() && (!satisfiable || draft.is(true, wanted))) {
        TreeMap<String, String> knobs = new TreeMap<>();
        knobs.put("holes", Integer.toString(holes));
        return Optional.of(draft.disguised(name(), satisfiable, knobs, random));
      }
    }
    return Optional.empty();
  }

  private static int[] drawn(int length, int n, ItemRandom random) {
    int[] literals = Draft.variables(length, n, random);
    Draft.sign(literals, random);
    return literals;
  }

  private static List<int[]> clauses(int holes) {
    List<int[]> clauses = new ArrayList<>();
    for (int p = 0; p <= holes; p++) {
      int[] somewhere = new int[holes];
      for (int h = 0; h < holes; h++) {
        somewhere[h] = p * holes + h + 1;
        for (int q = 0; q < p; q++) {
          clauses.add(new int[] {-(p * holes + h + 1), -(q * holes + h + 1)});
        }
      }
      clauses.add(somewhere);
    }
    return clauses;
  }
}
