package org.fihris.export;

/** How hits are written. */
public sealed interface ExportFormat {

  /** One JSON object a line; lists are arrays, what is unknown is null. */
  record Jsonl() implements ExportFormat {}

  /**
   * A table after RFC 4180 with a line of names; the values of a list are joined by {@code |}, what
   * is unknown is empty.
   *
   * @param byteOrderMark whether the table begins with one, by which spreadsheet programs tell
   *     UTF-8
   * @param guarded whether a text that a spreadsheet program might take for a formula gets an
   *     apostrophe before it. Pages are written by strangers: {@code =HYPERLINK(...)} in a headline
   *     would be carried out by whoever opens the table
   */
  record Csv(boolean byteOrderMark, boolean guarded) implements ExportFormat {}
}
