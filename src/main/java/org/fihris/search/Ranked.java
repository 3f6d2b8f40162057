package org.fihris.search;

/**
 * An article's place in a ranking.
 *
 * @param id the article
 * @param score comparable within one search only
 */
public record Ranked(String id, float score) {}
