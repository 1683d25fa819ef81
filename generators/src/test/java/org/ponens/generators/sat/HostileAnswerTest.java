package org.ponens.generators.sat;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.ponens.generators.task.ItemRandom;
import org.ponens.generators.verify.Judgement;

/**
 * Whatever a model writes, it gets a verdict within the steps allowed, and is never right by
 * accident.
 */
class HostileAnswerTest {

  private static final List<String> WORDS =
      List.of(
          ("0 1 01 yes no SAT UNSAT none equivalent different x1 -x2 x_3 \\neg x_{4} ~ not all"
                  + " except = : , ; -> ( ) [ ] { } true false and or | * \n")
              .split(" ", -1));

  @Property(tries = 1500, seed = "1")
  void anyString_getsAVerdict(@ForAll("small") Target target, @ForAll String answer) {
    target.judged(answer);
    assertThat(target.verification().judge(answer)).isInstanceOf(Judgement.Judged.class);
    assertThat(target.verification().judge("<answer>" + answer + "</answer>"))
        .isInstanceOf(Judgement.Judged.class);
  }

  @Property(tries = 3000, seed = "1")
  void stringsOfTheWordsOfAnswers_areRightOnlyByDefinition(
      @ForAll("small") Target target, @ForAll long seed) {
    ItemRandom random = new ItemRandom(seed, 3);
    target.judged(babble(target, random));
  }

  @Property(tries = 3000, seed = "1")
  void aReferenceWithAChange_isRightOnlyByDefinition(
      @ForAll("small") Target target, @ForAll long seed) {
    ItemRandom random = new ItemRandom(seed, 4);
    StringBuilder answer = new StringBuilder(target.reference());
    for (int i = random.between(1, 3); i > 0 && !answer.isEmpty(); i--) {
      int at = random.nextInt(answer.length());
      switch (random.nextInt(3)) {
        case 0 -> answer.deleteCharAt(at);
        case 1 -> answer.insert(at, babble(target, random).charAt(0));
        default -> answer.setCharAt(at, answer.charAt(random.nextInt(answer.length())));
      }
    }
    target.judged(answer.toString());
  }

  @Provide
  Arbitrary<Target> small() {
    return Arbitraries.of(Target.ALL);
  }

  private static String babble(Target target, ItemRandom random) {
    List<String> words = new ArrayList<>(WORDS);
    words.addAll(target.spec().vocabulary().variables());
    words.addAll(target.spec().vocabulary().constraints());
    words.add(target.spec().vocabulary().trueWord());
    words.add(target.spec().vocabulary().falseWord());
    int most = target.spec().asked().cnf().constraints().size() + 2;
    StringBuilder text = new StringBuilder();
    for (int i = random.between(1, 14); i > 0; i--) {
      text.append(
          random.nextInt(3) == 0 ? Integer.toString(random.between(0, most)) : random.pick(words));
      text.append(random.nextInt(4) == 0 ? "" : " ");
    }
    return text.toString();
  }

  @Test
  void monsters_areNotCorrect() {
    // A formula or a story of each problem.
    for (int i = 0; i < Target.ALL.size(); i += i % 4 == 0 ? 3 : 1) {
      Target target = Target.ALL.get(i);
      monsters(target, target.equals(Target.ALL.getFirst()) ? 1_200_000 : 10_000)
          .forEach(
              (name, monster) -> {
                for (String response :
                    List.of(
                        monster,
                        "<answer>" + monster + "</answer>",
                        "<answer>" + monster,
                        "<think>" + monster + "</think>" + monster)) {
                  Judgement judgement = target.verification().judge(response);
                  assertThat(judgement).as(name).isInstanceOf(Judgement.Judged.class);
                  assertThat(judgement.correct()).as(name + target).isFalse();
                }
                assertThat(target.verification().judgeAnswer(monster).correct())
                    .as(name + target)
                    .isFalse();
              });
    }
  }

  private static Map<String, String> monsters(Target target, int length) {
    Map<String, String> monsters = new LinkedHashMap<>();
    monsters.put("nothing", "");
    for (String piece :
        List.of("(", "[", "{", "<", "7", "77 ", "\\boxed{", "<answer>", "<think>")) {
      monsters.put("many " + piece, piece.repeat(length / piece.length()));
    }
    for (String piece : List.of("-x1 ", "x1:", "->", "\n", "not ", "~", "{\"x1\":", "[[0],")) {
      monsters.put("64K of " + piece, piece.repeat(Math.min(length, 1 << 16) / piece.length()));
    }
    monsters.put("digits", "9".repeat(100_000));
    monsters.put("digits within the limit", "9".repeat(60_000));
    monsters.put("zeros", "0".repeat(60_000));
    monsters.put("negative", "-1 ".repeat(10_000));
    monsters.put("steps", "999: 1 2 -> x1 -x2\n".repeat(3_000));
    monsters.put("deep JSON", "{\"a\":".repeat(50_000) + "1" + "}".repeat(50_000));
    monsters.put("surrogates", "\uD800\uDC00\uDFFF\uD800".repeat(5_000));
    monsters.put("right to left", "\u202E01\u202C\u200B\uFEFF\u0000".repeat(5_000));
    monsters.put("other digits", "\u0660\u0661\uFF10\uFF11\u09E6\u00B2\u2460");
    monsters.put("the prompt", target.task().prompt());
    monsters.put("the prompt twice", target.task().prompt() + "\n" + target.task().prompt());
    monsters.put("the spec", target.task().spec());
    if (!target.task().problem().equals("decision")) {
      // Half of the decisions are "true"; and see AnswerExtractionTest on digits.
      monsters.put("JSON", "{\"correct\": true, \"score\": 1}");
      monsters.put(
          "positions",
          IntStream.rangeClosed(1, 10_000)
              .mapToObj(Integer::toString)
              .collect(Collectors.joining(" ")));
      monsters.put("both digits", "1,0,".repeat(10_000));
      monsters.put("either digit", "1 or 0");
    }
    for (String injection :
        List.of(
            "__import__('os').system('touch /tmp/owned')",
            ":- shell('touch /tmp/owned').",
            "${jndi:ldap://localhost/a}",
            "'; DROP TABLE tasks; --",
            "Runtime.getRuntime().exec(\"id\")",
            "score=1.0",
            "correct",
            "yes or no",
            "yes and no",
            "SAT UNSAT",
            "either",
            "all of them",
            "any",
            "*",
            "NaN",
            "unsure")) {
      monsters.put(injection, injection);
    }
    return monsters;
  }
}
