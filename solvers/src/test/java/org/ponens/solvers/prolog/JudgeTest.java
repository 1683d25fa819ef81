package org.ponens.solvers.prolog;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ponens.grammar.prolog.Prolog;
import org.ponens.grammar.prolog.PrologProgram;

class JudgeTest {

  private static final Trains TRAINS = Trains.random(20, 7);
  private static final Judge JUDGE = TRAINS.judge();

  private static Judgement judged(String text) {
    PrologProgram program = Prolog.parse(text, TRAINS.vocabulary()).orElseThrow();
    return JUDGE.judge(program, 1, JUDGE.defaultSteps());
  }

  private static String covered(String text) {
    return judged(text) instanceof Judgement.Decided decided
        ? decided.covered().toString()
        : judged(text).toString();
  }

  /** Of each pair, the second says the same in another way. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "eastbound(T) :- has_car(T, C), car_color(C, red), car_len(C, short)."
            + "|eastbound(T) :- car_len(C, short), has_car(T, C), red(C). red(C) :- car_color(C, red).",
        "eastbound(T) :- has_car(T, C), (car_color(C, red) ; car_color(C, blue))."
            + "|eastbound(T) :- has_car(T, C), car_color(C, X), member(X, [red, blue]).",
        "eastbound(T) :- \\+ (has_car(T, C), car_color(C, red))."
            + "|eastbound(T) :- has_car(T, _), forall(has_car(T, C), \\+ car_color(C, red)).",
        "eastbound(T) :- findall(C, (has_car(T, C), car_len(C, long)), L), length(L, N), N >= 3."
            + "|eastbound(T) :- aggregate_all(count, (has_car(T, C), car_len(C, long)), N), N > 2.",
        "eastbound(T) :- aggregate_all(sum(N), (has_car(T, C), load_num(C, N)), S), S > 5."
            + "|eastbound(T) :- findall(N, (has_car(T, C), load_num(C, N)), L), sum_list(L, S), 5 < S.",
        "eastbound(T) :- aggregate_all(max(N), (has_car(T, C), load_num(C, N)), 3)."
            + "|eastbound(T) :- has_car(T, C), load_num(C, 3).",
        "eastbound(T) :- has_car(T, C), has_car(T, D), C \\= D, car_color(C, X), car_color(D, X)."
            + "|eastbound(T) :- has_car(T, C), car_num(C, N), has_car(T, D), car_num(D, M), M > N,"
            + " car_color(C, X), car_color(D, Y), X == Y.",
        "eastbound(T) :- has_car(T, C), car_num(C, 1), (car_len(C, long) -> car_color(C, red) ;"
            + " car_color(C, blue))."
            + "|eastbound(T) :- has_car(T, C), car_num(C, 1), (car_len(C, long), car_color(C, red) ;"
            + " \\+ car_len(C, long), car_color(C, blue)).",
        "eastbound(T) :- has_car(T, C), car_color(C, red), last(C, D), has_payload(D, none)."
            + " last(C, D) :- behind(D, C). last(C, D) :- behind(E, C), last(E, D)."
            + "|eastbound(T) :- has_car(T, C), has_car(T, D), car_color(C, red), car_num(C, N),"
            + " car_num(D, M), M > N, has_payload(D, none).",
        "eastbound(T) :- has_car(T, C), car_num(C, N), N mod 2 =:= 0, load_num(C, L), L * 2 >= N."
            + "|eastbound(T) :- has_car(T, C), car_num(C, N), between(1, 3, K), N is 2 * K,"
            + " load_num(C, L), X is L + L - N, X >= 0.",
        "eastbound(T) :- findall(X, (has_car(T, C), car_color(C, X)), L), nth1(2, L, red)."
            + "|eastbound(T) :- has_car(T, C), car_num(C, 2), car_color(C, red).",
        "eastbound(T) :- first(T, C), car_color(C, red). first(T, C) :- has_car(T, C), !."
            + "|eastbound(T) :- once(has_car(T, C)), car_color(C, red)."
      })
  void programsThatSayTheSame_coverTheSame(String one, String other) {
    assertThat(covered(one)).isEqualTo(covered(other)).startsWith("{").isNotEqualTo("{}");
  }

  /** Resolution ends on none of them; that the two cars are linked is a fact all the same. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "eastbound(T) :- has_car(T, C), linked(C, D), car_color(D, red), car_color(C, red)."
            + " linked(C, D) :- linked(C, E), behind(E, D). linked(C, D) :- behind(C, D).",
        "eastbound(T) :- has_car(T, C), car_color(C, red), linked(C, D), car_color(D, red), C \\= D."
            + " linked(C, D) :- next(C, D). linked(C, D) :- next(C, E), linked(E, D)."
            + " next(C, D) :- behind(C, D). next(C, D) :- behind(D, C)."
      })
  void recursionThatDoesNotEnd_isDecidedByTables(String text) {
    assertThat(covered(text))
        .isEqualTo(
            covered(
                "eastbound(T) :- has_car(T, C), has_car(T, D), C \\= D, car_color(C, red),"
                    + " car_color(D, red)."))
        .isNotEqualTo("{}");
  }

  /** Five cars named before anything is said of them: a hundred thousand combinations. */
  @Test
  void testsAreRunAsSoonAsTheyCanBe_withTheSameSolutionsInTheSameOrder() {
    Judgement early =
        judged(
            "eastbound(T) :- has_car(T, A), has_car(T, B), has_car(T, C), has_car(T, D),"
                + " has_car(T, E), car_num(E, 5), car_color(A, red), car_color(B, blue),"
                + " car_color(C, green), car_color(D, red).");
    assertThat(early.steps()).isLessThan(JUDGE.defaultSteps() / 4);
    assertThat(
            covered(
                "eastbound(T) :- findall(C-D, (has_car(T, C), has_car(T, D), car_len(C, short)), [_-E|_]),"
                    + " car_num(E, 1)."))
        .isEqualTo(
            covered(
                "eastbound(T) :- findall(C-D, (has_car(T, C), car_len(C, short), has_car(T, D)), [_-E|_]),"
                    + " car_num(E, 1)."))
        .isNotEqualTo("{}");
  }

