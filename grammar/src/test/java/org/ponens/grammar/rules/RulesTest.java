package org.ponens.grammar.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.DiagnosticCode;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;
import org.ponens.grammar.diagnostic.TextCode;

class RulesTest {

  private static RuleProgram read(String text) {
    Parsed<RuleProgram> parsed = Rules.parse(text);
    assertThat(parsed.diagnostics()).allMatch(d -> d.severity() == Severity.NOTE);
    return parsed.value().orElseThrow();
  }

  private static List<DiagnosticCode> codes(String text, Severity severity) {
    return Rules.parse(text).diagnostics().stream()
        .filter(d -> d.severity() == severity)
        .map(Diagnostic::code)
        .toList();
  }

  private static final String FACT = "Facts:\nTall(Mina, True)\n";

  @Test
  void parse_readsAStrictProgram_withoutAWord() {
    Parsed<RuleProgram> parsed =
        Rules.parse(
            """
            Predicates:
            Tall($x, bool) ::: Is x tall?
            Admires($x, $y, bool) ::: Does x admire y?
            Facts:
            Tall(Mina, True) ::: Mina is tall.
            Admires(Otto, Mina, False)
            Rules:
            Tall($x, True) && Admires($y, $x, False) >>> Admires($x, $y, True)
            Query:
            Admires(Mina, Otto, True) ::: Mina admires Otto.
            """);
    assertThat(parsed.diagnostics()).isEmpty();
    RuleProgram program = parsed.value().orElseThrow();
    assertThat(program.predicates())
        .extracting(Predicate::name, Predicate::parameters)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Tall", List.of("x")),
            org.assertj.core.groups.Tuple.tuple("Admires", List.of("x", "y")));
    assertThat(program.facts())
        .extracting(Fact::literal)
        .containsExactly(
            Literal.of("Tall", Term.constant("Mina")),
            Literal.of("Admires", Term.constant("Otto"), Term.constant("Mina")).complement());
    assertThat(program.rules()).singleElement().satisfies(r -> assertThat(r.body()).hasSize(2));
    assertThat(program.query().gloss()).isEqualTo(Optional.of("Mina admires Otto."));
    assertThat(parsed.source().text(program.facts().getFirst().span()))
        .isEqualTo("Tall(Mina, True)");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "!Tall(Mina, True)",
        "~Tall(Mina)",
        "¬Tall(Mina, true)",
        "-Tall(Mina, True)",
        "not Tall(Mina, True)",
        "NOT(Tall(Mina, True))",
        "Not(Tall(Mina), True)",
        "Tall(Mina, FALSE)",
        "!!Tall(Mina, False)",
        "Tall(Mina) = False",
        "Tall(Mina, True) = False",
        "Tall(Mina) is False",
        "Tall(Mina, not True)",
        "Tall(Mina, Not(True))",
        "\\neg Tall(Mina)",
        "[Tall(Mina, False)].",
        "tall(the mina, False)"
      })
  void parse_readsStrongNegation_inEverySpelling(String query) {
    assertThat(read(FACT + "Query: " + query).query().literal())
        .isEqualTo(Literal.of("Tall", Term.constant("Mina")).complement());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Tall($x, True) && Kind($x, False) >>> Loud($x, True)",
        "Tall(x) ∧ ¬Kind(x) → Loud(x)",
        "Tall(?x, True), !Kind(?x, True) => Loud(?x, True)",
        "if Tall(x) and not Kind(x) then Loud(x)",
        "If Tall($x, True) and Not(Kind($x, True)), then Loud($x, True).",
        "Loud(x) :- Tall(x), ~Kind(x).",
        "Loud(x) if Tall(x) and not Kind(x)",
        "Loud($x, True) <- Tall($x, True) & -Kind($x, True)",
        "∀x (Tall(x) ∧ ¬Kind(x) → Loud(x))",
        "for all x: Tall(x) && !Kind(x) implies Loud(x)",
        "Implies(And(Tall(x), Not(Kind(x))), Loud(x))",
        "1. Tall($x, True) && !Kind($x, True) >> Loud($x, True)",
        "Rule 1: Tall($x, True) && Kind($x, False)\n   >>> Loud($x, True)",
        "Tall($x, True) &&\nKind($x, False) >>> Loud($x, True)",
        "not (Kind(x) or not Tall(x)) -> Loud(x)"
      })
  void parse_readsARule_inEverySpelling(String rule) {
    RuleProgram program = read(FACT + "Rules:\n" + rule + "\nQuery: Loud(Mina, True)");
    assertThat(program.rules())
        .singleElement()
        .satisfies(
            read -> {
              assertThat(read.body())
                  .containsExactlyInAnyOrder(
                      Literal.of("Tall", Term.variable("x")),
                      Literal.of("Kind", Term.variable("x")).complement());
              assertThat(read.heads()).containsExactly(Literal.of("Loud", Term.variable("x")));
            });
  }

  @Test
  void parse_splitsWhatIsSeveralRules() {
    RuleProgram program =
        read(
            FACT
                + """
                Rules:
                (Tall(x) || Kind(x)) && Loud(x) >>> Brave(x)
                Brave(x) <=> Odd(x)
                Query: Odd(Mina)
                """);
    assertThat(program.rules())
        .extracting(Rule::toString)
        .containsExactly(
            "Tall($x, True) && Loud($x, True) >>> Brave($x, True)",
            "Kind($x, True) && Loud($x, True) >>> Brave($x, True)",
            "Brave($x, True) >>> Odd($x, True)",
            "Odd($x, True) >>> Brave($x, True)");
  }

  @Test
  void parse_identifiesSpellingsOfAName() {
    RuleProgram program =
        read(
            """
            Facts:
            IsKind(Grey Wolf, True)
            is_kind(grey_wolf, False)
            IsKind("grey wolf", True)
            Query:
            ISKIND(the GreyWolf, True)
            """);
    Literal kind = Literal.of("IsKind", Term.constant("Grey Wolf"));
    assertThat(program.facts())
        .extracting(Fact::literal)
        .containsExactly(kind, kind.complement(), kind);
    assertThat(program.query().literal()).isEqualTo(kind);
  }

  @Test
  void parse_tellsVariablesFromConstants_byWhatTheFactsName() {
    String rules = "Rules:\nTall(a, True) >>> Loud(a, True)\nQuery: Loud(Mina, True)";
    assertThat(read(FACT + rules).rules().getFirst().body().getFirst().isGround()).isFalse();
    assertThat(read(FACT + "Tall(a, True)\n" + rules).rules().getFirst().body().getFirst())
        .isEqualTo(Literal.of("Tall", Term.constant("a")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mina is tall.| PROSE",
        "Tall(mother(Mina), True)| NOT_A_TERM",
        "Tall(Mina, Unknown)| NO_TRUTH_VALUE",
        "Tall($x, True)| VARIABLE_IN_FACT",
        "Tall(Mina) or Kind(Mina)| DISJUNCTIVE_HEAD",
        "Tall(Mina) -> Kind(x)| UNBOUND_VARIABLE",
        "Tall(x) -> Kind(x) or Loud(x)| DISJUNCTIVE_HEAD",
        "Tall(x) -> Kind(x) -> Loud(x)| NESTED_RULE",
        "Tall(x) && x != Mina -> Kind(x)| SYNTAX",
      })
  void parse_dropsWhatItCannotRead_andSaysSo(String line, RuleCode code) {
    String text = FACT + line + "\nQuery: Tall(Mina, True)";
    assertThat(codes(text, Severity.ERROR)).isEqualTo(List.of(code));
    assertThat(Rules.parse(text).value().orElseThrow().facts()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "Query:\n",
        "Query:\nTrue",
        "Query: Smart(Mina, Unknown)",
        "Query:\nMina is tall.",
        "Query: Tall(Mina, True) >>> Kind(Mina, True)",
        "Query: Tall(Mina) or Kind(Mina)"
      })
  void parse_givesNoValue_whereNoQueryCanBeRead(String query) {
    Parsed<RuleProgram> parsed = Rules.parse(FACT + query);
    assertThat(parsed.value()).isEmpty();
    assertThat(parsed.hasErrors()).isTrue();
  }

  @Test
  void parse_suggestsTheSwap_ofPredicateAndConstant() {
    Parsed<RuleProgram> parsed =
        Rules.parse(
            "Facts:\nNell(Gorpus, True)\nRules:\nGorpus($x, True) >>> Sour($x, True)\n"
                + "Query: Sour(Nell, True)");
    assertThat(parsed.has(Severity.WARNING)).isTrue();
    List<Fix> fixes = parsed.diagnostics().stream().flatMap(d -> d.fix().stream()).toList();
    assertThat(fixes).singleElement().matches(fix -> !fix.applied());
    assertThat(fixes.getFirst().apply(parsed.source().text())).contains("\nGorpus(Nell, True)\n");
  }

  @Test
  void parse_appliesItsFixesToTheText_withTheSameReading() {
    Parsed<RuleProgram> parsed =
        Rules.parse(
            """
            Facts:
            1. Tall(Mina)
            2. Not(Kind(Mina, True)
            Rules:
            Tall(x) and ¬Kind(x) → Loud(x)
            Query:
            ~Loud(Mina, True))
            """);
    String fixed = Fix.applyAll(parsed.source().text(), parsed.appliedFixes());
    assertThat(Rules.parse(fixed).value()).isEqualTo(parsed.value());
    assertThat(fixed)
        .contains("\nTall(Mina, True)\n", "Tall($x, True) && Kind($x, False) >>> Loud($x, True)");
  }

  @Test
  void parse_readsMadeUpNames_withoutSuspicion() {
    assertThat(
            read(
                """
                Predicates:
                Wumpus($x, bool)
                Sour($x, bool)
                Facts:
                Wumpus(Max, True)
                Rules:
                Wumpus($x, True) >>> Sour($x, True)
                Numpus($x, True) >>> Sour($x, False)
                Query:
                Sour(Max, True)
                """))
        .isNotNull();
  }

  @Test
  void parse_refusesWhatIsNoText() {
    assertThat(codes("Facts:\n\0", Severity.ERROR)).isEqualTo(List.of(TextCode.BINARY));
    assertThat(codes(" \n ", Severity.ERROR)).isEqualTo(List.of(TextCode.EMPTY));
    assertThat(codes("x".repeat(Rules.LONGEST_TEXT + 1), Severity.ERROR))
        .isEqualTo(List.of(TextCode.TOO_LONG));
    assertThat(codes("Query: " + "(".repeat(300) + "P(a)", Severity.ERROR))
        .containsExactly(TextCode.TOO_DEEP);
  }

  @Test
  void parse_isBounded_onHostileLines() {
    String long65k = "P(x) && ".repeat(8000) + "P(x) >>> Q(x)\n";
    assertThat(Rules.parse("Rules:\n" + long65k + FACT + "Query: Q(Mina)").value()).isPresent();
    String cases = "(P(x) || Q(x)) && ".repeat(3000) + "P(x) >>> R(x)\n";
    assertThat(codes("Rules:\n" + cases + FACT + "Query: Tall(Mina)", Severity.ERROR))
        .isEqualTo(List.of(RuleCode.TOO_MANY_CASES));
    assertThat(codes(FACT + "Query: " + "!".repeat(60_000) + "Tall(Mina)", Severity.ERROR))
        .isEmpty();
    assertThat(codes("(".repeat(100_000), Severity.ERROR)).contains(RuleCode.LINE_TOO_LONG);
    Parsed<RuleProgram> many = Rules.parse("Facts:\n" + "prose here\n".repeat(20_000));
    assertThat(many.diagnostics()).hasSizeLessThan(210);
  }
}
