package org.fihris.date;

import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A time on the clock in a text. It belongs to no day: which one is meant the text around it tells.
 *
 * @param start first UTF-16 unit of the expression in the text
 * @param end the unit after its last
 * @param at the time as stated, by the clock of 24 hours where a part of the day tells the half
 * @param offset from Greenwich, where the text states that; {@code null} where it names another
 *     place or none
 */
public record TimeMention(int start, int end, LocalTime at, @Nullable ZoneOffset offset) {}
