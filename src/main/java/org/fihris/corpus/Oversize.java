package org.fihris.corpus;

/** What is said of a record over the limit. */
final class Oversize {
  private Oversize() {}

  /**
   * @param what the record, such as "the line"
   */
  static String reason(String what, ReadOptions options) {
    return what
        + " is longer than "
        + ByteSize.of(options.maxRecordBytes())
        + ", the limit for one record, and was left out; if it is a page, raise"
        + " the limit (--max-record-mb)";
  }
}
