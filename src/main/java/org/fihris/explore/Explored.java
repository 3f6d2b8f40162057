package org.fihris.explore;

import org.fihris.analysis.NewsAnalyzer;
import org.fihris.entity.EntityEdits;
import org.fihris.facet.FacetFilters;
import org.fihris.facet.FilterNames;
import org.fihris.facet.IndexTerms;
import org.fihris.facet.IndexValues;
import org.fihris.facet.KnownEntities;
import org.fihris.index.Reading;

/**
 * An index to be explored, wherever it lies.
 *
 * @param edits the corrections to entities that are in force
 * @param analyzer of the index
 */
public record Explored(
    Reading reading,
    IndexTerms terms,
    IndexValues values,
    KnownEntities entities,
    EntityEdits edits,
    NewsAnalyzer analyzer,
    EntityCounts counts,
    ArticleChoice articles) {

  FacetFilters filters() {
    return new FacetFilters(values, entities);
  }

  FilterNames names() {
    return new FilterNames(values, entities);
  }
}
