package org.fihris.matching;

/**
 * A word that is searched for anywhere in an article.
 *
 * @param written as it was typed, folded exactly
 * @param stem what is a hit
 */
public record QueryWord(String written, String stem) {}
