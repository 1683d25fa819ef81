package org.ponens.grammar.fol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.ponens.grammar.fol.Formula.atom;
import static org.ponens.grammar.fol.Term.constant;
import static org.ponens.grammar.fol.Term.variable;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

class TptpTest {

  private static Parsed<FolProblem> parse(String text) {
    return Tptp.parse(Source.of(text));
  }

  private static Parsed<FolProblem> parse(String text, Map<String, String> files) {
    return Tptp.parse(
        Source.of("main.p", text),
        (file, from) -> Optional.ofNullable(files.get(file)).map(t -> Source.of(file, t)));
  }

  private static List<String> labels(Parsed<FolProblem> parsed) {
    return parsed.value().orElseThrow().premises().stream().map(Statement::label).toList();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "! [X,Y] : ( p(X,Y) => q ) ; ∀X ∀Y (p(X, Y) → q())",
        "! [X] : p(X) & q(a) ; (∀X (p(X))) ∧ q(a)",
        "~ ! [X] : p(X) | r(a) ; (¬∀X (p(X))) ∨ r(a)",
        "p(a) <= q(a) ; q(a) → p(a)",
        "p(a) <~> q(a) ; p(a) ⊕ q(a)",
        "p(a) ~& q(a) ; ¬(p(a) ∧ q(a))",
        "p(a) ~| q(a) ; ¬(p(a) ∨ q(a))",
        "$true => $false ; ⊤ → ⊥",
        "a != f(b) ; a ≠ f(b)",
        "~ a = b ; a ≠ b",
        "'lower'(a) & 'Upper'(b,12,-3.5) ; lower(a) ∧ Upper(b, 12, \"-3.5\")",
        "p('it\\'s','a\\\\b') ; p(\"it's\", \"a\\\\b\")",
        "? [X] : ( p(X) & ! [X] : q(X) ) ; ∃X (p(X) ∧ (∀X (q(X))))",
        "fof(include,cnf) ; fof(include, cnf)"
      })
  void parse_readsFormulas(String formula, String reading) {
    Parsed<FolProblem> parsed = parse("fof(a, axiom, " + formula + ").");
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(Notation.UNICODE.print(parsed.orElseThrow().premises().getFirst().formula()))
        .isEqualTo(reading);
  }

  @Test
  void parse_tellsPremisesFromConjecture() {
    Parsed<FolProblem> parsed =
        parse(
            """
            % comment with fof(x, axiom, y).
            fof(one, axiom, p(a)). /* block
            fof(none, axiom, q(a)). */ fof('two !', hypothesis, p(b), inference(x, [], [one])).
            cnf(3, negated_conjecture, ~ p(X) | q(Y,X)).
            fof(goal, conjecture, p(c), file('a', b), [useful]).
            """);
    FolProblem problem = parsed.orElseThrow();
    assertThat(labels(parsed)).containsExactly("one", "two !", "3");
    assertThat(problem.premises().get(2).formula())
        .isEqualTo(
            new Formula.ForAll(
                variable("X"),
                new Formula.ForAll(
                    variable("Y"),
                    Formula.or(
                        new Formula.Not(atom("p", variable("X"))),
                        atom("q", variable("Y"), variable("X"))))));
    assertThat(problem.conclusion().map(Statement::formula)).contains(atom("p", constant("c")));
    assertThat(problem.conclusion().map(Statement::label)).contains("goal");
  }

  @Test
  void parse_joinsConjectures_andHasNoneWithout() {
    FolProblem two = parse("fof(a,conjecture,p(a)).fof(b,conjecture,q(a)).").orElseThrow();
    assertThat(two.conclusion().map(Statement::formula))
        .contains(Formula.and(atom("p", constant("a")), atom("q", constant("a"))));
    assertThat(parse("fof(a,axiom,p(a)).").orElseThrow().conclusion()).isEmpty();
  }

  @Test
  void parse_saysThatDistinctObjectsDiffer() {
    FolProblem problem = parse("fof(a,axiom,p(\"x\",\"y\") & p(x,'\"x\"')).").orElseThrow();
    assertThat(problem.premises()).hasSize(2);
    assertThat(problem.premises().getLast().formula())
        .isEqualTo(new Formula.Not(new Formula.Equality(constant("\"x\""), constant("\"y\""))));
  }

  @Test
  void parse_includesWhatIsSelected() {
    Map<String, String> files =
        Map.of(
            "ax",
            "fof(one,axiom,p(a)).fof(two,axiom,p(b)).include('deep').",
            "deep",
            "fof(three,axiom,p(c)).");
    assertThat(labels(parse("include('ax').", files))).containsExactly("one", "two", "three");
    assertThat(labels(parse("include('ax',[two]).", files))).containsExactly("two");
    Parsed<FolProblem> missing = parse("include('ax',[two,four]).", files);
    assertThat(missing.diagnostics())
        .extracting(d -> d.code())
        .containsExactly(FolCode.INCLUDE_FAILED);
  }

  @Test
  void parse_refusesCyclesAndWhatIsNotFound() {
    Parsed<FolProblem> cycle =
        parse(
            "fof(a,axiom,p(a)).include('b').", Map.of("b", "include('c').", "c", "include('b')."));
    assertThat(cycle.diagnostics())
        .extracting(d -> d.code())
        .containsExactly(FolCode.INCLUDE_FAILED);
    assertThat(cycle.diagnostics().getFirst().notes()).isNotEmpty();
    assertThat(cycle.value()).isPresent();
    assertThat(parse("include('b').").value()).isEmpty();
  }

  @Test
  void parse_keepsWhatStandsBehindAnError() {
    Parsed<FolProblem> parsed = parse("fof(a,axiom,p(a) & ).\nfof(b,axiom,p(b)).");
    assertThat(labels(parsed)).containsExactly("b");
    assertThat(parsed.diagnostics()).singleElement().matches(d -> d.span().column() == 20);
  }
}
