package org.fihris.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.entity.Entity;
import org.fihris.explore.SimilarArticle;
import org.fihris.explore.SimilarRequest;
import org.fihris.explore.Timeline;
import org.fihris.explore.TimelineRequest;
import org.fihris.query.SearchParameters;
import org.fihris.search.MarkedArticle;
import org.fihris.search.NewsSearcher;
import org.fihris.snippet.Snippet;
import org.jspecify.annotations.Nullable;

/** Puts the page of an article together. */
final class ReadingPages {
  private static final int SIMILAR = 6;
  private static final int REPORTS = 8;
  private static final int IN_COMMON = 4;
  private static final int ENTITIES = 24;

  private final NewsSearcher searcher;
  private final SearchState state;
  private final Links links;
  private final Texts texts;
  private final Calendar calendar;

  ReadingPages(NewsSearcher searcher, SearchState state, SearchParameters parameters) {
    this.searcher = searcher;
    this.state = state;
    this.links = new Links(parameters, state.look(), state.request());
    this.texts = Texts.in(state.look().language());
    this.calendar = new Calendar(texts);
  }

  /**
   * @return null if there is no such article
   */
  @Nullable ReadingPage page(String id) {
    MarkedArticle read = searcher.read(id, state.request());
    if (read == null) {
      return null;
    }
    Article article = read.article();
    boolean asked = !state.request().text().isBlank();
    MarkedTexts marked = new MarkedTexts(asked ? read.texts() : unmarked(read.texts()));
    String headline = HitCards.headline(article.title(), texts);
    List<MarkedLine> headlines = marked.of("title");
    List<MarkedLine> subtitles = marked.of("subtitle");
    String original = webAddress(article.url());
    return new ReadingPage(
        Shell.of(texts, state.look(), links, links.article(id), headline),
        state.isFront() ? null : links.search(state.request()).href(),
        article.category(),
        headlines.isEmpty() ? MarkedLine.of(headline) : headlines.getFirst(),
        subtitles.isEmpty() ? null : subtitles.getFirst(),
        Objects.equals(article.summary(), article.details().subtitle())
            ? List.of()
            : marked.of("summary"),
        marked.of("body"),
        article.source(),
        article.author(),
        calendar.published(article.date()),
        longDay(article.date()),
        dateNote(article.date()),
        original,
        original == null ? null : URI.create(original).getHost(),
        asked
            ? new ReadingPage.Marks(
                texts.count("marks", marked.count()), marked.count() > 0, legend(marked.kinds()))
            : null,
        article.details().captions().stream()
            .map(caption -> new ReadingPage.Caption(caption.text(), caption.credit()))
            .toList(),
        article.details().tags(),
        article.details().agencies(),
        article.entities().stream().limit(ENTITIES).map(this::chip).toList(),
        course(id),
        similar(id),
        Notices.of(read.warnings(), state.faults(), !asked, texts));
  }

  private static List<Snippet> unmarked(List<Snippet> snippets) {
    return snippets.stream()
        .map(one -> new Snippet(one.field(), one.text(), List.of(), one.start(), one.cut()))
        .toList();
  }

  /** The texts of an article as paragraphs, with their marks numbered through. */
  private record MarkedTexts(List<Snippet> snippets) {
    List<MarkedLine> of(String field) {
      int first = 1;
      for (Snippet snippet : snippets) {
        if (snippet.field().equals(field)) {
          return MarkedLine.paragraphs(snippet, first);
        }
        first += snippet.marks().size();
      }
      return List.of();
    }

    int count() {
      return snippets.stream().mapToInt(snippet -> snippet.marks().size()).sum();
    }

    Set<Nearness> kinds() {
      Set<Nearness> kinds = EnumSet.noneOf(Nearness.class);
      snippets.forEach(
          snippet -> snippet.marks().forEach(mark -> kinds.add(Nearness.of(mark.level()))));
      return kinds;
    }
  }

  /** One kind that is the word itself needs no words. */
  private List<ReadingPage.Legend> legend(Set<Nearness> kinds) {
    return kinds.equals(Set.of(Nearness.SAME))
        ? List.of()
        : kinds.stream()
            .map(kind -> new ReadingPage.Legend(kind.key(), texts.get("mark." + kind.key())))
            .toList();
  }

