package org.fihris.facet;

/** What a number counts. */
public enum Counted {
  ARTICLES,
  /** Each story once, however many of its articles are meant. */
  STORIES
}
