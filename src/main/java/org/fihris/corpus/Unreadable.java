package org.fihris.corpus;

/**
 * A file or record that could not be read.
 *
 * @param reason one sentence for the user: what is wrong, and where that helps what to do
 */
public record Unreadable(Origin origin, String reason) implements Reading {}
