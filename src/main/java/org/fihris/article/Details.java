package org.fihris.article;

import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What stands around the body of an article, and what gave each of its parts.
 *
 * @param subtitle the line below the headline; it is the summary too where there is no other
 * @param tags key words, as the page gives them
 * @param agencies the news agencies that the page credits, by their names in {@code sources.tsv}
 * @param foundBy what gave each part that the article has; empty where nobody noted it
 */
public record Details(
    @Nullable String subtitle,
    List<Caption> captions,
    List<String> tags,
    List<String> agencies,
    Map<Part, Provenance> foundBy) {

  /** Nothing is known but the article itself. */
  public static final Details NONE = new Details(null, List.of(), List.of(), List.of(), Map.of());

  /**
   * The words below a picture.
   *
   * @param text may be empty where only the credit was found
   * @param credit whose picture it is
   */
  public record Caption(String text, @Nullable String credit) {}

  public Details {
    captions = List.copyOf(captions);
    tags = List.copyOf(tags);
    agencies = List.copyOf(agencies);
    EnumMap<Part, Provenance> ordered = new EnumMap<>(Part.class);
    ordered.putAll(foundBy);
    foundBy = Collections.unmodifiableMap(ordered);
  }

  Details withFoundBy(Map<Part, Provenance> newFoundBy) {
    return new Details(subtitle, captions, tags, agencies, newFoundBy);
  }
}
