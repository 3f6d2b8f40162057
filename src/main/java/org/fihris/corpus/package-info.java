/**
 * Readers that turn files into {@link org.fihris.corpus.RawPage}s: text dumps, HTML, JSON, tables,
 * feeds, web archives, TREC-style SGML, alone, in folders, compressed or archived.
 *
 * <p>May import {@code text}. Reading streams: memory does not grow with the input. What cannot be
 * read becomes an {@link org.fihris.corpus.Unreadable} with its place and reason, and the run goes
 * on.
 */
@NullMarked
package org.fihris.corpus;

import org.jspecify.annotations.NullMarked;
