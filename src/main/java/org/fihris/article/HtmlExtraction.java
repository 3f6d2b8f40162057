package org.fihris.article;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.fihris.article.Details.Caption;
import org.fihris.article.Outlets.Outlet;
import org.fihris.article.PageMetadata.Given;
import org.fihris.corpus.HtmlPage;
import org.fihris.date.Candidate;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDates;
import org.fihris.text.Script;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * Makes an article of a page in HTML: what the page says of itself, the element with most text, and
 * the rules for lines within it.
 */
final class HtmlExtraction {

  private static final double SHARE_OF_DECLARED = 0.5;
  private static final int LEAST_WORDS_OF_INDEX = 40;

  private final Tables tables;
  private final HtmlTitles titles;

  HtmlExtraction(Tables tables) {
    this.tables = tables;
    this.titles = new HtmlTitles(tables);
  }

  Explanation explain(HtmlPage page) {
    Document document = Jsoup.parse(page.html(), page.url() == null ? "" : page.url());
    PageMetadata metadata = new PageMetadata(document, page.url());
    HtmlBlocks blocks = new HtmlBlocks(document.body(), tables.boilerplate());
    HtmlTitles.Title title = titles.of(metadata, blocks.blocks());
    HtmlLines lines = new HtmlLines(blocks, title.text(), tables);
    List<List<PageLine>> all = List.of(lines.lines());
    Explanation whole = explain(page, metadata, title, lines, lines.lines());
    List<List<PageLine>> left = tables.repeated().dropped(whole, all);
    return left == all
        ? whole
        : RepeatedLines.better(whole, explain(page, metadata, title, lines, left.getFirst()));
  }

  private Explanation explain(
      HtmlPage page,
      PageMetadata metadata,
      HtmlTitles.Title title,
      HtmlLines lines,
      List<PageLine> told) {
    LineSorter sorter = new LineSorter(told, HtmlLines.PARAGRAPHS);
    HeadOfHtml head = new HeadOfHtml(sorter, title.text());
    Reading reading = new Reading(page, metadata, sorter, head, title, lines.moments());
    Article article = reading.article();
    Explanation made = new Explanation(List.of(article), sorter.fates(1));
    if (!DumpExtraction.isArticle(article)) {
      String all = article.title() + "\n" + article.text();
      return new Explanation(
          List.of(new Rejected(page.origin(), DumpExtraction.reason(all))), made.lines());
    }
    if (!metadata.isArticle()
        && PlainText.words(article.text()) < LEAST_WORDS_OF_INDEX
        && lines.linkedWords() > LEAST_WORDS_OF_INDEX * 5) {
      return new Explanation(
          List.of(new Rejected(page.origin(), "the page lists other pages and holds no article")),
          made.lines());
    }
    return made;
  }

  /** One page on its way to an article; notes what gives each part. */
  private final class Reading {
    private final HtmlPage page;
    private final PageMetadata metadata;
    private final LineSorter lines;
    private final HeadOfHtml head;
    private final HtmlTitles.Title title;
    private final List<String> moments;
    private final Map<Part, Provenance> foundBy = new EnumMap<>(Part.class);

    Reading(
        HtmlPage page,
        PageMetadata metadata,
        LineSorter lines,
        HeadOfHtml head,
        HtmlTitles.Title title,
        List<String> moments) {
      this.moments = moments;
      this.page = page;
      this.metadata = metadata;
      this.lines = lines;
      this.head = head;
      this.title = title;
    }

    Article article() {
      Given address = metadata.url();
      String url = address == null ? page.url() : note(Part.URL, address);
      String text = text();
      String source = source(url);
      if (!title.text().isEmpty()) {
        foundBy.put(Part.TITLE, title.by());
      }
      String summary = summary(title.text(), text);
      String author = author(source);
      String category = category();
      Details details = details(text);
      return new Article(
          url != null && url.length() <= Article.MAX_ID_LENGTH && !url.isBlank()
              ? url
              : ContentHash.of(title.text(), text),
          url,
          title.text(),
          summary,
          text,
          PublicationDates.choose(candidates(url)),
          source,
          author,
          category,
          null,
          details,
          List.of());
    }

    private String note(Part part, Given given) {
      foundBy.put(part, given.by());
      return given.value();
    }

    /** The text found on the page; that of JSON-LD where the page shows less than half of it. */
    private String text() {
      String shown = String.join("\n", lines.words(lines.body()));
      String declared = metadata.articleBody();
      String stated = declared == null ? "" : PlainText.paragraphs(declared);
      int words = PlainText.words(stated);
      if (words > 0 && PlainText.words(shown) < SHARE_OF_DECLARED * words) {
        foundBy.put(Part.BODY, Provenance.JSON_LD);
        return stated;
      }
      if (!shown.isEmpty()) {
        foundBy.put(Part.BODY, Provenance.DENSITY);
      }
      return shown;
    }

    private List<Candidate> candidates(@Nullable String url) {
      List<Candidate> candidates = new ArrayList<>(metadata.dates(url, page.fetched()));
      moments.forEach(moment -> candidates.add(new Candidate(Method.MARKUP, moment)));
      lines.datelines().forEach(line -> candidates.add(new Candidate(Method.DATELINE, line)));
      return candidates;
    }

