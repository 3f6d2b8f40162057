/**
 * What is shown of the texts that were found: where the words of a query stand in them, and the
 * passages that a reader of news wants to see ({@code docs/snippets.md}).
 *
 * <p>{@link org.fihris.snippet.Snippet} is the answer; {@link org.fihris.snippet.SnippetMaker}
 * makes those of a page, {@link org.fihris.snippet.MarkedTexts} those of a whole article. Both look
 * words up once for all articles that they are asked for.
 */
@NullMarked
package org.fihris.snippet;

import org.jspecify.annotations.NullMarked;
