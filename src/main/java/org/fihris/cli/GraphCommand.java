package org.fihris.cli;

import java.util.concurrent.Callable;
import org.fihris.explore.EntityGraph;
import org.fihris.explore.GraphMl;
import org.fihris.explore.GraphRequest;
import org.fihris.json.EntityJson;
import org.fihris.json.Json;
import org.fihris.query.Filters;
import org.fihris.search.NewsSearcher;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
    name = "graph",
    description = "Print which entities are named together, as a graph in JSON or GraphML.")
final class GraphCommand implements Callable<Integer> {

  /** Forms of a graph as the user names them. */
  enum Form {
    json,
    graphml
  }

  @Mixin private IndexArgument index = new IndexArgument();
  @Mixin private EntityTypes types = new EntityTypes();

  @Option(
      names = "--format",
      defaultValue = "json",
      description = "The form: ${COMPLETION-CANDIDATES}; default ${DEFAULT-VALUE}.")
  private Form form = Form.json;

  @Option(
      names = "--nodes",
      paramLabel = "N",
      defaultValue = "200",
      description = "The entities with most articles, so many; default ${DEFAULT-VALUE}.")
  private int nodes = 200;

  @Option(
      names = "--edges",
      paramLabel = "N",
      defaultValue = "2000",
      description = "The surest pairs, so many; default ${DEFAULT-VALUE}.")
  private int edges = 2000;

  @Option(
      names = "--min-together",
      paramLabel = "N",
      defaultValue = "3",
      description = "Pairs have this many articles together at least; default ${DEFAULT-VALUE}.")
  private int minTogether = 3;

  @Mixin private DaysOption days = new DaysOption();

  @Spec private CommandSpec spec = CommandSpec.create();

  @Override
  public Integer call() {
    GraphRequest request = Checked.arguments(spec, this::request);
    try (NewsSearcher searcher = index.open().searcher()) {
      Notes.print(searcher.warnings(), spec.commandLine().getErr());
      EntityGraph graph = searcher.entities().graph(request);
      switch (form) {
        case json -> Json.print(spec.commandLine().getOut(), EntityJson.graph(graph));
        case graphml -> GraphMl.write(graph, spec.commandLine().getOut());
      }
      return graph.nodes().isEmpty() ? Main.NOTHING_FOUND : 0;
    }
  }

  private GraphRequest request() {
    return new GraphRequest(
        types.chosen(), nodes, edges, minTogether, Filters.NONE.withDays(days.from, days.to));
  }
}
