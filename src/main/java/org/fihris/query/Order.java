package org.fihris.query;

/** The order of hits. Articles whose date is unknown come last in an order by date. */
public enum Order {
  RELEVANCE,
  NEWEST,
  OLDEST
}
