package org.fihris.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.fihris.article.Outlets.Outlet;
import org.fihris.corpus.PageDump;
import org.fihris.date.PublicationDates;
import org.fihris.entity.Gazetteer;
import org.fihris.text.Script;
import org.jspecify.annotations.Nullable;

/** Makes articles of a page without structure. */
final class DumpExtraction {

  private static final int LEAST_ARABIC_WORDS = 15;
  private static final double LEAST_ARABIC_SHARE = 0.25;
  private static final int SHORT_HEADLINE_WORDS = 3;
  private static final int DECK_WORDS = 6;
  private static final int MOST_LINES_BELOW = 4;

  private final Outlets outlets;
  private final Mastheads mastheads;
  private final Credits credits;
  private final PageLines pageLines;
  private final Headlines headlines;

  DumpExtraction(Boilerplate boilerplate, Outlets outlets, Gazetteer gazetteer) {
    PressNames names = new PressNames(gazetteer, boilerplate);
    PlaceLines places = new PlaceLines(outlets, names);
    this.outlets = outlets;
    this.credits = new Credits(boilerplate, outlets, names, places);
    this.pageLines = new PageLines(boilerplate, credits, places);
    this.mastheads = new Mastheads(names, places);
    this.headlines = new Headlines(outlets);
  }

  /** The articles of the page, or its rejection. */
  List<Extraction> extract(PageDump page) {
    List<PageLine> lines = mastheads.told(pageLines.of(page.text()));
    List<Extraction> articles = new ArrayList<>();
    String parent = null;
    for (List<PageLine> part : SecondArticles.split(lines)) {
      Article article = article(part, parent);
      if (isArticle(article)) {
        parent = parent == null ? article.id() : parent;
        articles.add(article);
      }
    }
    return articles.isEmpty()
        ? List.of(new Rejected(page.origin(), reason(page.text())))
        : List.copyOf(articles);
  }

  private static boolean isArticle(Article article) {
    String all = article.title() + " " + article.summary() + " " + article.text();
    return arabicWords(all) >= LEAST_ARABIC_WORDS && Script.arabicShare(all) >= LEAST_ARABIC_SHARE;
  }

  private static String reason(String page) {
    if (page.isBlank()) {
      return "the page is empty";
    }
    if (!Script.hasArabic(page)) {
      return "the page holds no Arabic text";
    }
    return Script.arabicShare(page) < LEAST_ARABIC_SHARE
        ? "most of the page is not Arabic"
        : "fewer than "
            + LEAST_ARABIC_WORDS
            + " Arabic words are left of the page without its navigation";
  }

  private static long arabicWords(String text) {
    return text.lines()
        .flatMap(line -> Arrays.stream(line.split(" ")))
        .filter(Script::hasArabic)
        .count();
  }

  private Article article(List<PageLine> lines, @Nullable String parent) {
    DumpReader page = new DumpReader(lines);
    List<String> head = new ArrayList<>(page.head());
    List<String> body = new ArrayList<>(page.body());
    List<String> summary = new ArrayList<>(page.summary());
    if (body.isEmpty() && !summary.isEmpty()) {
      body.addAll(summary);
      summary.clear();
    }
    int headline = headlineAmong(head);
    Headlines.Headline title =
        headline < 0
            ? new Headlines.Headline(
                body.isEmpty() ? "" : Sentences.headlineOf(body.getFirst()), null)
            : headlines.withoutOutlet(head.get(headline));
    List<String> below = headline < 0 ? List.of() : head.subList(headline + 1, head.size());
    placeBelow(below, title.text(), summary, body);
    String source = sourceOf(page, title, body);
    String text = String.join("\n", body);
    return new Article(
        ContentHash.of(title.text(), text),
        null,
        title.text(),
        summary.isEmpty() ? null : String.join("\n", summary),
        text,
        PublicationDates.ofDatelines(page.datelines()),
        source,
        page.author(),
        null,
        parent,
        List.of());
  }

  /** The first line that has the words of a headline, else the first that has at least a few. */
  private static int headlineAmong(List<String> head) {
    for (int least : new int[] {DumpReader.HEADLINE_WORDS, SHORT_HEADLINE_WORDS}) {
      for (int i = 0; i < head.size(); i++) {
        if (PlainText.words(head.get(i)) >= least && Script.hasArabic(head.get(i))) {
          return i;
        }
      }
    }
    return -1;
  }

  /**
   * Places the lines between headline and body: the first that says something is the summary where
   * the page has no other, the rest open the body. Shorter ones are captions and section names.
   */
  private static void placeBelow(
      List<String> below, String title, List<String> summary, List<String> body) {
    if (body.isEmpty() || below.size() > MOST_LINES_BELOW) {
      body.addAll(0, below); // a list, a recipe, a poem: short lines are what it consists of
      return;
    }
    List<String> decks = new ArrayList<>();
    for (String line : below) {
      if (PlainText.words(line) >= DECK_WORDS && !repeats(title, line)) {
        decks.add(line);
      }
    }
    if (summary.isEmpty() && !decks.isEmpty()) {
      summary.add(decks.removeFirst());
    }
    body.addAll(0, decks);
  }

  private static boolean repeats(String title, String line) {
    return Boilerplate.keyOf(title).contains(Boilerplate.keyOf(line));
  }

  /** The outlet that the page credits; its own name comes first where that is but an agency. */
  private @Nullable String sourceOf(DumpReader page, Headlines.Headline title, List<String> body) {
    String credited = creditedSource(page, title, body);
    Outlet known = credited == null ? null : outlets.named(credited);
    boolean others = credited == null || (known != null && known.agency());
    return others && page.masthead() != null ? page.masthead() : credited;
  }

  private @Nullable String creditedSource(
      DumpReader page, Headlines.Headline title, List<String> body) {
    String stated = page.statedSource() == null ? null : credits.ofStatement(page.statedSource());
    if (stated != null) {
      return stated;
    }
    if (page.bylineSource() != null) {
      return page.bylineSource();
    }
    if (title.outlet() != null) {
      return title.outlet();
    }
    if (page.creditedSource() != null) {
      return page.creditedSource();
    }
    return body.isEmpty() ? null : credits.ofOpening(body.getFirst());
  }
}