  private @Nullable String longDay(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known -> calendar.longDay(known.day());
      case PublicationDate.Unknown unknown -> null;
    };
  }

  private String dateNote(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known ->
          texts.get("date.method." + known.method().name())
              + texts.get("date.confidence." + known.confidence().name());
      case PublicationDate.Unknown unknown -> texts.get("date.unknown");
    };
  }

  /** Only what leads into the web is a link: nothing that runs, nothing local. */
  private static @Nullable String webAddress(@Nullable String url) {
    if (url == null) {
      return null;
    }
    try {
      URI address = URI.create(url.strip());
      String scheme = address.getScheme() == null ? "" : address.getScheme();
      return Set.of("http", "https").contains(scheme.toLowerCase(Locale.ROOT))
              && address.getHost() != null
          ? address.toASCIIString()
          : null;
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private EntityChip chip(Entity entity) {
    String label = EntityChip.label(entity, texts.language().labels());
    return new EntityChip(
        label,
        EntityChip.kind(entity),
        links.entity(entity.id()).href(),
        texts.get("entity.about", label),
        false);
  }

  /** Null where nobody else reported it. */
  private ReadingPage.@Nullable Course course(String id) {
    Timeline timeline = searcher.stories().timeline(id, TimelineRequest.USUAL);
    if (timeline == null) {
      return null;
    }
    int articles = timeline.outlets().stream().mapToInt(Timeline.Outlet::articles).sum();
    int reports = timeline.days().stream().mapToInt(day -> day.reports().size()).sum();
    if (articles < 2) {
      return null;
    }
    return new ReadingPage.Course(
        days(timeline, id),
        timeline.outlets().size() < 2 ? null : texts.count("outlets", timeline.outlets().size()),
        reports <= REPORTS || state.whole()
            ? null
            : new Choice(
                texts.count("timeline.whole", reports),
                links.article(id).with(SearchState.WHOLE, "whole").href() + "#story",
                false));
  }

  private List<ReadingPage.Day> days(Timeline timeline, String id) {
    double least = leastLikeness(timeline);
    List<ReadingPage.Day> days = new ArrayList<>();
    for (Timeline.Day day : timeline.days()) {
      List<StoryLink> reports =
          day.reports().stream()
              .filter(report -> report.likeness() >= least)
              .map(report -> report(report, id))
              .toList();
      if (!reports.isEmpty()) {
        days.add(
            new ReadingPage.Day(
                day.day() == null ? texts.get("date.none") : calendar.longDay(day.day()), reports));
      }
    }
    return days;
  }

  /** What a report must have to be among the few that are shown unless the whole is asked for. */
  private double leastLikeness(Timeline timeline) {
    List<Double> likeness =
        timeline.days().stream()
            .flatMap(day -> day.reports().stream())
            .map(Timeline.Report::likeness)
            .sorted(Comparator.reverseOrder())
            .toList();
    return state.whole() || likeness.size() <= REPORTS ? 0 : likeness.get(REPORTS - 1);
  }

  private StoryLink report(Timeline.Report report, String id) {
    boolean current =
        report.article().id().equals(id)
            || report.reprints().stream().anyMatch(reprint -> reprint.id().equals(id));
    Set<String> others = new LinkedHashSet<>();
    for (Timeline.Reprint reprint : report.reprints()) {
      if (reprint.source() != null) {
        others.add(reprint.source());
      }
    }
    return new StoryLink(
        HitCards.headline(report.article().title(), texts),
        links.article(report.article().id()).href(),
        report.article().source(),
        null,
        List.of(),
        others.isEmpty()
            ? null
            : texts.get("timeline.too", String.join(texts.get("comma"), others)),
        current);
  }

  private List<StoryLink> similar(String id) {
    List<SimilarArticle> similar =
        searcher.stories().similar(id, SimilarRequest.USUAL.withLimit(SIMILAR));
    if (similar == null) {
      return List.of();
    }
    return similar.stream().map(this::similar).toList();
  }

  private StoryLink similar(SimilarArticle similar) {
    Article article = similar.article();
    return new StoryLink(
        HitCards.headline(article.title(), texts),
        links.article(article.id()).href(),
        article.source(),
        calendar.published(article.date()).day(),
        similar.words().stream().limit(IN_COMMON).toList(),
        null,
        false);
  }
}
