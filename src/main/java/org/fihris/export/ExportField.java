package org.fihris.export;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Stream;
import org.fihris.article.Article;
import org.fihris.date.PublicationDate;
import org.fihris.entity.Entity;
import org.fihris.entity.EntityType;
import org.fihris.search.Hit;
import org.fihris.snippet.Snippet;
import org.jspecify.annotations.Nullable;

/** What can be exported of a hit. */
public enum ExportField {
  ID(article(Article::id)),
  TITLE(article(Article::title)),
  SUBTITLE(article(article -> article.details().subtitle())),
  SUMMARY(article(Article::summary)),
  TEXT(article(Article::text)),
  /** The ISO day or moment; absent where it is not known. */
  DATE(article(article -> date(article.date()))),
  /** How the date is known; {@code none} where it is not. */
  DATE_METHOD(article(article -> dateMethod(article.date()))),
  SOURCE(article(Article::source)),
  CATEGORY(article(Article::category)),
  AUTHOR(article(Article::author)),
  URL(article(Article::url)),
  PARENT_ID(article(Article::parentId)),
  TAGS(article(article -> article.details().tags())),
  /** The labels of the persons named. */
  PERSONS(labels(EntityType.PERSON)),
  PERSON_IDS(ids(EntityType.PERSON)),
  PLACES(labels(EntityType.PLACE)),
  PLACE_IDS(ids(EntityType.PLACE)),
  ORGANISATIONS(labels(EntityType.ORGANISATION)),
  ORGANISATION_IDS(ids(EntityType.ORGANISATION)),
  /** The key of the story, the same for all reprints of a report. */
  GROUP(Hit::group),
  /** The points of the hit; 0 in orders that go by none. */
  SCORE(Hit::score),
  /** The texts of the snippets, without their marks. */
  SNIPPETS(hit -> hit.snippets().stream().map(Snippet::text).toList());

  /** What suits a list of articles. */
  public static final List<ExportField> USUAL = List.of(ID, DATE, SOURCE, CATEGORY, TITLE, URL);

  private final Function<Hit, @Nullable Object> value;

  ExportField(Function<Hit, @Nullable Object> value) {
    this.value = value;
  }

  /** The name in exports and on the command line, in ASCII. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The field of a key.
   *
   * @throws IllegalArgumentException if there is none, with the keys there are
   */
  public static ExportField fromKey(String key) {
    return Arrays.stream(values())
        .filter(field -> field.key().equals(key.strip().toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "there is no field '" + key.strip() + "'; the fields are " + keys()));
  }

  private static String keys() {
    return String.join(", ", Stream.of(values()).map(ExportField::key).toList());
  }

  /** The value of a hit: a text, a number, a list of texts, or null where it has none. */
  @Nullable Object of(Hit hit) {
    return value.apply(hit);
  }

  private static Function<Hit, @Nullable Object> article(
      Function<Article, @Nullable Object> value) {
    return hit -> value.apply(hit.article());
  }

  private static Function<Hit, @Nullable Object> labels(EntityType type) {
    return hit -> entities(hit, type).map(Entity::labelAr).toList();
  }

  private static Function<Hit, @Nullable Object> ids(EntityType type) {
    return hit -> entities(hit, type).map(Entity::id).toList();
  }

  private static Stream<Entity> entities(Hit hit, EntityType type) {
    return hit.article().entities().stream().filter(entity -> entity.type() == type);
  }

  private static @Nullable String date(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known ->
          known.time() == null ? known.day().toString() : known.time().toString();
      case PublicationDate.Unknown unknown -> null;
    };
  }

  private static String dateMethod(PublicationDate date) {
    return switch (date) {
      case PublicationDate.Known known -> known.method().name().toLowerCase(Locale.ROOT);
      case PublicationDate.Unknown unknown -> "none";
    };
  }
}
