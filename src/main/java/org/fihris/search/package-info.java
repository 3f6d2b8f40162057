/**
 * Searching: query trees as Lucene queries, hits with snippets, facets.
 *
 * <p>May import {@code query}, {@code index}, {@code analysis}, {@code article}, {@code entity} and
 * Lucene. No Lucene type is in its public API. What a user typed never throws; an index that fails
 * while it is read is an {@link org.fihris.index.IndexException}.
 */
@NullMarked
package org.fihris.search;

import org.jspecify.annotations.NullMarked;
