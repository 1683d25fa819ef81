package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.layout.Names;

/**
 * Lints of a problem's vocabulary: names that drift, arities that differ, a conclusion out of reach
 * of the premises. What casts doubt on an answer is a warning; what is merely untidy is a note.
 * Near linear in the number of names: likeness is looked up by the names with one letter left out
 * (Mor and Fraenkel 1982).
 */
final class Lints {

  /** More names, or longer ones, are not compared. */
  private static final int MOST_NAMES = 4_000;

  private static final int LONGEST_NAME = 80;

  /** Names alike that are reported, at most. */
  private static final int MOST_PAIRS = 20;

  private final Findings findings;
  private final Declarations declarations;

  /** The places of a name as one kind of symbol. */
  private static final class Places {
    final String name;
    final List<SymbolUse> uses = new ArrayList<>();
    final TreeSet<Integer> arities = new TreeSet<>();

    Places(String name) {
      this.name = name;
    }
  }

  private final Map<String, Places> predicates = new LinkedHashMap<>();
  private final Map<String, Places> functions = new LinkedHashMap<>();
  private final Map<String, Places> constants = new LinkedHashMap<>();
  private final Set<String> premisePredicates = new HashSet<>();
  private final List<SymbolUse> conclusion = new ArrayList<>();
  private boolean hasPremises;

  Lints(Findings findings, Declarations declarations) {
    this.findings = findings;
    this.declarations = declarations;
  }

  void premise(List<SymbolUse> uses) {
    hasPremises = true;
    for (SymbolUse use : uses) {
      if (isPredicate(use)) {
        premisePredicates.add(key(use));
      }
    }
    statement(uses);
  }

  void conclusion(List<SymbolUse> uses) {
    conclusion.addAll(uses);
    statement(uses);
  }

  private static String key(SymbolUse use) {
    return use.name() + "/" + use.arity();
  }

  private static boolean isPredicate(SymbolUse use) {
    return use.kind() == SymbolUse.Kind.PREDICATE || use.kind() == SymbolUse.Kind.PROPOSITION;
  }

  private void statement(List<SymbolUse> uses) {
    Set<String> variables = new HashSet<>();
    for (SymbolUse use : uses) {
      switch (use.kind()) {
        case PREDICATE, PROPOSITION -> place(predicates, use);
        case FUNCTION -> place(functions, use);
        case CONSTANT -> place(constants, use);
        case VARIABLE -> variables.add(use.name());
      }
    }
    for (SymbolUse use : uses) {
      if (use.kind() == SymbolUse.Kind.CONSTANT && use.name().length() <= 3) {
        variableInOtherCase(use, variables);
      }
    }
  }

  private static void place(Map<String, Places> places, SymbolUse use) {
    Places place = places.computeIfAbsent(use.name(), Places::new);
    place.uses.add(use);
    place.arities.add(use.arity());
  }

  private void variableInOtherCase(SymbolUse constant, Set<String> variables) {
    String lower = constant.name().toLowerCase(Locale.ROOT);
    String upper = constant.name().toUpperCase(Locale.ROOT);
    String other = constant.name().equals(lower) ? upper : lower;
    if (!other.equals(constant.name()) && variables.contains(other)) {
      warn(
          FolCode.SAME_BUT_FOR_SPELLING,
          constant,
          "'" + constant.name() + "' is read as a constant, as only '" + other + "' is quantified",
          Optional.of(rename(List.of(constant), other)));
    }
  }

  /** Gives the lints of all statements together. */
  void give() {
    arities();
    predicatesAsTerms();
    constantsAsPredicates();
    alike(predicates, "predicate");
    alike(constants, "constant");
    declared();
    unlinkedConclusion();
  }

  private void arities() {
    for (Places places : predicates.values()) {
      if (places.arities.size() > 1) {
        int usual = places.uses.getFirst().arity();
        SymbolUse odd =
            places.uses.stream().filter(use -> use.arity() != usual).findFirst().orElseThrow();
        warn(
            FolCode.SEVERAL_ARITIES,
            odd,
            "the predicate '"
                + places.name
                + "' has "
                + arguments(odd.arity())
                + " here and "
                + arguments(usual)
                + " elsewhere: these are different predicates",
            Optional.empty());
      }
    }
  }

  private static String arguments(int count) {
    return count == 1 ? "1 argument" : count + " arguments";
  }

  private void predicatesAsTerms() {
    for (Places places : functions.values()) {
      if (predicates.containsKey(places.name) || declarations.byName().containsKey(places.name)) {
        warn(
            FolCode.PREDICATE_AS_TERM,
            places.uses.getFirst(),
            "the predicate '"
                + places.name
                + "' stands where a term is expected; read as a function of the same name",
            Optional.empty());
      }
    }
  }

  private void constantsAsPredicates() {
    for (Places places : constants.values()) {
      if (predicates.containsKey(places.name)) {
        warn(
            FolCode.CONSTANT_AND_PREDICATE,
            places.uses.getFirst(),
            "'" + places.name + "' is a constant here and a predicate elsewhere",
            Optional.empty());
      }
    }
  }

