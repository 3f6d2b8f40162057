package org.fihris.search;

/** What was asked of a searcher took longer than it may: see {@link NewsSearcher#within}. */
public final class TimeOverException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  TimeOverException() {
    super("the time for this request is over");
  }
}
