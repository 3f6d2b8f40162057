package org.fihris.eval;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a system found for the queries of an experiment.
 *
 * @param lines by query, the best first as {@link RunLine#ORDER} says
 */
public record Run(Map<String, List<RunLine>> lines) {
  /**
   * @throws IllegalArgumentException if a document comes twice for a query
   */
  public Run {
    Map<String, List<RunLine>> copy = new LinkedHashMap<>();
    lines.forEach((query, found) -> copy.put(query, ranked(query, found)));
    lines = Collections.unmodifiableMap(copy);
  }

  private static List<RunLine> ranked(String query, List<RunLine> found) {
    if (found.stream().map(RunLine::document).distinct().count() < found.size()) {
      throw new IllegalArgumentException("a document comes twice for query " + query);
    }
    return found.stream().sorted(RunLine.ORDER).toList();
  }

  /**
   * A run of lines in any order.
   *
   * @throws IllegalArgumentException if a document comes twice for a query
   */
  public static Run of(Iterable<RunLine> lines) {
    Map<String, List<RunLine>> byQuery = new LinkedHashMap<>();
    lines.forEach(line -> byQuery.computeIfAbsent(line.query(), q -> new ArrayList<>()).add(line));
    return new Run(byQuery);
  }

  /**
   * Reads lines of six columns, {@code query Q0 document rank score tag}. The second is ignored,
   * and the rank is for the reader only: the order is that of the scores.
   *
   * @throws EvalException if the file cannot be read, a line has other columns, a rank or a score
   *     that is no number, or a document comes twice for a query
   */
  public static Run read(Path file) {
    List<RunLine> lines = new ArrayList<>();
    Map<String, Set<String>> seen = new LinkedHashMap<>();
    Line.forEach(
        file,
        line -> {
          RunLine found = runLine(line);
          if (!seen.computeIfAbsent(found.query(), q -> new HashSet<>()).add(found.document())) {
            throw line.error(
                "document " + found.document() + " comes twice for query " + found.query());
          }
          lines.add(found);
        });
    return of(lines);
  }

  private static RunLine runLine(Line line) {
    String[] columns = line.columns("query", "Q0", "document", "rank", "score", "tag");
    try {
      int rank = Integer.parseInt(columns[3]);
      double score = Double.parseDouble(columns[4]);
      return new RunLine(columns[0], columns[2], rank, score, columns[5]);
    } catch (NumberFormatException e) {
      throw line.error("expected a whole number as rank and a number as score");
    } catch (IllegalArgumentException e) {
      throw line.error(String.valueOf(e.getMessage()));
    }
  }
}
