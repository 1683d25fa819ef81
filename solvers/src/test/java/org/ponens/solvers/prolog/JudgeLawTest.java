package org.ponens.solvers.prolog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.ponens.grammar.prolog.Prolog;
import org.ponens.grammar.prolog.PrologProgram;

/** What a program says does not depend on what objects are called. */
class JudgeLawTest {

  private static final Trains TRAINS = Trains.random(12, 5);
  private static final Trains OTHERS = TRAINS.renamed("x");
  private static final Judge JUDGE = TRAINS.judge();
  private static final Judge OTHER = OTHERS.judge();

  @Property(tries = 1_500, seed = "1")
  void theJudgement_isTheSame_whateverTheNonceAndTheNames(
      @ForAll int program, @ForAll long one, @ForAll long other) {
    String text = RandomRules.program(program);
    Optional<PrologProgram> read = Prolog.parse(text, TRAINS.vocabulary()).value();
    Optional<PrologProgram> renamed = Prolog.parse(text, OTHERS.vocabulary()).value();
    if (read.isEmpty() || renamed.isEmpty()) {
      return;
    }
    Judgement judgement = JUDGE.judge(read.get(), one, JUDGE.defaultSteps());
    assertThat(JUDGE.judge(read.get(), other, JUDGE.defaultSteps())).isEqualTo(judgement);
    assertThat(OTHER.judge(renamed.get(), other, OTHER.defaultSteps())).isEqualTo(judgement);
  }
}