    /** The outlet of the address, else of a name that the site gives itself, else the host. */
    private @Nullable String source(@Nullable String url) {
      Outlet known = url == null ? null : tables.outlets().ofUrl(url);
      if (known != null) {
        foundBy.put(Part.SOURCE, Provenance.ADDRESS);
        return known.label();
      }
      List<Given> names = new ArrayList<>(metadata.siteNames());
      for (Given name : names) {
        Outlet outlet = tables.outlets().named(name.value());
        if (outlet != null) {
          foundBy.put(Part.SOURCE, name.by());
          return outlet.label();
        }
      }
      for (Given name : names) {
        if (!isAddress(name.value()) && Script.hasArabic(name.value())) {
          return note(Part.SOURCE, name);
        }
      }
      if (title.outlet() != null) {
        foundBy.put(Part.SOURCE, title.by());
        return title.outlet();
      }
      return sourceElse(names, url);
    }

    private @Nullable String sourceElse(List<Given> names, @Nullable String url) {
      String stated = lines.statedSource();
      String credited = stated == null ? null : tables.credits().ofStatement(stated);
      String line = credited == null ? lines.bylineSource() : credited;
      if (line != null) {
        foundBy.put(Part.SOURCE, Provenance.LINES);
        return line;
      }
      String host = url == null ? null : Outlets.hostOf(url);
      if (host != null) {
        foundBy.put(Part.SOURCE, Provenance.ADDRESS);
        return host;
      }
      return names.isEmpty() ? null : note(Part.SOURCE, names.getFirst());
    }

    private static boolean isAddress(String name) {
      return name.indexOf(' ') < 0 && name.indexOf('.') > 0;
    }

    /** The summary that the page shows as such, else what it says of itself, else the deck. */
    private @Nullable String summary(String heading, String text) {
      if (!lines.summary().isEmpty()) {
        foundBy.put(Part.SUMMARY, Provenance.LINES);
        return String.join("\n", lines.words(lines.summary()));
      }
      for (Given given : metadata.summaries()) {
        if (Summaries.saysMore(given.value(), heading, text)
            && Summaries.isOf(given.value(), heading, text)) {
          return note(Part.SUMMARY, given);
        }
      }
      String deck = head.subtitle();
      if (deck != null) {
        foundBy.put(Part.SUMMARY, Provenance.MARKUP);
      }
      return deck;
    }

    /** A person: not the outlet itself, an agency or an address. */
    private @Nullable String author(@Nullable String source) {
      for (Given given : metadata.authors()) {
        String name = given.value();
        boolean other =
            tables.outlets().named(name) != null
                || name.equals(source)
                || name.contains("://")
                || isAddress(name)
                || PlainText.words(name) > 8
                || metadata.siteNames().stream().anyMatch(s -> s.value().equals(name))
                || !Script.hasArabic(name);
        if (!other) {
          return note(Part.AUTHOR, given);
        }
      }
      if (lines.author() != null) {
        foundBy.put(Part.AUTHOR, Provenance.LINES);
      }
      return lines.author();
    }

    private @Nullable String category() {
      for (Given given : metadata.sections()) {
        if (!tables.boilerplate().isHome(given.value()) && PlainText.words(given.value()) <= 5) {
          return note(Part.CATEGORY, given);
        }
      }
      if (lines.section() != null) {
        foundBy.put(Part.CATEGORY, Provenance.LINES);
      }
      return lines.section();
    }

    private Details details(String text) {
      if (head.subtitle() != null) {
        foundBy.put(Part.SUBTITLE, Provenance.MARKUP);
      }
      List<Caption> captions = new ArrayList<>();
      for (int i : lines.captions()) {
        captions.add(tables.pageLines().caption(lines.line(i).text()));
      }
      if (!captions.isEmpty()) {
        boolean marked = lines.line(lines.captions().getFirst()).rule() == LineRule.PICTURE_ELEMENT;
        foundBy.put(Part.CAPTION, marked ? Provenance.MARKUP : Provenance.LINES);
      }
      List<String> tags = tags();
      Set<String> agencies = new LinkedHashSet<>();
      metadata
          .authors()
          .forEach(author -> agencies.addAll(tables.credits().agenciesIn(author.value())));
      lines.credited().forEach(line -> agencies.addAll(tables.credits().agenciesIn(line)));
      int end = text.indexOf('\n');
      agencies.addAll(
          tables
              .credits()
              .agenciesAround(
                  end < 0 ? text : text.substring(0, end),
                  text.substring(text.lastIndexOf('\n') + 1)));
      if (!agencies.isEmpty()) {
        foundBy.put(Part.AGENCIES, Provenance.LINES);
      }
      return new Details(head.subtitle(), captions, tags, List.copyOf(agencies), foundBy);
    }

    private List<String> tags() {
      List<Given> given = metadata.tags();
      if (given.isEmpty() && !lines.tags().isEmpty()) {
        foundBy.put(Part.TAGS, Provenance.LINES);
        return tables.keyWords().of(lines.tags());
      }
      given = given.isEmpty() ? metadata.searchWords() : given;
      List<String> tags = tables.keyWords().of(given.stream().map(Given::value).toList());
      if (Boilerplate.keyOf(String.join(" ", tags)).equals(Boilerplate.keyOf(title.text()))) {
        return List.of(); // the headline cut into words
      }
      if (!tags.isEmpty()) {
        foundBy.put(Part.TAGS, given.getFirst().by());
      }
      return tags;
    }
  }
}
