package org.fihris.eval;

import java.util.List;
import java.util.Map;

/**
 * How good a run is for one query; see {@link Measures}.
 *
 * @param query the id of the topic
 * @param found how many documents the run has for it; 0 where the run does not have the query
 */
public record QueryMeasures(
    String query,
    int found,
    double reciprocalRank10,
    double ndcg10,
    double averagePrecision,
    double recall100) {

  private static final int CUT_EARLY = 10;
  private static final int CUT_LATE = 100;

  /** Compares what was found, best first, with the grades of the documents judged. */
  static QueryMeasures of(String query, List<RunLine> lines, Map<String, Integer> judged) {
    int[] grades =
        lines.stream().mapToInt(line -> judged.getOrDefault(line.document(), 0)).toArray();
    int[] ideal =
        judged.values().stream()
            .mapToInt(Integer::intValue)
            .filter(QueryMeasures::isRelevant)
            .map(grade -> -grade)
            .sorted()
            .map(grade -> -grade)
            .toArray();
    return new QueryMeasures(
        query,
        lines.size(),
        reciprocalRank(grades, CUT_EARLY),
        share(gain(grades, CUT_EARLY), gain(ideal, CUT_EARLY)),
        share(sumOfPrecisions(grades), ideal.length),
        share(relevant(grades, CUT_LATE), ideal.length));
  }

  private static boolean isRelevant(int grade) {
    return grade > 0;
  }

  private static double reciprocalRank(int[] grades, int cut) {
    for (int i = 0; i < Math.min(cut, grades.length); i++) {
      if (isRelevant(grades[i])) {
        return 1.0 / (i + 1);
      }
    }
    return 0;
  }

  /** The grade itself is the gain, discounted by the logarithm to base 2 of the rank plus one. */
  private static double gain(int[] grades, int cut) {
    double gain = 0;
    for (int i = 0; i < Math.min(cut, grades.length); i++) {
      if (isRelevant(grades[i])) {
        gain += grades[i] * Math.log(2) / Math.log(i + 2.0);
      }
    }
    return gain;
  }

  private static double sumOfPrecisions(int[] grades) {
    double sum = 0;
    int relevant = 0;
    for (int i = 0; i < grades.length; i++) {
      if (isRelevant(grades[i])) {
        relevant++;
        sum += (double) relevant / (i + 1);
      }
    }
    return sum;
  }

  private static int relevant(int[] grades, int cut) {
    int relevant = 0;
    for (int i = 0; i < Math.min(cut, grades.length); i++) {
      if (isRelevant(grades[i])) {
        relevant++;
      }
    }
    return relevant;
  }

  /** 0 of nothing is 0: a query without relevant documents cannot be answered well. */
  private static double share(double part, double whole) {
    return whole == 0 ? 0 : part / whole;
  }
}
