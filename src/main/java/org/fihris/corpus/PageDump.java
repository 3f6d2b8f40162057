package org.fihris.corpus;

/**
 * A page as plain text without structure: headline, navigation, body and tail in one.
 *
 * @param text the whole text with its line ends
 */
public record PageDump(Origin origin, String text) implements RawPage {}
