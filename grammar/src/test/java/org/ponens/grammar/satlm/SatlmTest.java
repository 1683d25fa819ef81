package org.ponens.grammar.satlm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeout;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.grammar.GoldenFiles;
import org.ponens.grammar.diagnostic.Parsed;
import org.ponens.grammar.diagnostic.Severity;

class SatlmTest {

  private static final String HEAD =
      """
      # Declarations
      people = EnumSort([Ann, Bob, Cy, Night's All Right, T-shirt])
      girls = EnumSort([Ann, Cy])
      days = EnumSort([Monday, Tuesday, Wednesday])
      slots = EnumSort([1, 2, 3])
      day = Function([people] -> [days])
      slot = Function(people, slots)
      on = Function([people, slots] -> [bool])
      rank = Function([people] -> [int])

      # Constraints
      ForAll([p:people], And(1 <= rank(p), rank(p) <= 3))
      Exists([p:people, s:slots], And(on(p, s), slot(p) == s, day(p) != Monday))
      """;

  private static Parsed<SatlmProgram> withConstraint(String constraint) {
    return Satlm.parse(HEAD + constraint + "\n\n# Options\nis_valid(on(Ann, 1)) ::: (A)\n");
  }

  private static String read(String constraint) {
    SatlmProgram program = withConstraint(constraint).orElseThrow();
    return program.constraints().get(2).formula().print();
  }

