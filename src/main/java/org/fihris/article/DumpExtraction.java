package org.fihris.article;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.article.Details.Caption;
import org.fihris.article.Outlets.Outlet;
import org.fihris.corpus.PageDump;
import org.fihris.date.Candidate;
import org.fihris.date.PublicationDate;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDates;
import org.fihris.text.Script;
import org.jspecify.annotations.Nullable;

/** Makes articles of a page without structure. */
final class DumpExtraction {

  private static final int LEAST_ARABIC_WORDS = 15;
  private static final double LEAST_ARABIC_SHARE = 0.25;

  /** So many characters tell the language of an article; the rest would only take time. */
  private static final int ENOUGH_TO_TELL = 4_000;

  private static final Paragraphs PARAGRAPHS =
      new Paragraphs() {
        @Override
        public boolean opensBody(PageLine line, boolean belowHeadline) {
          return belowHeadline
              ? Sentences.isNoHeadline(line.words())
              : Sentences.isParagraph(line.words());
        }

        @Override
        public boolean resumesBody(PageLine line) {
          return line.is(PageLine.Role.CONTENT) && Sentences.isNoHeadline(line.text());
        }
      };

  private final Tables tables;
  private final Mastheads mastheads;

  DumpExtraction(Tables tables) {
    this.tables = tables;
    this.mastheads = new Mastheads(tables.names(), tables.places());
  }

  /** The articles of the page, or its rejection; and what became of its lines. */
  Explanation explain(PageDump page) {
    List<List<PageLine>> parts =
        SecondArticles.split(mastheads.told(tables.pageLines().of(page.text())));
    Explanation whole = explain(page, parts);
    List<List<PageLine>> left = tables.repeated().dropped(whole, parts);
    return left == parts ? whole : RepeatedLines.better(whole, explain(page, left));
  }

  private Explanation explain(PageDump page, List<List<PageLine>> parts) {
    List<Extraction> articles = new ArrayList<>();
    List<LineFate> fates = new ArrayList<>();
    String parent = null;
    for (List<PageLine> part : parts) {
      LineSorter sorter = new LineSorter(part, PARAGRAPHS);
      Article article = article(sorter, parent);
      if (parent == null && page.url() != null) {
        article = at(page.url(), article);
      }
      if (isArticle(article)) {
        parent = parent == null ? article.id() : parent;
        articles.add(article);
      }
      fates.addAll(sorter.fates(Math.max(1, articles.size())));
    }
    return articles.isEmpty()
        ? new Explanation(List.of(new Rejected(page.origin(), reason(page.text()))), fates)
        : new Explanation(articles, fates);
  }

  /** The article with the address that an archive has for its page, which may tell the source. */
  private Article at(String url, Article article) {
    Article addressed = article.withUrl(url);
    if (article.source() != null) {
      return addressed;
    }
    Outlet known = tables.outlets().ofUrl(url);
    return addressed.withSource(known == null ? Outlets.hostOf(url) : known.label());
  }

  static boolean isArticle(Article article) {
    String whole = article.title() + " " + article.summary() + " " + article.text();
    String all = whole.substring(0, Math.min(whole.length(), ENOUGH_TO_TELL));
    return arabicWords(all) >= LEAST_ARABIC_WORDS && Script.arabicShare(all) >= LEAST_ARABIC_SHARE;
  }

  static String reason(String page) {
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

  private Article article(LineSorter page, @Nullable String parent) {
    HeadOfDump head = new HeadOfDump(page, tables.boilerplate());
    List<String> body = page.words(page.body());
    String line = head.headline();
    Headlines.Headline title =
        line == null
            ? new Headlines.Headline(
                body.isEmpty() ? "" : Sentences.headlineOf(body.getFirst()), null)
            : tables.headlines().withoutOutlet(line);
    String summary = String.join("\n", page.words(page.summary()));
    String subtitle = head.subtitle();
    String source = sourceOf(page, title, body);
    String category = page.section() == null ? head.section() : page.section();
    String text = String.join("\n", body);
    PublicationDate date =
        PublicationDates.choose(
            page.datelines().stream().map(day -> new Candidate(Method.DATELINE, day)).toList());
    Details details =
        new Details(
            subtitle,
            captions(page),
            tables.keyWords().of(page.tags()),
            agencies(page, body),
            Map.of());
    Article article =
        new Article(
            ContentHash.of(title.text(), text),
            null,
            title.text(),
            summary.isEmpty() ? subtitle : summary,
            text,
            date,
            source,
            page.author(),
            category,
            parent,
            details,
            List.of());
    return article.withDetails(details.withFoundBy(foundBy(article, line == null)));
  }

  /** Every part was found by its lines; only a headline may have been made of the text. */
  private static Map<Part, Provenance> foundBy(Article article, boolean titleFromText) {
    Map<Part, Provenance> found = new EnumMap<>(Part.class);
    for (Part part : article.parts()) {
      found.put(part, Provenance.LINES);
    }
    if (titleFromText && found.containsKey(Part.TITLE)) {
      found.put(Part.TITLE, Provenance.TEXT);
    }
    return found;
  }

  private List<Caption> captions(LineSorter page) {
    return page.captions().stream()
        .map(i -> tables.pageLines().caption(page.line(i).text()))
        .toList();
  }

  /** The agencies that the page credits anywhere, its last and first words included. */
  private List<String> agencies(LineSorter page, List<String> body) {
    Set<String> agencies = new LinkedHashSet<>();
    page.credited().forEach(line -> agencies.addAll(tables.credits().agenciesIn(line)));
    if (!body.isEmpty()) {
      agencies.addAll(tables.credits().agenciesAround(body.getFirst(), body.getLast()));
    }
    return List.copyOf(agencies);
  }

  /** The outlet that the page credits; its own name comes first where that is but an agency. */
  private @Nullable String sourceOf(LineSorter page, Headlines.Headline title, List<String> body) {
    String credited = creditedSource(page, title, body);
    Outlet known = credited == null ? null : tables.outlets().named(credited);
    boolean others = credited == null || (known != null && known.agency());
    return others && page.masthead() != null ? page.masthead() : credited;
  }

  private @Nullable String creditedSource(
      LineSorter page, Headlines.Headline title, List<String> body) {
    Credits credits = tables.credits();
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
