/**
 * What an index can be counted and narrowed by: the values of each dimension, the entities that it
 * names and their corrections, filters.
 *
 * <p>{@link org.fihris.facet.Snapshot} is the commit that all of it is counted over. What names,
 * filters and queries need of an index, wherever it lies, are {@link org.fihris.facet.IndexTerms}
 * and {@link org.fihris.facet.IndexValues}; what facets are made of is {@link
 * org.fihris.facet.ValueCounts}. A lower floor of {@code search}, {@code matching} and {@code
 * explore}; embedding programs meet only its records.
 */
@NullMarked
package org.fihris.facet;

import org.jspecify.annotations.NullMarked;
