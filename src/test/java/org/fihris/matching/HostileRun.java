package org.fihris.matching;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiTerms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.util.BytesRef;
import org.fihris.NewsIndex;
import org.fihris.index.Schema;
import org.fihris.query.QueryParser;
import org.fihris.query.SearchRequest;
import org.fihris.query.Syntax;
import org.fihris.query.Warning;
import org.fihris.search.Hits;
import org.fihris.search.NewsSearcher;

/**
 * Asks an index hostile queries and prints how long they took, the slowest of them whole. {@code
 * docs/query-syntax.md} says how it is called and what it found.
 *
 * <pre>HostileRun INDEX [COUNT [SEED [MINUTES [KIND]]]]</pre>
 *
 * With a kind only the queries of it are asked.
 */
final class HostileRun {
  private static final int SHOWN = 12;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private final int[] micros;
  private final Map<String, long[]> byKind = new TreeMap<>();
  private final Map<Warning.Code, Integer> warned = new TreeMap<>();
  private final PriorityQueue<Timed> slowest =
      new PriorityQueue<>(Comparator.comparingInt(Timed::micros));
  private final List<String> faults = new ArrayList<>();
  private int asked;
  private int longestWait;

  private record Timed(int micros, HostileQueries.Hostile query) {}

  private HostileRun(int count) {
    this.micros = new int[count];
  }

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    int count = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 100_000;
    long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : 1;
    long minutes = arguments.length > 3 ? Long.parseLong(arguments[3]) : 1_000;
    String kind = arguments.length > 4 ? arguments[4] : null;
    long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(minutes);
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    HostileRun run = new HostileRun(count);
    HostileQueries queries = new HostileQueries(new Random(seed), vocabulary(folder));
    try (NewsSearcher searcher = NewsIndex.open(folder).searcher()) {
      for (int i = 0; i < count && System.nanoTime() < end; i++) {
        HostileQueries.Hostile query = queries.next();
        if (kind == null || kind.equals(query.kind())) {
          run.ask(searcher, query);
        }
      }
    }
    run.print(out);
    System.exit(run.faults.isEmpty() ? 0 : 1);
  }

  /** The most frequent words of the bodies, and as many of the others. */
  static List<String> vocabulary(Path folder) throws IOException {
    try (FSDirectory directory = FSDirectory.open(folder);
        IndexReader reader = DirectoryReader.open(directory)) {
      PriorityQueue<Map.Entry<Integer, String>> frequent =
          new PriorityQueue<>(Map.Entry.comparingByKey());
      List<String> words = new ArrayList<>();
      TermsEnum terms = MultiTerms.getTerms(reader, Schema.words(Schema.BODY)).iterator();
      int number = 0;
      for (BytesRef term = terms.next(); term != null; term = terms.next()) {
        String word = term.utf8ToString();
        if (number++ % 997 == 0) {
          words.add(word);
        }
        frequent.add(Map.entry(terms.docFreq(), word));
        if (frequent.size() > 300) {
          frequent.poll();
        }
      }
      frequent.forEach(entry -> words.add(entry.getValue()));
      words.addAll(List.of("ترمب", "اميركا", "الولايات", "المتحدة", "نتانياهو", "غزة", "بوتين"));
      return words;
    }
  }

  private void ask(NewsSearcher searcher, HostileQueries.Hostile query) {
    long start = THREADS.getCurrentThreadCpuTime();
    long began = System.nanoTime();
    try {
      Hits hits = searcher.search(query.request());
      hits.warnings().forEach(warning -> warned.merge(warning.code(), 1, Integer::sum));
      if (isSilentlyCut(query.request(), hits.warnings())) {
        faults.add("cut without a warning: " + shown(query));
      }
    } catch (RuntimeException | Error e) {
      faults.add(e + ": " + shown(query));
    }
    int took = (int) ((THREADS.getCurrentThreadCpuTime() - start) / 1000);
    int waited = (int) ((System.nanoTime() - began) / 1000);
    longestWait = Math.max(longestWait, waited);
    micros[asked++] = took;
    long[] kind = byKind.computeIfAbsent(query.kind(), name -> new long[3]);
    kind[0]++;
    kind[1] += took;
    kind[2] = Math.max(kind[2], took);
    slowest.add(new Timed(took, query));
    if (slowest.size() > SHOWN) {
      slowest.poll();
    }
  }

  /** Whether a text is longer than what is read of it, and nobody was told. */
  static boolean isSilentlyCut(SearchRequest request, List<Warning> warnings) {
    boolean isLong = request.text().strip().length() > QueryParser.MAX_LENGTH;
    return isLong
        && request.interpretation().syntax() != Syntax.LUCENE
        && warnings.stream().noneMatch(warning -> warning.code() == Warning.Code.TOO_LONG);
  }

  private void print(PrintStream out) {
    int[] sorted = Arrays.copyOf(micros, asked);
    Arrays.sort(sorted);
    out.printf(
        "%d queries, CPU time: p50 %.1f ms, p99 %.1f ms, p99.9 %.1f ms, slowest %.1f ms, above 1 s: %d; longest by the clock %.1f ms%n",
        asked,
        sorted[asked / 2] / 1e3,
        sorted[(int) (asked * 0.99)] / 1e3,
        sorted[(int) (asked * 0.999)] / 1e3,
        sorted[asked - 1] / 1e3,
        Arrays.stream(sorted).filter(time -> time > 1_000_000).count(),
        longestWait / 1e3);
    byKind.forEach(
        (kind, figures) ->
            out.printf(
                "  %-10s %7d  mean %7.1f ms  slowest %7.1f ms%n",
                kind, figures[0], figures[1] / 1e3 / figures[0], figures[2] / 1e3));
    out.println("warnings: " + warned);
    out.println("slowest:");
    slowest.stream()
        .sorted(Comparator.comparingInt(Timed::micros).reversed())
        .forEach(timed -> out.printf("  %.1f ms %s%n", timed.micros / 1e3, shown(timed.query)));
    out.println("faults: " + faults.size());
    faults.stream().limit(20).forEach(out::println);
  }

  private static String shown(HostileQueries.Hostile query) {
    String text = query.request().text();
    return query.kind()
        + " "
        + query.request().interpretation()
        + " "
        + (text.length() > 300 ? text.substring(0, 300) + "…" : text).replaceAll("\\p{Cntrl}", " ");
  }
}
