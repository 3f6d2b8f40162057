package org.fihris.eval;

import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Relevance judgements: for each query, in the order of the file, the documents judged and the
 * grade of each. A grade of 1 or more is relevant; 0, a negative grade and a document that was not
 * judged are not.
 *
 * @param grades by query, then by document
 */
public record Qrels(Map<String, Map<String, Integer>> grades) {
  public Qrels {
    Map<String, Map<String, Integer>> copy = new LinkedHashMap<>();
    grades.forEach((query, judged) -> copy.put(query, Map.copyOf(judged)));
    grades = Collections.unmodifiableMap(copy);
  }

  /**
   * Reads lines of four columns, {@code query iteration document grade}; the second is ignored.
   *
   * @throws EvalException if the file cannot be read, has no line, a line has other columns or a
   *     grade that is no whole number, or a document is judged twice for a query
   */
  public static Qrels read(Path file) {
    Map<String, Map<String, Integer>> grades = new LinkedHashMap<>();
    Line.forEach(file, line -> add(line, grades));
    if (grades.isEmpty()) {
      throw new EvalException(file + ": holds no judgements");
    }
    return new Qrels(grades);
  }

  private static void add(Line line, Map<String, Map<String, Integer>> grades) {
    String[] columns = line.columns("query", "iteration", "document", "grade");
    Map<String, Integer> judged = grades.computeIfAbsent(columns[0], q -> new LinkedHashMap<>());
    if (judged.putIfAbsent(columns[2], grade(line, columns[3])) != null) {
      throw line.error("document " + columns[2] + " is judged twice for query " + columns[0]);
    }
  }

  private static Integer grade(Line line, String grade) {
    try {
      return Integer.valueOf(grade);
    } catch (NumberFormatException e) {
      throw line.error("expected a whole number as grade, found " + grade);
    }
  }
}
