package org.fihris.eval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** Figures worked out by hand; those of trec_eval 10.0 agree to its four digits. */
final class EvaluationTest {
  private static final Offset<Double> EXACT = within(1e-12);

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  @Test
  void binaryJudgements() {
    // Found: relevant at ranks 2 and 5; a third relevant document is never found.
    QueryMeasures q =
        measure(Map.of("r1", 1, "r2", 1, "r3", 1, "n", 0), "x1", "r1", "n", "x2", "r2");

    assertThat(q.found()).isEqualTo(5);
    assertThat(q.reciprocalRank10()).isEqualTo(1.0 / 2, EXACT);
    assertThat(q.averagePrecision()).isEqualTo((1.0 / 2 + 2.0 / 5) / 3, EXACT);
    assertThat(q.recall100()).isEqualTo(2.0 / 3, EXACT);
    assertThat(q.ndcg10())
        .isEqualTo((1 / log2(3) + 1 / log2(6)) / (1 + 1 / log2(3) + 1 / log2(4)), EXACT);
    assertThat(q.ndcg10()).isEqualTo(0.4776, within(0.00005));
  }

  @Test
  void gradedJudgementsCountInTheGainOnly() {
    QueryMeasures q =
        measure(Map.of("d1", 3, "d2", 2, "d3", 1, "d4", 0, "d5", -1), "d4", "d2", "d1", "d5");

    assertThat(q.reciprocalRank10()).isEqualTo(1.0 / 2, EXACT);
    assertThat(q.averagePrecision()).isEqualTo((1.0 / 2 + 2.0 / 3) / 3, EXACT);
    assertThat(q.recall100()).isEqualTo(2.0 / 3, EXACT);
    assertThat(q.ndcg10())
        .isEqualTo((2 / log2(3) + 3 / log2(4)) / (3 + 2 / log2(3) + 1 / log2(4)), EXACT);
    assertThat(q.ndcg10()).isEqualTo(0.5800, within(0.00005));
  }

  @Test
  void aPerfectRunIsOne() {
    QueryMeasures q = measure(Map.of("a", 2, "b", 1), "a", "b");

    assertThat(q).isEqualTo(new QueryMeasures("q", 2, 1, 1, 1, 1));
  }

  @Test
  void theFirstTenEndAtTheTenth() {
    QueryMeasures tenth = measure(Map.of("r", 1), ranking(9, "r"));
    assertThat(tenth.reciprocalRank10()).isEqualTo(0.1, EXACT);
    assertThat(tenth.ndcg10()).isEqualTo(1 / log2(11), EXACT);

    QueryMeasures eleventh = measure(Map.of("r", 1), ranking(10, "r"));
    assertThat(eleventh.reciprocalRank10()).isZero();
    assertThat(eleventh.ndcg10()).isZero();
    assertThat(eleventh.averagePrecision()).isEqualTo(1.0 / 11, EXACT);
  }

  @Test
  void theFirstHundredEndAtTheHundredth() {
    assertThat(measure(Map.of("r", 1), ranking(99, "r")).recall100()).isEqualTo(1);
    QueryMeasures late = measure(Map.of("r", 1), ranking(100, "r"));
    assertThat(late.recall100()).isZero();
    assertThat(late.averagePrecision()).isEqualTo(1.0 / 101, EXACT);
  }

  @Test
  void theIdealOfTenKnowsNoEleventh() {
    Map<String, Integer> eleven = new HashMap<>();
    List<String> found = new ArrayList<>();
    for (int i = 0; i < 11; i++) {
      eleven.put("r" + i, 1);
      found.add("r" + i);
    }

    assertThat(measure(eleven, found.toArray(String[]::new)).ndcg10()).isEqualTo(1, EXACT);
  }

  @Test
  void theMeansAreOverTheQueriesOfTheJudgements() {
    Qrels qrels =
        new Qrels(
            Map.of(
                "answered", Map.of("r", 1),
                "not in the run", Map.of("r", 1),
                "without a relevant document", Map.of("n", 0)));
    Run run =
        Run.of(
            List.of(
                new RunLine("answered", "x", 1, 2, "t"),
                new RunLine("answered", "r", 2, 1, "t"),
                new RunLine("not-judged", "r", 1, 1, "t")));

    Measures measures = Evaluation.evaluate(qrels, run);

    assertThat(measures.queries()).isEqualTo(3);
    assertThat(measures.mrr10()).isEqualTo(0.5 / 3, EXACT);
    assertThat(measures.ndcg10()).isEqualTo(1 / log2(3) / 3, EXACT);
    assertThat(measures.map()).isEqualTo(0.5 / 3, EXACT);
    assertThat(measures.recall100()).isEqualTo(1.0 / 3, EXACT);
    assertThat(Evaluation.perQuery(qrels, run))
        .filteredOn(q -> q.found() == 0)
        .extracting(QueryMeasures::query)
        .containsExactlyInAnyOrder("not in the run", "without a relevant document");
  }

  @Test
  void scoresOrderARunAndDocumentIdsBreakTiesFromTheEnd() {
    Run run =
        Run.of(
            List.of(
                new RunLine("q", "a", 1, 1.0, "t"),
                new RunLine("q", "z", 2, 1.0, "t"),
                new RunLine("q", "\uD835\uDC9C", 3, 1.0, "t"),
                new RunLine("q", "\uFB50", 4, 1.0, "t"),
                new RunLine("q", "best", 5, 1.0000000001, "t")));

    // The mathematical letter is above U+FFFF: last in UTF-8, though not in UTF-16.
    assertThat(run.lines().get("q"))
        .extracting(RunLine::document)
        .containsExactly("best", "\uD835\uDC9C", "\uFB50", "z", "a");
  }

  @Test
  void aDocumentFoundTwiceIsRefused() {
    RunLine line = new RunLine("q", "d", 1, 1, "t");

    assertThatIllegalArgumentException().isThrownBy(() -> Run.of(List.of(line, line)));
  }

  private static QueryMeasures measure(Map<String, Integer> judged, String... documents) {
    List<RunLine> lines = new ArrayList<>();
    for (String document : documents) {
      int rank = lines.size() + 1;
      lines.add(new RunLine("q", document, rank, 1000 - rank, "t"));
    }
    return Evaluation.perQuery(new Qrels(Map.of("q", judged)), Run.of(lines)).getFirst();
  }

  private static String[] ranking(int before, String last) {
    List<String> documents = new ArrayList<>();
    for (int i = 0; i < before; i++) {
      documents.add("x" + i);
    }
    documents.add(last);
    return documents.toArray(String[]::new);
  }
}
