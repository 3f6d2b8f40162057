package org.fihris.entity;

/**
 * A spelling under which a text names an entity.
 *
 * @param spelling as it stands in the text but for vowel marks, tatweel and what parts the words,
 *     which is one space; empty where no text names the entity and a record said that it does
 */
public record SeenName(Entity entity, String spelling) {}
