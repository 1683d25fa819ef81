package org.ponens.grammar;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.ponens.grammar.csp.Csp;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.fol.Fol;
import org.ponens.grammar.fol.Prover9;
import org.ponens.grammar.fol.Tptp;
import org.ponens.grammar.rules.Rules;
import org.ponens.grammar.satlm.Satlm;

/**
 * The languages that programs are written in, with their file extensions and the marks to tell them
 * by.
 */
@SuppressWarnings("ImmutableEnumChecker") // made by List.of
public enum Language {
  /** First-order logic in Logic-LM's layout, in any spelling of the formulas. */
  FOL(
      List.of("fol"),
      List.of("∀", "∃", "premises:", "conclusion:", "forall", "exists ", "→", "∧", "\\forall")),
  /** TPTP annotated formulas, FOF and CNF. */
  TPTP(List.of("p", "tptp", "ax"), List.of("fof(", "cnf(", "conjecture,", "axiom,")),
  /** Prover9 input. */
  PROVER9(List.of("in", "p9"), List.of("formulas(", "end_of_list", "all x ", "exists x ")),
  /** Rule programs with strong negation. */
  RULES(
      List.of("rules"), List.of(">>>", "facts:", "rules:", "$x", "query:", ", true)", ", false)")),
  /** Finite-domain programs. */
  CSP(
      List.of("csp"),
      List.of("[in]", "alldifferent", "domain:", "variables:", "constraints:", "a) ", "query:")),
  /** Many-sorted programs as SatLM writes them. */
  SATLM(
      List.of("satlm"),
      List.of(
          "enumsort",
          "intsort",
          "function(",
          "# declarations",
          "# constraints",
          "# options",
          "is_valid(",
          "is_sat(",
          "is_unsat("));

  private static final int LOOKED_AT = 20_000;

  private final List<String> extensions;
  private final List<String> marks;

  Language(List<String> extensions, List<String> marks) {
    this.extensions = extensions;
    this.marks = marks;
  }

  /** Reads a program of this language; a TPTP file's includes are reported as not found. */
  public Parsed<? extends Program> parse(Source source) {
    return switch (this) {
      case FOL -> Fol.parse(source);
      case TPTP -> Tptp.parse(source);
      case PROVER9 -> Prover9.parse(source);
      case RULES -> Rules.parse(source);
      case CSP -> Csp.parse(source);
      case SATLM -> Satlm.parse(source);
    };
  }

  /** The language of files with this extension (without its dot). */
  public static Optional<Language> ofExtension(String extension) {
    String wanted = extension.toLowerCase(Locale.ROOT);
    return Arrays.stream(values()).filter(l -> l.extensions.contains(wanted)).findFirst();
  }

  /**
   * The language that a text is most likely written in, by how many different marks of it occur in
   * the first {@value #LOOKED_AT} characters; empty where none does, or two languages have as many.
   */
  public static Optional<Language> detect(String text) {
    String start = text.substring(0, Math.min(text.length(), LOOKED_AT)).toLowerCase(Locale.ROOT);
    Language best = FOL;
    long most = 0;
    boolean tie = false;
    for (Language language : values()) {
      long count = language.marks.stream().filter(start::contains).count();
      tie = count == most || (tie && count < most);
      if (count > most) {
        best = language;
        most = count;
      }
    }
    return most == 0 || tie ? Optional.empty() : Optional.of(best);
  }

  /** The names of all languages, as users write them. */
  public static List<String> labels() {
    return Arrays.stream(values()).map(Language::label).toList();
  }

  /** The name that users write: {@code fol}, {@code csp}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
