/**
 * Searching: requests answered with hits, snippets and facets.
 *
 * <p>{@link org.fihris.search.NewsSearcher} is the way in; what a query matches is the business of
 * {@code matching}, what is counted that of {@code facet}. No Lucene type is in its public API.
 * What stands behind it is a commit in a folder, or an index on a cluster: answers, pages and marks
 * are one code over a {@code HitFinder}. What a user typed never throws; an index that fails while
 * it is read is an {@link org.fihris.index.IndexException}.
 */
@NullMarked
package org.fihris.search;

import org.jspecify.annotations.NullMarked;
