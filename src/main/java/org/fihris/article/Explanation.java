package org.fihris.article;

import java.util.List;

/**
 * What was made of a page, line by line.
 *
 * @param made what {@link PageExtractor#extract} returns for the page
 * @param lines the lines of the page in their order; empty for a record, whose fields are not read
 *     line by line
 */
public record Explanation(List<Extraction> made, List<LineFate> lines) {
  public Explanation {
    made = List.copyOf(made);
    lines = List.copyOf(lines);
  }
}
