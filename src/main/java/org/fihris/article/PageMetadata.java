package org.fihris.article;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.fihris.date.Candidate;
import org.fihris.date.Candidate.Event;
import org.fihris.date.PublicationDate.Method;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What a page in HTML says of its article outside the text: JSON-LD, OpenGraph and other meta
 * elements, microdata, links, {@code <time>}. Nothing is chosen here but by the order of trust.
 */
final class PageMetadata {

  /**
   * A value, and what gave it.
   *
   * @param value tidied, on one line, never empty
   */
  record Given(String value, Provenance by) {}

  /** Names of meta elements that give the day of publication, the most explicit first. */
  private static final List<String> PUBLISHED =
      List.of(
          "article:published_time",
          "og:article:published_time",
          "datepublished",
          "pubdate",
          "publishdate",
          "publish-date",
          "publish_date",
          "publication_date",
          "publicationdate",
          "og:published_time",
          "article.published",
          "article_date_original",
          "originalpublicationdate",
          "sailthru.date",
          "parsely-pub-date",
          "cxenseparse:recs:publishtime",
          "dc.date.issued",
          "dcterms.issued",
          "dcterms.created",
          "dc.date",
          "dcterms.date",
          "datecreated",
          "date");

  private static final List<String> UPDATED =
      List.of(
          "article:modified_time",
          "og:updated_time",
          "datemodified",
          "lastmod",
          "dcterms.modified");

  private static final int MOST_TAGS_OF_META = 15;

  private final Document document;
  private final @Nullable String fetchedFrom;
  private final Map<String, List<String>> metas = new HashMap<>();
  private final JsonLd jsonLd;

  PageMetadata(Document document, @Nullable String fetchedFrom) {
    this.document = document;
    this.fetchedFrom = fetchedFrom;
    for (Element meta : document.getElementsByTag("meta")) {
      String content = PlainText.oneLine(meta.attr("content"));
      for (String attribute : new String[] {"property", "name", "itemprop"}) {
        String name = meta.attr(attribute).toLowerCase(Locale.ROOT).strip();
        if (!name.isEmpty() && !content.isEmpty()) {
          metas.computeIfAbsent(name, key -> new ArrayList<>()).add(content);
        }
      }
    }
    List<String> addresses = new ArrayList<>(addresses());
    this.jsonLd = new JsonLd(document, addresses);
  }

  /** The article's address: as the page states it, else where it was fetched. */
  @Nullable Given url() {
    for (String address : addresses()) {
      if (leadsToPage(address)) {
        return new Given(
            address, address.equals(fetchedFrom) ? Provenance.ADDRESS : Provenance.META);
      }
    }
    for (String property : new String[] {"url", "mainEntityOfPage"}) {
      String address = jsonLd.text(property);
      if (address != null && leadsToPage(address)) {
        return new Given(address, Provenance.JSON_LD);
      }
    }
    return null;
  }

  private List<String> addresses() {
    List<String> addresses = new ArrayList<>();
    Element canonical = document.selectFirst("link[rel=canonical]");
    if (canonical != null) {
      addresses.add(canonical.absUrl("href"));
      addresses.add(canonical.attr("href"));
    }
    addresses.addAll(metas.getOrDefault("og:url", List.of()));
    if (fetchedFrom != null) {
      addresses.add(fetchedFrom);
    }
    return addresses;
  }

  /** Some sites name their front page as the address of every page. */
  private static boolean leadsToPage(String address) {
    try {
      URI uri = new URI(address.replace(" ", "%20"));
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      String path = uri.getPath();
      boolean front = (path == null || path.length() <= 1) && uri.getQuery() == null;
      return web && uri.getHost() != null && !front;
    } catch (URISyntaxException e) {
      return false;
    }
  }

  /** The headlines that the page states, the most believed first; the title element is the last. */
  List<Given> headlines() {
    List<Given> given = new ArrayList<>();
    add(given, jsonLd.texts("headline"), Provenance.JSON_LD);
    addMeta(given, "og:title");
    addMeta(given, "twitter:title");
    addMeta(given, "headline");
    add(given, List.of(document.title()), Provenance.META);
    return given;
  }

  List<Given> summaries() {
    List<Given> given = new ArrayList<>();
    add(given, jsonLd.texts("description"), Provenance.JSON_LD);
    addMeta(given, "og:description");
    addMeta(given, "description");
    addMeta(given, "twitter:description");
    return given;
  }

