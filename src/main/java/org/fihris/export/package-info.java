/**
 * Exports: all hits of a search as a table or as JSON lines, to a stream or to a file that an
 * interrupted export goes on with.
 *
 * <p>{@link org.fihris.export.Export} is the way in. May import {@code search} and the articles
 * that it finds. A file that cannot be written is an {@link org.fihris.export.ExportException} that
 * names it and the remedy.
 */
@NullMarked
package org.fihris.export;

import org.jspecify.annotations.NullMarked;
