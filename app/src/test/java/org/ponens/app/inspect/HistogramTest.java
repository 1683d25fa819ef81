package org.ponens.app.inspect;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class HistogramTest {

  private static List<String> labels(double... numbers) {
    return Histogram.bars(numbers).stream().map(bar -> bar.label() + ": " + bar.count()).toList();
  }

  @Test
  void bars_ofWholeNumbers_haveOneEach_orAsManyAsNeeded() {
    assertThat(labels()).isEmpty();
    assertThat(labels(3, 3)).containsExactly("3: 2");
    assertThat(labels(3, 5, 5)).containsExactly("3: 1", "4: 0", "5: 2");
    assertThat(labels(IntStream.range(0, 40).asDoubleStream().toArray()))
        .hasSize(14)
        .startsWith("0 to 2: 3", "3 to 5: 3")
        .endsWith("39 to 41: 1");
  }

  @Test
  void bars_ofOtherNumbers_areAsWideAsEachOther() {
    assertThat(labels(0.5)).containsExactly("0.50 to 1.50: 1");
    assertThat(labels(0.5, 16.5))
        .hasSize(16)
        .startsWith("0.50 to 1.50: 1")
        .endsWith("15.5 to 16.5: 1");
  }

  @Test
  void bars_areLogarithmic_whereAFewNumbersAreLarge() {
    assertThat(labels(0, 0, 1, 1, 2, 100_000))
        .hasSize(16)
        .startsWith("0 to 1.05: 4", "1.05 to 3.22: 1")
        .endsWith("48696 to 100000: 1");
  }

  @Property(tries = 300, seed = "3")
  void bars_countEveryNumberOnce(
      @ForAll @Size(min = 1, max = 50) List<@DoubleRange(min = -1e6, max = 1e9) Double> numbers) {
    double[] array = numbers.stream().mapToDouble(x -> x).toArray();
    List<Section.Bar> bars = Histogram.bars(array);
    assertThat(bars.stream().mapToLong(Section.Bar::count).sum()).isEqualTo(array.length);
    assertThat(bars).hasSizeBetween(1, 16);
  }
}
