package org.fihris.server;

import org.fihris.query.ParameterValues;

/** The most of anything that one answer has. */
final class PageSize {
  private PageSize() {}

  /** Notes a fault where more is asked for than the server gives. */
  static void check(ParameterValues values, String name, int asked, int most) {
    if (asked > most) {
      values.addFault(name, "this server gives at most " + most + " at a time, not " + asked);
    }
  }
}
