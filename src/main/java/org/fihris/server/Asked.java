package org.fihris.server;

import org.fihris.query.ParameterValues;

/**
 * What a request says.
 *
 * @param subject what the path names, such as the id of an article; empty where it names nothing
 * @param values its query string
 */
record Asked(String subject, ParameterValues values) {

  /**
   * @throws Refusal if a value that was read so far cannot be used
   */
  void refuseFaults() {
    if (!values.faults().isEmpty()) {
      throw new Refusal(Problem.parameters(values.faults()));
    }
  }
}
