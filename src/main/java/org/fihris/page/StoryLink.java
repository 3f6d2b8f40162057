package org.fihris.page;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An article in a list of articles.
 *
 * @param title its headline, or what is shown where it has none
 * @param source null where it is not known
 * @param date of publication in words; null where it is not known
 * @param why what it has in common with the article that is read; may be empty
 * @param more what else is to be said of it; null for nothing
 * @param current whether it is the article that is read
 */
record StoryLink(
    String title,
    String href,
    @Nullable String source,
    @Nullable String date,
    List<String> why,
    @Nullable String more,
    boolean current) {}
