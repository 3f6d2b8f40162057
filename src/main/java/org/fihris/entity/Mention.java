package org.fihris.entity;

/**
 * An entity named in a text.
 *
 * @param start first UTF-16 unit of the name in the text, without the particles joined to it
 * @param end the unit after its last
 * @param evidence why it means this entity
 * @param tells whether the name tells its bearer from others: a listed name does, and so do a full
 *     name and a family name whose full name stands in the text; a bare given name does not
 */
public record Mention(int start, int end, Entity entity, Evidence evidence, boolean tells) {}
