package org.fihris.bench;

import java.util.Arrays;

/** Figures of a series of measurements; none is changed. */
final class Timings {
  private Timings() {}

  static double median(double[] values) {
    double[] sorted = sorted(values);
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  static double mean(double[] values) {
    return Arrays.stream(values).average().orElseThrow();
  }

  static double least(double[] values) {
    return Arrays.stream(values).min().orElseThrow();
  }

  static double most(double[] values) {
    return Arrays.stream(values).max().orElseThrow();
  }

  /** The smallest value that at least {@code percent} of all are not above. */
  static double percentile(double[] values, int percent) {
    double[] sorted = sorted(values);
    return sorted[Math.max(0, Math.ceilDiv(sorted.length * percent, 100) - 1)];
  }

  /** Each of {@code over} by the one of {@code under} in the same place. */
  static double[] ratios(double[] over, double[] under) {
    double[] ratios = new double[over.length];
    Arrays.setAll(ratios, i -> over[i] / under[i]);
    return ratios;
  }

  private static double[] sorted(double[] values) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    return sorted;
  }
}
