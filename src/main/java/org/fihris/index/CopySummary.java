package org.fihris.index;

import java.time.Duration;

/**
 * What carrying the articles of one index into another did.
 *
 * @param articles how many there are in both
 * @param written how many of them were written; the others were there already
 */
public record CopySummary(long articles, long written, Duration took) {}
