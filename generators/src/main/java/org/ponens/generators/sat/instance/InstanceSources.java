package org.ponens.generators.sat.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ponens.generators.task.Knob;
import org.ponens.generators.task.Settings;
import org.ponens.grammar.cnf.Cnf;

/** The sources of formulas, by name, and what can be set about them. */
public final class InstanceSources {

  /** The knob for clauses per variable. */
  public static final String RATIO = "ratio";

  /** The knob for how far from satisfiable an unsatisfiable formula is. */
  public static final String MIN_VIOLATIONS = "min_violations";

  /** The knob for formulas that a user brings. */
  public static final String FILE = "file";

  private static final List<String> RANDOM =
      List.of("satquest", "uniform", "planted", "xor", "cardinality");
  private static final List<String> STRUCTURED = List.of("pigeonhole", "parity", "colouring");

  private InstanceSources() {}

  /** What users can set. */
  public static List<Knob> knobs() {
    List<String> initial = new ArrayList<>(RANDOM);
    initial.addAll(STRUCTURED);
    List<String> values = new ArrayList<>(initial);
    values.add("file");
    return List.of(
        new Knob.Choice("source", "where formulas come from", values, initial),
        new Knob.Real(RATIO, "clauses per variable", 0.5, 20, 3.5, 4.5),
        new Knob.Whole("k", "literals per clause of uniform and planted", 2, 8, 3, 3),
        new Knob.Whole("colours", "colours of colouring", 2, 5, 2, 3),
        new Knob.Whole(
            MIN_VIOLATIONS, "how many constraints can't hold if not all can", 1, 10, 1, 1),
        new Knob.Text(FILE, "formulas of the source 'file'", "a path of DIMACS files"));
  }

  /** The sources chosen, without a file. */
  public static List<InstanceSource> of(Settings settings) {
    return of(settings, List.of());
  }

  /**
   * The sources chosen.
   *
   * @param file formulas for the source {@code file}
   */
  public static List<InstanceSource> of(Settings settings, List<Cnf> file) {
    Tuning tuning = Tuning.of(settings);
    return settings.choices("source").stream().map(name -> of(name, tuning, file)).toList();
  }

  static InstanceSource of(String name, Tuning tuning, List<Cnf> file) {
    return switch (name) {
      case "file" -> new FileSource(file, tuning);
      case "pigeonhole", "parity", "colouring" ->
          new StructuredSource(
              StructuredSource.Structure.valueOf(name.toUpperCase(Locale.ROOT)), tuning);
      default ->
          new SignedSource(
              SignedSource.Distribution.valueOf(name.toUpperCase(Locale.ROOT)), tuning);
    };
  }
}
