package org.ponens.generators.sat.instance;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.ponens.generators.task.InvalidSettingException;
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

  private static final String SOURCE = "source";

  private static final List<String> RANDOM =
      List.of("satquest", "uniform", "planted", "xor", "cardinality");
  private static final List<String> STRUCTURED = List.of("pigeonhole", "parity", "colouring");

  private InstanceSources() {}

  /** What users can set. */
  public static List<Knob> knobs() {
    List<String> initial = new ArrayList<>(RANDOM);
    initial.addAll(STRUCTURED);
    List<String> values = new ArrayList<>(initial);
    values.add(FILE);
    return List.of(
        new Knob.Choice(SOURCE, "where formulas come from", values, initial),
        new Knob.Real(RATIO, "clauses per variable", 0.5, 20, 3.5, 4.5),
        new Knob.Whole("k", "literals per clause of uniform and planted", 2, 8, 3, 3),
        new Knob.Whole("colours", "colours of colouring", 2, 5, 2, 3),
        new Knob.Whole(
            MIN_VIOLATIONS, "how many constraints can't hold if not all can", 1, 10, 1, 1),
        new Knob.Text(
            FILE,
            "formulas for source=file, of whatever size they are",
            "a DIMACS file, or a folder of .cnf files"));
  }

  /**
   * The sources chosen.
   *
   * @throws InvalidSettingException if the user's formulas can't be read
   */
  public static List<InstanceSource> of(Settings settings) throws InvalidSettingException {
    Tuning tuning = Tuning.of(settings);
    List<String> names = settings.choices(SOURCE);
    boolean wanted = names.contains(FILE);
    if (wanted != settings.isSet(FILE)) {
      throw new InvalidSettingException(
          wanted
              ? "source=file needs to know which: --set file=PATH, a DIMACS file or a folder"
              : "formulas of a file are asked about only with --set source=file");
    }
    List<Cnf> file = wanted ? FormulaFiles.read(settings.text(FILE)) : List.of();
    return names.stream().map(name -> of(name, tuning, file)).toList();
  }

  static InstanceSource of(String name, Tuning tuning, List<Cnf> file) {
    return switch (name) {
      case FILE -> new FileSource(file, tuning);
      case "pigeonhole", "parity", "colouring" ->
          new StructuredSource(
              StructuredSource.Structure.valueOf(name.toUpperCase(Locale.ROOT)), tuning);
      default ->
          new SignedSource(
              SignedSource.Distribution.valueOf(name.toUpperCase(Locale.ROOT)), tuning);
    };
  }
}
