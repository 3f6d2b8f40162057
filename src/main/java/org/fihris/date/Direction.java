package org.fihris.date;

/** Which way from the anchor an expression points. */
enum Direction {
  PAST,
  CURRENT,
  NEXT;

  /** -1, 0 or 1. */
  int sign() {
    return ordinal() - 1;
  }
}
