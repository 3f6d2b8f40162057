package org.fihris.bench;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;

/**
 * Both sides answer the same queries: each query by one side right after the other, alternating by
 * pass who goes first.
 */
final class QueryRace {
  private static final int WARM_UP_PASSES = 6;
  private static final int PASSES = 9;

  private final Side.Searching floor;
  private final Side.Searching fihris;
  private final List<String> queries;

  /** Milliseconds by pass and query. */
  private final double[][] floorTimes;

  private final double[][] fihrisTimes;
  private int different;
  private long shown;

  /**
   * @param floorMilliseconds the median of each query
   * @param fihrisMilliseconds the median of each query
   * @param different queries that found another number of articles in Fihris than in the floor
   */
  record Result(double[] floorMilliseconds, double[] fihrisMilliseconds, int different) {}

  QueryRace(Side.Searching floor, Side.Searching fihris, List<String> queries) {
    this.floor = floor;
    this.fihris = fihris;
    this.queries = queries;
    floorTimes = new double[PASSES][queries.size()];
    fihrisTimes = new double[PASSES][queries.size()];
  }

  Result run(Consumer<String> progress) throws IOException {
    progress.accept("searching: warming up");
    for (int pass = 0; pass < WARM_UP_PASSES; pass++) {
      pass(pass, new double[queries.size()], new double[queries.size()]);
    }
    System.gc();
    for (int pass = 0; pass < PASSES; pass++) {
      progress.accept("searching: pass " + (pass + 1) + " of " + PASSES);
      pass(pass, floorTimes[pass], fihrisTimes[pass]);
    }
    if (shown == 0) {
      throw new IllegalStateException("no query showed anything");
    }
    return new Result(medians(floorTimes), medians(fihrisTimes), different);
  }

  private void pass(int pass, double[] floorTime, double[] fihrisTime) throws IOException {
    different = 0;
    for (int i = 0; i < queries.size(); i++) {
      String query = queries.get(i);
      long floorTotal;
      long fihrisTotal;
      if (pass % 2 == 0) {
        floorTotal = time(floor, query, floorTime, i);
        fihrisTotal = time(fihris, query, fihrisTime, i);
      } else {
        fihrisTotal = time(fihris, query, fihrisTime, i);
        floorTotal = time(floor, query, floorTime, i);
      }
      different += floorTotal == fihrisTotal ? 0 : 1;
    }
  }

  private long time(Side.Searching side, String query, double[] times, int place)
      throws IOException {
    long start = System.nanoTime();
    Side.Answer answer = side.answer(query);
    times[place] = (System.nanoTime() - start) / 1e6;
    shown += answer.shown();
    return answer.total();
  }

  private static double[] medians(double[][] passes) {
    double[] medians = new double[passes[0].length];
    Arrays.setAll(
        medians,
        query -> Timings.median(Arrays.stream(passes).mapToDouble(pass -> pass[query]).toArray()));
    return medians;
  }
}
