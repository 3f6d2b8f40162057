package org.fihris.date;

/**
 * A rule that held.
 *
 * @param end the token after its last
 */
record Parsed(int end, Stated stated) {}
