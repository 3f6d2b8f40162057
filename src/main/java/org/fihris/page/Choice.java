package org.fihris.page;

/**
 * One of several ways to see something.
 *
 * @param chosen whether this is the one that is seen
 */
record Choice(String label, String href, boolean chosen) {}
