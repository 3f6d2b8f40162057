/**
 * The benchmark: Fihris and a bare-Lucene floor, timed in one run on the same articles.
 *
 * <p>Not part of the program: {@code bin/bench} compiles and runs it. Uses the public library only,
 * as an embedding program would. A fault of the user's is an {@link
 * org.fihris.bench.BadInputException}; anything else ends the run with its stack trace.
 */
@NullMarked
package org.fihris.bench;

import org.jspecify.annotations.NullMarked;
