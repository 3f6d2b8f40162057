package org.fihris.date;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.fihris.date.PublicationDate.Confidence;
import org.fihris.date.PublicationDate.Known;
import org.fihris.date.PublicationDate.Method;
import org.fihris.date.PublicationDate.Precision;
import org.fihris.date.PublicationDate.Unknown;
import org.jspecify.annotations.Nullable;

/**
 * A date that stands alone.
 *
 * @param label what the words beside it say it is the date of
 * @param weekday the weekday that is named with it, from 1 for Monday; 0 for none
 * @param time the time of day, if one is stated
 * @param zone of the time, if one is stated
 * @param precision of the time
 */
record Dateline(
    Label label,
    Stated stated,
    int weekday,
    @Nullable LocalTime time,
    @Nullable ZoneOffset zone,
    Precision precision) {

  /** In the order in which they are believed. */
  enum Label {
    PUBLISHED,
    NONE,
    UPDATED
  }

  /** The date, or why it is none. */
  PublicationDate date(Method method) {
    LocalDate day = stated.exactDay();
    if (stated.year() == 0) {
      return new Unknown("it states no year");
    }
    if (day == null) {
      return new Unknown("there is no such day");
    }
    if (weekday != 0 && day.getDayOfWeek().getValue() != weekday) {
      return new Unknown("the weekday and the day contradict each other");
    }
    OffsetDateTime moment =
        time == null || zone == null ? null : OffsetDateTime.of(day, time, zone);
    return new Known(
        day,
        moment,
        method,
        moment == null ? Precision.DAY : precision,
        label == Label.UPDATED ? Confidence.INDIRECT : Confidence.STATED,
        List.of());
  }
}
