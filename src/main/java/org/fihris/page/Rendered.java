package org.fihris.page;

/**
 * A page.
 *
 * @param html the whole document
 * @param outcome what it is, for a status
 */
public record Rendered(String html, Outcome outcome) {

  /** What became of what was asked for. */
  public enum Outcome {
    /** It is on the page; a search that finds nothing too. */
    FOUND,
    /** There is nothing at this address. */
    NOT_FOUND,
    /** It could not be done now; trying again may help. */
    BUSY,
    /** The engine or its index failed. */
    FAILED
  }
}
