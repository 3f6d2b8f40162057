package org.fihris.suggest;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.fihris.NewsIndex;
import org.fihris.search.NewsSearcher;

/**
 * Times suggestions for the beginnings of headlines and names drawn from an index, in one process
 * after a warm-up. Arguments: INDEX [PREFIXES [SEED]].
 */
public final class SuggestSpeed {
  private static final int PREFIXES = 2_000;
  private static final int LONGEST = 40;

  private SuggestSpeed() {}

  /** Prints the quantiles. */
  public static void main(String[] arguments) throws IOException {
    Path index = Path.of(arguments[0]);
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : PREFIXES;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (NewsSearcher searcher = NewsIndex.open(index).searcher()) {
      measure(searcher, prefixes(index, count, seed + 1)); // other ones to warm up
      double[][] milliseconds = measure(searcher, prefixes(index, count, seed));
      out.printf(Locale.ROOT, "%,d articles, %,d prefixes%n", searcher.stats().articles(), count);
      print(out, "by the clock", milliseconds[0]);
      print(out, "processor", milliseconds[1]);
    }
  }

  private static void print(PrintStream out, String what, double[] milliseconds) {
    out.printf(
        Locale.ROOT,
        "  %s: p50 %.2f ms, p90 %.2f ms, p99 %.2f ms, longest %.1f ms%n",
        what,
        at(milliseconds, 0.5),
        at(milliseconds, 0.9),
        at(milliseconds, 0.99),
        at(milliseconds, 1));
  }

  private static double at(double[] sorted, double part) {
    return sorted[Math.min(sorted.length - 1, (int) (part * sorted.length))];
  }

  /** By the clock, and in processor time of this thread, which other work does not lengthen. */
  private static double[][] measure(NewsSearcher searcher, List<String> prefixes) {
    ThreadMXBean threads = ManagementFactory.getThreadMXBean();
    double[][] milliseconds = new double[2][prefixes.size()];
    for (int i = 0; i < prefixes.size(); i++) {
      SuggestRequest request = SuggestRequest.of(prefixes.get(i));
      long cpu = threads.getCurrentThreadCpuTime();
      long start = System.nanoTime();
      searcher.suggest(request);
      milliseconds[0][i] = (System.nanoTime() - start) / 1e6;
      milliseconds[1][i] = (threads.getCurrentThreadCpuTime() - cpu) / 1e6;
    }
    Arrays.sort(milliseconds[0]);
    Arrays.sort(milliseconds[1]);
    return milliseconds;
  }

  /** Beginnings of headlines and, every other one, of names; of one letter or more. */
  static List<String> prefixes(Path index, int count, long seed) throws IOException {
    Random random = new Random(seed);
    List<String> prefixes = new ArrayList<>();
    try (ArchiveDraw draw = new ArchiveDraw(index, random)) {
      List<String> texts = new ArrayList<>(draw.headlines(count / 2));
      texts.addAll(draw.names(Math.min(count - count / 2, 200)));
      while (prefixes.size() < count) {
        String text = texts.get(prefixes.size() % texts.size());
        prefixes.add(text.substring(0, 1 + random.nextInt(Math.min(text.length(), LONGEST))));
      }
    }
    Collections.shuffle(prefixes, random);
    return prefixes;
  }
}
