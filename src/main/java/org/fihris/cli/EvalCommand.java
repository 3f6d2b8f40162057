package org.fihris.cli;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.fihris.eval.Evaluation;
import org.fihris.eval.Measures;
import org.fihris.eval.Qrels;
import org.fihris.eval.Run;
import org.fihris.json.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "eval", description = "Measure a TREC run against judgements.")
final class EvalCommand implements Callable<Integer> {
  @Parameters(index = "0", paramLabel = "QRELS", description = "Judgements: topic 0 id relevance.")
  private @Nullable Path qrels;

  @Parameters(index = "1", paramLabel = "RUN", description = "A run, as batch prints it.")
  private @Nullable Path run;

  @Option(names = "--json", description = "Print one JSON object (docs/json.md).")
  private boolean json;

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    if (qrels == null || run == null) {
      throw new IllegalStateException("picocli did not set a required parameter");
    }
    Measures measures = Evaluation.evaluate(Qrels.read(qrels), Run.read(run));
    if (json) {
      Json.print(spec.commandLine().getOut(), json(measures));
    } else {
      spec.commandLine()
          .getOut()
          .printf(
              Locale.ROOT,
              "queries     %d%nMRR@10      %.4f%nnDCG@10     %.4f%nMAP         %.4f%nrecall@100  %.4f%n",
              measures.queries(),
              measures.mrr10(),
              measures.ndcg10(),
              measures.map(),
              measures.recall100());
    }
    return 0;
  }

  private static Map<String, Object> json(Measures measures) {
    return Json.object(
        "queries",
        measures.queries(),
        "mrr_10",
        measures.mrr10(),
        "ndcg_10",
        measures.ndcg10(),
        "map",
        measures.map(),
        "recall_100",
        measures.recall100());
  }
}
