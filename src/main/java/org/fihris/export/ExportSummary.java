package org.fihris.export;

import java.util.List;
import org.fihris.query.Warning;

/**
 * What an export did.
 *
 * @param query the query as it was understood, in query syntax
 * @param hits how many hits were exported, with those before it was gone on with
 * @param before how many of them an earlier, interrupted run had written
 * @param warnings what was done that the user may not expect
 */
public record ExportSummary(String query, long hits, long before, List<Warning> warnings) {
  public ExportSummary {
    warnings = List.copyOf(warnings);
  }
}
