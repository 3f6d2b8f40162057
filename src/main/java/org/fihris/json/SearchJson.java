package org.fihris.json;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.analysis.MatchLevel;
import org.fihris.article.Article;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.query.Warning;
import org.fihris.saved.SavedSearch;
import org.fihris.search.Coverage;
import org.fihris.search.Explanation;
import org.fihris.search.Hit;
import org.fihris.search.Hits;
import org.fihris.search.MarkedArticle;
import org.fihris.snippet.Snippet;
import org.fihris.suggest.Help;
import org.fihris.suggest.Offer;
import org.jspecify.annotations.Nullable;

/** The JSON of searches: hits, facets and explanations. */
public final class SearchJson {

  private SearchJson() {}

  public static Map<String, Object> hits(Hits hits, Help help) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("query", hits.query());
    json.put("counted", Json.key(hits.counted()));
    json.put(
        "total",
        Json.object("value", hits.total(), "stories", hits.stories(), "exact", hits.totalExact()));
    json.put("took_ms", hits.took().toMillis());
    json.put("hits", hits.hits().stream().map(SearchJson::hit).toList());
    Map<String, Object> facets = new LinkedHashMap<>();
    for (FacetCounts counts : hits.facets()) {
      facets.put(counts.request().dimension().key(), values(counts.values()));
    }
    json.put("facets", facets);
    json.put("warnings", warnings(hits.warnings()));
    json.put("next", hits.next());
    json.put("did_you_mean", offers(help.readings()));
    json.put("less_strict", offers(help.steps()));
    return json;
  }

  private static List<Map<String, Object>> offers(List<Offer> offers) {
    return offers.stream()
        .map(
            offer ->
                Json.object(
                    "kind",
                    Json.key(offer.kind()),
                    "query",
                    offer.request().text(),
                    "detail",
                    offer.detail(),
                    "articles",
                    offer.articles()))
        .toList();
  }

  public static List<Map<String, Object>> warnings(List<Warning> warnings) {
    return warnings.stream()
        .map(
            warning ->
                Json.object(
                    "code",
                    Json.key(warning.code()),
                    "message",
                    warning.message(),
                    "part",
                    warning.part()))
        .toList();
  }

  public static Map<String, Object> explanation(Explanation explanation) {
    return Json.object(
        "query",
        explanation.query(),
        "id",
        explanation.id(),
        "outcome",
        Json.key(explanation.outcome()),
        "rank",
        explanation.rank() == 0 ? null : explanation.rank(),
        "score",
        explanation.score(),
        "parts",
        explanation.parts().stream().map(SearchJson::part).toList(),
        "recency",
        recency(explanation.recency()),
        "warnings",
        warnings(explanation.warnings()));
  }

  private static @Nullable Map<String, Object> recency(Explanation.@Nullable Recency recency) {
    if (recency == null) {
      return null;
    }
    Duration age = recency.age();
    return Json.object(
        "age_hours",
        age == null ? null : age.toHours(),
        "share",
        recency.share(),
        "score",
        recency.score());
  }

  private static Map<String, Object> part(Explanation.Part part) {
    return Json.object(
        "text",
        part.text(),
        "stem",
        part.stem(),
        "score",
        part.score(),
        "as_typed",
        part.asTyped(),
        "opening",
        part.opening(),
        "forms",
        part.forms().stream()
            .map(
                form ->
                    Json.object(
                        "field",
                        form.field(),
                        "text",
                        form.text(),
                        "count",
                        form.count(),
                        "level",
                        key(form.level())))
            .toList());
  }

  private static Map<String, Object> hit(Hit hit) {
    Article article = hit.article();
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", article.id());
    json.put("score", hit.score());
    json.put("level", key(hit.level()));
    json.put("group", hit.group());
    json.put("title", article.title());
    json.put("url", article.url());
    json.put("source", article.source());
    json.put("date", Json.date(article.date()));
    json.put("date_method", Json.dateMethod(article.date()));
    json.put("snippets", hit.snippets().stream().map(SearchJson::snippet).toList());
    json.put("entities", ArticleJson.entities(article.entities()));
    json.put("coverage", hit.coverage() == null ? null : coverage(hit.coverage()));
    return json;
  }

  private static Map<String, Object> coverage(Coverage coverage) {
    return Json.object(
        "articles",
        coverage.articles(),
        "outlets",
        coverage.outlets(),
        "independent_sources",
        coverage.independentSources(),
        "reprints",
        coverage.reprints().stream()
            .map(
                reprint ->
                    Json.object(
                        "id",
                        reprint.id(),
                        "title",
                        reprint.title(),
                        "source",
                        reprint.source(),
                        "date",
                        Json.date(reprint.date())))
            .toList());
  }

  public static Map<String, Object> snippet(Snippet snippet) {
    List<List<Integer>> marks =
        snippet.marks().stream().map(mark -> List.of(mark.start(), mark.end())).toList();
    List<@Nullable String> levels = new ArrayList<>();
    snippet.marks().forEach(mark -> levels.add(key(mark.level())));
    List<@Nullable String> words = new ArrayList<>();
    snippet.marks().forEach(mark -> words.add(mark.word()));
    return Json.object(
        "field",
        snippet.field(),
        "text",
        snippet.text(),
        "marks",
        marks,
        "levels",
        levels,
        "words",
        words,
        "start",
        snippet.start(),
        "cut",
        List.of(snippet.cut().start(), snippet.cut().end()));
  }

  /** An article as {@code show} prints it, with the marks of its texts under their keys. */
  public static Map<String, Object> read(MarkedArticle read) {
    Map<String, Object> json = ArticleJson.articleOfIndex(read.article(), read.group());
    json.put("query", read.query());
    Map<String, Object> marks = new LinkedHashMap<>();
    for (Snippet text : read.texts()) {
      String key = text.field().equals("body") ? "text" : text.field();
      marks.put(key, text.marks().stream().map(SearchJson::mark).toList());
    }
    json.put("marks", marks);
    json.put("warnings", warnings(read.warnings()));
    return json;
  }

  private static Map<String, Object> mark(Snippet.Mark mark) {
    return Json.object(
        "start", mark.start(), "end", mark.end(), "word", mark.word(), "level", key(mark.level()));
  }

  public static Map<String, Object> facet(FacetCounts counts) {
    return Json.object(
        "dim",
        counts.request().dimension().key(),
        "counted",
        Json.key(counts.counted()),
        "values",
        values(counts.values()),
        "total_values",
        counts.totalValues());
  }

  public static List<Map<String, Object>> values(List<FacetValue> values) {
    return values.stream()
        .map(v -> Json.object("value", v.value(), "label", v.label(), "count", v.count()))
        .toList();
  }

  private static @Nullable String key(@Nullable MatchLevel level) {
    return level == null ? null : Json.key(level);
  }

  /** A search that is kept. */
  public static Map<String, Object> saved(SavedSearch search) {
    return Json.object(
        "name", search.name(), "query", search.text(), "conditions", search.conditions());
  }
}
