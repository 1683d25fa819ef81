package org.ponens.generators.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.ponens.generators.task.AnswerFormat;

class ExtractionTest {

  private static final AnswerFormat TAG = AnswerFormat.TAG;
  private static final AnswerFormat LINE = AnswerFormat.LINE;
  private static final AnswerFormat BOXED = AnswerFormat.BOXED;

  static Stream<Arguments> answers() {
    return Stream.of(
        // The plain way.
        example(TAG, "So <answer>0110</answer>.", "0110"),
        example(LINE, "So\nAnswer: 0110", "0110"),
        example(BOXED, "So \\boxed{0110}.", "0110"),
        example(TAG, "<Answer>\n 0 1\n1 0 </ANSWER>", "0 1\n1 0"),
        example(LINE, "answer:0110\r\nThat is it.", "0110"),
        // After the thinking.
        example(TAG, "<think><answer>1</answer></think><answer>0</answer>", "0"),
        example(TAG, "no opening\n<answer>1</answer></THINK><answer>0</answer>", "0"),
        example(TAG, "<think>a</think>b<think>c</think><answer>0</answer>", "0"),
        example(BOXED, "<think>\\boxed{</think>\\boxed{0}", "0"),
        // The same twice, for white space means nothing.
        example(TAG, "<answer>3 5</answer> or <answer> 3\n5 </answer>", "3\n5"),
        example(LINE, "Answer: 7\n\nAnswer: 7", "7"),
        example(BOXED, "\\boxed{7} \\boxed{\\text{7}}", "7"),
        // Talk about the tags.
        example(TAG, "I put it between <answer> and </answer>: <answer>1</answer>", "1"),
        example(TAG, "in <answer></answer>: <answer>1</answer>", "1"),
        example(TAG, "<answer>and</answer>", "and"),
        example(BOXED, "in \\boxed{}: \\boxed{1}", "1"),
        example(TAG, "if a<answer then <answer>1</answer>", "1"),
        example(TAG, "<answer> hm <answer>1</answer>", "1"),
        example(TAG, "</answer><answer>1</answer></answer>", "1"),
        // Wrappers of the whole answer.
        example(TAG, "<answer>\\boxed{0110}</answer>", "0110"),
        example(TAG, "<answer>```\n0110\n```</answer>", "0110"),
        example(TAG, "<answer>```prolog\na :- b.\n```</answer>", "a :- b."),
        example(TAG, "<answer>```yes```</answer>", "yes"),
        example(TAG, "<answer>`0110`</answer>", "0110"),
        example(TAG, "<answer>Answer: $0110$</answer>", "0110"),
        example(TAG, "<answer>**0110**</answer>", "0110"),
        example(TAG, "<answer>\\[ \\boxed{\\text{yes}} \\]</answer>", "yes"),
        example(TAG, "<answer>$1$ and $2$</answer>", "$1$ and $2$"),
        example(BOXED, "$$\\boxed{\\mathrm{yes}}$$", "yes"),
        // Braces.
        example(BOXED, "\\boxed{\\{3, 5\\}}", "\\{3, 5\\}"),
        example(BOXED, "\\boxed{\\frac{1}{2}}", "\\frac{1}{2}"),
        example(BOXED, "\\boxed {x_{10} \\} }", "x_{10} \\}"),
        example(BOXED, "\\boxedd{1} \\boxed{2}", "2"),
        example(BOXED, "\\boxed 1 \\boxed{2}", "2"),
        // Lines as people write them.
        example(LINE, "**Answer:** 0110", "0110"),
        example(LINE, "**Answer: 0110**", "0110"),
        example(LINE, "### Final answer: 0110", "0110"),
        example(LINE, "> Answer: \\boxed{0110}", "0110"),
        example(LINE, "Answer:\n\n0110\n\nThat is it.", "0110"),
        example(
            LINE,
            "**Answer**:\n```\n9: 1 4 -> x2\n\n10: 9 2 -> 0\n```\nDone.",
            "9: 1 4 -> x2\n\n10: 9 2 -> 0"),
        example(LINE, "The answer: 1\nAnswer: 2", "2"),
        // What tokenizers leave behind.
        example(LINE, "Answer: 0110<|im_end|>\n<|endoftext|></s>", "0110"),
        example(LINE, "Answer: 1 <\uFF5Cend of sentence\uFF5C>", "1"));
  }

