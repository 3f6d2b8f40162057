package org.fihris.query;

/** The language a query is written in. */
public enum Syntax {
  /** That of {@link QueryParser}: no text is an error. */
  FIHRIS,
  /** None: every character is text, as in a headline or a question that was not typed to search. */
  PLAIN,
  /** The classic syntax of Lucene, for experts. */
  LUCENE
}
