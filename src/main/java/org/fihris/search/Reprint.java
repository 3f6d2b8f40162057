package org.fihris.search;

import org.fihris.date.PublicationDate;
import org.jspecify.annotations.Nullable;

/**
 * Another article of the story of a hit.
 *
 * @param title its headline, empty if it has none
 * @param source its outlet, null where that is not known
 */
public record Reprint(String id, String title, @Nullable String source, PublicationDate date) {}