  private static Arguments example(AnswerFormat format, String response, String answer) {
    return Arguments.of(format, response, answer);
  }

  @ParameterizedTest
  @MethodSource("answers")
  void of_findsTheAnswer(AnswerFormat format, String response, String answer) {
    assertThat(Extraction.of(response, format)).isEqualTo(new Extraction.Answer(answer));
  }

  static Stream<Arguments> reasons() {
    return Stream.of(
        example(TAG, "", "the response is empty"),
        example(TAG, " <|im_end|> ", "the response is empty"),
        example(TAG, "<think>x</think>\n", "the response ends with its thinking"),
        example(TAG, "0110", "the response has no <answer>...</answer>"),
        example(
            TAG,
            "The answer is \\boxed{1}",
            "the response has no <answer>...</answer>, only a \\boxed{...},"
                + " which this task does not ask for"),
        example(
            LINE,
            "<answer>1</answer>",
            "the response has no line that begins with 'Answer:', only a <answer>...</answer>,"
                + " which this task does not ask for"),
        example(BOXED, "So Answer: 1", "the response has no \\boxed{...}"),
        example(
            TAG,
            "<think>Is it <answer>1</answer>?",
            "the response is still thinking: its last <think> is never closed"),
        example(
            TAG,
            "<think>a</think><answer>1</answer><THINK>no",
            "the response is still thinking: its last <think> is never closed"),
        example(
            TAG,
            "<answer>1</answer> <answer>1",
            "the last <answer> is never closed: the response was cut off"),
        example(
            BOXED,
            "\\boxed{1} \\boxed{\\frac{1}{2}",
            "the last \\boxed{ is never closed: the response was cut off"),
        example(
            TAG,
            "<answer>1</answer><answer>0</answer>",
            "the response gives different answers: '1' and '0'"),
        example(
            LINE,
            "Answer: " + "10".repeat(30) + "\nAnswer: no",
            "the response gives different answers: '1010101010101010101010101010101010101...' and"
                + " 'no'"),
        example(
            TAG,
            "<answer> </answer>",
            "the answer is empty: nothing stands in the <answer>...</answer>"),
        example(
            LINE,
            "Answer:",
            "the answer is empty: nothing stands in the line that begins with 'Answer:'"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void of_saysWhyThereIsNone(AnswerFormat format, String response, String reason) {
    assertThat(Extraction.of(response, format)).isEqualTo(new Extraction.None(reason));
  }

  @Test
  void rules_standBetweenTheirMarks_orElseInTheLastFence() {
    String rule = "eastbound(T) :- has_car(T, C).";
    for (String response :
        List.of(
            "So: [RULE] " + rule + " [/RULE]",
            "```prolog\nfirst(X).\n```\nNo: [rule]" + rule + "[/rule]",
            "```\nfirst(X).\n```\nor rather\n```prolog\n" + rule + "\n```",
            "```prolog\n" + rule)) {
      assertThat(Extraction.of(response, AnswerFormat.RULE))
          .as(response)
          .isEqualTo(new Extraction.Answer(rule));
    }
    assertThat(Extraction.of(rule, AnswerFormat.RULE)).isInstanceOf(Extraction.None.class);
    assertThat(Extraction.of("[RULE] " + rule, AnswerFormat.RULE))
        .isInstanceOf(Extraction.None.class);
  }

  @ParameterizedTest
  @EnumSource
  void of_readsNothingOutOfThePrompt(AnswerFormat format) {
    String example =
        switch (format) {
          case TAG -> "<answer>0000</answer>";
          case LINE -> "\nAnswer: 0000";
          case BOXED -> "\\boxed{0000}";
          case RULE -> "[RULE]0000[/RULE]";
        };
    String prompt = "Which bits? Such as " + example + "\n" + format.instruction() + "\n";
    String own = example.replace("0000", "0110");
    Extraction answer = new Extraction.Answer("0110");
    assertThat(Extraction.of(prompt, format, prompt)).isInstanceOf(Extraction.None.class);
    assertThat(Extraction.of(prompt + own, format, prompt)).isEqualTo(answer);
    assertThat(Extraction.of("<|user|>" + prompt.strip() + "<|me|>\n" + own, format, prompt))
        .isEqualTo(answer);
    assertThat(Extraction.of(prompt + prompt + own + "\n" + prompt, format, prompt))
        .isEqualTo(answer);
    assertThat(Extraction.of(format.instruction() + "\n" + own, format, "another"))
        .as("the sentence about the format alone")
        .isEqualTo(answer);
  }

  @Test
  void of_looksOnlyAtTheEndOfAHugeResponse() {
    String filler = " ".repeat(Extraction.LONGEST_RESPONSE);
    assertThat(Extraction.of("<answer>1</answer>x" + filler + ".", TAG))
        .isInstanceOf(Extraction.None.class);
    assertThat(Extraction.of("x" + filler + "<answer>1</answer>", TAG))
        .isEqualTo(new Extraction.Answer("1"));
    assertThat(Extraction.of("<think>" + filler + "<answer>1</answer>", TAG))
        .as("a <think> counts wherever it is")
        .isInstanceOf(Extraction.None.class);
  }

  @Test
  void of_doesNotReadAHugeAnswer() {
    String answer = "1".repeat(Extraction.LONGEST_ANSWER);
    assertThat(Extraction.of("<answer>" + answer + "</answer>", TAG))
        .isEqualTo(new Extraction.Answer(answer));
    assertThat(Extraction.of("<answer>1" + answer + "</answer>", TAG))
        .isEqualTo(new Extraction.TooLong("the answer is longer than 65536 characters"));
  }

  /** Would take hours if any step of it were quadratic. */
  @ParameterizedTest
  @EnumSource
  void of_isLinear(AnswerFormat format) {
    for (String hostile :
        List.of(
            "<answer>",
            "</answer>",
            "<answer></answer>",
            "\\boxed{",
            "\\boxed ",
            "{",
            "\\",
            "<",
            "Answer:\n",
            "Answer:\nx\n",
            "Answer:\n```\n",
            "Answer:\n\n\n",
            "*",
            "```",
            "$",
            "<|",
            "<|x|>",
            "</s>",
            "<think>",
            "</think>",
            "a",
            "\\text{")) {
      String text = hostile.repeat((4 << 20) / hostile.length());
      assertThat(Extraction.of(text, format, "a".repeat(100_000) + "b")).isNotNull();
      assertThat(Extraction.of(text + "</think>" + text, format)).isNotNull();
    }
  }

  @Property(tries = 2000, seed = "1")
  void of_isTotal_andGivesAPieceOfTheResponse(
      @ForAll("responses") String response, @ForAll AnswerFormat format) {
    assertThat(Extraction.of(response, format, "the prompt")).isNotNull();
    switch (Extraction.of(response, format)) {
      case Extraction.Answer(var text) ->
          assertThat(response).contains(text).satisfies(r -> assertThat(text).isNotBlank());
      case Extraction.None(var reason) -> assertThat(reason).isNotBlank();
      case Extraction.TooLong(var reason) -> assertThat(reason).isNotBlank();
    }
  }

  @Property(tries = 500, seed = "2")
  void of_findsWhateverIsTagged(@ForAll("plain") String before, @ForAll("plain") String answer) {
    assertThat(Extraction.of(before + "<answer>" + answer + "</answer>", TAG))
        .isEqualTo(new Extraction.Answer(answer));
    assertThat(Extraction.of(before + "\nAnswer: " + answer, LINE))
        .isEqualTo(new Extraction.Answer(answer));
    assertThat(Extraction.of(before + "\\boxed{" + answer + "}", BOXED))
        .isEqualTo(new Extraction.Answer(answer));
  }

  @Provide
  Arbitrary<String> responses() {
    return Arbitraries.of(
            "<answer>",
            "</answer>",
            "<think>",
            "</think>",
            "\\boxed{",
            "}",
            "{",
            "\\",
            "Answer:",
            "\n",
            " ",
            "and",
            "0",
            "1",
            "```",
            "$",
            "**",
            "\\text{",
            "<|end|>",
            "the prompt",
            "the",
            "\uD83D",
            "\uDE00",
            "\u00e9")
        .list()
        .ofMaxSize(24)
        .map(parts -> String.join("", parts));
  }

  @Provide
  Arbitrary<String> plain() {
    return Arbitraries.strings()
        .withChars("01 xyz,->:")
        .ofMinLength(1)
        .ofMaxLength(30)
        .map(text -> "x" + text.strip());
  }
}
