package org.fihris.entity;

/**
 * A person, place or organisation, whatever its spellings.
 *
 * @param id stable key in ASCII, as {@code donald-trump}
 * @param labelAr the name to show in Arabic
 * @param labelEn the name to show in English
 */
public record Entity(String id, EntityType type, String labelAr, String labelEn) {}
