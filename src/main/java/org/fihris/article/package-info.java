/**
 * From a {@link org.fihris.corpus.RawPage} to an {@link org.fihris.article.Extraction}: an {@link
 * org.fihris.article.Article}, or a {@link org.fihris.article.Rejected} with its reason.
 *
 * <p>May import {@code corpus}, {@code config}, {@code text}, {@code date} and {@code entity}. A
 * bad page never throws.
 */
@NullMarked
package org.fihris.article;

import org.jspecify.annotations.NullMarked;
