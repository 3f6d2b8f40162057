/**
 * The one chain that turns text into index terms, for articles and for queries: Lucene char filters
 * and token filters, each with a factory that any Lucene-based engine can load by name.
 *
 * <p>May import {@code config}, {@code text} and Lucene. The tables come from {@code index-config},
 * the order of the chain is code. Text never throws.
 */
@NullMarked
package org.fihris.analysis;

import org.jspecify.annotations.NullMarked;
