package org.ponens.generators.sat.problem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.ponens.generators.task.ItemRandom;
import org.ponens.grammar.cnf.Clause;
import org.ponens.grammar.cnf.Cnf;
import org.ponens.grammar.cnf.Constraint;
import org.ponens.solvers.Meter;
import org.ponens.solvers.sat.Equivalence;

/**
 * The other formula of a question of equivalence: made from the first by small edits (a literal
 * added to a clause, left out or turned round; a clause left out, or one resolved from two added),
 * each kept only if the models stay the same, and shuffled. For formulas that differ, the last edit
 * is kept only if the models do not. Edits are drawn from the same distribution for both, so that
 * what was edited does not tell; that one of them is the last does not show.
 */
public final class Counterpart {

  private static final int MOST_TRIALS = 400;

  private final Cnf original;
  private final ItemRandom random;
  private final List<Constraint> constraints;

  private Counterpart(Cnf original, ItemRandom random) {
    this.original = original;
    this.random = random;
    this.constraints = new ArrayList<>(original.constraints());
  }

  /**
   * Another formula with the same models or not; empty if no edits were found that make one, or the
   * budget is spent first.
   */
  public static Optional<Cnf> of(Cnf cnf, boolean equivalent, ItemRandom random, Meter meter) {
    return new Counterpart(cnf, random).edited(equivalent, meter);
  }

  private Optional<Cnf> edited(boolean equivalent, Meter meter) {
    int wanted = 2 + constraints.size() / 8;
    int kept = 0;
    for (int trial = 0; trial < MOST_TRIALS; trial++) {
      List<Constraint> before = List.copyOf(constraints);
      if (constraints.isEmpty() || !edit()) {
        continue;
      }
      Cnf candidate = new Cnf(original.variables(), constraints);
      boolean keepModels = equivalent || kept < wanted - 1;
      boolean fits =
          switch (Equivalence.compare(original, candidate, meter)) {
            case Equivalence.Comparison.Equivalent e -> keepModels;
            case Equivalence.Comparison.Different d -> !keepModels;
            case Equivalence.Comparison.Exhausted e -> false;
          };
      if (fits) {
        kept++;
        if (kept == wanted) {
          Constraint[] shuffled = constraints.toArray(new Constraint[0]);
          random.shuffle(shuffled);
          return Optional.of(new Cnf(original.variables(), Arrays.asList(shuffled)));
        }
      } else {
        constraints.clear();
        constraints.addAll(before);
      }
      if (meter.exhausted()) {
        break;
      }
    }
    return Optional.empty();
  }

  /** Whether something was changed. */
  private boolean edit() {
    int position = random.nextInt(constraints.size());
    if (!(constraints.get(position) instanceof Clause clause)) {
      return false;
    }
    int[] literals = clause.literals();
    return switch (random.nextInt(5)) {
      case 0 -> put(position, with(literals, drawn()));
      case 1 -> literals.length > 1 && put(position, without(literals, index(literals)));
      case 2 -> {
        int[] turned = literals.clone();
        int index = index(literals);
        turned[index] = -turned[index];
        yield put(position, turned);
      }
      case 3 -> {
        constraints.remove(position);
        yield !constraints.isEmpty();
      }
      default -> resolve(literals);
    };
  }

  private int index(int[] literals) {
    return random.nextInt(literals.length);
  }

  private int drawn() {
    int variable = 1 + random.nextInt(original.variables());
    return random.nextBoolean() ? variable : -variable;
  }

  private boolean put(int position, int[] literals) {
    Clause clause = Clause.of(literals);
    if (!isProper(literals) || constraints.contains(clause)) {
      return false;
    }
    constraints.set(position, clause);
    return true;
  }

  /** Whether no variable occurs twice. */
  private static boolean isProper(int[] literals) {
    return Arrays.stream(literals).map(Math::abs).distinct().count() == literals.length;
  }

  private static int[] with(int[] literals, int literal) {
    int[] longer = Arrays.copyOf(literals, literals.length + 1);
    longer[literals.length] = literal;
    return longer;
  }

  private static int[] without(int[] literals, int index) {
    int[] shorter = new int[literals.length - 1];
    for (int i = 0, j = 0; i < literals.length; i++) {
      if (i != index) {
        shorter[j++] = literals[i];
      }
    }
    return shorter;
  }

  /** Adds a resolvent of a clause with another one. */
  private boolean resolve(int[] literals) {
    if (!(constraints.get(random.nextInt(constraints.size())) instanceof Clause other)) {
      return false;
    }
    for (int literal : literals) {
      if (contains(other, -literal)) {
        Set<Integer> resolvent = new HashSet<>();
        int[] result =
            IntStream.concat(
                    Arrays.stream(literals).filter(l -> l != literal),
                    Arrays.stream(other.literals()).filter(l -> l != -literal))
                .filter(resolvent::add)
                .toArray();
        Clause clause = Clause.of(result);
        return result.length > 0
            && isProper(result)
            && !constraints.contains(clause)
            && constraints.add(clause);
      }
    }
    return false;
  }

  private static boolean contains(Clause clause, int literal) {
    for (int i = 0; i < clause.size(); i++) {
      if (clause.literal(i) == literal) {
        return true;
      }
    }
    return false;
  }
}