  @TestFactory
  Stream<DynamicTest> golden() throws IOException {
    return GoldenFiles.tests("satlm", Satlm::parse);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          on(Ann, 1) && on(Bob, 2) | And(on(Ann, 1), on(Bob, 2))
          on(Ann, 1) Or not on(Bob, 2) | Or(on(Ann, 1), Not(on(Bob, 2)))
          ¬on(Ann, 1) ∧ on(Bob, 2) → on(Cy, 3) | Implies(And(Not(on(Ann, 1)), on(Bob, 2)), on(Cy, 3))
          on(Ann, 1) => on(Bob, 2) => on(Cy, 3) | Implies(on(Ann, 1), Implies(on(Bob, 2), on(Cy, 3)))
          on(Ann, 1) <-> on(Bob, 2) | Iff(on(Ann, 1), on(Bob, 2))
          on(Ann, 1) == False | Iff(on(Ann, 1), False)
          on(Ann, 1) == 0 | Not(on(Ann, 1))
          !on(Ann, 1) == on(Bob, 2) | Not(Iff(on(Ann, 1), on(Bob, 2)))
          1 <= rank(Ann) < rank(Bob) | And(1 <= rank(Ann), rank(Ann) < rank(Bob))
          rank(Ann) ≠ (rank(Bob) + 2) mod 3 | rank(Ann) != (rank(Bob) + 2) % 3
          day(Ann) in [Monday, Tuesday] | day(Ann) in [Monday, Tuesday]
          Ann not in girls | Not(Ann in [Ann, Cy])
          ForAll([p in girls], on(p, 1)) | ForAll([p:girls], on(p, 1))
          Exists(p:people, on(p, 1)) | Exists([p:people], on(p, 1))
          ForAll(p, girls, on(p, 1)) | ForAll([p:girls], on(p, 1))
          ForAll([p, q : people], rank(p) != rank(q)) | ForAll([p:people, q:people], rank(p) != rank(q))
          ForAll([i in [1, 2]], on(Ann, i)) | ForAll([i:i_values], on(Ann, i))
          IfThenElse(on(Ann, 1), on(Bob, 1), on(Cy, 1)) | If(on(Ann, 1), on(Bob, 1), on(Cy, 1))
          AtMost(1, [p:people], on(p, 1)) | Count([p:people], on(p, 1)) <= 1
          AtLeastOne([p:girls], on(p, 1)) | Count([p:girls], on(p, 1)) >= 1
          Sum([on(p, 1) for p in girls]) == 1 | Count([p:girls], on(p, 1)) == 1
          And([on(p, 1) for p in girls if p != Cy]) | ForAll([p:girls], Implies(p != Cy, on(p, 1)))
          Distinct([rank(Ann), rank(Bob)]) | Distinct([rank(Ann), rank(Bob)])
          rank(Night's All Right) == 1 | rank("Night's All Right") == 1
          rank("T-shirt") == rank(T-shirt) | rank("T-shirt") == rank("T-shirt")
          rank(nights_all_right) == 1 or rank(ann) == 1 | Or(rank("Night's All Right") == 1, rank(Ann) == 1)
          day(Ann) < day(Bob) | day(Ann) < day(Bob)
          day(Ann) == day(Bob) + 1 | day(Ann) == day(Bob) + 1
          on(Ann, 1) + on(Bob, 1) == 1 | If(on(Ann, 1), 1, 0) + If(on(Bob, 1), 1, 0) == 1
          slot(Ann) != None | slot(Ann) != None
          -rank(Ann) < -2 | 0 - rank(Ann) < -2
          """)
  void parse_readsWhatModelsWrite(String written, String canonical) {
    if (written.startsWith("rank(nights")) {
      // An apostrophe is more than spelling.
      assertThat(withConstraint(written).hasErrors()).isTrue();
    } else {
      assertThat(read(written)).isEqualTo(canonical);
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          on(Ann, l) | UNBOUND_VARIABLE
          on(Anne, 1) | UNDECLARED_NAME
          on(Ann) | WRONG_ARITY
          on(Ann, 7) | SORT_MISMATCH
          on(Monday, 1) | SORT_MISMATCH
          on(Ann, 1) == Bob | SORT_MISMATCH
          on(Ann, 1) < on(Bob, 1) | SORT_MISMATCH
          day(Ann) == Bob | SORT_MISMATCH
          rank(Ann) | SORT_MISMATCH
          ForAll([b:boys], on(b, 1)) | UNDECLARED_NAME
          ArgMax([p:people], rank(p)) == Ann | UNKNOWN_FUNCTION
          is_valid(on(Ann, 1)) | MISPLACED_QUERY
          And(is_sat(on(Ann, 1)), on(Bob, 1)) | MISPLACED_QUERY
          rank(Ann) == 1.5 | SORT_MISMATCH
          on(Ann, 1)) and on(Bob, 1) | UNBALANCED_BRACKET
          And(on(Ann, 1], on(Bob, 1)) | UNBALANCED_BRACKET
          Ann sits next to Bob | NO_STATEMENT
          on(Ann, 1) on(Bob, 1) | SYNTAX
          """)
  void parse_saysWhatIsWrong(String written, SatlmCode code) {
    Parsed<SatlmProgram> parsed = withConstraint(written);
    assertThat(parsed.value()).hasValueSatisfying(p -> assertThat(p.constraints()).hasSize(2));
    assertThat(parsed.diagnostics())
        .filteredOn(d -> d.severity() == Severity.ERROR)
        .isNotEmpty()
        .allSatisfy(d -> assertThat(d.code()).isEqualTo(code));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          is_valid(on(Ann, 1)) | is_valid(on(Ann, 1))
          is_sat(on(Ann, 1), on(Bob, 1)) | is_sat(And(on(Ann, 1), on(Bob, 1)))
          must_be_true(on(Ann, 1)) | is_valid(on(Ann, 1))
          is_possible(on(Ann, 1)) | is_sat(on(Ann, 1))
          cannot_be_true(on(Ann, 1)) | is_unsat(on(Ann, 1))
          could_be_false(on(Ann, 1)) | is_exception(is_valid(on(Ann, 1)))
          Not(is_sat(on(Ann, 1))) | is_exception(is_sat(on(Ann, 1)))
          is_exception(on(Ann, 1)) | is_exception(on(Ann, 1))
          is_accurate_list(on(Ann, 1), on(Bob, 1)) | is_accurate_list([on(Ann, 1), on(Bob, 1)])
          is_equivalent(on(Ann, 1), on(Bob, 1)) | is_equivalent(on(Ann, 1), on(Bob, 1))
          on(Ann, 1) | on(Ann, 1)
          """)
  void parse_readsQueries(String written, String canonical) {
    SatlmProgram program =
        Satlm.parse(HEAD + "\n# Options\n" + written + " ::: (A)\n").orElseThrow();
    assertThat(program.options().get(0).query().print()).isEqualTo(canonical);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"is_min(rank(Ann))", "is_determined(on(Ann, 1))", "is_equivalent(on(Ann, 1))"})
  void parse_refusesQueriesWithoutAClearMeaning(String written) {
    Parsed<SatlmProgram> parsed = Satlm.parse(HEAD + "\n# Options\n" + written + " ::: (A)\n");
    assertThat(parsed.value()).isEmpty();
    assertThat(parsed.diagnostics()).anyMatch(d -> d.code() == SatlmCode.UNCLEAR_QUERY);
  }

  @Test
  void parse_keepsALetterForAnUnreadableOption() {
    Parsed<SatlmProgram> parsed =
        Satlm.parse(HEAD + "\n# Options\nis_sat(on(Ann, 9)) ::: (A)\nis_sat(on(Ann, 2)) ::: (B)\n");
    assertThat(parsed.value().orElseThrow().options())
        .extracting(SatlmOption::label)
        .containsExactly("B");
    assertThat(parsed.diagnostics()).noneMatch(d -> d.code() == SatlmCode.OPTION_LABEL);
  }

  @Test
  void parse_readsMarkdownAndProse() {
    Parsed<SatlmProgram> parsed =
        Satlm.parse(
            """
            Here is the logic program for the puzzle:
            ```python
            ## Declarations
            - people = EnumSort(['Ann', 'Bob'])
            - first = Const('first', people)
            - sex = Function([people] -> [boy, girl])
            **Constraints:**
            1. first == Ann  # Ann comes first
            2. And(
                 sex(Ann) == girl,
                 sex(Bob) == boy
               )
            ### Options
            (A) is_valid(first == Ann)
            (B) is_valid(first == Bob)
            ```
            This program encodes the puzzle as described.
            """);
    SatlmProgram program = parsed.orElseThrow();
    assertThat(parsed.isClean()).isTrue();
    assertThat(program.constraints()).hasSize(2);
    assertThat(program.constraints().get(0).gloss()).contains("Ann comes first");
    assertThat(program.sorts())
        .extracting(SortDeclaration::name)
        .containsExactly("people", "sex_values");
    assertThat(program.options()).extracting(SatlmOption::label).containsExactly("A", "B");
  }

  @Test
  void signature_numbersMembersAsTheConstraintsSay() {
    SatlmProgram program =
        Satlm.parse(
                """
                # Declarations
                days = IntSort([Monday, Tuesday])
                rooms = EnumSort([room_12, room_10])
                on = Function([days] -> [rooms])
                # Constraints
                And(Monday == 4, Tuesday == 7)
                ForAll([d:days], on(d) == room_12)
                # Options
                is_valid(on(Monday) < on(Tuesday)) ::: (A)
                """)
            .orElseThrow();
    Signature signature = Signature.of(program);
    assertThat(signature.values(new Sort.Named("days"))).isEqualTo(List.of(4, 7));
    assertThat(signature.values(new Sort.Named("rooms"))).isEqualTo(List.of(12, 10));
    assertThat(signature.spell(new Sort.Named("rooms"), 10)).isEqualTo("room_10");
  }

  @ParameterizedTest
  @ValueSource(ints = {5_000_000, 150_000})
  void parse_survivesHostileText(int length) {
    assertTimeout(
        Duration.ofSeconds(60),
        () -> {
          for (String piece :
              List.of(
                  "(",
                  "not ",
                  "a -> ",
                  "ForAll([x:S], ",
                  "And(",
                  "-",
                  "x = EnumSort([a])\n",
                  "f(x) == ",
                  "[",
                  "is_sat(p) ::: (A)\n",
                  "a, ",
                  "\"",
                  "1 + ",
                  "::: ")) {
            String text = "# Options\n" + piece.repeat(length / piece.length());
            assertThat(Satlm.parse(text).diagnostics()).isNotEmpty();
          }
        });
  }
}
