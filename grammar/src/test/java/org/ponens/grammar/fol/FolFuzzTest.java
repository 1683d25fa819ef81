package org.ponens.grammar.fol;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.grammar.diagnostic.Diagnostic;
import org.ponens.grammar.diagnostic.Edit;
import org.ponens.grammar.diagnostic.Fix;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Source;

/**
 * Whatever the text: no reader throws, spans lie in the text, and applied fixes keep what was read.
 */
class FolFuzzTest {

  private static final List<String> PROBLEMS =
      List.of(
          """
          Predicates:
          Cat(x) ::: x is a cat.
          Owns(x, y) ::: x owns y.
          Premises:
          ∀x (Cat(x) → Animal(x)) ::: Cats are animals.
          ∃x (Cat(x) ∧ Owns(anna, x)) ::: Anna has a cat.
          ∀x ∀y ((Owns(x, y) ∧ Animal(y)) → ¬(Sad(x) ⊕ Old(x)))
          Lives(captain america, new york), Costs(x1, $205)
          Conclusion:
          ¬Sad(anna) ↔ Old(anna) ::: Anna is fine.
          """,
          """
          Here is the translation.
          ## Facts
          1. all x. (Student(x) & -Lazy(x) -> Passes(x) | Smart(x))
          2. forall x, y (Friend(x,y) implies Friend(y,x)).
          3. `\\forall x \\left( P(x) \\land Q(x) \\right) \\rightarrow \\text{R s}(x)`
          - not Lazy(tom) and x != {a, b}
          **Question:**
          Exists x. (Passes(x) ^ "Big Name"(x, [1, 2.5])) ::: someone passes
          """,
          """
          % a TPTP file
          fof(first, axiom, ! [X,Y] : ( p(X,Y) => ? [Z] : ( q(Z) & ~ r(Z,'Big name') ) )).
          cnf(second, negated_conjecture, p(X,a) | ~ q(X) | X = "object" | b != "other").
          fof(third, conjecture, ( ! [X] : p(X,X) <=> $true ), file('x.p', [y,z])).
          include('axioms.ax', [one, two]).
          """,
          """
          set(prolog_style_variables). assign(max_seconds, 10).
          formulas(assumptions).
            all x (man(x) -> mortal(x)) # label(first).   % comment
            man(socrates) & -god(socrates) | "x y" = z.
          end_of_list.
          formulas(goals). exists y mortal(y). end_of_list.
          """);

  private static final List<String> PIECES =
      List.of(
          "(",
          ")",
          "[",
          "]",
          "{",
          "}",
          "∀x",
          "∃y ",
          "¬",
          "-",
          " ∧ ",
          "∨",
          "→",
          "<->",
          "⊕",
          "^",
          ",",
          ".",
          ":",
          ":::",
          "\"",
          "'",
          "’",
          "\\",
          "$",
          "$T",
          "=",
          "≠",
          "<",
          "∈",
          "x",
          "y1",
          "a b",
          "P",
          "P(a)",
          "and",
          " not ",
          " all ",
          "exists z",
          "no x.",
          "...",
          "\n",
          "\n- ",
          "\r\n",
          "\t",
          "1. ",
          "Conclusion:",
          "Premises:",
          "```\n",
          "True",
          "5",
          "2.5",
          "\u0000",
          "é",
          "e\u0301",
          "🦊",
          "\uD83E",
          "\u00A0",
          "!",
          "?",
          "!=",
          "! [X] :",
          "|",
          "~",
          "%",
          "#",
          "/*",
          "*/",
          "::",
          "∄",
          "∃!",
          "_",
          "`",
          "**",
          "\\text{A b}",
          "end_of_list.",
          "fof(",
          "include('a').");

  @Property(tries = 4000, seed = "1")
  void readers_surviveMutations(@ForAll long seed) {
    Random random = new Random(seed);
    String text = mutate(PROBLEMS.get(random.nextInt(PROBLEMS.size())), random);
    Source source = Source.of(text);
    check(source, Fol.parse(source));
    check(source, Tptp.parse(source, (file, from) -> Optional.of(Source.of(file, text))));
    check(source, Prover9.parse(source));
    String line = source.line(1 + random.nextInt(source.lineCount()));
    check(Source.of(line), Fol.parseFormula(line));
    fixesKeepMeaning(line);
  }

  private static void fixesKeepMeaning(String line) {
    Parsed<Formula> parsed = Fol.parseFormula(line);
    if (parsed.value().isPresent() && !parsed.hasErrors()) {
      String fixed = Fix.applyAll(line, parsed.appliedFixes());
      assertThat(Fol.parseFormula(fixed).value())
          .as(() -> line + "\n" + fixed + "\n" + parsed.diagnostics())
          .isEqualTo(parsed.value());
      String printed = Notation.UNICODE.print(parsed.value().orElseThrow());
      assertThat(Fol.parseFormula(printed).value())
          .as(() -> line + "\n" + printed)
          .isEqualTo(parsed.value());
    }
  }

  private static void check(Source source, Parsed<?> parsed) {
    for (Diagnostic diagnostic : parsed.diagnostics()) {
      assertThat(diagnostic.span().end()).isLessThanOrEqualTo(source.text().length());
      assertThat(diagnostic.message()).isNotBlank().doesNotEndWith(".");
      diagnostic
          .fix()
          .ifPresent(
              fix -> {
                for (Edit edit : fix.edits()) {
                  assertThat(edit.span().end()).isLessThanOrEqualTo(source.text().length());
                }
              });
    }
    if (parsed.value().isPresent() && parsed.value().get() instanceof FolProblem problem) {
      // Equal but for variables that Prover9 allows and our notation does not.
      Optional<String> again = Fol.parse(problem.print()).value().map(FolProblem::print);
      assertThat(again).isEqualTo(Optional.of(problem.print()));
    }
  }

  private static String mutate(String text, Random random) {
    StringBuilder out = new StringBuilder(text);
    int edits = 1 + random.nextInt(6);
    for (int i = 0; i < edits && out.length() > 0; i++) {
      int at = random.nextInt(out.length());
      int to = Math.min(out.length(), at + 1 + random.nextInt(random.nextInt(8) == 0 ? 60 : 4));
      switch (random.nextInt(5)) {
        case 0 -> out.delete(at, to);
        case 1 -> out.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        case 2 -> out.replace(at, to, PIECES.get(random.nextInt(PIECES.size())));
        case 3 -> out.insert(random.nextInt(out.length()), out.substring(at, to));
        default -> {
          if (random.nextInt(4) == 0) {
            out.setLength(at);
          } else {
            out.deleteCharAt(at);
          }
        }
      }
    }
    return out.toString();
  }
}
