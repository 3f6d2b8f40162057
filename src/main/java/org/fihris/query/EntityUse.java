package org.fihris.query;

/** What is made of words of a query that name a known person, place or organisation. */
public enum EntityUse {
  /** The articles that name it by another name are found too. */
  EVERY_NAME,
  /** They are words like any other. */
  WORDS_ONLY
}
