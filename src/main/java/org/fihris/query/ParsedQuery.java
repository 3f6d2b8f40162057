package org.fihris.query;

import java.util.List;

/**
 * What was understood of a text, and what was not.
 *
 * @param warnings at most one for each code, in the order in which they arose
 */
public record ParsedQuery(QueryNode root, List<Warning> warnings) {
  public ParsedQuery {
    warnings = List.copyOf(warnings);
  }
}
