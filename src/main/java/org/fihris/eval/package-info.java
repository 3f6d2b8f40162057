/**
 * Retrieval experiments: topics, relevance judgements, run files and the measures that compare
 * them, in the formats of TREC.
 *
 * <p>May import the root, {@code query} and {@code search}. A file that cannot be used is an {@link
 * org.fihris.eval.EvalException} that names the file, the line and what was expected there.
 * Everything here is immutable and safe for any thread.
 */
@NullMarked
package org.fihris.eval;

import org.jspecify.annotations.NullMarked;
