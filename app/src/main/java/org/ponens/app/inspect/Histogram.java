package org.ponens.app.inspect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How many of some numbers are in each of several intervals of equal width, on a logarithmic scale
 * where a few large ones would leave the others in one interval.
 */
final class Histogram {

  private static final int MOST_BINS = 16;

  private final double[] bounds;
  private final long[] counts;

  /** Whether bins hold whole numbers alone, so that their last one can be named. */
  private final boolean whole;

  private Histogram(double[] bounds, boolean whole) {
    this.bounds = bounds;
    this.whole = whole;
    this.counts = new long[bounds.length - 1];
  }

  /** The bars of the histogram, from the least numbers on; none if there are no numbers. */
  static List<Section.Bar> bars(double[] numbers) {
    if (numbers.length == 0) {
      return List.of();
    }
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    boolean whole = Arrays.stream(sorted).allMatch(x -> x == Math.rint(x));
    boolean logarithmic = sorted[0] >= 0 && last(sorted) > 20 * (sorted[sorted.length / 2] + 1);
    Histogram histogram =
        logarithmic
            ? new Histogram(logarithmicBounds(sorted[0], last(sorted)), false)
            : new Histogram(evenBounds(sorted[0], last(sorted), whole), whole);
    for (double number : sorted) {
      histogram.add(number);
    }
    return histogram.bars();
  }

  private static double last(double[] sorted) {
    return sorted[sorted.length - 1];
  }

  private static double[] evenBounds(double least, double most, boolean whole) {
    double width = (most - least) / MOST_BINS;
    int bins = MOST_BINS;
    if (whole) {
      width = Math.max(1, Math.ceil((most - least + 1) / MOST_BINS));
      bins = (int) Math.ceil((most - least + 1) / width);
    } else if (width == 0) {
      width = 1;
      bins = 1;
    }
    double[] bounds = new double[bins + 1];
    for (int i = 0; i <= bins; i++) {
      bounds[i] = least + i * width;
    }
    return bounds;
  }

  /** Even in log(1 + x), so that 0 has a place. */
  private static double[] logarithmicBounds(double least, double most) {
    double from = StrictMath.log1p(least);
    double to = StrictMath.log1p(most);
    double[] bounds = new double[MOST_BINS + 1];
    for (int i = 0; i <= MOST_BINS; i++) {
      bounds[i] = StrictMath.expm1(from + (to - from) * i / MOST_BINS);
    }
    bounds[0] = least;
    return bounds;
  }

  private void add(double number) {
    int found = Arrays.binarySearch(bounds, number);
    int bin = found >= 0 ? found : -found - 2;
    counts[Math.max(0, Math.min(counts.length - 1, bin))]++;
  }

  private List<Section.Bar> bars() {
    List<Section.Bar> bars = new ArrayList<>();
    for (int i = 0; i < counts.length; i++) {
      bars.add(new Section.Bar(label(bounds[i], bounds[i + 1]), counts[i]));
    }
    return List.copyOf(bars);
  }

  private String label(double from, double to) {
    double end = whole ? to - 1 : to;
    return from == end ? number(from) : number(from) + " to " + number(end);
  }

  private static String number(double value) {
    if (value == Math.rint(value) || Math.abs(value) >= 1000) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
  }
}
