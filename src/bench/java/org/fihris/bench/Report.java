package org.fihris.bench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.apache.lucene.util.Version;
import tools.jackson.databind.json.JsonMapper;

/** What was measured, as a table and as JSON. */
record Report(
    Workload workload, IndexingRace.Result indexing, int queries, QueryRace.Result search) {
  private static final double MEGABYTE = 1e6;

  /** A measure of both sides; {@code ratio} is Fihris by floor. */
  private record Line(String name, String key, double floor, double fihris, double ratio) {
    static Line of(String name, String key, double floor, double fihris) {
      return new Line(name, key, floor, fihris, fihris / floor);
    }
  }

  String json() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("machine", machine());
    Map<String, Object> corpus = new LinkedHashMap<>();
    corpus.put("articles", workload.articles());
    corpus.put("bytes", workload.bytes());
    json.put("corpus", corpus);
    Map<String, Object> race = new LinkedHashMap<>();
    put(race, rate());
    put(race, cpu());
    race.put("ratios", roundRatios());
    race.put("floor_seconds", indexing.floor().seconds());
    race.put("fihris_seconds", indexing.fihris().seconds());
    race.put("floor_articles", indexing.floor().articles());
    race.put("fihris_articles", indexing.fihris().articles());
    json.put("indexing", race);
    put(json, size());
    Map<String, Object> answers = new LinkedHashMap<>();
    answers.put("queries", queries);
    answers.put("different_totals", search.different());
    latencies().forEach(line -> put(answers, line));
    json.put("search", answers);
    return JsonMapper.shared().writeValueAsString(json);
  }

  String table() {
    StringBuilder out = new StringBuilder();
    Map<String, Object> machine = machine();
    out.append(
        text(
            "%,d articles, %,.0f MB of JSON; %s cores, heap %s MB, Java %s, Lucene %s, vectors %s%n%n",
            workload.articles(),
            workload.bytes() / MEGABYTE,
            machine.get("cores"),
            machine.get("heap_mb"),
            machine.get("java"),
            machine.get("lucene"),
            machine.get("vector_module").equals(true) ? "on" : "off"));
    out.append(text("%-24s%12s%12s%10s%n", "", "floor", "Fihris", "ratio"));
    out.append(row(rate(), "%,.0f"));
    out.append(row(cpu(), "%,.1f"));
    out.append(row(size(), "%,.1f"));
    latencies().forEach(line -> out.append(row(line, "%.3f")));
    double[] ratios = roundRatios();
    out.append(
        text(
            "%nIndexing ratio over %d rounds: %.2f to %.2f. Articles indexed: %,d and %,d.%n",
            ratios.length,
            Timings.least(ratios),
            Timings.most(ratios),
            indexing.floor().articles(),
            indexing.fihris().articles()));
    out.append(
        text(
            "Of %d queries %d found a different number of articles, as the analysis differs.%n",
            queries, search.different()));
    out.append("Ratio is Fihris by floor: more is better for articles/s, less for the others.");
    return out.toString();
  }

  private Line rate() {
    return new Line(
        "indexing, articles/s",
        "articles_per_second",
        Timings.median(rates(indexing.floor())),
        Timings.median(rates(indexing.fihris())),
        Timings.median(roundRatios()));
  }

  private Line cpu() {
    return Line.of(
        "indexing, CPU s",
        "cpu_seconds",
        Timings.median(indexing.floor().cpuSeconds()),
        Timings.median(indexing.fihris().cpuSeconds()));
  }

  private Line size() {
    return Line.of(
        "index, MB",
        "size_mb",
        indexing.floor().bytes() / MEGABYTE,
        indexing.fihris().bytes() / MEGABYTE);
  }

  private List<Line> latencies() {
    List<Line> lines = new ArrayList<>();
    lines.add(latency("query p50, ms", "p50_ms", times -> Timings.percentile(times, 50)));
    lines.add(latency("query p99, ms", "p99_ms", times -> Timings.percentile(times, 99)));
    lines.add(latency("query mean, ms", "mean_ms", Timings::mean));
    return lines;
  }

  private Line latency(String name, String key, ToDoubleFunction<double[]> of) {
    return Line.of(
        name,
        key,
        of.applyAsDouble(search.floorMilliseconds()),
        of.applyAsDouble(search.fihrisMilliseconds()));
  }

  private double[] roundRatios() {
    return Timings.ratios(rates(indexing.fihris()), rates(indexing.floor()));
  }

  /** Articles of the corpus a second, whatever each side made of them. */
  private double[] rates(IndexingRace.Times times) {
    return Arrays.stream(times.seconds()).map(seconds -> workload.articles() / seconds).toArray();
  }

  private static void put(Map<String, Object> json, Line line) {
    Map<String, Object> sides = new LinkedHashMap<>();
    sides.put("floor", line.floor);
    sides.put("fihris", line.fihris);
    sides.put("ratio", line.ratio);
    json.put(line.key, sides);
  }

  private static String row(Line line, String figure) {
    return text(
        "%-24s%12s%12s%10.2f%n",
        line.name, text(figure, line.floor), text(figure, line.fihris), line.ratio);
  }

  private static Map<String, Object> machine() {
    Map<String, Object> machine = new LinkedHashMap<>();
    machine.put("cores", Runtime.getRuntime().availableProcessors());
    machine.put("heap_mb", Runtime.getRuntime().maxMemory() >> 20);
    machine.put("java", Runtime.version().toString());
    machine.put("lucene", Version.LATEST.toString());
    machine.put("vector_module", ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent());
    return machine;
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