  private void alike(Map<String, Places> places, String kind) {
    if (places.size() > MOST_NAMES) {
      return;
    }
    Map<String, List<Places>> byVariant = new HashMap<>();
    Set<String> reported = new HashSet<>();
    for (Places place : places.values()) {
      if (place.name.length() > LONGEST_NAME) {
        continue;
      }
      for (String variant : variants(place.name)) {
        List<Places> others = byVariant.computeIfAbsent(variant, k -> new ArrayList<>(2));
        for (int i = 0; i < others.size() && reported.size() < MOST_PAIRS; i++) {
          Places other = others.get(i);
          if (other != place && reported.add(other.name + "\0" + place.name)) {
            compare(other, place, kind);
          }
        }
        if (others.size() < MOST_PAIRS && !others.contains(place)) {
          others.add(place);
        }
      }
    }
  }

  /** Two names one edit apart, or alike but for spelling, have one of these in common. */
  private static Set<String> variants(String name) {
    String folded = Names.folded(name);
    String lower = name.toLowerCase(Locale.ROOT);
    Set<String> variants = new HashSet<>();
    variants.add(folded);
    variants.add(lower);
    for (int i = 0; i < lower.length(); i++) {
      variants.add(lower.substring(0, i) + lower.substring(i + 1));
    }
    if (lower.endsWith("es")) {
      variants.add(lower.substring(0, lower.length() - 2));
    }
    return variants;
  }

  private void compare(Places first, Places second, String kind) {
    boolean spelling = Names.sameButForSpelling(first.name, second.name);
    if (!spelling && !Names.nearMiss(first.name, second.name)) {
      return;
    }
    boolean bothDeclared =
        declarations.byName().containsKey(first.name)
            && declarations.byName().containsKey(second.name);
    if (bothDeclared && !spelling) {
      return;
    }
    Places rare = second.uses.size() <= first.uses.size() ? second : first;
    Places common = rare == first ? second : first;
    if (declarations.byName().containsKey(rare.name)
        && !declarations.byName().containsKey(common.name)) {
      Places swap = rare;
      rare = common;
      common = swap;
    }
    if (!spelling && kind.equals("constant") && rare.uses.size() > 1) {
      // Two people may well be called Anna and Hanna; a slip of the pen happens once.
      return;
    }
    warn(
        spelling ? FolCode.SAME_BUT_FOR_SPELLING : FolCode.SIMILAR_NAMES,
        rare.uses.getFirst(),
        "the "
            + kind
            + " '"
            + rare.name
            + "' is not '"
            + common.name
            + "', which occurs too; did you mean '"
            + common.name
            + "'",
        Optional.of(rename(rare.uses, common.name)));
  }

  private void declared() {
    if (declarations.byName().isEmpty()) {
      return;
    }
    for (Declarations.Declaration declaration : declarations.byName().values()) {
      Places uses = predicates.get(declaration.name());
      boolean otherwise =
          functions.containsKey(declaration.name()) || constants.containsKey(declaration.name());
      if (uses == null && !otherwise) {
        note(
            FolCode.UNUSED_DECLARATION,
            declaration.start(),
            declaration.end(),
            "the predicate '" + declaration.name() + "' is declared and not used");
      } else if (uses != null && !uses.arities.contains(declaration.arity())) {
        note(
            FolCode.DECLARED_ARITY,
            declaration.start(),
            declaration.end(),
            "the predicate '"
                + declaration.name()
                + "' is declared with "
                + arguments(declaration.arity())
                + " and used with "
                + arguments(uses.arities.first()));
      }
    }
    for (Places places : predicates.values()) {
      if (!declarations.byName().containsKey(places.name)) {
        SymbolUse use = places.uses.getFirst();
        note(
            FolCode.UNDECLARED_PREDICATE,
            use.start(),
            use.end(),
            "the predicate '" + places.name + "' is not declared, though others are");
      }
    }
  }

  private void unlinkedConclusion() {
    Optional<SymbolUse> unlinked =
        conclusion.stream()
            .filter(use -> isPredicate(use) && !premisePredicates.contains(key(use)))
            .findFirst();
    if (hasPremises && unlinked.isPresent()) {
      warn(
          FolCode.UNLINKED_CONCLUSION,
          unlinked.get(),
          "the premises say nothing of '" + unlinked.get().name() + "'",
          Optional.empty());
    }
  }

  private Fix rename(List<SymbolUse> uses, String name) {
    String spelled = Spelling.isPlain(name) ? name : Spelling.quoted(name);
    Edit[] edits =
        uses.stream()
            .limit(MOST_PAIRS)
            .map(use -> new Edit(findings.span(use.start(), use.end()), spelled))
            .toArray(Edit[]::new);
    return Fix.suggested("write " + spelled, edits);
  }

  private void warn(FolCode code, SymbolUse use, String message, Optional<Fix> fix) {
    if (!findings.isOpen()) {
      return;
    }
    Span span = findings.span(use.start(), use.end());
    Diagnostic diagnostic = Diagnostic.warning(code, span, message);
    findings.add(fix.map(diagnostic::withFix).orElse(diagnostic));
  }

  private void note(FolCode code, int start, int end, String message) {
    if (findings.isOpen()) {
      findings.add(Diagnostic.note(code, findings.span(start, end), message));
    }
  }
}
