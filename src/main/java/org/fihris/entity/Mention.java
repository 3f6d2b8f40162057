package org.fihris.entity;

/**
 * An entity named in a text.
 *
 * @param start first UTF-16 unit of the name in the text, without the particles joined to it
 * @param end the unit after its last
 * @param evidence why it means this entity
 */
public record Mention(int start, int end, Entity entity, Evidence evidence) {}
