package org.ponens.grammar.satlm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.ponens.grammar.diagnostic.Parsed;

class SatlmLawsTest {

  private static final String SAMPLE =
      """
      # Declarations
      children = EnumSort([Ann, Bob, Cy O'Neil, T-Bone])
      boys = EnumSort([Bob, Cy O'Neil])
      days = IntSort([1, 2, 3])
      day = Function([children] -> [days])
      likes = Function([children, children] -> [bool])

      # Constraints
      Distinct([c:children], day(c)) ::: one a day
      ForAll([b:boys, c:children], Implies(likes(b, c), day(b) < day(c) + 1 && day(c) != 2))
      1 <= day(Ann) <= 3 or not likes(Ann, "T-Bone")
      Count([c:children], day(c) in [1, 2]) >= 2 ==> Abs(day(Ann) - day(Bob)) == 1

      # Options
      Question ::: Which one of the following could be true?
      is_sat(day(Ann) == 2, day(Bob) == 1) ::: (A)
      is_exception(is_valid(likes(Cy O'Neil, Ann))) ::: (B)
      is_accurate_list([day(Ann) == 1, day(Ann) == 2]) ::: (C)
      """;

  @Provide
  Arbitrary<SatlmProgram> programs() {
    return Programs.all();
  }

  @Property(tries = 500, seed = "1")
  void print_isReadBackAsTheSame(@ForAll("programs") SatlmProgram program) {
    Parsed<SatlmProgram> parsed = Satlm.parse(program.print());
    assertThat(parsed.hasErrors())
        .as(() -> parsed.diagnostics() + "\n" + program.print())
        .isFalse();
    assertThat(parsed.value()).contains(program);
  }

  @Property(tries = 3000, seed = "1")
  void parse_throwsNothing_whateverIsDoneToAProgram(@ForAll long seed) {
    Random random = new Random(seed);
    StringBuilder text = new StringBuilder(SAMPLE);
    List<String> pieces =
        List.of(
            "(",
            ")",
            "[",
            "]",
            ",",
            ":",
            ":::",
            "\n",
            "\"",
            "'",
            "=",
            "->",
            "#",
            "not ",
            "é",
            "\uD83D",
            "\0",
            "{",
            "}",
            "..",
            "1.5",
            "999999999999",
            "And(",
            "in",
            "ForAll",
            "_",
            "-");
    for (int i = 1 + random.nextInt(6); i > 0; i--) {
      int at = random.nextInt(text.length() + 1);
      int to = Math.min(text.length(), at + random.nextInt(20));
      switch (random.nextInt(4)) {
        case 0 -> text.delete(at, to);
        case 1 -> text.insert(at, pieces.get(random.nextInt(pieces.size())));
        case 2 -> text.insert(at, text.substring(at, to));
        default -> text.setLength(at);
      }
    }
    Parsed<SatlmProgram> parsed = Satlm.parse(text.toString());
    parsed.value().ifPresent(program -> assertThat(program.print()).isNotEmpty());
  }
}
