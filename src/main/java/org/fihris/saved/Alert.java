package org.fihris.saved;

import org.fihris.search.Hit;

/**
 * A new article that a saved search finds.
 *
 * @param hit the article with its snippets; its score is 0
 */
public record Alert(SavedSearch search, Hit hit) {}
