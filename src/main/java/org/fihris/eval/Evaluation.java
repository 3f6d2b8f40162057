package org.fihris.eval;

import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Compares a run with relevance judgements, as {@code trec_eval -c} does with the measures {@code
 * recip_rank} (of ten documents), {@code ndcg_cut_10}, {@code map} and {@code recall_100}.
 *
 * <p>Every query of the judgements counts. One that the run does not have counts 0, and so does one
 * without a relevant document; a query of the run that was not judged is ignored. Within a query
 * the documents are taken as {@link RunLine#ORDER} says. trec_eval 9 and before compare scores as
 * 32-bit numbers, version 10 and this class as 64-bit ones.
 */
public final class Evaluation {
  private Evaluation() {}

  /** The means over all queries of the judgements. */
  public static Measures evaluate(Qrels qrels, Run run) {
    return mean(perQuery(qrels, run));
  }

  /** The values of each query of the judgements, in their order: what a significance test needs. */
  public static List<QueryMeasures> perQuery(Qrels qrels, Run run) {
    return qrels.grades().entrySet().stream()
        .map(
            judged ->
                QueryMeasures.of(
                    judged.getKey(),
                    run.lines().getOrDefault(judged.getKey(), List.of()),
                    judged.getValue()))
        .toList();
  }

  /** The means of the values of some queries; all 0 where there are none. */
  public static Measures mean(List<QueryMeasures> queries) {
    return new Measures(
        queries.size(),
        mean(queries, QueryMeasures::reciprocalRank10),
        mean(queries, QueryMeasures::ndcg10),
        mean(queries, QueryMeasures::averagePrecision),
        mean(queries, QueryMeasures::recall100));
  }

  private static double mean(List<QueryMeasures> queries, ToDoubleFunction<QueryMeasures> value) {
    return queries.stream().mapToDouble(value).average().orElse(0);
  }
}
