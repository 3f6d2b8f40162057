/**
 * Fihris, a search engine for Arabic news: the front door for programs that embed it.
 *
 * <p>{@link org.fihris.NewsIndex} opens an index; {@link org.fihris.NewsWriter} writes articles and
 * whole corpora into it; {@link org.fihris.search.NewsSearcher} answers queries. May import {@code
 * config}, {@code corpus}, {@code article}, {@code entity}, {@code query}, {@code index} and {@code
 * search}. Faults of an index are {@link org.fihris.index.IndexException}s, faults of the
 * configuration {@link org.fihris.config.ConfigException}s; what a user typed and what a page holds
 * never throws.
 */
@NullMarked
package org.fihris;

import org.jspecify.annotations.NullMarked;
