package org.fihris.corpus;

/** What a reader found at one place: a page, or something that cannot be read as one. */
public sealed interface Reading permits RawPage, Unreadable {

  /** Where it was read. */
  Origin origin();
}
