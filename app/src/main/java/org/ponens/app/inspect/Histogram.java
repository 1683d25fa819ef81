package org.ponens.app.inspect;

import java.util.Arrays;
import java.util.Locale;

/**
 * How many of some numbers are in each of several intervals of equal width, on a logarithmic scale
 * where a few large ones would leave the others in one interval.
 *
 * @param bounds one more than counts, rising
 */
record Histogram(double[] bounds, long[] counts, boolean logarithmic) {

  private static final int MOST_BINS = 16;

  /** The numbers' histogram; without bins if there are none. */
  static Histogram of(double[] numbers) {
    if (numbers.length == 0) {
      return new Histogram(new double[] {0}, new long[0], false);
    }
    double[] sorted = numbers.clone();
    Arrays.sort(sorted);
    double least = sorted[0];
    double most = sorted[sorted.length - 1];
    double median = sorted[sorted.length / 2];
    boolean logarithmic = least >= 0 && most > 20 * (median + 1);
    boolean whole = Arrays.stream(sorted).allMatch(x -> x == Math.rint(x));
    double[] bounds =
        least == most
            ? new double[] {least, least + 1}
            : logarithmic ? logarithmicBounds(least, most) : evenBounds(least, most, whole);
    long[] counts = new long[bounds.length - 1];
    for (double number : sorted) {
      int bin = Arrays.binarySearch(bounds, number);
      int at = bin >= 0 ? bin : -bin - 2;
      counts[Math.max(0, Math.min(counts.length - 1, at))]++;
    }
    return new Histogram(bounds, counts, logarithmic);
  }

  private static double[] evenBounds(double least, double most, boolean whole) {
    double width = (most - least) / MOST_BINS;
    if (whole) {
      width = Math.max(1, Math.ceil((most - least + 1) / MOST_BINS));
    }
    int bins = (int) Math.min(MOST_BINS, Math.ceil((most - least + (whole ? 1 : 0)) / width));
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

  int bins() {
    return counts.length;
  }

  /** The interval of a bin, for people. */
  String label(int bin) {
    return number(bounds[bin]) + " to " + number(bounds[bin + 1]);
  }

  long most() {
    return Arrays.stream(counts).max().orElse(0);
  }

  private static String number(double value) {
    if (value == Math.rint(value) || Math.abs(value) >= 1000) {
      return String.format(Locale.ROOT, "%.0f", value);
    }
    return String.format(Locale.ROOT, Math.abs(value) >= 10 ? "%.1f" : "%.2f", value);
  }
}
