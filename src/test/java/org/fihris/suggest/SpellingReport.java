package org.fihris.suggest;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.fihris.NewsIndex;
import org.fihris.query.SearchRequest;
import org.fihris.query.Warning;
import org.fihris.query.Words;
import org.fihris.search.NewsSearcher;
import org.fihris.suggest.TypingErrorMaker.Kind;
import org.fihris.suggest.TypingErrorMaker.Mistake;
import org.fihris.text.Folding;

/**
 * Measures what is offered for misspelt words and names drawn from an index, and how often
 * something is offered for right ones. {@code docs/suggestions.md} has the figures.
 *
 * <p>Arguments: INDEX SEED... , and {@code --faults} to print what went wrong.
 */
public final class SpellingReport {
  private static final int EACH = 100;

  /** A mistake that makes a word which more articles have is drawn again: it finds something. */
  private static final int ANOTHER_WORD = 10;

  private static final int MOST_TRIES = 50;

  private final NewsSearcher searcher;
  private final PrintStream out;
  private final boolean faults;

  private SpellingReport(NewsSearcher searcher, PrintStream out, boolean faults) {
    this.searcher = searcher;
    this.out = out;
    this.faults = faults;
  }

  /** Prints a block of lines for each seed. */
  public static void main(String[] arguments) throws IOException {
    List<String> left = new ArrayList<>(List.of(arguments));
    boolean faults = left.remove("--faults");
    Path index = Path.of(left.removeFirst());
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    try (NewsSearcher searcher = NewsIndex.open(index).searcher()) {
      SpellingReport report = new SpellingReport(searcher, out, faults);
      for (String seed : left) {
        report.misspelt(index, Long.parseLong(seed));
        report.right(index, Long.parseLong(seed));
      }
    }
  }

  private void misspelt(Path index, long seed) throws IOException {
    Random random = new Random(seed);
    TypingErrorMaker maker = new TypingErrorMaker(random);
    Map<Kind, int[]> byKind = new EnumMap<>(Kind.class);
    int[] first = new int[2];
    int offered = 0;
    int anotherWord = 0;
    long nanos = 0;
    try (ArchiveDraw draw = new ArchiveDraw(index, random)) {
      List<String> drawn = new ArrayList<>();
      while (drawn.size() < EACH) {
        // Stop words find nothing, however they are spelt.
        draw.words(1).stream()
            .filter(word -> found(word) > 0 && !drawn.contains(word))
            .forEach(drawn::add);
      }
      drawn.addAll(draw.names(EACH));
      for (int i = 0; i < drawn.size(); i++) {
        String meant = drawn.get(i);
        Mistake mistake = maker.mistake(meant);
        int tries = 0;
        while (isAnotherWord(mistake.text()) && tries++ < MOST_TRIES) {
          anotherWord++;
          mistake = maker.mistake(meant);
        }
        long start = System.nanoTime();
        List<Offer> offers = searcher.help(SearchRequest.of(mistake.text())).readings();
        nanos += System.nanoTime() - start;
        boolean right = !offers.isEmpty() && isRight(offers.getFirst(), meant);
        offered += offers.stream().anyMatch(offer -> isRight(offer, meant)) ? 1 : 0;
        first[i < EACH ? 0 : 1] += right ? 1 : 0;
        int[] ofKind = byKind.computeIfAbsent(mistake.kind(), kind -> new int[2]);
        ofKind[0] += right ? 1 : 0;
        ofKind[1]++;
        if (faults && !right) {
          out.println(
              "  "
                  + mistake.kind()
                  + " "
                  + meant
                  + " ("
                  + found(meant)
                  + ") typed "
                  + mistake.text()
                  + " ("
                  + found(mistake.text())
                  + "): "
                  + offers.stream()
                      .map(o -> o.request().text() + " (" + o.articles() + ")")
                      .toList());
        }
      }
      out.printf(
          Locale.ROOT,
          "seed %d: right first %d of %d (words %d, names %d), among three %d; drawn again %d;"
              + " %.1f ms a query%n",
          seed,
          first[0] + first[1],
          drawn.size(),
          first[0],
          first[1],
          offered,
          anotherWord,
          nanos / 1e6 / drawn.size());
      byKind.forEach((kind, n) -> out.printf(Locale.ROOT, "    %s %d/%d", kind, n[0], n[1]));
      out.println();
    }
  }

  /** Right is what finds the same as the word that was meant. */
  private boolean isRight(Offer offer, String meant) {
    return Folding.fold(offer.request().text()).equals(Folding.fold(meant))
        || Folding.fold(offer.request().text().replace(" ", ""))
            .equals(Folding.fold(meant.replace(" ", "")));
  }

  private void right(Path index, long seed) throws IOException {
    try (ArchiveDraw draw = new ArchiveDraw(index, new Random(seed))) {
      Map<String, List<String>> queries =
          Map.of(
              "words of headlines", draw.words(EACH),
              "words of texts", draw.wordsOfTexts(EACH),
              "names", draw.names(EACH),
              "runs of headlines", draw.headlineWords(EACH),
              "forms, mostly rare", draw.forms(EACH));
      Set<String> told = new HashSet<>();
      int all = 0;
      for (Map.Entry<String, List<String>> kind : queries.entrySet()) {
        int needless = 0;
        for (String query : kind.getValue()) {
          List<Offer> offers = searcher.help(SearchRequest.of(query)).readings();
          needless += offers.isEmpty() ? 0 : 1;
          if (faults && !offers.isEmpty() && told.add(query)) {
            out.println(
                "  needless: "
                    + query
                    + " ("
                    + found(query)
                    + "): "
                    + offers.getFirst().request().text()
                    + " ("
                    + offers.getFirst().articles()
                    + ")");
          }
        }
        all += needless;
        out.printf(
            Locale.ROOT, "    %s: %d of %d", kind.getKey(), needless, kind.getValue().size());
      }
      out.printf(
          Locale.ROOT, "%nseed %d: offers for right queries %d of %d%n", seed, all, 5 * EACH);
    }
  }

  /** Articles have it, or it is a stop word, which nothing can tell from the word meant. */
  private boolean isAnotherWord(String text) {
    return found(text) > ANOTHER_WORD
        || searcher.search(SearchRequest.of(text).withLimit(0)).warnings().stream()
            .anyMatch(warning -> warning.code() == Warning.Code.ONLY_STOP_WORDS);
  }

  private long found(String query) {
    return searcher.search(SearchRequest.of(query).withWords(Words.ALL).withLimit(0)).total();
  }
}
