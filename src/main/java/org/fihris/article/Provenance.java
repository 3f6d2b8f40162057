package org.fihris.article;

/** What gave a part of an article. */
public enum Provenance {
  /** A named field of a record. */
  RECORD,
  /** The page's description of itself in JSON-LD. */
  JSON_LD,
  /** OpenGraph and other meta elements, the canonical link, the title element. */
  META,
  /** Elements and attributes of the page's own markup: headings, captions, microdata. */
  MARKUP,
  /** The element of the page that holds most text. */
  DENSITY,
  /** The rules for the lines of a page. */
  LINES,
  /** The host of the page's address. */
  ADDRESS,
  /** Nothing but the text itself: a page without headline is called by its first words. */
  TEXT
}
