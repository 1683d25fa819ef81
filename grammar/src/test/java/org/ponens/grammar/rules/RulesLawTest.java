package org.ponens.grammar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.Source;
import org.ponens.grammar.diagnostic.Span;

class RulesLawTest {

  private static final Span NOWHERE = Source.of("").span(0, 0);

  private static final String SAMPLE =
      """
      Predicates:
      Tall($x, bool) ::: Is x tall?
      Admires($x, $y, bool)
      Facts:
      Tall(Mina, True) ::: Mina is tall.
      Not(Brave(Otto, True))
      Admires('grey wolf', Otto) , Tall(Grey Wolf, False)
      Rules:
      Tall($x, True) && !Admires($x, Mina, True) >>> Brave($x, True) ::: Tall ones are brave.
      If Brave(x, True) or Tall(x), then Loud(x)
      Loud($x) <-> ¬(Brave($x) ∧ Tall($x, False))
      ∀x (Admires(x, Otto) → Tall(x))
      Query:
      ~Loud(Mina, True) ::: Mina is not loud.
      """;

  @Property(tries = 1000, seed = "1")
  void parse_readsBackWhatWasPrinted(@ForAll("programs") RuleProgram program) {
    Parsed<RuleProgram> parsed = Rules.parse(program.print());
    assertThat(parsed.diagnostics())
        .noneMatch(diagnostic -> diagnostic.severity() == Severity.ERROR);
    assertThat(parsed.value()).contains(program);
  }

  @Property(tries = 3000, seed = "1")
  void parse_readsAnyMutation(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(SAMPLE);
    for (int i = random.nextInt(1, 12); i > 0; i--) {
      mutate(text, random);
    }
    check(text.toString());
  }

  @Property(tries = 1000, seed = "1")
  void parse_readsAnything(@ForAll @StringLength(max = 200) String text) {
    check(text);
    check("Facts:\n" + text + "\nQuery:\n" + text);
  }

  private static void mutate(StringBuilder text, Random random) {
    int at = random.nextInt(text.length());
    int end = Math.min(text.length(), at + random.nextInt(1, 20));
    switch (random.nextInt(6)) {
      case 0 -> text.delete(at, at + 1);
      case 1 ->
          text.insert(
              at, "()[]!~,&|>-:'\"$?\n\\∀¬→ .#*\u00e9\ud83d\ude00".charAt(random.nextInt(28)));
      case 2 -> text.insert(at, text.substring(at, end));
      case 3 -> text.delete(at, end);
      case 4 -> text.setLength(Math.max(1, at));
      default -> {
        String words = text.substring(at, end);
        text.delete(at, end);
        text.insert(random.nextInt(text.length() + 1), words);
      }
    }
    if (text.isEmpty()) {
      text.append("x");
    }
  }

  private static void check(String text) {
    Parsed<RuleProgram> parsed = Rules.parse(text);
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      inside(diagnostic.span(), text);
      diagnostic.notes().forEach(note -> note.span().ifPresent(span -> inside(span, text)));
      diagnostic.fix().ifPresent(fix -> fix.edits().forEach(edit -> inside(edit.span(), text)));
      diagnostic.fix().ifPresent(fix -> fix.apply(text));
    }
    parsed
        .value()
        .ifPresent(
            program -> {
              program.facts().forEach(fact -> inside(fact.span(), text));
              program.rules().forEach(rule -> inside(rule.span(), text));
              inside(program.query().span(), text);
              assertThat(Rules.parse(program.print()).value()).contains(program);
            });
  }

  private static void inside(Span span, String text) {
    assertThat(span.end()).isLessThanOrEqualTo(text.length());
  }

  @Provide
  Arbitrary<RuleProgram> programs() {
    Arbitrary<Term> constants = names().map(Term::constant);
    Arbitrary<Literal> ground = literals(constants);
    Arbitrary<Literal> open =
        literals(Arbitraries.oneOf(constants, variableNames().map(Term::variable)));
    Arbitrary<Predicate> predicates =
        Combinators.combine(names(), variableNames().list().ofMaxSize(3), glosses())
            .as((name, parameters, gloss) -> new Predicate(name, parameters, gloss, NOWHERE));
    Arbitrary<Fact> facts =
        Combinators.combine(ground, glosses()).as((l, gloss) -> new Fact(l, gloss, NOWHERE));
    Arbitrary<Rule> rules =
        Combinators.combine(
                open.list().ofMinSize(1).ofMaxSize(3),
                open.list().ofMinSize(1).ofMaxSize(2),
                glosses())
            .as(
                (body, heads, gloss) ->
                    Rule.unbound(body, heads).isPresent()
                        ? new Rule(body, body, gloss, NOWHERE)
                        : new Rule(body, heads, gloss, NOWHERE));
    Arbitrary<Query> queries =
        Combinators.combine(open, glosses()).as((l, gloss) -> new Query(l, gloss, NOWHERE));
    return Combinators.combine(
            predicates.list().ofMaxSize(3),
            facts.list().ofMaxSize(4),
            rules.list().ofMaxSize(4),
            queries)
        .as(RuleProgram::new);
  }

  private static Arbitrary<Literal> literals(Arbitrary<Term> terms) {
    return Combinators.combine(names(), terms.list().ofMaxSize(3), Arbitraries.of(true, false))
        .as(Literal::new);
  }

  private static Arbitrary<String> variableNames() {
    return Arbitraries.of("x", "y", "X", "thing", "x_1", "été", "_");
  }

  /** Names that the reader would take for something else, or for each other, if they were bare. */
  private static Arbitrary<String> names() {
    return Arbitraries.oneOf(
        Arbitraries.of(
            "Mina",
            "mina",
            "MINA",
            "the mina",
            "Mi_na",
            "x",
            "X1",
            "a",
            "True",
            "false",
            "Unknown",
            "bool",
            "not",
            "And",
            "if",
            "forall",
            "Facts",
            "Query:",
            "bald eagle",
            "Bald  Eagle",
            "O'Brien",
            "a:::b",
            "\\",
            "\\=",
            "=",
            "'",
            "\"",
            "",
            " ",
            "-",
            "_",
            "->",
            "P(x",
            ")",
            "line\nbreak",
            "cr\r",
            "```",
            "# Facts",
            "1",
            "3.5",
            "1st",
            "née",
            "someone",
            "😀",
            "none",
            "∀",
            "$x",
            "?y",
            "Ω",
            "a,b",
            "Quiet",
            "Quite"),
        Arbitraries.strings().ofMaxLength(6).filter(name -> name.indexOf('\0') < 0));
  }

  private static Arbitrary<Optional<String>> glosses() {
    return Arbitraries.of("Mina is tall.", "::: twice", "Facts:", "(", "'", "``` :::")
        .optional(0.4);
  }
}
