/**
 * Arabic date expressions and clock times in text, and the publication date of an article with the
 * way it was found.
 *
 * <p>May import {@code text}. No date is better than a wrong one: what is not understood is {@link
 * org.fihris.date.PublicationDate.Unknown}, never a guess. Text never throws.
 */
@NullMarked
package org.fihris.date;

import org.jspecify.annotations.NullMarked;
