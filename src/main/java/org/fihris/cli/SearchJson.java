package org.fihris.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.analysis.MatchLevel;
import org.fihris.article.Article;
import org.fihris.facet.FacetCounts;
import org.fihris.facet.FacetValue;
import org.fihris.query.Warning;
import org.fihris.search.Explanation;
import org.fihris.search.Hit;
import org.fihris.search.Hits;
import org.fihris.search.Snippet;
import org.jspecify.annotations.Nullable;

/** The JSON of searches: hits, facets and explanations. */
final class SearchJson {

  private SearchJson() {}

  static Map<String, Object> hits(Hits hits) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("query", hits.query());
    json.put("total", Json.object("value", hits.total(), "exact", hits.totalExact()));
    json.put("took_ms", hits.took().toMillis());
    json.put("hits", hits.hits().stream().map(SearchJson::hit).toList());
    Map<String, Object> facets = new LinkedHashMap<>();
    for (FacetCounts counts : hits.facets()) {
      facets.put(counts.request().dimension().key(), values(counts.values()));
    }
    json.put("facets", facets);
    json.put("warnings", warnings(hits.warnings()));
    json.put("next", null);
    return json;
  }

  private static List<Map<String, Object>> warnings(List<Warning> warnings) {
    return warnings.stream()
        .map(warning -> Json.object("code", Json.key(warning.code()), "message", warning.message()))
        .toList();
  }

  static Map<String, Object> explanation(Explanation explanation) {
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
        "warnings",
        warnings(explanation.warnings()));
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
    json.put("entities", Json.entities(article.entities()));
    return json;
  }

  private static Map<String, Object> snippet(Snippet snippet) {
    List<List<Integer>> marks =
        snippet.marks().stream().map(mark -> List.of(mark.start(), mark.end())).toList();
    List<@Nullable String> levels = new ArrayList<>();
    snippet.marks().forEach(mark -> levels.add(key(mark.level())));
    return Json.object(
        "field", snippet.field(), "text", snippet.text(), "marks", marks, "levels", levels);
  }

  static Map<String, Object> facet(FacetCounts counts) {
    return Json.object(
        "dim",
        counts.request().dimension().key(),
        "values",
        values(counts.values()),
        "total_values",
        counts.totalValues());
  }

  static List<Map<String, Object>> values(List<FacetValue> values) {
    return values.stream()
        .map(v -> Json.object("value", v.value(), "label", v.label(), "count", v.count()))
        .toList();
  }

  private static @Nullable String key(@Nullable MatchLevel level) {
    return level == null ? null : Json.key(level);
  }
}
