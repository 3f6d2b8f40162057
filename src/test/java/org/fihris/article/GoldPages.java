package org.fihris.article;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.fihris.config.IndexConfig;
import org.fihris.corpus.HtmlPage;
import org.fihris.corpus.Origin;
import org.fihris.date.PublicationDate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Measures the extraction of saved pages against what is known of them. Not run with the tests.
 *
 * <pre>
 * java -cp target/classes:target/test-classes:target/lib/* org.fihris.article.GoldPages FOLDER [PASSES]
 * </pre>
 *
 * <p>The folder holds {@code *.html} in UTF-8; {@code gold.json}, an object by file name with any
 * of {@code url}, {@code date}, {@code title}, {@code with} and {@code without} (strings of the
 * body and of what is none); and, where the whole body is known, {@code NAME.gold.json} with {@code
 * expected.cleaned_text}. With passes, the pages are extracted that many times over and the pages a
 * second are told.
 */
final class GoldPages {

  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private GoldPages() {}

  public static void main(String[] args) throws IOException {
    if (args.length == 0) {
      System.err.println("name the folder with the pages and gold.json");
      return;
    }
    Path folder = Path.of(args[0]);
    PageExtractor extractor = PageExtractor.of(IndexConfig.packaged());
    JsonNode gold = MAPPER.readTree(Files.readString(folder.resolve("gold.json")));
    List<HtmlPage> pages = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".html")).sorted().toList()) {
        String name = file.getFileName().toString();
        String html = Files.readString(file, StandardCharsets.UTF_8);
        HtmlPage page = new HtmlPage(new Origin(name, 0), null, null, html);
        pages.add(page);
        report(name, extractor.explain(page), gold.path(name));
        Path whole = folder.resolve(name.replace(".html", ".gold.json"));
        if (Files.exists(whole) && extractor.extract(page).getFirst() instanceof Article article) {
          JsonNode expected = MAPPER.readTree(Files.readString(whole)).path("expected");
          String body = expected.path("cleaned_text").asString();
          // Such sets may hold the beginning only: then the beginning is what is compared.
          String found =
              article.text().substring(0, Math.min(article.text().length(), body.length()));
          System.out.printf(
              "  F1 of the first %d characters %.4f%n", body.length(), f1(found, body));
        }
      }
    }
    if (args.length > 1) {
      time(extractor, pages, Integer.parseInt(args[1]));
    }
  }

  private static void report(String name, Explanation made, JsonNode gold) {
    System.out.println(name);
    if (!(made.made().getFirst() instanceof Article article)) {
      System.out.println("  " + made.made());
      return;
    }
    String day = article.date() instanceof PublicationDate.Known k ? k.day().toString() : "-";
    System.out.println("  title   " + article.title());
    System.out.println("  date    " + article.date());
    String wanted = gold.path("date").asString("");
    if (!wanted.isEmpty()) {
      System.out.println("  date is " + (wanted.equals(day) ? "right" : "WRONG, wanted " + wanted));
    }
    String title = PlainText.oneLine(gold.path("title").asString(""));
    if (!title.isEmpty()) {
      System.out.println(
          "  title is " + (title.equals(article.title()) ? "right" : "WRONG: " + title));
    }
    for (JsonNode with : gold.path("with").values()) {
      if (!article.text().contains(with.asString())) {
        System.out.println("  MISSING " + with.asString());
      }
    }
    for (JsonNode without : gold.path("without").values()) {
      if (article.text().contains(without.asString())) {
        System.out.println("  TOO MUCH " + without.asString());
      }
    }
    System.out.println(
        "  source  "
            + article.source()
            + ", by "
            + article.author()
            + ", in "
            + article.category());
    System.out.println("  url     " + article.url());
    System.out.println("  summary " + article.summary());
    System.out.println("  details " + article.details());
    List<String> lines = article.text().lines().toList();
    System.out.println("  first   " + (lines.isEmpty() ? "" : lines.getFirst()));
    System.out.println("  last    " + (lines.isEmpty() ? "" : lines.getLast()));
    if (Boolean.getBoolean("lines")) {
      for (LineFate fate : made.lines()) {
        System.out.println("    " + fate.part() + "\t" + fate.rule().key() + "\t" + fate.text());
      }
    }
  }

  /** The harmonic mean of precision and recall of words, each counted as often as it occurs. */
  static double f1(String found, String expected) {
    Map<String, Integer> wanted = new HashMap<>();
    String[] expectedWords = Boilerplate.keyOf(expected).split(" ");
    for (String word : expectedWords) {
      wanted.merge(word, 1, Integer::sum);
    }
    String[] foundWords = Boilerplate.keyOf(found).split(" ");
    int common = 0;
    for (String word : foundWords) {
      if (wanted.merge(word, -1, Integer::sum) >= 0) {
        common++;
      }
    }
    return 2.0 * common / (expectedWords.length + foundWords.length);
  }

  private static void time(PageExtractor extractor, List<HtmlPage> pages, int passes) {
    for (int round = 0; round < 3; round++) {
      long start = System.nanoTime();
      for (int i = 0; i < passes; i++) {
        pages.forEach(extractor::extract);
      }
      double seconds = (System.nanoTime() - start) / 1e9;
      System.out.printf("%.0f pages a second on one thread%n", passes * pages.size() / seconds);
    }
  }
}
