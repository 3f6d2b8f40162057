package org.fihris.date;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** When an article was published, and how that is known; or that it is not known, and why. */
public sealed interface PublicationDate {

  /** How a publication date was found. */
  enum Method {
    /** A field of the record: TIME, date, pubDate. */
    METADATA,
    /** A line of the page that holds a date and nothing of the body. */
    DATELINE
  }

  /**
   * A publication date that was stated.
   *
   * @param day the day as the source writes it, in the source's own zone
   * @param time the moment, where the source gives a time with a zone
   */
  record Known(LocalDate day, @Nullable OffsetDateTime time, Method method)
      implements PublicationDate {}

  /**
   * No publication date is stated, or the one stated cannot be understood.
   *
   * @param reason one clause for the user
   */
  record Unknown(String reason) implements PublicationDate {}
}
