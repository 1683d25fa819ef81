package org.ponens.solvers.planning.sat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ponens.solvers.Budget;
import org.ponens.solvers.Meter;
import org.ponens.solvers.planning.ground.GroundTask;

/**
 * Plans by satisfiability: a formula for each of several numbers of steps, which are worked on by
 * turns, the smaller ones longer (algorithm B of Rintanen, Heljanko and Niemelä 2006, section 6.3).
 * Stateless and thread-safe.
 */
public final class SatPlanner {

  private static final double SHARE = 0.9;
  private static final int CONFLICTS = 1000;
  private static final int FEWEST_CONFLICTS = 50;
  private static final int MOST_ALIVE = 10;
  private static final int MAX_STEPS = 2000;

  private SatPlanner() {}

  /**
   * Looks for a plan, not for a short one.
   *
   * @param meter counts a step for each conflict
   * @param maxBytes for clauses, approximately
   */
  public static SatPlanResult solve(GroundTask task, Meter meter, long maxBytes) {
    Optional<SatTask> ready = SatTask.of(task);
    if (ready.isEmpty()) {
      return new SatPlanResult.Unsupported("derived facts that depend on themselves");
    }
    List<Horizon> alive = new ArrayList<>();
    int next = 1;
    while (true) {
      if (alive.size() < MOST_ALIVE
          && next <= MAX_STEPS
          && bytes(alive) + Horizon.bytes(ready.get(), next) <= maxBytes) {
        if (meter.exhausted()) {
          return new SatPlanResult.Exhausted();
        }
        alive.add(new Horizon(ready.get(), next, false));
        next = next < 6 ? next + 1 : next + Math.max(2, next / 4);
      }
      if (alive.isEmpty()) {
        return new SatPlanResult.Exhausted();
      }
      double conflicts = CONFLICTS;
      for (Horizon horizon : List.copyOf(alive)) {
        Meter slice =
            new Budget(meter.remaining().plusNanos(1), Math.max(FEWEST_CONFLICTS, (long) conflicts))
                .start();
        SatPlanResult result = horizon.solve(slice);
        for (long i = 0; i < slice.steps(); i++) {
          meter.step();
        }
        if (meter.exhausted() && !(result instanceof SatPlanResult.Found)) {
          return new SatPlanResult.Exhausted();
        }
        switch (result) {
          case SatPlanResult.Found it -> {
            return it;
          }
          case SatPlanResult.NoneWithin it -> alive.removeIf(h -> h.steps() <= it.horizon());
          default -> {}
        }
        conflicts *= SHARE;
      }
    }
  }

  private static long bytes(List<Horizon> horizons) {
    return horizons.stream().mapToLong(Horizon::bytes).sum();
  }

  /**
   * Whether there is a plan of so many steps or fewer, each of operators that can be done one after
   * another in the order that {@link #solve} uses: {@link SatPlanResult.NoneWithin} is a proof that
   * no shorter parallel plan exists.
   */
  public static SatPlanResult within(GroundTask task, int steps, Meter meter) {
    Optional<SatTask> ready = SatTask.of(task);
    return ready.isEmpty()
        ? new SatPlanResult.Unsupported("derived facts that depend on themselves")
        : new Horizon(ready.get(), steps, false).solve(meter);
  }

  /**
   * A plan of the fewest operators.
   *
   * @param most how many operators are enough to give up at
   * @return {@link SatPlanResult.NoneWithin} if there is no plan of so many operators
   */
  public static SatPlanResult shortest(GroundTask task, int most, Meter meter) {
    Optional<SatTask> ready = SatTask.of(task);
    if (ready.isEmpty()) {
      return new SatPlanResult.Unsupported("derived facts that depend on themselves");
    }
    for (int steps = 0; steps <= most; steps++) {
      SatPlanResult result = new Horizon(ready.get(), steps, true).solve(meter);
      if (!(result instanceof SatPlanResult.NoneWithin)) {
        return result;
      }
    }
    return new SatPlanResult.NoneWithin(most);
  }
}
