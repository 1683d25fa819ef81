package org.ponens.grammar.rules;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Diagnostics;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;
import org.ponens.grammar.diagnostic.TextCode;
import org.ponens.grammar.layout.Line;
import org.ponens.grammar.layout.Section;
import org.ponens.grammar.layout.Sections;
import org.ponens.grammar.rules.RawStatement.Place;
import org.ponens.grammar.rules.antlr.RulesLexer;

/** Reads the lines of a text, section by section, and hands them to the builder. For one text. */
final class RuleReader {

  /** After so many unreadable lines the rest is not looked at: it is no rule program. */
  private static final int MOST_FAULTS = 1000;

  private static final Sections SECTIONS = Sections.of(headers());

  private final Source source;
  private final Diagnostics diagnostics;
  private final Repairs repairs;
  private final LineReader lines;
  private final List<RawStatement> statements = new ArrayList<>();
  private final List<Fault> queryFaults = new ArrayList<>();
  private final int textEnd;
  private int faults;
  private int prose;
  private Span firstProse;
  private boolean asked;

  RuleReader(Source source, Diagnostics diagnostics) {
    this.source = source;
    this.diagnostics = diagnostics;
    this.repairs = new Repairs(source);
    this.lines = new LineReader(source, repairs);
    this.firstProse = source.span(0, 0);
    this.textEnd = source.text().stripTrailing().length();
  }

  private static Map<String, List<String>> headers() {
    Map<String, List<String>> headers = new LinkedHashMap<>();
    headers.put(
        "Predicates",
        List.of(
            "Predicate", "Predicate declarations", "Declarations", "Declaration", "Vocabulary"));
    headers.put(
        "Facts",
        List.of("Fact", "Known facts", "Given facts", "Given", "Initial facts", "Facts base"));
    headers.put("Rules", List.of("Rule", "Inference rules", "Logical rules", "Rule set", "Axioms"));
    headers.put(
        "Query",
        List.of(
            "Queries",
            "Question",
            "Questions",
            "Goal",
            "Goals",
            "Conclusion",
            "Hypothesis",
            "Query statement",
            "Statement",
            "Target",
            "To prove",
            "Prove"));
    headers.put(
        "Other",
        List.of(
            "Premises",
            "Problem",
            "Context",
            "Explanation",
            "Note",
            "Notes",
            "Reasoning",
            "Comment",
            "Comments",
            "Answer",
            "Output",
            "Logic program",
            "Program",
            "Solution"));
    return headers;
  }

  Parsed<RuleProgram> read() {
    Set<Place> seen = EnumSet.noneOf(Place.class);
    for (Section section : SECTIONS.split(source, diagnostics)) {
      Place place = place(section.name());
      if (place != Place.ELSEWHERE && !section.lines().isEmpty() && !seen.add(place)) {
        repairs.note(
            RuleCode.SECTION_REPEATED,
            "a section that occurs again is read on",
            section.header().start(),
            section.header().end());
      }
      read(section, place);
    }
    ProgramBuilder builder = new ProgramBuilder(source, diagnostics, repairs);
    Optional<RuleProgram> program = builder.build(statements);
    reportQuery(program.isPresent());
    program.ifPresent(
        p -> new RuleLints(source, diagnostics, repairs, builder.vocabulary()).check(p));
    repairs.report(diagnostics);
    if (prose > 0) {
      String message = "prose is not part of the program";
      diagnostics.add(
          Diagnostic.note(
              TextCode.PROSE_SKIPPED,
              firstProse,
              prose == 1 ? message : message + " (" + prose + " lines)"));
    }
    return diagnostics.parsed(source, program);
  }

  private static Place place(String header) {
    return switch (header) {
      case "Predicates" -> Place.PREDICATES;
      case "Facts" -> Place.FACTS;
      case "Rules" -> Place.RULES;
      case "Query" -> Place.QUERY;
      default -> Place.ELSEWHERE;
    };
  }

