package org.fihris.json;

import java.util.Map;
import org.fihris.suggest.SuggestRequest;
import org.fihris.suggest.Suggestion;
import org.fihris.suggest.Suggestions;

/** Ways to go on with what somebody types. */
public final class SuggestJson {
  private SuggestJson() {}

  public static Map<String, Object> suggestions(SuggestRequest request, Suggestions found) {
    return Json.object(
        "text",
        request.text(),
        "suggestions",
        found.suggestions().stream().map(SuggestJson::suggestion).toList(),
        "warnings",
        SearchJson.warnings(found.warnings()));
  }

  private static Map<String, Object> suggestion(Suggestion suggestion) {
    return switch (suggestion) {
      case Suggestion.OfEntity entity ->
          Json.object(
              "kind",
              "entity",
              "text",
              entity.text(),
              "id",
              entity.entity().id(),
              "type",
              Json.key(entity.entity().type()),
              "label_en",
              entity.entity().labelEn(),
              "articles",
              entity.articles());
      case Suggestion.OfPhrase phrase ->
          Json.object("kind", "phrase", "text", phrase.text(), "headlines", phrase.headlines());
      case Suggestion.OfHeadline headline ->
          Json.object(
              "kind",
              "headline",
              "text",
              headline.text(),
              "id",
              headline.id(),
              "day",
              headline.day() == null ? null : headline.day().toString());
    };
  }
}
