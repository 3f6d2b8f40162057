/**
 * From query tree to Lucene query: which terms a word of a query stands for, and how near to it a
 * word of an article is.
 *
 * <p>{@link org.fihris.matching.RequestTranslator} is the way in. A lower floor of {@code search}.
 */
@NullMarked
package org.fihris.matching;

import org.jspecify.annotations.NullMarked;
