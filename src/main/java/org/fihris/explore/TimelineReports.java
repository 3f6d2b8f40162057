package org.fihris.explore;

import java.io.IOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.lucene.document.Document;
import org.apache.lucene.search.Query;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.index.ArticleDocument;
import org.jspecify.annotations.Nullable;

/** Lays stories and their reprints out by day. Safe for any number of threads. */
final class TimelineReports {
  /** More articles are not laid out: the reprints of a hundred stories are fewer. */
  private static final int MOST_ARTICLES = 1_000;

  /** In the order of their time; on one day those without a clock time first, then by id. */
  private static final Comparator<Article> BY_TIME =
      Comparator.comparingLong((Article article) -> seconds(article.date()))
          .thenComparing(Article::id);

  private final Explored index;

  TimelineReports(Explored index) {
    this.index = index;
  }

  /**
   * @param likeness of stories by their keys
   * @param among the articles that may stand in the timeline
   */
  Timeline of(Map<String, Double> likeness, Query among) throws IOException {
    Map<String, List<Article>> byStory = articles(likeness, among);
    Map<LocalDate, List<Timeline.Report>> byDay = new TreeMap<>();
    List<Timeline.Report> undated = new ArrayList<>();
    for (Map.Entry<String, List<Article>> story : byStory.entrySet()) {
      List<Article> prints = story.getValue();
      Article first = prints.getFirst();
      Timeline.Report report =
          new Timeline.Report(
              first,
              story.getKey(),
              likeness.getOrDefault(story.getKey(), 0.0),
              prints.stream().skip(1).map(TimelineReports::reprint).toList());
      LocalDate day = day(first);
      (day == null ? undated : byDay.computeIfAbsent(day, d -> new ArrayList<>())).add(report);
    }
    List<Timeline.Day> days = new ArrayList<>();
    byDay.forEach((day, reports) -> days.add(new Timeline.Day(day, sorted(reports))));
    if (!undated.isEmpty()) {
      days.add(new Timeline.Day(null, sorted(undated)));
    }
    return new Timeline(days, outlets(byStory.values().stream().flatMap(List::stream).toList()));
  }

  private static List<Timeline.Report> sorted(List<Timeline.Report> reports) {
    reports.sort(Comparator.comparing(Timeline.Report::article, BY_TIME));
    return reports;
  }

  private Map<String, List<Article>> articles(Map<String, Double> likeness, Query among)
      throws IOException {
    Map<String, List<Article>> byStory = new LinkedHashMap<>();
    for (Document document : index.articles().ofStories(likeness.keySet(), among, MOST_ARTICLES)) {
      byStory
          .computeIfAbsent(ArticleDocument.group(document), key -> new ArrayList<>())
          .add(index.entities().article(document));
    }
    byStory.values().forEach(prints -> prints.sort(BY_TIME));
    return byStory;
  }

  private static List<Timeline.Outlet> outlets(List<Article> articles) {
    Map<String, List<Article>> bySource = new LinkedHashMap<>();
    List<Article> inOrder = new ArrayList<>(articles);
    inOrder.sort(BY_TIME);
    for (Article article : inOrder) {
      String source = article.source();
      bySource.computeIfAbsent(source == null ? "" : source, key -> new ArrayList<>()).add(article);
    }
    return bySource.values().stream()
        .map(own -> new Timeline.Outlet(own.getFirst().source(), day(own.getFirst()), own.size()))
        .toList();
  }

  private static Timeline.Reprint reprint(Article article) {
    return new Timeline.Reprint(article.id(), article.source(), day(article));
  }

  private static @Nullable LocalDate day(Article article) {
    return switch (article.date()) {
      case PublicationDate.Known known -> known.day();
      case PublicationDate.Unknown unknown -> null;
    };
  }

  private static long seconds(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known ->
          known.time() == null
              ? known.day().atStartOfDay(ZoneOffset.UTC).toEpochSecond()
              : known.time().toEpochSecond();
      case PublicationDate.Unknown unknown -> Long.MAX_VALUE;
    };
  }
}
