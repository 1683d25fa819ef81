package org.ponens.grammar.fol;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;
import org.ponens.grammar.layout.Line;
import org.ponens.grammar.layout.Section;
import org.ponens.grammar.layout.Sections;

/** Reads a problem in Logic-LM's layout. */
final class ProblemReader {

  /** The length of a problem that is read, in UTF-16 units. */
  private static final int MAX_LENGTH = 1 << 21;

  private static final String PREDICATES = "Predicates";
  private static final String PREMISES = "Premises";
  private static final String CONCLUSION = "Conclusion";
  private static final String QUESTION = "Question";
  private static final String SATISFIABLE = "Satisfiable";
  private static final String REMARKS = "Remarks";

  private static final Sections SECTIONS =
      Sections.of(
          Map.of(
              PREDICATES,
              List.of(
                  "Predicate",
                  "Declarations",
                  "Predicate Declarations",
                  "Predicate Definitions",
                  "Predicates and Constants",
                  "Vocabulary",
                  "Signature",
                  "Functions",
                  "Constants",
                  "Symbols",
                  "Definitions"),
              PREMISES,
              List.of(
                  "Premise",
                  "Facts",
                  "Fact",
                  "Rules",
                  "Rule",
                  "Facts and Rules",
                  "Axioms",
                  "Assumptions",
                  "Hypotheses",
                  "Knowledge Base",
                  "Knowledge",
                  "Formulas",
                  "FOL Premises",
                  "Premises FOL",
                  "Premises in FOL",
                  "First Order Logic Premises",
                  "First Order Logic Rules",
                  "First Order Logic Facts",
                  "Logical Premises"),
              CONCLUSION,
              List.of(
                  "Conclusions",
                  "Conjecture",
                  "Goal",
                  "Goals",
                  "FOL Conclusion",
                  "Conclusion FOL",
                  "Conclusion in FOL",
                  "First Order Logic Conclusion",
                  "Logical Conclusion"),
              QUESTION,
              List.of(
                  "Questions",
                  "Query",
                  "Queries",
                  "Statement",
                  "Hypothesis",
                  "Claim",
                  "Theorem",
                  "To Prove",
                  "FOL Question",
                  "First Order Logic Question",
                  "First Order Logic Query"),
              SATISFIABLE,
              List.of(),
              REMARKS,
              List.of(
                  "Explanation",
                  "Explanations",
                  "Reasoning",
                  "Answer",
                  "Final Answer",
                  "Note",
                  "Notes",
                  "Remark",
                  "Options",
                  "Comments")));

  private final Findings findings;
  private final Source source;
  private final LineReader lines;
  private final FormulaReader formulas;
  private final Declarations declarations;

  ProblemReader(Source source) {
    this.source = source;
    findings = new Findings(source);
    lines = new LineReader(source);
    formulas = new FormulaReader(findings, Dialect.TOLERANT);
    declarations = new Declarations(findings);
  }

  /** A line whose formula was read, before it is known which of its words are propositions. */
  private record Candidate(
      String label, FormulaReader.Reading reading, Optional<String> gloss, Span span) {

    void addTo(Propositions propositions) {
      propositions.add(reading.formula(), reading.uses());
    }

    Statement statement() {
      return new Statement(label, reading.formula(), gloss, span);
    }
  }

  Parsed<FolProblem> read() {
    Optional<FolProblem> problem = Optional.empty();
    if (TextCheck.isReadable(findings, MAX_LENGTH)) {
      problem = readSections();
    }
    return findings.diagnostics().parsed(source, problem);
  }

  private Optional<FolProblem> readSections() {
    List<Section> sections = SECTIONS.split(source, findings.diagnostics());
    List<Line> premiseLines = new ArrayList<>();
    List<Line> conclusionLines = new ArrayList<>();
    List<Line> questionLines = new ArrayList<>();
    boolean premisesFound = false;
    boolean conclusionFound = false;
    boolean satisfiable = false;
    for (Section section : sections) {
      switch (section.name()) {
        case PREDICATES -> section.lines().forEach(declarations::read);
        case PREMISES -> {
          premisesFound = true;
          section.lines().stream().filter(LineReader::hasContent).forEach(premiseLines::add);
        }
        case CONCLUSION -> {
          conclusionFound = true;
          section.lines().stream().filter(LineReader::hasContent).forEach(conclusionLines::add);
        }
        case QUESTION -> {
          conclusionFound = true;
          section.lines().stream().filter(LineReader::hasContent).forEach(questionLines::add);
        }
        case SATISFIABLE -> satisfiable = true;
        default -> skipped(section.lines());
      }
    }
    if (conclusionLines.isEmpty()) {
      conclusionLines = questionLines;
    }
    if (premisesFound && conclusionFound) {
      strayFormula(sections);
    }
    boolean bulleted = lines.areBulleted(premiseLines);
    List<Candidate> premises = premises(premiseLines, bulleted);
    Optional<Candidate> conclusion =
        conclusion(conclusionLines, bulleted || lines.areBulleted(conclusionLines));
    Propositions propositions = new Propositions(declarations.propositions());
    premises.forEach(premise -> premise.addTo(propositions));
    conclusion.ifPresent(c -> c.addTo(propositions));
    premises.removeIf(premise -> !isFormula(premise, propositions));
    conclusion = conclusion.filter(c -> isFormula(c, propositions));
    if (!premisesFound) {
      findings.error(
          FolCode.MISSING_PREMISES, 0, 0, "expected a section 'Premises:' with a formula a line");
    }
    if (conclusionLines.isEmpty() && !satisfiable) {
      int end = TextCheck.trimmed(source).end();
      findings.error(
          FolCode.MISSING_CONCLUSION,
          end,
          end,
          conclusionFound
              ? "expected a formula below 'Conclusion:'"
              : "expected a section 'Conclusion:' with one formula");
    }
    boolean whole =
        premisesFound && (conclusion.isPresent() || (satisfiable && conclusionLines.isEmpty()));
    if (!whole) {
      return Optional.empty();
    }
    Lints lints = new Lints(findings, declarations);
    premises.forEach(premise -> lints.premise(premise.reading().uses()));
    conclusion.ifPresent(c -> lints.conclusion(c.reading().uses()));
    lints.give();
    return Optional.of(
        new FolProblem(
            premises.stream().map(Candidate::statement).toList(),
            conclusion.map(Candidate::statement)));
  }

