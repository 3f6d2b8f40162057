package org.fihris.article;

/**
 * A line that an outlet prints on page after page.
 *
 * @param outlet the host of its pages, else the source of their articles; begins with no {@code #}
 * @param text the line as it stands on the first page where it is in the article
 * @param pages on how many pages it stands, reprints counted once
 */
public record RepeatedLine(String outlet, String text, int pages) {}
