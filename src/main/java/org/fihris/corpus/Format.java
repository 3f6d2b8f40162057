package org.fihris.corpus;

/** How the pages in a file are written down. */
public enum Format {
  /** One page as plain text. */
  TEXT,
  /** One page in HTML. */
  HTML,
  /** JSON objects: one a line, in one array, or a single one over many lines. */
  JSON,
  /** A table with a line of column names, values between commas, semicolons or bars. */
  CSV,
  /** A table with a line of column names, values between tabs. */
  TSV,
  /** SGML documents between {@code <DOC>} and {@code </DOC>}, as in the TREC collections. */
  TREC,
  /** A web archive, of which the answers of servers are read. */
  WARC,
  /** A web archive, of which the texts that somebody extracted from pages are read. */
  WET,
  /** A news feed in RSS or Atom. */
  FEED
}
