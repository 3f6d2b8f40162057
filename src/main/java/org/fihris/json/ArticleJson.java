package org.fihris.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.fihris.article.Article;
import org.fihris.article.Details;
import org.fihris.article.LineFate;
import org.fihris.date.PublicationDate;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.jspecify.annotations.Nullable;

/** Articles: as a page gave them, with the fate of its lines, and as an index holds them. */
public final class ArticleJson {
  private ArticleJson() {}

  public static Map<String, Object> entities(List<Entity> entities) {
    Map<String, Object> json = new LinkedHashMap<>();
    for (EntityType type : EntityType.values()) {
      json.put(
          Json.key(type),
          entities.stream()
              .filter(entity -> entity.type() == type)
              .map(entity -> Json.object("id", entity.id(), "label", entity.labelAr()))
              .toList());
    }
    return json;
  }

  /** An article without what is unknown. */
  public static Map<String, Object> article(Article article) {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("id", article.id());
    putIfKnown(json, "url", article.url());
    json.put("title", article.title());
    putIfKnown(json, "summary", article.summary());
    json.put("text", article.text());
    putIfKnown(json, "date", Json.date(article.date()));
    json.put("date_method", Json.dateMethod(article.date()));
    putCertainty(json, article.date());
    putIfKnown(json, "source", article.source());
    putIfKnown(json, "author", article.author());
    putIfKnown(json, "category", article.category());
    putIfKnown(json, "parent_id", article.parentId());
    putDetails(json, article.details());
    return json;
  }

  private static void putDetails(Map<String, Object> json, Details details) {
    putIfKnown(json, "subtitle", details.subtitle());
    if (!details.captions().isEmpty()) {
      json.put(
          "captions",
          details.captions().stream()
              .map(caption -> Json.object("text", caption.text(), "credit", caption.credit()))
              .toList());
    }
    if (!details.tags().isEmpty()) {
      json.put("tags", details.tags());
    }
    if (!details.agencies().isEmpty()) {
      json.put("agencies", details.agencies());
    }
    if (!details.foundBy().isEmpty()) {
      Map<String, Object> foundBy = new LinkedHashMap<>();
      details.foundBy().forEach((part, by) -> foundBy.put(Json.key(part), Json.key(by)));
      json.put("found_by", foundBy);
    }
  }

  /** One line of a page with what became of it. */
  public static Map<String, Object> fate(String file, LineFate fate) {
    return Json.object(
        "file",
        file,
        "article",
        fate.article(),
        "part",
        fate.part() == null ? "dropped" : Json.key(fate.part()),
        "rule",
        fate.rule().key(),
        "phrase",
        fate.phrase().isEmpty() ? null : fate.phrase(),
        "text",
        fate.text());
  }

  public static Map<String, Object> articleOfIndex(Article article, @Nullable String group) {
    Map<String, Object> json = article(article);
    json.put("group", group);
    json.put("entities", entities(article.entities()));
    return json;
  }

  private static void putCertainty(Map<String, Object> json, PublicationDate date) {
    switch (date) {
      case PublicationDate.Known known -> {
        json.put("date_precision", Json.key(known.precision()));
        json.put("date_confidence", Json.key(known.confidence()));
        if (!known.disagreements().isEmpty()) {
          json.put(
              "date_disagreement",
              known.disagreements().stream()
                  .map(
                      other ->
                          Json.object("method", Json.key(other.method()), "stated", other.stated()))
                  .toList());
        }
      }
      case PublicationDate.Unknown unknown -> json.put("date_unknown", unknown.reason());
    }
  }

  private static void putIfKnown(Map<String, Object> json, String key, @Nullable String value) {
    if (value != null) {
      json.put(key, value);
    }
  }
}
