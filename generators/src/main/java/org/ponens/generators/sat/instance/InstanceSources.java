package org.ponens.generators.sat.instance;

import java.util.ArrayList;
import java.util.List;
import org.ponens.generators.task.Knob;
import org.ponens.generators.task.Settings;
import org.ponens.grammar.cnf.Cnf;

/** Where formulas come from, as users ask for it. */
public final class InstanceSources {

  /** The knob that names sources. */
  public static final String SOURCE = "source";

  /** The knob for the number of clauses for each variable. */
  public static final String RATIO = "ratio";

  /** The knob for the length of clauses. */
  public static final String LENGTH = "length";

  /** The knob for how far from satisfiable an unsatisfiable formula has to be. */
  public static final String MIN_VIOLATIONS = "min_violations";

  private InstanceSources() {}

  /** The knobs that sources take. */
  public static List<Knob> knobs() {
    List<String> all = all(3).stream().map(InstanceSource::name).toList();
    return List.of(
        new Knob.Choice(SOURCE, "where formulas come from", all, all),
        new Knob.Real(
            RATIO, "clauses for each variable, of satquest, uniform, planted", 1, 12, 3.5, 4.5),
        new Knob.Whole(LENGTH, "literals of a clause, of uniform and planted", 2, 7, 3, 3),
        new Knob.Whole(
            MIN_VIOLATIONS,
            "an unsatisfiable formula violates at least so many constraints",
            1,
            5,
            1,
            1));
  }

  private static List<InstanceSource> all(int length) {
    return List.of(
        new RandomClauses(RandomClauses.Kind.SATQUEST, length),
        new RandomClauses(RandomClauses.Kind.UNIFORM, length),
        new RandomClauses(RandomClauses.Kind.PLANTED, length),
        new Pigeonhole(),
        new ParityGraph(),
        new Colouring(),
        new Mixed(Mixed.Kind.XOR),
        new Mixed(Mixed.Kind.CARDINALITY));
  }

  /**
   * The sources asked for.
   *
   * @param given formulas that the user brings; where there are some, they are the source
   */
  public static List<InstanceSource> of(Settings settings, List<Cnf> given) {
    if (!given.isEmpty()) {
      return List.of(new Given(given));
    }
    List<InstanceSource> chosen = new ArrayList<>();
    for (InstanceSource source : all(settings.range(LENGTH).from())) {
      if (settings.choices(SOURCE).contains(source.name())) {
        chosen.add(source);
      }
    }
    return chosen;
  }
}