  private boolean isFormula(Candidate candidate, Propositions propositions) {
    List<SymbolUse> words = candidate.reading().propositions();
    boolean isWhole = candidate.reading().formula() instanceof Formula.Atom;
    return words.isEmpty() || propositions.check(words, isWhole, findings);
  }

  private List<Candidate> premises(List<Line> premiseLines, boolean bulleted) {
    List<Candidate> premises = new ArrayList<>();
    int number = 0;
    for (Line line : premiseLines) {
      if (isIntroduction(line)) {
        skipped(List.of(line));
        continue;
      }
      number++;
      candidate(line, bulleted, "premise " + number).ifPresent(premises::add);
    }
    return premises;
  }

  private Optional<Candidate> candidate(Line line, boolean bulleted, String label) {
    LineReader.Content content = lines.read(line, bulleted);
    Span span = content.span();
    if (content.doubtfulHyphen()) {
      findings.warning(
          FolCode.BULLET_OR_NEGATION,
          span.start(),
          span.start() + 1,
          "a hyphen and a blank may be a bullet; read as '¬'");
    }
    return formulas
        .read(span)
        .map(
            reading ->
                new Candidate(content.label().orElse(label), reading, content.gloss(), span));
  }

  private Optional<Candidate> conclusion(List<Line> conclusionLines, boolean bulleted) {
    if (conclusionLines.isEmpty()) {
      return Optional.empty();
    }
    // English before the formula says the same; where there is only English, it is the conclusion.
    int first = 0;
    while (first < conclusionLines.size() && !looksLikeFormula(conclusionLines.get(first))) {
      first++;
    }
    first = first == conclusionLines.size() ? 0 : first;
    skipped(conclusionLines.subList(0, first));
    for (Line further : conclusionLines.subList(first + 1, conclusionLines.size())) {
      if (looksLikeFormula(further)) {
        findings.warning(
            FolCode.SEVERAL_CONCLUSIONS,
            further.span().start(),
            further.span().end(),
            "a problem has one conclusion; the first is used");
        break;
      }
      skipped(List.of(further));
    }
    return candidate(conclusionLines.get(first), bulleted, "conclusion");
  }

  /** English that ends with a colon introduces what stands below it. */
  private static boolean isIntroduction(Line line) {
    return line.gloss().isEmpty() && line.text().endsWith(":") && !looksLikeFormula(line);
  }

  private static boolean looksLikeFormula(Line line) {
    String text = line.text();
    for (int i = 0; i < text.length(); i++) {
      if ("∀∃¬∧∨⊕→↔&|=<>(\\".indexOf(text.charAt(i)) >= 0) {
        return text.charAt(i) != '(' || (i > 0 && !Character.isWhitespace(text.charAt(i - 1)));
      }
    }
    return text.indexOf(' ') < 0;
  }

  /** A formula below {@code Note:} may have been meant for a premise. */
  private void strayFormula(List<Section> sections) {
    for (Section section : sections) {
      if (!section.name().isEmpty() && !section.name().equals(REMARKS)) {
        continue;
      }
      for (Line line : section.lines()) {
        Findings trial = new Findings(source);
        boolean formula =
            looksLikeFormula(line)
                && new FormulaReader(trial, Dialect.TOLERANT)
                    .read(lines.read(line, true).span())
                    .filter(reading -> reading.propositions().isEmpty())
                    .isPresent();
        if (formula) {
          findings.warning(
              FolCode.STRAY_FORMULA,
              line.span().start(),
              line.span().end(),
              "a formula outside of premises and conclusion is passed over");
          return;
        }
      }
    }
  }

  private void skipped(List<Line> prose) {
    if (prose.isEmpty() || !findings.isOpen()) {
      return;
    }
    Span span = findings.span(prose.getFirst().span().start(), prose.getLast().span().end());
    findings.add(
        Diagnostic.note(
            TextCode.PROSE_SKIPPED,
            span,
            "text outside of premises and conclusion is passed over"));
  }
}
