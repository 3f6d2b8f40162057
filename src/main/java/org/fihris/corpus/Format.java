package org.fihris.corpus;

/** How the pages in a file are written down. */
public enum Format {
  /** One page as plain text. */
  TEXT,
  /** JSON objects: one a line, in one array, or a single one over many lines. */
  JSONL,
  /** SGML documents between {@code <DOC>} and {@code </DOC>}, as in the TREC collections. */
  TREC
}
