package org.fihris.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Hits and what belongs to them.
 *
 * @param front whether nothing is asked for
 * @param heading what the page shows
 * @param summary how much was found
 * @param chips the filters in force
 * @param clear the search without any of them
 * @param readings other words that may have been meant
 * @param steps weaker conditions
 * @param histogram null where nothing found is dated, or all of it alike
 * @param undated the articles found that are not dated; null where all are
 * @param wider the search over all time; null where it is
 * @param first the first page; null where this is it
 * @param next the page behind this one; null where there is none
 */
record SearchPage(
    Shell shell,
    boolean front,
    String heading,
    String summary,
    List<Notice> notices,
    List<Chip> chips,
    String clear,
    List<OfferLink> readings,
    List<OfferLink> steps,
    @Nullable Histogram histogram,
    @Nullable Choice undated,
    @Nullable String wider,
    DaysForm days,
    List<FacetBox> facets,
    List<Choice> orders,
    List<Choice> options,
    List<HitCard> hits,
    @Nullable String range,
    @Nullable String first,
    @Nullable String next) {

  /**
   * The form that asks for the days of publication.
   *
   * @param from as a date field has it; empty for none
   * @param fields what it takes along
   */
  record DaysForm(String from, String to, List<Address.Field> fields) {}
}