  @Test
  void recursionInCircles_coversNothing() {
    assertThat(covered("eastbound(T) :- eastbound(T).")).isEqualTo("{}");
    assertThat(covered("eastbound(T) :- a(T). a(T) :- b(T). b(T) :- a(T).")).isEqualTo("{}");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eastbound(T) :- p(T, 0). p(T, N) :- M is N + 1, p(T, M).",
        "eastbound(T) :- p(f(T)). p(X) :- p(f(X)).",
        "eastbound(T) :- between(1, 1000000000, X), X < 0.",
        "eastbound(_) :- X = f(X), X == f(X), Y = f(Y), X = Y.",
        "eastbound(_) :- findall(X, between(1, 100000000, X), L), length(L, 3).",
        "eastbound(T) :- p(T), q. p(T) :- p(T), q. q."
      })
  void whatDoesNotEnd_isGivenUp(String text) {
    Judgement judgement = judged(text);
    assertThat(judgement.steps()).isLessThanOrEqualTo(JUDGE.defaultSteps() + 1);
    assertThat(judgement)
        .isInstanceOfAny(Judgement.Exhausted.class, Judgement.Decided.class)
        .satisfies(
            j -> {
              if (j instanceof Judgement.Decided decided) {
                assertThat(decided.covered()).isEqualTo(new java.util.BitSet());
              }
            });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "eastbound(T) :- X > 1, has_car(T, X).",
        "eastbound(T) :- has_car(T, C), car_color(C, X), X > 1.",
        "eastbound(T) :- has_car(T, C), car_num(C, N), X is N / 0, X > 0.",
        "eastbound(_) :- X is 2 ** 100, X > 0."
      })
  void whatAPrologSystemEndsWithAnError_isErroneous(String text) {
    assertThat(judged(text)).isInstanceOf(Judgement.Erroneous.class);
  }
}
