package org.fihris.explore;

import java.util.List;
import org.fihris.entity.Entity;
import org.fihris.facet.FacetValue;

/**
 * What an index knows of an entity.
 *
 * @param hidden whether it is shown nowhere else
 * @param merged ids that are shown as this one
 * @param names every Arabic name it may be asked for by, whether an article has it or not
 * @param spellings those that articles have, with how many articles, most first; articles that name
 *     it under two count under both
 * @param articles how many name it
 * @param months its articles by month of publication, the first first, without months that have
 *     none; undated last
 * @param sources its articles by outlet, most first
 * @param related what it is named with
 */
public record EntityPage(
    Entity entity,
    boolean hidden,
    List<String> merged,
    List<String> names,
    List<Spelling> spellings,
    long articles,
    List<FacetValue> months,
    List<FacetValue> sources,
    List<RelatedEntity> related) {

  /** A spelling that articles have, without vowel marks. */
  public record Spelling(String text, long articles) {}

  public EntityPage {
    merged = List.copyOf(merged);
    names = List.copyOf(names);
    spellings = List.copyOf(spellings);
    months = List.copyOf(months);
    sources = List.copyOf(sources);
    related = List.copyOf(related);
  }
}
