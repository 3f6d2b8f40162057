package org.fihris.plugin;

import java.io.IOException;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.fihris.analysis.NewsAnalyzer;
import org.opensearch.cluster.node.DiscoveryNode;
import org.opensearch.cluster.node.DiscoveryNodes;
import org.opensearch.core.rest.RestStatus;
import org.opensearch.core.xcontent.XContentBuilder;
import org.opensearch.rest.BaseRestHandler;
import org.opensearch.rest.BytesRestResponse;
import org.opensearch.rest.RestRequest;
import org.opensearch.transport.client.node.NodeClient;

/**
 * {@code GET /_fihris}: what analyses articles and queries on this node, and on which other nodes
 * of the cluster it is something else.
 */
final class NodesRestAction extends BaseRestHandler {
  private final NodeTables tables;
  private final Supplier<DiscoveryNodes> nodes;

  NodesRestAction(NodeTables tables, Supplier<DiscoveryNodes> nodes) {
    this.tables = tables;
    this.nodes = nodes;
  }

  @Override
  public String getName() {
    return "fihris_nodes";
  }

  @Override
  public List<Route> routes() {
    return List.of(new Route(RestRequest.Method.GET, "/_fihris"));
  }

  @Override
  protected RestChannelConsumer prepareRequest(RestRequest request, NodeClient client) {
    return channel -> {
      XContentBuilder builder = channel.newBuilder();
      write(builder);
      channel.sendResponse(new BytesRestResponse(RestStatus.OK, builder));
    };
  }

  private void write(XContentBuilder builder) throws IOException {
    builder.startObject();
    builder.field("version", PluginVersion.TEXT);
    builder.field("analysis", NewsAnalyzer.VERSION);
    builder.field("config", tables.hash());
    builder.startArray("other_nodes");
    for (DiscoveryNode node : nodes.get()) {
      String analysis = node.getAttributes().get(NodeTables.ANALYSIS_ATTRIBUTE);
      String config = node.getAttributes().get(NodeTables.CONFIG_ATTRIBUTE);
      boolean analyses = node.isDataNode() || node.isIngestNode();
      boolean same = NewsAnalyzer.VERSION.equals(analysis) && Objects.equals(tables.hash(), config);
      if (analyses && !same) {
        builder.startObject();
        builder.field("name", node.getName());
        builder.field("analysis", analysis);
        builder.field("config", config);
        builder.endObject();
      }
    }
    builder.endArray();
    builder.endObject();
  }
}
