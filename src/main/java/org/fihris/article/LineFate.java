package org.fihris.article;

import org.jspecify.annotations.Nullable;

/**
 * What became of one line of a page, and why.
 *
 * @param text the line as it was tidied
 * @param article which of the page's articles it stands in, counted from 1
 * @param part the part of the article that it is or names; {@code null} if it was dropped
 * @param phrase the phrase of {@code boilerplate.txt} that the rule found; else empty
 */
public record LineFate(
    String text, int article, @Nullable Part part, LineRule rule, String phrase) {}
