/**
 * The run that reads a corpus into an index: what need not be read again, in which order articles
 * are taken, who is named in them, and what a commit knows of the files.
 *
 * <p>{@link org.fihris.ingest.CorpusRun} drives it. May import {@code corpus}, {@code article},
 * {@code entity} and {@code index}.
 */
@NullMarked
package org.fihris.ingest;

import org.jspecify.annotations.NullMarked;