  /** The names that the site has for itself. */
  List<Given> siteNames() {
    List<Given> given = new ArrayList<>();
    add(given, jsonLd.texts("publisher"), Provenance.JSON_LD);
    addMeta(given, "og:site_name");
    addMeta(given, "application-name");
    addMeta(given, "apple-mobile-web-app-title");
    return given;
  }

  List<Given> authors() {
    List<Given> given = new ArrayList<>();
    add(given, jsonLd.texts("author"), Provenance.JSON_LD);
    addMeta(given, "article:author");
    addMeta(given, "author");
    addMeta(given, "dc.creator");
    for (Element element : document.select("[itemprop=author] [itemprop=name], [rel=author]")) {
      add(given, List.of(element.text()), Provenance.MARKUP);
    }
    return given;
  }

  List<Given> sections() {
    List<Given> given = new ArrayList<>();
    add(given, jsonLd.texts("articleSection"), Provenance.JSON_LD);
    addMeta(given, "article:section");
    addMeta(given, "articlesection");
    List<String> steps = jsonLd.breadcrumb();
    if (steps.size() > 2) {
      add(given, List.of(steps.get(steps.size() - 2)), Provenance.JSON_LD);
    }
    return given;
  }

  /** The key words, of the first place that gives any. */
  List<Given> tags() {
    List<Given> given = new ArrayList<>();
    add(given, jsonLd.texts("keywords"), Provenance.JSON_LD);
    if (given.isEmpty()) {
      addMeta(given, "article:tag");
    }
    if (given.isEmpty()) {
      for (Element link : document.select("a[rel=tag]")) {
        add(given, List.of(link.text()), Provenance.MARKUP);
      }
    }
    return given;
  }

  /** What the meta element for search engines says, if it is a list that a person wrote. */
  List<Given> searchWords() {
    List<Given> given = new ArrayList<>();
    addMeta(given, "news_keywords");
    if (given.isEmpty()) {
      addMeta(given, "keywords");
    }
    boolean one =
        given.size() == 1 && given.getFirst().value().split("[،,;]").length <= MOST_TAGS_OF_META;
    return one ? given : List.of();
  }

  /** The text that JSON-LD gives as the article's; {@code null} if it gives none. */
  @Nullable String articleBody() {
    return jsonLd.text("articleBody");
  }

  /** Whether the page says that it is an article. */
  boolean isArticle() {
    return jsonLd.isArticle()
        || metas.getOrDefault("og:type", List.of()).contains("article")
        || metas.containsKey("article:published_time");
  }

  /** Where the page may state its date of publication, but for its lines. */
  List<Candidate> dates(@Nullable String url, @Nullable Instant fetched) {
    List<Candidate> dates = new ArrayList<>();
    for (String property : new String[] {"datePublished", "dateCreated", "uploadDate"}) {
      addDate(dates, Method.METADATA, jsonLd.text(property), Event.PUBLISHED);
    }
    for (String name : PUBLISHED) {
      for (String value : metas.getOrDefault(name, List.of())) {
        addDate(dates, Method.METADATA, value, Event.PUBLISHED);
      }
    }
    addDate(dates, Method.METADATA, jsonLd.text("dateModified"), Event.UPDATED);
    for (String name : UPDATED) {
      metas
          .getOrDefault(name, List.of())
          .forEach(value -> addDate(dates, Method.METADATA, value, Event.UPDATED));
    }
    for (Element element : document.select("[itemprop=datePublished]:not(meta)")) {
      addDate(dates, Method.MARKUP, momentOf(element), Event.PUBLISHED);
    }
    addDate(dates, Method.URL, url == null ? fetchedFrom : url, Event.PUBLISHED);
    addDate(dates, Method.HEADER, fetched == null ? null : fetched.toString(), Event.UPDATED);
    return dates;
  }

  /** The date of a {@code <time>} or other element: the one for machines, else its words. */
  static String momentOf(Element element) {
    String machine =
        element.hasAttr("datetime") ? element.attr("datetime") : element.attr("content");
    return machine.isBlank() ? element.text() : machine;
  }

  private static void addDate(
      List<Candidate> dates, Method method, @Nullable String value, Event event) {
    if (value != null && !value.isBlank()) {
      dates.add(new Candidate(method, value.strip(), event));
    }
  }

  private void addMeta(List<Given> given, String name) {
    add(given, metas.getOrDefault(name, List.of()), Provenance.META);
  }

  private static void add(List<Given> given, List<String> values, Provenance by) {
    for (String value : values) {
      String line = PlainText.oneLine(value);
      if (!line.isEmpty()) {
        given.add(new Given(line, by));
      }
    }
  }
}
