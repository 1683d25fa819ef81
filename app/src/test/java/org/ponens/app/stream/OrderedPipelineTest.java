package org.ponens.app.stream;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrderedPipelineTest {

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 5})
  void results_comeInTheOrderOfTheSource(int threads) throws IOException, InterruptedException {
    Iterator<Integer> numbers = IntStream.range(0, 1000).iterator();
    List<Integer> squares = new ArrayList<>();
    OrderedPipeline.<Integer, Integer>run(
        threads,
        () -> numbers.hasNext() ? Optional.of(numbers.next()) : Optional.empty(),
        number -> number * number,
        squares::add);
    assertThat(squares).isEqualTo(IntStream.range(0, 1000).mapToObj(n -> n * n).toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void aSource_isAskedAgain_afterResultsThatMayChangeItsMind(int threads)
      throws IOException, InterruptedException {
    List<Integer> owed = new ArrayList<>(List.of(3));
    List<Integer> results = new ArrayList<>();
    OrderedPipeline.<Integer, Integer>run(
        threads,
        () -> owed.isEmpty() ? Optional.empty() : Optional.of(owed.removeLast()),
        number -> number,
        number -> {
          results.add(number);
          if (number > 0) {
            owed.add(number - 1);
          }
        });
    assertThat(results).containsExactly(3, 2, 1, 0);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 4})
  void onlyAWindow_isUnderWay(int threads) throws IOException, InterruptedException {
    AtomicInteger underWay = new AtomicInteger();
    Iterator<Integer> numbers = IntStream.range(0, 2000).iterator();
    OrderedPipeline.<Integer, Integer>run(
        threads,
        () -> {
          assertThat(underWay.get()).isLessThanOrEqualTo(32 * threads);
          underWay.incrementAndGet();
          return numbers.hasNext() ? Optional.of(numbers.next()) : Optional.empty();
        },
        number -> number,
        number -> underWay.decrementAndGet());
  }

  @Test
  void aFailureOfTheSink_endsTheRun() {
    assertThatThrownBy(
            () ->
                OrderedPipeline.<Integer, Integer>run(
                    2,
                    () -> Optional.of(1),
                    number -> number,
                    number -> {
                      throw new IOException("full");
                    }))
        .isInstanceOf(IOException.class)
        .hasMessage("full");
  }
}
