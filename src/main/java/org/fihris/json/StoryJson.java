package org.fihris.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.article.Article;
import org.fihris.explore.Significant;
import org.fihris.explore.SimilarArticle;
import org.fihris.explore.Timeline;
import org.jspecify.annotations.Nullable;

/** The JSON of similar articles, timelines and significant words. */
public final class StoryJson {
  private StoryJson() {}

  public static Map<String, Object> similar(String id, List<SimilarArticle> similar) {
    return Json.object(
        "id", id, "similar", similar.stream().map(StoryJson::similarArticle).toList());
  }

  private static Map<String, Object> similarArticle(SimilarArticle one) {
    Map<String, Object> json = article(one.article());
    json.put("group", one.group());
    json.put("score", one.score());
    json.put("words", one.words());
    json.put("entities", one.entities().stream().map(EntityJson::entity).toList());
    return json;
  }

  /** What tells an article from others. */
  public static Map<String, Object> article(Article article) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", article.id());
    json.put("title", article.title());
    json.put("url", article.url());
    json.put("source", article.source());
    json.put("date", Json.date(article.date()));
    return json;
  }

  public static Map<String, Object> timeline(String id, Timeline timeline) {
    return Json.object(
        "id",
        id,
        "days",
        timeline.days().stream()
            .map(
                day ->
                    Json.object(
                        "day",
                        text(day.day()),
                        "reports",
                        day.reports().stream().map(StoryJson::report).toList()))
            .toList(),
        "outlets",
        timeline.outlets().stream()
            .map(
                outlet ->
                    Json.object(
                        "source",
                        outlet.source(),
                        "first",
                        text(outlet.first()),
                        "articles",
                        outlet.articles()))
            .toList());
  }

  private static Map<String, Object> report(Timeline.Report report) {
    Map<String, Object> json = article(report.article());
    json.put("group", report.group());
    json.put("likeness", report.likeness());
    json.put(
        "reprints",
        report.reprints().stream()
            .map(
                other ->
                    Json.object(
                        "id", other.id(), "source", other.source(), "day", text(other.day())))
            .toList());
    return json;
  }

  private static @Nullable String text(@Nullable Object day) {
    return day == null ? null : day.toString();
  }

  public static Map<String, Object> significant(Significant significant) {
    return Json.object(
        "articles",
        significant.articles(),
        "sampled",
        significant.sampled(),
        "words",
        significant.words().stream()
            .map(
                word ->
                    Json.object(
                        "text",
                        word.text(),
                        "stem",
                        word.stem(),
                        "articles",
                        word.articles(),
                        "all",
                        word.all(),
                        "lift",
                        word.lift(),
                        "log_likelihood",
                        word.logLikelihood()))
            .toList(),
        "entities",
        significant.entities().stream()
            .map(
                one -> {
                  Map<String, Object> json = new LinkedHashMap<>(EntityJson.entity(one.entity()));
                  json.put("articles", one.articles());
                  json.put("all", one.all());
                  json.put("lift", one.lift());
                  json.put("log_likelihood", one.logLikelihood());
                  return json;
                })
            .toList());
  }
}