  private void read(Section section, Place place) {
    List<Line> all = section.lines();
    int i = 0;
    while (i < all.size() && faults < MOST_FAULTS) {
      Line line = all.get(i++);
      if (line.span().length() > LineReader.LONGEST) {
        fault(LineReader.tooLong(line.span().start()), place, false);
        continue;
      }
      List<Token> tokens = lines.tokens(line.span());
      Optional<String> gloss = line.gloss();
      // A rule may be broken where its arrow or a conjunction stands.
      while (i < all.size() && all.get(i).span().end() - line.span().start() < LineReader.LONGEST) {
        boolean open = opens(tokens);
        List<Token> next = lines.tokens(all.get(i).span());
        if (!open && !continues(next)) {
          break;
        }
        tokens.removeLast();
        tokens.addAll(next);
        gloss = gloss.isPresent() ? gloss : all.get(i).gloss();
        i++;
      }
      statement(tokens, place, gloss);
    }
  }

  private static boolean opens(List<Token> tokens) {
    if (tokens.size() < 2) {
      return false;
    }
    int last = tokens.get(tokens.size() - 2).getType();
    return last == RulesLexer.AND
        || last == RulesLexer.OR
        || last == RulesLexer.ARROW
        || last == RulesLexer.BACKWARD;
  }

  private static boolean continues(List<Token> tokens) {
    int first = tokens.getFirst().getType();
    // A lone '>' is Markdown's mark of a quotation.
    return ((first == RulesLexer.ARROW && tokens.getFirst().getText().length() > 1)
            || first == RulesLexer.AND
            || first == RulesLexer.OR
            || first == RulesLexer.THEN)
        && tokens.size() > 2
        && tokens.get(1).getType() != RulesLexer.LPAREN;
  }

  private void statement(List<Token> tokens, Place place, Optional<String> gloss) {
    if (tokens.size() == 1 || (place != Place.QUERY && LineReader.saysNone(tokens))) {
      return;
    }
    int start = tokens.getFirst().getStartIndex();
    int end = tokens.get(tokens.size() - 2).getStopIndex() + 1;
    boolean introduces = tokens.get(tokens.size() - 2).getType() == RulesLexer.COLON;
    switch (lines.parse(tokens, end == textEnd, place != Place.PREDICATES)) {
      case LineReader.Reading.Failed(var fault) -> fault(fault, place, introduces);
      case LineReader.Reading.Tree(var tree, var comment) -> {
        StatementBuilder builder = new StatementBuilder(repairs);
        statements.addAll(builder.statements(tree, place, gloss.or(() -> comment), start, end));
        builder.fault().ifPresent(fault -> fault(fault, place, false));
        asked |= place == Place.QUERY && builder.fault().isEmpty();
      }
    }
  }

  private void fault(Fault fault, Place place, boolean introduces) {
    faults++;
    boolean isProse = fault.code() == RuleCode.PROSE;
    if (isProse && (introduces || place == Place.ELSEWHERE || (place == Place.QUERY && asked))) {
      skipped(fault);
    } else if (place == Place.PREDICATES) {
      repairs.note(
          RuleCode.UNREADABLE_DECLARATION,
          "a declaration is written Name($x, bool); it decides nothing and is left out",
          fault.start(),
          fault.end());
    } else if (place == Place.QUERY) {
      queryFaults.add(fault);
    } else {
      diagnostics.add((isProse ? prose(fault, place) : fault).error(source));
    }
  }

  private static Fault prose(Fault fault, Place place) {
    String wanted =
        switch (place) {
          case QUERY -> "a query is one atom, Name(argument, True)";
          case RULES -> "a rule is written Name($x, True) >>> Other($x, True)";
          case FACTS, PREDICATES, ELSEWHERE -> "a fact is written Name(argument, True)";
        };
    return Fault.of(fault.code(), fault.start(), fault.end(), fault.message() + ": " + wanted);
  }

  private void skipped(Fault fault) {
    if (prose++ == 0) {
      firstProse = source.span(fault.start(), fault.end());
    }
  }

  /** Prose where the query stands does no harm if a query is read all the same. */
  private void reportQuery(boolean present) {
    for (Fault fault : queryFaults) {
      if (present && fault.code() == RuleCode.PROSE) {
        skipped(fault);
      } else {
        diagnostics.add(
            (fault.code() == RuleCode.PROSE ? prose(fault, Place.QUERY) : fault).error(source));
      }
    }
    if (!present && queryFaults.isEmpty() && !asked) {
      diagnostics.add(
          Diagnostic.error(
              RuleCode.NO_QUERY,
              source.span(textEnd, textEnd),
              "there is no query: below a line 'Query:' one atom says what is asked"));
    }
  }
}
