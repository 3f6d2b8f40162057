package org.fihris.date;

import org.fihris.date.PublicationDate.Method;

/**
 * A place of a page that may state when its article was published. A date in the body or below a
 * picture is none.
 *
 * @param method where it stands
 * @param value as it was found; for {@link Method#URL} the whole address
 * @param event what it is the date of, as far as the place tells; a dateline tells it itself
 */
public record Candidate(Method method, String value, Event event) {

  /** What happened on a date. */
  public enum Event {
    PUBLISHED,
    UPDATED
  }

  public Candidate(Method method, String value) {
    this(method, value, Event.PUBLISHED);
  }
}
