package org.fihris.entity;

/**
 * A name that somebody marked in a text.
 *
 * @param start the first UTF-16 unit; particles joined to the name may be inside or not
 * @param end the unit after its last
 */
public record NameSpan(int start, int end, EntityType type) {}
