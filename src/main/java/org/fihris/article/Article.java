package org.fihris.article;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.fihris.date.PublicationDate;
import org.fihris.entity.Entity;
import org.jspecify.annotations.Nullable;

/**
 * A news article.
 *
 * @param id unique in an index: given by the source, else the URL, else a hash of the content
 * @param title the headline; empty where the source has none
 * @param text the body, paragraphs separated by a line feed
 * @param source the outlet, as it is to be shown and counted
 * @param category the section, as the source names it
 * @param parentId id of the article on whose page this one stood, if any
 * @param details sub-headline, captions, key words, agencies; what gave each part
 * @param entities who and what it names, most often named first; empty until recognised
 */
public record Article(
    String id,
    @Nullable String url,
    String title,
    @Nullable String summary,
    String text,
    PublicationDate date,
    @Nullable String source,
    @Nullable String author,
    @Nullable String category,
    @Nullable String parentId,
    Details details,
    List<Entity> entities)
    implements Extraction {

  /** The longest id that an index can hold, in UTF-16 units. */
  public static final int MAX_ID_LENGTH = 2_000;

  /**
   * @throws IllegalArgumentException if the id is blank or longer than {@link #MAX_ID_LENGTH}
   */
  public Article {
    if (id.isBlank() || id.length() > MAX_ID_LENGTH) {
      throw new IllegalArgumentException(
          "an article's id has 1 to " + MAX_ID_LENGTH + " characters, not " + id.length());
    }
    entities = List.copyOf(entities);
  }

  /** An article of which no more than this is known. */
  public static Article of(String id, String title, String text) {
    return new Article(
        id,
        null,
        title,
        null,
        text,
        new PublicationDate.Unknown("none was given"),
        null,
        null,
        null,
        null,
        Details.NONE,
        List.of());
  }

  /** The parts that are known of it, but for the date, which says itself how it was found. */
  Set<Part> parts() {
    Set<Part> parts = EnumSet.noneOf(Part.class);
    addIf(url != null, Part.URL, parts);
    addIf(!title.isEmpty(), Part.TITLE, parts);
    addIf(details.subtitle() != null, Part.SUBTITLE, parts);
    addIf(summary != null, Part.SUMMARY, parts);
    addIf(!text.isEmpty(), Part.BODY, parts);
    addIf(!details.captions().isEmpty(), Part.CAPTION, parts);
    addIf(source != null, Part.SOURCE, parts);
    addIf(author != null, Part.AUTHOR, parts);
    addIf(category != null, Part.CATEGORY, parts);
    addIf(!details.tags().isEmpty(), Part.TAGS, parts);
    addIf(!details.agencies().isEmpty(), Part.AGENCIES, parts);
    return parts;
  }

  private static void addIf(boolean known, Part part, Set<Part> parts) {
    if (known) {
      parts.add(part);
    }
  }

  public Article withUrl(@Nullable String newUrl) {
    return new Article(
        id, newUrl, title, summary, text, date, source, author, category, parentId, details,
        entities);
  }

  public Article withSummary(@Nullable String newSummary) {
    return new Article(
        id,
        url,
        title,
        newSummary,
        text,
        date,
        source,
        author,
        category,
        parentId,
        details,
        entities);
  }

  public Article withDate(PublicationDate newDate) {
    return new Article(
        id, url, title, summary, text, newDate, source, author, category, parentId, details,
        entities);
  }

  public Article withSource(@Nullable String newSource) {
    return new Article(
        id, url, title, summary, text, date, newSource, author, category, parentId, details,
        entities);
  }

  public Article withCategory(@Nullable String newCategory) {
    return new Article(
        id,
        url,
        title,
        summary,
        text,
        date,
        source,
        author,
        newCategory,
        parentId,
        details,
        entities);
  }

  public Article withDetails(Details newDetails) {
    return new Article(
        id,
        url,
        title,
        summary,
        text,
        date,
        source,
        author,
        category,
        parentId,
        newDetails,
        entities);
  }

  public Article withEntities(List<Entity> newEntities) {
    return new Article(
        id,
        url,
        title,
        summary,
        text,
        date,
        source,
        author,
        category,
        parentId,
        details,
        newEntities);
  }
}
