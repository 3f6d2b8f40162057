package org.fihris.date;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When an article was published, and how that is known; or that it is not known, and why. */
public sealed interface PublicationDate {

  /** How a publication date was found, the most believed first. */
  enum Method {
    /** A field of the record or feed (TIME, date, pubDate), JSON-LD, OpenGraph, a meta element. */
    METADATA,
    /** A {@code <time>} element of the page. */
    MARKUP,
    /** A line of the page that holds a date and nothing of the body. */
    DATELINE,
    /** The date in the article's address. */
    URL,
    /** What the server or the archive says of the page; never earlier than the publication. */
    HEADER
  }

  /**
   * How exactly the moment is known. Never coarser than a day: where no more than a month is
   * stated, the date is {@link Unknown}.
   */
  enum Precision {
    /** The day; a time without its zone is not kept. */
    DAY,
    MINUTE,
    SECOND
  }

  /** How much speaks for a date; {@link PublicationDates#choose} decides it. */
  enum Confidence {
    /** A second method states the same day. */
    CONFIRMED,
    /** It is stated as the date of publication, and nothing else speaks for or against it. */
    STATED,
    /** It is a conclusion: from the day of an update, a header, a row of digits in an address. */
    INDIRECT,
    /** Something that could as well be the date of publication states another day. */
    DISPUTED
  }

  /**
   * What else the page states.
   *
   * @param stated the ISO day or month; the words themselves where they make none
   */
  record Disagreement(Method method, String stated) {}

  /**
   * A publication date that was stated.
   *
   * @param day the day as the source writes it, in the source's own zone
   * @param time the moment, where the source gives a time with a zone
   * @param precision of the moment; {@link Precision#DAY} where there is none
   * @param disagreements what else was stated, the most believed first; empty for most articles
   */
  record Known(
      LocalDate day,
      @Nullable OffsetDateTime time,
      Method method,
      Precision precision,
      Confidence confidence,
      List<Disagreement> disagreements)
      implements PublicationDate {

    public Known {
      disagreements = List.copyOf(disagreements);
    }

    /** A date that nothing confirms or disputes. A moment on the minute counts as exact to it. */
    public Known(LocalDate day, @Nullable OffsetDateTime time, Method method) {
      this(day, time, method, precisionOf(time), Confidence.STATED, List.of());
    }

    private static Precision precisionOf(@Nullable OffsetDateTime time) {
      if (time == null) {
        return Precision.DAY;
      }
      return time.getSecond() == 0 ? Precision.MINUTE : Precision.SECOND;
    }

    Known with(Method newMethod) {
      return new Known(day, time, newMethod, precision, confidence, disagreements);
    }

    Known with(Confidence newConfidence, List<Disagreement> newDisagreements) {
      return new Known(day, time, method, precision, newConfidence, newDisagreements);
    }
  }

  /**
   * No publication date is stated, or the one stated cannot be understood.
   *
   * @param reason one clause for the user
   */
  record Unknown(String reason) implements PublicationDate {}
}
