/**
 * What a user or a program asks for: {@link org.fihris.query.SearchRequest}, and what was
 * understood of its text: {@link org.fihris.query.ParsedQuery}, a tree of {@link
 * org.fihris.query.QueryNode}s with warnings.
 *
 * <p>May import {@code date}, {@code text} and the JDK; knows nothing of how an index is searched.
 * A user's text never throws. The records that programs fill in check their numbers and throw
 * {@link java.lang.IllegalArgumentException}. Everything here is immutable and safe for any thread.
 */
@NullMarked
package org.fihris.query;

import org.jspecify.annotations.NullMarked;
