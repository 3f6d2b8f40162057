/**
 * The Lucene index: its schema, articles as documents and back, writing, the manifest of the source
 * files, the stamp that says what built it, and verification.
 *
 * <p>May import {@code article} and the types it is made of, {@code analysis}, {@code config} and
 * Lucene. An index that cannot be used is an {@link org.fihris.index.IndexException} that names the
 * folder and the remedy.
 */
@NullMarked
package org.fihris.index;

import org.jspecify.annotations.NullMarked;
